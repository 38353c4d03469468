"""This file is how a message gets the slug that is proposed for it."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Container
from itertools import chain, count

_SLUG_LENGTH = 60
_SLUG_WORDS = 6
_ACRONYM = re.compile(r"\((?=[^)]*[A-Z]{2})([A-Za-z][A-Za-z0-9&-]{1,14})[ ,-]*(20\d\d)?\)")
_ACRONYM_AND_YEAR = re.compile(r"\b([A-Z][A-Z0-9]{2,14})[ -]?(20\d\d)\b")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def propose_slug(title: str, text: str, today: dt.date, taken: Container[str] = ()) -> str:
    """A slug for a message: its acronym and year, else the first words of its title and the year, else today's date.

    The year is the title's, else the one that the text names most often. A date says nothing of the message, so one
    that is `taken` is another message's: it is numbered.
    """
    slug = slug_of_title(title, text)
    if slug:
        return slug
    dated = f"message-{today.isoformat()}"
    numbered = (f"{dated}-{number}" for number in count(2))
    return next(one for one in chain((dated,), numbered) if one not in taken)


def slug_of_title(title: str, text: str = "") -> str:
    """The slug that a title makes, with a year that it says or else the text; empty where it has no Latin letters."""
    years = _YEAR.findall(title) or [year for year, _ in Counter(_YEAR.findall(text)).most_common(1)]
    year = years[0] if years else ""
    acronym = _ACRONYM.search(title) or _ACRONYM_AND_YEAR.search(title)
    if acronym is not None:
        year = acronym[2] or year
        words = [*(word for word in _ascii_words(acronym[1]) if word != year[2:]), year]
    else:
        words = _ascii_words(title)[:_SLUG_WORDS]
        words = [*words, *({year} - {*words} if words else ())]
    slug = "-".join(filter(None, words))[:_SLUG_LENGTH].strip("-")
    return slug if any(map(str.isalpha, slug)) else ""


def _ascii_words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()  # noqa: RUF001 - apostrophe
    return re.findall(r"[a-z0-9]+", plain.lower())

"""This file is what a version is called in a snippet, and what its title needed before it could be printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalogue import Language, Message
from catalogue.review import slipped
from reports.titles import LONGEST, LONGEST_READ, CleanTitle, clean, default_title

_YEAR = re.compile(r"(?:^|-)((?:19|20)\d\d)(?:-|$)")

_MENTIONED = 5
"""How many of the characters that were taken out are named one by one."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A clean title, never empty, wholly in its language; and English sentences for the editor about it."""

    text: str
    remarks: tuple[str, ...] = ()


def title_of(message: Message, language: Language) -> Titled:
    """The recording's own title, or the message's in this language, else the usual words for such a video."""
    video = message.video_in(language)
    remarks: list[str] = []
    for raw in (video.title if video else None, *(t.text for t in message.titles if t.language == language)):
        title = clean(raw)
        if raw:
            remarks += _remarks(raw, title, language)
        if title.text is not None:
            return Titled(title.text, tuple(remarks))
    return Titled(default_title(language, _year(message)), tuple(remarks))


def _remarks(raw: str, title: CleanTitle, language: Language) -> list[str]:
    remarks = []
    which = f"the title in {language.name_in(_ENGLISH)}"
    if title.removed:
        places = [f"{one.what} at position {one.position}" for one in title.removed[:_MENTIONED]]
        more = len(title.removed) - len(places)
        rest = f", and {more} more" if more else ""
        remarks.append(f"from {which} was removed: {', '.join(places)}{rest}")
    if title.text is None:
        remarks.append(f"nothing of {which} can be seen; the usual words stand instead")
    elif title.text.endswith("…") and not raw[:LONGEST_READ].rstrip().endswith("…"):
        remarks.append(f"{which} was cut after {LONGEST} characters")
    else:
        mixed = slipped(title.text)
        if mixed is not None:
            remarks.append(
                f"in {which}, the word “{mixed[0]}” mixes letters of two scripts that "
                "look the same; it was left as it is"
            )
    return remarks


def _year(message: Message) -> int | None:
    if message.date is not None:
        return message.date.year
    found = _YEAR.search(message.slug)
    return int(found.group(1)) if found else None


_ENGLISH = Language("en")

"""This file is which days a text names: day, month and year, in the forms of the six languages (babel's months)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from babel.dates import get_day_names, get_month_names

_LOCALES = ("en", "fr", "es", "ru", "ar", "ar_SY", "ar_MA", "ar_DZ", "ar_TN")
"""Arabic has four sets of months; the United Nations write two at once: “أيار/مايو”."""

_ORDINAL = "(?:st|nd|rd|th|er|º|°|-?го)?"  # noqa: RUF001 - Cyrillic
_RANGE = re.compile(
    r"(?:\d\s*(?:[-–—/]|to|and|et|au|y|al|и|по|至|و)|\b(?:to|until|till|by|before|jusqu['’]au|au|hasta el|hasta|до|إلى|حتى|至))\s*\Z",  # noqa: RUF001, E501 - dashes; one alternative each
    re.IGNORECASE,
)
"""What stands before the last day of several, or before a deadline."""

_FIRST_YEAR, _LAST_YEAR = 1950, 2100


def dates_in(text: str) -> tuple[dt.date, ...]:
    """Each day that the text names whole, in its order; those that end a span of days or are a deadline left out.

    Figures with slashes are read only where they can mean one day: 17/05/2021, not 05/06/2021.
    """
    found = sorted((match.start(), day) for match, day in _found(text))
    return tuple(day for place, day in found if _RANGE.search(text[:place]) is None)


def without_dates(text: str) -> str:
    """The text with each day that it names taken out, and the days of the week."""
    text = _weekdays().sub("", text)
    for match, _ in sorted(_found(text), key=lambda pair: -pair[0].start()):
        text = text[: match.start()] + text[match.end() :]
    return text


def _found(text: str) -> Iterator[tuple[re.Match[str], dt.date]]:
    taken: set[int] = set()
    for pattern in _patterns():
        for match in pattern.finditer(text):
            day = _day(match)
            if day is not None and taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                yield match, day


def _day(match: re.Match[str]) -> dt.date | None:
    said = match.groupdict()
    year, day = int(said["year"]), int(said["day"])
    named = said.get("name")
    month = _months()[named.casefold()] if named else int(said["month"])
    if "slash" in said and day != month and max(day, month) <= max(_months().values()):
        return None
    if "slash" in said and month > day:
        day, month = month, day
    try:
        return dt.date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Each month's names, in lower case, as they stand in dates."""
    return {
        name.casefold().rstrip("."): number
        for locale in _LOCALES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, "format", locale).items()
    }


@lru_cache(maxsize=1)
def _weekdays() -> re.Pattern[str]:
    names = {name for locale in _LOCALES for name in get_day_names("wide", "format", locale).values()}
    names |= set(get_day_names("wide", "format", "zh").values())
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)), re.IGNORECASE)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    month = rf"(?P<name>{names})\b\.?(?:\s?/\s?(?:{names}))?"
    day, year = r"(?<!\d)(?P<day>\d{1,2})", r"(?P<year>\d{4})(?!\d)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{day}{_ORDINAL}\.?\s+(?:de\s+|of\s+)?{month},?\s+(?:de\s+|del\s+)?{year}(?:\s*(?:года?\b|г\.))?",  # noqa: RUF001 - Cyrillic
            rf"\b{month}\s+{day}{_ORDINAL},?\s+{year}",
            rf"{year}\s*年\s*(?P<month>\d{{1,2}})\s*月\s*{day}\s*[日号號]",
            r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
            r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?![\d.])",
            r"(?<![\d/])(?P<day>\d{1,2})(?P<slash>/)(?P<month>\d{1,2})/(?P<year>\d{4})(?![\d/])",
        )
    )

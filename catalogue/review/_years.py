"""This file is which years a title speaks of."""

from __future__ import annotations

import re

FIRST, LAST = 1990, 2099

_LONGEST_RANGE = 30
"""Years; what claims to be longer is two years, not the time between."""

_AGENDA_FROM, _AGENDA_STEP, _AGENDA_2063 = 2030, 5, 2063

# \d is a digit of any script. IMT-2020 is a technology; BT.2020 and M.2012 are recommendations.
_YEAR = re.compile(r"(?<![\d])(?<!IMT[- ])(?<![A-Za-z]\.)(\d{4})(?:\s?[-–—/]\s?(\d{4}|\d{2}))?(?!\d)", re.IGNORECASE)  # noqa: RUF001 - dashes between years


def years_in(title: str) -> frozenset[int]:
    """The years from FIRST to LAST, in any digits, with all those of a range (“2018-2022”, “2020-21”).

    Years that plans are named after are left out (the 2030 Agenda, Vision 2045, Agenda 2063): they say what a video
    is about, never when it was made.
    """
    found: set[int] = set()
    for match in _YEAR.finditer(title):
        start = int(match[1])
        end = start if match[2] is None else int(match[2])
        if match[2] is not None and len(match[2]) < len(match[1]):
            end += start - start % 100
        found |= set(range(start, end + 1)) if 0 <= end - start <= _LONGEST_RANGE else {start, end}
    return frozenset(year for year in found if FIRST <= year <= LAST and not _names_a_plan(year))


def _names_a_plan(year: int) -> bool:
    return year == _AGENDA_2063 or (year >= _AGENDA_FROM and year % _AGENDA_STEP == 0)

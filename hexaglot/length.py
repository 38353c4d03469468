"""This file is how people write a length of time: 12h, 30d, 8w, 1y."""

from __future__ import annotations

import re
from datetime import timedelta

LONGEST = timedelta(days=3650)

_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1), "y": timedelta(days=365)}
_FORM = re.compile(r"([0-9]{1,6})([hdwy])")


def length(text: str) -> timedelta:
    """A whole number of hours, days, weeks or years (of 365 days), more than none and at most ten years.

    Raises ValueError, which says what to write.
    """
    found = _FORM.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError("write a whole number and h, d, w or y, for example 12h, 30d, 8w or 1y")
    number, unit = found.groups()
    wanted = int(number) * _UNITS[unit]
    if not wanted:
        raise ValueError("this is no time at all; write at least 1h")
    if wanted > LONGEST:
        raise ValueError("this is longer than ten years; write at most 10y")
    return wanted

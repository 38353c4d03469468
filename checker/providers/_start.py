"""This file is how an address says where a video is to begin: `83`, `83s`, `1m23s`, `1h2m3s`."""

from __future__ import annotations

import re

_DURATION = re.compile(r"(?:([0-9]{1,4})h)?(?:([0-9]{1,5})m)?(?:([0-9]{1,7})s?)?")


def seconds(text: str | None) -> int | None:
    """The whole seconds that this text means; None for what is no time, and for the very beginning."""
    match = _DURATION.fullmatch(text or "")
    if match is None:
        return None
    hours, minutes, rest = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + rest or None

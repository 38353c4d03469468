"""This file is where an address asks its video to begin."""

from __future__ import annotations

import re

from checker.address import Address

_DURATION = re.compile(r"(?:([0-9]{1,4})h)?(?:([0-9]{1,5})m)?(?:([0-9]{1,7})s?)?")


def beginning(address: Address) -> int | None:
    """The seconds in the field `t`, written as `83`, `83s`, `1m23s` or `1h2m3s`; None for none, nought or nonsense."""
    match = _DURATION.fullmatch(address.first("t") or "")
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds or None

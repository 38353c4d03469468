"""This file is how a part of a file is asked for, and which part came (RFC 9110, 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.exchange import Answer, Probe

BEGINNING = 64 * 1024
"""Bytes that show of what kind a file is, and mostly where its index stands."""

HEADS = 4 * 1024
"""Bytes that show which boxes stand at a place further on."""

WHOLE = 200
PART = 206

_RANGE = re.compile(r"bytes (?:(\d{1,18})-\d{1,18}|\*)/(\d{1,18}|\*)")


@dataclass(frozen=True, slots=True)
class Extent:
    """Which part came: where it begins and how long the whole file is, in bytes; None where not known."""

    start: int | None
    total: int | None

    @classmethod
    def of(cls, answer: Answer) -> Extent:
        """What an answer says about itself."""
        if answer.status == WHOLE:
            length = answer.header("content-length") or ""
            known = length.isascii() and length.isdigit() and answer.header("content-encoding") is None
            return cls(0, int(length[:18]) if known else None)
        match = _RANGE.fullmatch(answer.header("content-range") or "")
        if match is None:
            return cls(None, None)
        return cls(None if match[1] is None else int(match[1]), None if match[2] == "*" else int(match[2]))


def part(url: str, start: int, length: int) -> Probe:
    """Ask for a part; not compressed, as places in a file would then mean nothing."""
    headers = (("Range", f"bytes={start}-{start + length - 1}"), ("Accept-Encoding", "identity"))
    return Probe("GET", url, headers, max_bytes=length, truncate=True)

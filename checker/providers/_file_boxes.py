"""This file is how an MP4 or QuickTime file is made of boxes (ISO/IEC 14496-12, 4.2)."""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = 8
_LONG_HEAD = 16
_LONG = 1
_TO_THE_END = 0


@dataclass(frozen=True, slots=True)
class Walk:
    """What was met between two places of a file; places are bytes from its beginning.

    `index` says that the box was met without which nothing plays (moov), `film` that one was which it speaks of
    (mdat); `next` is where the first box begins whose
    head was not seen, None where no further box can be: after a box that reaches to the end, or no box at all.
    """

    index: bool
    film: bool
    next: int | None
    sound: bool = True
    """False where something stood that is no box."""


def walk(piece: bytes, at: int = 0) -> Walk:
    """Go from box to box through a piece of a file that begins at this place, where a box begins."""
    kinds: set[bytes] = set()
    place = 0
    while place + _HEAD <= len(piece):
        size = int.from_bytes(piece[place : place + 4], "big")
        kind = piece[place + 4 : place + _HEAD]
        smallest = _HEAD
        if size == _LONG:
            if place + _LONG_HEAD > len(piece):
                break
            size, smallest = int.from_bytes(piece[place + _HEAD : place + _LONG_HEAD], "big"), _LONG_HEAD
        if size != _TO_THE_END and size < smallest:
            return _met(kinds, None, sound=False)
        kinds.add(kind)
        if size == _TO_THE_END:
            return _met(kinds, None)
        place += size
    return _met(kinds, at + place)


def _met(kinds: set[bytes], following: int | None, *, sound: bool = True) -> Walk:
    return Walk(b"moov" in kinds, b"mdat" in kinds, following, sound)

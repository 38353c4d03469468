"""This file is Bilibili's two names for one video: a number after `av`, and that number in base 58 after `BV1`.

Both sides of the pair av8903802 and BV13x41117TL stand in the address cases (yt-dlp); av170001 and BV17x411w7KC are as
well known.
"""

from __future__ import annotations

_DIGITS = "FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf"
_PLACES = (6, 4, 2, 3, 1, 5, 0, 7, 8)
"""Which digit of the number, from the left, stands at each place behind `BV1`."""

_MASK = 23442827791579
_LIMIT = 1 << 51
"""No number reaches this; it is added so that every number has nine digits."""

BV_SIGNS = "".join(sorted(_DIGITS))
"""The letters and digits that may follow `BV1`."""


def bv_of(number: int) -> str | None:
    """The BV id of an av number; None for a number that none can be."""
    if not 0 < number < _LIMIT:
        return None
    rest = (_LIMIT | number) ^ _MASK
    digits = []
    for _ in _PLACES:
        rest, digit = divmod(rest, len(_DIGITS))
        digits.append(_DIGITS[digit])
    digits.reverse()
    return "BV1" + "".join(digits[place] for place in _PLACES)

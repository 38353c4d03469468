"""This file is what most of the languages of a message say, if they clearly agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

FEWEST = 2
"""How many must say the same: one alone is no custom."""

CLEAR = 3
"""Two out of this many, or more of them, are a clear majority."""


def usual(said: Iterable[T]) -> T | None:
    """What two at least, and two thirds of all, say; None where they do not agree so clearly."""
    counted = Counter(said)
    for value, times in counted.items():
        if times >= FEWEST and CLEAR * times >= 2 * counted.total():
            return value
    return None

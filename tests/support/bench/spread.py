"""This file is how far the runs of one measurement lie apart: the least, the median, the most."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Spread:
    """One number from each run, in the order of the runs; at least one."""

    runs: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse a measurement without a run."""
        if not self.runs:
            message = "a measurement needs at least one run"
            raise ValueError(message)

    @classmethod
    def each(cls, number: Callable[..., float], *columns: Iterable[object]) -> Self:
        """A number worked out of each round: the first of every column together, then the second of every column."""
        return cls(tuple(number(*row) for row in zip(*columns, strict=True)))

    @property
    def least(self) -> float:
        """The smallest."""
        return min(self.runs)

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.runs)

    @property
    def most(self) -> float:
        """The greatest."""
        return max(self.runs)

    def over(self, baseline: Spread) -> Spread:
        """The ratio in each round, so that what slowed a whole round down slows both sides of it; NaN over nothing."""
        return Spread.each(lambda ours, theirs: ours / theirs if theirs else math.nan, self.runs, baseline.runs)

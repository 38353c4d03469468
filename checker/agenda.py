"""This file is when to look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from checker.belief import PATIENCE, Opinion
from checker.verdict import Verdict

_LONGEST_DOUBLING = 16


@dataclass(frozen=True, slots=True)
class Pace:
    """How often: when all is well, when bad news waits for its second look, when a look could not tell.

    A look that could not tell is repeated after `unsure`, then twice that, and so on, up to `usual`.
    """

    usual: timedelta = timedelta(hours=24)
    doubtful: timedelta = PATIENCE
    unsure: timedelta = timedelta(hours=1)

    @property
    def gap(self) -> timedelta:
        """After how long a pause nobody was looking: twice the usual one, so a missed night is no gap, a week is."""
        return 2 * self.usual

    def next_look(self, opinion: Opinion, verdict: Verdict, at: datetime, misses: int) -> datetime:
        """When an address is due again after this look; `misses` counts looks in a row that could not tell."""
        if opinion.doubt is not None:
            pause = max(self.doubtful, PATIENCE)
        elif not verdict.state.conclusive:
            pause = min(self.unsure * 2 ** min(max(misses - 1, 0), _LONGEST_DOUBLING), self.usual)
        else:
            pause = self.usual
        return at + pause

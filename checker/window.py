"""This file is availability over a window of time: how much of it is known, and within which bounds a video played.

Only time inside a span of conclusive looks is known. Before the first look, after the last one, between two spans,
and while looks could not tell, nothing is known, and nothing is guessed. Only `State.AVAILABLE` is playing; a
restricted video does not play for everybody everywhere, so its time does not count as played.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import groupby, pairwise

from checker.spans import Span
from checker.verdict import State

_NO_TIME = timedelta()
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a window is known, and how much of that a video played. Shares of many links can be added up."""

    window: timedelta = _NO_TIME
    played: timedelta = _NO_TIME
    known: timedelta = _NO_TIME

    def __post_init__(self) -> None:
        if not _NO_TIME <= self.played <= self.known <= self.window:
            raise ValueError(f"{self.played} played and {self.known} known cannot be parts of {self.window}")

    def __add__(self, other: Share) -> Share:
        return Share(self.window + other.window, self.played + other.played, self.known + other.known)

    @property
    def unknown(self) -> timedelta:
        """Of how much of the window nothing is known."""
        return self.window - self.known

    @property
    def at_least(self) -> Fraction:
        """The part of the window that was surely played, 0 to 1; exact, so that a report can round it downwards."""
        return _part(self.played, self.window, nothing=0)

    @property
    def at_most(self) -> Fraction:
        """The part that may have been played, if all that is unknown was; exact."""
        return _part(self.played + self.unknown, self.window, nothing=1)

    @property
    def certain(self) -> Fraction:
        """The part of the window that is known, 0 to 1; exact."""
        return _part(self.known, self.window, nothing=0)

    @property
    def of_known(self) -> Fraction | None:
        """The part played of what is known; None where nothing is."""
        return _part(self.played, self.known, nothing=0) if self.known else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a window in which one state held, or nothing is known (None); from `start` to `end`, UTC."""

    state: State | None
    start: datetime
    end: datetime


def stretches(spans: Iterable[Span], start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """The window in pieces, in order and end to end, no two neighbours alike.

    Where spans overlap (a clock was set back) and do not agree, nothing is known. Raises ValueError for a window that
    ends before it begins.
    """
    if end < start:
        raise ValueError(f"the window ends at {end}, before it begins at {start}")
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    changes: defaultdict[datetime, Counter[State]] = defaultdict(Counter)
    for span in spans:
        first, last = max(span.first.astimezone(UTC), start), min(span.last.astimezone(UTC), end)
        if span.state.conclusive and first < last:
            changes[first][span.state] += 1
            changes[last][span.state] -= 1
    going_on: Counter[State] = Counter()
    pieces = []
    for here, there in pairwise(sorted({start, end, *changes})):
        going_on.update(changes[here])
        states = [state for state, spans_now in going_on.items() if spans_now]
        pieces.append(Stretch(states[0] if len(states) == 1 else None, here, there))
    alike = (tuple(group) for _, group in groupby(pieces, key=lambda piece: piece.state))
    return tuple(Stretch(group[0].state, group[0].start, group[-1].end) for group in alike)


def availability_over(spans: Iterable[Span], start: datetime, end: datetime) -> Share:
    """What the history of one address says of a window. Raises ValueError for a window that ends before it begins."""
    share = Share()
    for piece in stretches(spans, start, end):
        length = piece.end - piece.start
        known = length if piece.state is not None else _NO_TIME
        played = length if piece.state is State.AVAILABLE else _NO_TIME
        share += Share(length, played, known)
    return share


def _part(part: timedelta, whole: timedelta, *, nothing: int) -> Fraction:
    """An exact quotient of times; `nothing` is what is said of a whole without length."""
    return Fraction(part // _TICK, whole // _TICK) if whole else Fraction(nothing)

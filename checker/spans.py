"""This file is history as spans: stretches of looks that agree, so that it grows with what changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import reduce

from checker.verdict import Detail, Observation, State


@dataclass(frozen=True, slots=True)
class Span:
    """Agreeing looks at one address: the first and the last (UTC), and how many they were."""

    url: str
    state: State
    detail: Detail | None
    first: datetime
    last: datetime
    looks: int = 1


def extend(last: Span | None, seen: Observation, *, gap: timedelta) -> Span:
    """The last span made longer, if this look agrees with it and comes soon enough; else a new span of this one look.

    After a pause longer than `gap` nobody can say what was in between, even where both ends agree.
    """
    verdict = seen.verdict
    new = Span(seen.url, verdict.state, verdict.detail, seen.at, seen.at)
    if last is None or (last.state, last.detail) != (new.state, new.detail) or new.first - last.last > gap:
        return new
    return replace(last, last=max(last.last, seen.at), looks=last.looks + 1)


def spans_of(observations: Iterable[Observation], before: tuple[Span, ...] = (), *, gap: timedelta) -> tuple[Span, ...]:
    """The history after more looks at one address, oldest first; `gap` is the longest pause inside a span."""

    def add(spans: tuple[Span, ...], seen: Observation) -> tuple[Span, ...]:
        span = extend(spans[-1] if spans else None, seen, gap=gap)
        return (*spans, span) if span.looks == 1 else (*spans[:-1], span)

    return reduce(add, observations, before)

"""This file is history as spans: stretches of looks that agree, so that it grows with what changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
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


def extend(last: Span | None, seen: Observation) -> Span:
    """The last span made longer, if this look agrees with it; else a new span of this one look."""
    verdict = seen.verdict
    if last is not None and (last.state, last.detail) == (verdict.state, verdict.detail):
        return replace(last, last=max(last.last, seen.at), looks=last.looks + 1)
    return Span(seen.url, verdict.state, verdict.detail, seen.at, seen.at)


def spans_of(observations: Iterable[Observation], before: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """The history after more looks at one address, oldest first."""
    return reduce(_add, observations, before)


def _add(spans: tuple[Span, ...], seen: Observation) -> tuple[Span, ...]:
    span = extend(spans[-1] if spans else None, seen)
    return (*spans, span) if span.looks == 1 else (*spans[:-1], span)

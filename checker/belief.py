"""This file is how looks become belief: a fold that is slow to alarm, quick to reassure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import reduce

from checker.verdict import Detail, Observation, State

PATIENCE = timedelta(minutes=30)
"""How far apart two agreeing looks must be before bad news is believed (ARCHITECTURE, Truth, rule 3)."""


@dataclass(frozen=True, slots=True)
class Belief:
    """What we hold to be true of an address: since when, and when a look last confirmed it (both UTC)."""

    state: State
    detail: Detail | None
    reason: str
    since: datetime
    confirmed_at: datetime


@dataclass(frozen=True, slots=True)
class Opinion:
    """A belief, if any, and a doubt, if any: bad news seen since `doubt.since` but not yet believed."""

    belief: Belief | None = None
    doubt: Belief | None = None


def fold(opinion: Opinion, seen: Observation) -> Opinion:
    """The opinion after one more look. Looks must come in the order of their times."""
    verdict = seen.verdict
    if not verdict.state.conclusive:
        return opinion
    belief, doubt = opinion.belief, opinion.doubt
    fresh = Belief(verdict.state, verdict.detail, verdict.reason, seen.at, seen.at)
    if belief is not None and _same(belief, fresh):
        return Opinion(replace(fresh, since=belief.since))
    if doubt is not None and _same(doubt, fresh):
        fresh = replace(fresh, since=doubt.since)
    sure = verdict.state is State.AVAILABLE or verdict.agreed or seen.at - fresh.since >= PATIENCE
    return Opinion(fresh) if sure else Opinion(belief, fresh)


def opinion_of(observations: Iterable[Observation], before: Opinion | None = None) -> Opinion:
    """Fold many looks at one address, oldest first."""
    return reduce(fold, observations, before or Opinion())


def _same(one: Belief, other: Belief) -> bool:
    return (one.state, one.detail) == (other.state, other.detail)

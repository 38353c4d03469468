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


def question(opinion: Opinion, seen: Observation) -> Opinion:
    """The opinion after a look that is not to change any belief: what it saw that differs becomes a doubt."""
    after = fold(opinion, seen)
    if _held(after) == _held(opinion):
        return after
    asked = after.belief if after.doubt is None else after.doubt
    return Opinion(opinion.belief, asked)


def is_news(before: Opinion, seen: Observation) -> bool:
    """Would this look change what is held of an address, or cast a doubt on it?

    That an address of which nothing was held plays is no news: there is nothing that it could overthrow.
    """
    if before == Opinion() and seen.verdict.state is State.AVAILABLE:
        return False
    after = fold(before, seen)
    return _held(after) != _held(before) or (after.doubt is None) != (before.doubt is None)


def opinion_of(observations: Iterable[Observation], before: Opinion | None = None) -> Opinion:
    """Fold many looks at one address, oldest first."""
    return reduce(fold, observations, before or Opinion())


def _held(opinion: Opinion) -> tuple[State, Detail | None] | None:
    return None if opinion.belief is None else (opinion.belief.state, opinion.belief.detail)


def _same(one: Belief, other: Belief) -> bool:
    return (one.state, one.detail) == (other.state, other.detail)

"""This file is whether the instrument itself is sound: control videos, and links that turn bad in one wave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from checker.belief import PATIENCE, Opinion
from checker.verdict import Observation, State, Verdict, sentence

FEWEST = 5
"""A wave has at least so many links of one site ..."""

PART = 5
"""... and is at least one link in so many of the site's links that the sweep looked at (PROVIDERS section 5)."""

SUSPECT = sentence("This sweep is suspect, because a control video came out wrong, so what it saw is not believed.")


class Expected(StrEnum):
    """What a control is known to be; `removed` also stands for what never was."""

    AVAILABLE = "available"
    REMOVED = "removed"


class Instrument(StrEnum):
    """Whether a sweep can be believed."""

    TRUSTED = "trusted"
    SUSPECT = "suspect"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Control:
    """An address of one site whose true state is known before it is asked about."""

    provider: str
    url: str
    expected: Expected


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a sweep found where it knew the answer.

    `doubtful` says that the control itself is in question: it never came out right before, and links of the same
    site show that the site can well say what it did not say of the control.
    """

    provider: str
    url: str
    expected: Expected
    found: State
    doubtful: bool = False

    @property
    def right(self) -> bool | None:
        """Did the control come out right? None where the answer did not speak about the video."""
        return _as_expected(self.expected, self.found) if self.found.conclusive else None

    @property
    def wrong(self) -> bool:
        """Does it speak against the sweep?"""
        return self.right is False and not self.doubtful


@dataclass(frozen=True, slots=True)
class Wave:
    """So many of the links of one site, of those looked at, turned bad in one sweep."""

    provider: str
    bad: int
    links: int


def outcome(
    control: Control, found: State, *, proven: bool, questioned: bool = False, others: Collection[State]
) -> Outcome:
    """What came of a control. `proven`: it came out right in an earlier sweep; `others`: of its site's links.

    A video that is known to play may be gone one day, and an example of ours may not be known where we are used. So a
    control that never came out right proves nothing against a site that says of others what was expected of it, in
    this sweep or an earlier one (`questioned`): a sweep over what is due may see bad links alone.
    """
    contradicted = questioned or any(_as_expected(control.expected, state) for state in others)
    return Outcome(control.provider, control.url, control.expected, found, doubtful=contradicted and not proven)


def instrument(outcomes: Iterable[Outcome], waves: Iterable[Wave] = ()) -> Instrument:
    """Suspect, if a control came out wrong or there is a wave; trusted, if all controls came out right.

    Where there was no control, or one of them is doubtful or got no answer that speaks about a video, it is unchecked.
    """
    came = tuple(outcomes)
    if any(one.wrong for one in came) or tuple(waves):
        return Instrument.SUSPECT
    return Instrument.TRUSTED if {one.right for one in came} == {True} else Instrument.UNCHECKED


def newly_bad(before: Opinion, verdict: Verdict) -> bool:
    """Is this the first look that finds a link worse than it was believed to be?"""
    if not verdict.state.conclusive:
        return False
    held = _badness(before.belief.state) if before.belief is not None else 0
    doubted = _badness(before.doubt.state) if before.doubt is not None else 0
    return _badness(verdict.state) > max(held, doubted)


def waves(looks: Iterable[tuple[str, Opinion, Observation]]) -> tuple[Wave, ...]:
    """The waves in a sweep's looks: site, what was believed of the link before, and what was found when.

    A link of which nothing was believed has not turned: a first sweep over many dead links is no wave. One that is
    seen again too soon to confirm its doubt is still turning: a wave is not over because somebody looks at it twice.
    """
    bad: Counter[str] = Counter()
    links: Counter[str] = Counter()
    for provider, before, look in looks:
        links[provider] += 1
        bad[provider] += _turns_bad(before, look)
    return tuple(
        Wave(provider, count, links[provider])
        for provider, count in sorted(bad.items())
        if count >= FEWEST and count * PART >= links[provider]
    )


def _turns_bad(before: Opinion, look: Observation) -> bool:
    fresh = before.doubt is not None and look.at - before.doubt.since < PATIENCE
    return before.belief is not None and newly_bad(Opinion(before.belief) if fresh else before, look.verdict)


def _as_expected(expected: Expected, found: State) -> bool:
    return found.broken if expected is Expected.REMOVED else found is State.AVAILABLE


def _badness(state: State) -> int:
    if state.broken:
        return 2
    return 0 if state is State.AVAILABLE else 1

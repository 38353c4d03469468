"""This file is what a check found: the value that every format of `check` prints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from catalogue.review import Finding, Level
from checker import Expected, State, Sweep, Verdict
from checker.verdict import caveats


@dataclass(frozen=True, slots=True)
class Result:
    """One address in one place; message and language are None for an address that was given by itself.

    `known_bad` is true when this look or what was believed before says that the link is broken. `findings` are the
    editorial ones; they never change the verdict.
    """

    message: str | None
    language: str | None
    url: str
    provider: str | None
    video_id: str | None
    verdict: Verdict
    checked_at: datetime
    confirmed: bool
    known_bad: bool
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A sweep and its results, in the order of the catalogue, then of the addresses as given."""

    sweep: Sweep
    results: tuple[Result, ...]

    def count(self, state: State) -> int:
        """How many results are in this state."""
        return sum(result.verdict.state is state for result in self.results)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What limited the looks, each thing once; sentences."""
        return caveats(result.verdict for result in self.results)

    @property
    def broken(self) -> bool:
        """Is a link known to be broken?"""
        return any(result.known_bad for result in self.results)

    @property
    def doubtful(self) -> bool:
        """Is there anything, short of broken, that a person should look at?"""
        return any(result.verdict.state in {State.RESTRICTED, State.NOT_YET} for result in self.results)

    def finds(self, level: Level) -> bool:
        """Is there an editorial finding of this level?"""
        return any(finding.level is level for result in self.results for finding in result.findings)

    @property
    def unjudged(self) -> bool:
        """Is there a link that could not be judged?

        Where what never was a video came out as one, no good news can be believed either.
        """
        credulous = any(one.expected is Expected.REMOVED and one.wrong for one in self.sweep.controls)
        return credulous or not all(result.verdict.state.conclusive for result in self.results)

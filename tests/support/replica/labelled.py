"""This file is a link whose truth is known beforehand: what a person would find who looked."""

from __future__ import annotations

from dataclasses import dataclass

STATES = frozenset("available restricted private removed not_yet invalid rate_limited unreachable unknown".split())
DETAILS = frozenset("embedding age region domain password members login".split())
"""The words of CONTRACT's `check --format json`, once more on purpose: a label owes the product nothing."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One link: the site it belongs to, the truth about it, and why that is the truth (PROVIDERS' tables).

    `also` are the verdicts that are no mistake either, because PROVIDERS says that the site does not let one tell;
    `keyless` are those that are none only for who has no key to ask with; `keyed` is what a key makes known of a link
    of which otherwise nothing, or something else, can be known.
    """

    url: str
    provider: str
    state: str
    why: str
    detail: str | None = None
    also: frozenset[str] = frozenset()
    keyless: frozenset[str] = frozenset()
    keyed: str | None = None

    def __post_init__(self) -> None:
        """Refuse words that no answer of the product could hold."""
        if not self.accepted() | self.accepted(key=True) <= STATES or self.detail not in DETAILS | {None}:
            message = f"{self.url}: {sorted(self.accepted())}, {self.keyed}, {self.detail} are not words of CONTRACT"
            raise ValueError(message)
        if self.detail is not None and self.state != "restricted":
            message = f"{self.url}: only what is restricted has a detail"
            raise ValueError(message)

    def accepted(self, *, key: bool = False) -> frozenset[str]:
        """The states that are right, with or without a key."""
        if key:
            return frozenset({self.keyed}) if self.keyed else self.also | {self.state}
        return self.also | self.keyless | {self.state}

    @property
    def dead(self) -> bool:
        """Is there nobody, of those who follow the link, who sees the video? What was never a video cannot die."""
        return self.state in {"private", "removed"}

    def allows(self, state: str, detail: str | None, *, key: bool = False) -> bool:
        """Is this verdict right? Where it is the truth itself, so must the detail be."""
        return state in self.accepted(key=key) and (state != self.state or detail == self.detail)

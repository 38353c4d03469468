"""This file is where YouTube lets a video be seen, held against our countries (facts: PROVIDERS.md sections 1.5, 5)."""

from __future__ import annotations

from enum import Enum, auto

_ALL = 249
"""So many country codes are all of them (section 1.4, `availableCountries`)."""


class Reach(Enum):
    """How a region rule concerns the countries we speak to."""

    FULL = auto()
    """It shuts none of ours out."""
    UNJUDGED = auto()
    """It shuts some countries out, and we have named none as ours."""
    PARTIAL = auto()
    """It shuts some of ours out."""
    NOT_OURS = auto()
    """It shuts all of ours out."""
    NOWHERE = auto()
    """It shuts every country out."""


def reach(rule: object, countries: frozenset[str]) -> Reach | None:
    """What `contentDetails.regionRestriction` means for these countries (ISO 3166-1 alpha-2); None if it is unreadable.

    No rule, or nothing blocked, is everywhere; nothing allowed is nowhere (section 1.5).
    """
    if rule is None:
        return Reach.FULL
    if not isinstance(rule, dict):
        return None
    allowed, blocked = _codes(rule.get("allowed")), _codes(rule.get("blocked", []))
    if blocked is None or (allowed is None and rule.get("allowed") is not None):
        return None
    if (allowed is not None and not allowed - blocked) or len(blocked) >= _ALL:
        return Reach.NOWHERE
    if not countries:
        return Reach.UNJUDGED if blocked or allowed is not None else Reach.FULL
    shut = (countries & blocked) | (frozenset() if allowed is None else countries - allowed)
    if not shut:
        return Reach.FULL
    return Reach.NOT_OURS if shut == countries else Reach.PARTIAL


def _codes(value: object) -> frozenset[str] | None:
    """A list of country codes; None for what is none."""
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        return None
    return frozenset(code.upper() for code in value)

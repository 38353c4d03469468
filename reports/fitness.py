"""This file is what may be done with an address in somebody's page, by what is believed of its video."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from checker import Belief, Detail, State


class Fitness(IntEnum):
    """From worst to best: nothing leads to it any more, a link does, a player does."""

    GONE = 0
    LINKED = 1
    PLAYED = 2


_RESTRICTED: Mapping[Detail | None, Fitness] = {
    Detail.EMBEDDING: Fitness.LINKED,
    Detail.AGE: Fitness.LINKED,
    Detail.LOGIN: Fitness.LINKED,
    Detail.MEMBERS: Fitness.LINKED,
    Detail.REGION: Fitness.PLAYED,
    Detail.DOMAIN: Fitness.PLAYED,
    Detail.PASSWORD: Fitness.PLAYED,
    None: Fitness.PLAYED,
}
"""What a player still does for those who may watch: by age or sign-in they are sent to the site (PROVIDERS 1.6); within
countries or sites it plays where it may; for a password it asks."""


def fitness(belief: Belief | None) -> Fitness:
    """What may be done with an address of which this is believed; of nothing known nothing bad is assumed."""
    if belief is None:
        return Fitness.PLAYED
    if belief.state.broken:
        return Fitness.GONE
    return _RESTRICTED[belief.detail] if belief.state is State.RESTRICTED else Fitness.PLAYED

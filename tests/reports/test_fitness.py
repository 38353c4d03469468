from __future__ import annotations

from datetime import UTC, datetime

import pytest

from checker import Belief, Detail, State
from reports.fitness import Fitness, fitness

DAY = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "detail", "expected"),
    [
        (State.AVAILABLE, None, Fitness.PLAYED),
        (State.NOT_YET, None, Fitness.PLAYED),
        (State.RESTRICTED, None, Fitness.PLAYED),
        (State.RESTRICTED, Detail.REGION, Fitness.PLAYED),
        (State.RESTRICTED, Detail.DOMAIN, Fitness.PLAYED),
        (State.RESTRICTED, Detail.PASSWORD, Fitness.PLAYED),
        (State.RESTRICTED, Detail.EMBEDDING, Fitness.LINKED),
        (State.RESTRICTED, Detail.AGE, Fitness.LINKED),
        (State.RESTRICTED, Detail.LOGIN, Fitness.LINKED),
        (State.RESTRICTED, Detail.MEMBERS, Fitness.LINKED),
        (State.PRIVATE, None, Fitness.GONE),
        (State.REMOVED, None, Fitness.GONE),
        (State.INVALID, None, Fitness.GONE),
    ],
)
def test_what_is_believed_decides_how_a_video_may_be_shown(
    state: State, detail: Detail | None, expected: Fitness
) -> None:
    assert fitness(Belief(state, detail, "So it is.", DAY, DAY)) is expected


def test_of_what_nothing_is_believed_nothing_bad_is_assumed() -> None:
    assert fitness(None) is Fitness.PLAYED


@pytest.mark.parametrize("detail", [None, *Detail])
def test_every_restriction_has_its_answer(detail: Detail | None) -> None:
    assert fitness(Belief(State.RESTRICTED, detail, "So it is.", DAY, DAY)) > Fitness.GONE

"""The picture of a history: every stretch in its place, and no look too short to be seen."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import Span, State
from reports.timeline import Mark, marks

START = datetime(2026, 11, 1, tzinfo=UTC)
DAY = timedelta(days=1)
END = START + 10 * DAY
GOOD, GONE, AWAY = State.AVAILABLE, State.REMOVED, State.UNREACHABLE


def span(state: State, first: float, last: float) -> Span:
    return Span("u", state, None, START + first * DAY, START + last * DAY)


@pytest.mark.parametrize(
    ("spans", "drawn"),
    [
        ([], []),
        ([span(GOOD, -5, 20)], [Mark(GOOD, 0, 100)]),
        ([span(GOOD, 0, 2.5), span(GONE, 5, 10)], [Mark(GOOD, 0, 25), Mark(GONE, 50, 100)]),
        ([span(AWAY, 0, 10)], []),
        ([span(GOOD, 5, 5)], [Mark(GOOD, 50, 50)]),
        # Too short to be seen: a bar without width, and a stroke over it.
        ([span(GONE, 5, 5.01)], [Mark(GONE, 50, 50.1), Mark(GONE, 50, 50)]),
        ([span(GOOD, 10, 10)], [Mark(GOOD, 100, 100)]),
        ([span(GOOD, -1, -1), span(GONE, 11, 11)], []),
    ],
)
def test_what_is_drawn(spans: list[Span], drawn: list[Mark]) -> None:
    assert list(marks(spans, START, END)) == drawn


places = st.floats(-2, 12, allow_nan=False)


@given(st.lists(st.tuples(st.sampled_from(sorted(State)), places, places), max_size=6))
def test_nothing_is_drawn_outside(found: list[tuple[State, float, float]]) -> None:
    spans = [span(state, min(one, two), max(one, two)) for state, one, two in found]
    for mark in marks(spans, START, END):
        assert 0 <= mark.start <= mark.end <= 100
        assert mark.state.conclusive

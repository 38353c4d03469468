"""This file tests availability over a window: bounds that are never too narrow, and never wider than they must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import Observation, Share, Span, State, Stretch, Verdict, availability_over, stretches
from checker.spans import spans_of
from checker.verdict import Detail

START = datetime(2026, 5, 17, tzinfo=UTC)
HOUR = timedelta(hours=1)
GAP = timedelta(hours=48)
LETTERS = {
    "a": State.AVAILABLE,
    "e": State.RESTRICTED,
    "p": State.PRIVATE,
    "r": State.REMOVED,
    "n": State.NOT_YET,
    "i": State.INVALID,
    "?": State.UNREACHABLE,
    "w": State.RATE_LIMITED,
    "u": State.UNKNOWN,
}


def at(hours: float) -> datetime:
    return START + hours * HOUR


def span(letter: str, first: float, last: float) -> Span:
    return Span("u", LETTERS[letter], None, at(first), at(last), 1 if first == last else 2)


def look(letter: str, hours: float) -> Observation:
    return Observation("u", at(hours), Verdict(LETTERS[letter], ""))


def share(spans: list[Span], start: float = 0, end: float = 10) -> tuple[float, float, float]:
    """The window, what was played, and what is known, in hours."""
    found = availability_over(spans, at(start), at(end))
    return found.window / HOUR, found.played / HOUR, found.known / HOUR


@pytest.mark.parametrize(
    ("spans", "played", "known"),
    [
        ([], 0, 0),
        ([span("a", 0, 10)], 10, 10),
        ([span("a", -5, 15)], 10, 10),  # clipped to the window
        ([span("a", -5, 0)], 0, 0),
        ([span("a", 10, 15)], 0, 0),
        ([span("a", 2, 6)], 4, 4),  # before the first look and after the last one: not known
        ([span("a", 3, 3)], 0, 0),  # one look has no length
        ([span("a", 0, 4), span("p", 6, 10)], 4, 8),  # between the last good and the first bad look: not known
        ([span("a", 0, 4), span("a", 6, 10)], 8, 8),  # nobody looked between
        ([span("?", 0, 10)], 0, 0),
        ([span("w", 0, 5), span("u", 5, 10)], 0, 0),
        ([span("a", 0, 4), span("?", 5, 6), span("a", 7, 10)], 7, 7),
        ([span("e", 0, 10)], 0, 10),  # restricted is known, and is not playing
        ([span("n", 0, 4), span("i", 4, 6), span("r", 6, 10)], 0, 10),
        ([span("a", 0, 6), span("a", 4, 10)], 10, 10),  # a clock was set back: no time counts twice
        ([span("a", 0, 6), span("p", 4, 10)], 4, 8),  # and what contradicts itself is not known
        ([span("a", 0, 10), span("p", 5, 5)], 10, 10),
        ([span("a", 0, 10), span("?", 3, 6)], 10, 10),
        ([span("a", 0, 10), span("a", 0, 10)], 10, 10),
    ],
)
def test_what_a_history_says_of_ten_hours(spans: list[Span], played: float, known: float) -> None:
    assert share(spans) == (10, played, known)
    assert share(spans[::-1]) == (10, played, known)


@pytest.mark.parametrize(
    ("value", "at_least", "at_most", "of_known"),
    [
        (Share(10 * HOUR, 6 * HOUR, 8 * HOUR), Fraction(6, 10), Fraction(8, 10), Fraction(6, 8)),
        (Share(10 * HOUR, 10 * HOUR, 10 * HOUR), Fraction(1), Fraction(1), Fraction(1)),
        (Share(10 * HOUR, timedelta(), 10 * HOUR), Fraction(0), Fraction(0), Fraction(0)),
        (Share(10 * HOUR), Fraction(0), Fraction(1), None),
        (Share(), Fraction(0), Fraction(1), None),
    ],
)
def test_the_bounds_of_a_share(value: Share, at_least: Fraction, at_most: Fraction, of_known: Fraction | None) -> None:
    assert (value.at_least, value.at_most, value.of_known) == (at_least, at_most, of_known)
    assert value.certain == 1 - (value.at_most - value.at_least)


def test_bounds_are_exact_even_over_a_hundred_thousand_links_and_ten_years() -> None:
    whole = timedelta(days=3652) * 100_000
    moment = timedelta(microseconds=1)
    assert Share(whole, whole - moment, whole).at_least < 1
    assert Share(whole, timedelta(), whole - moment).at_most > 0


def test_shares_add_up() -> None:
    total = Share(10 * HOUR, 6 * HOUR, 8 * HOUR) + Share(10 * HOUR, timedelta(), HOUR)
    assert total == Share(20 * HOUR, 6 * HOUR, 9 * HOUR)
    assert total.unknown == 11 * HOUR
    assert sum([total, total], Share()) == Share(40 * HOUR, 12 * HOUR, 18 * HOUR)


@pytest.mark.parametrize(("window", "played", "known"), [(1, 0, 2), (2, 2, 1), (1, -1, 1), (-1, 0, 0), (0, 0, 1)])
def test_a_share_refuses_what_it_cannot_be(window: int, played: int, known: int) -> None:
    with pytest.raises(ValueError, match="cannot be parts of"):
        Share(window * HOUR, played * HOUR, known * HOUR)


def test_the_pieces_of_a_window_come_in_order() -> None:
    spans = [span("a", -3, 2), span("?", 3, 4), span("p", 5, 7), span("p", 7, 8), span("a", 8, 20)]
    assert stretches(spans, at(0), at(10)) == (
        Stretch(State.AVAILABLE, at(0), at(2)),
        Stretch(None, at(2), at(5)),
        Stretch(State.PRIVATE, at(5), at(8)),
        Stretch(State.AVAILABLE, at(8), at(10)),
    )
    assert stretches([], at(0), at(10)) == (Stretch(None, at(0), at(10)),)


def test_spans_of_one_state_and_two_details_are_one_piece() -> None:
    ages = replace(span("e", 0, 4), detail=Detail.AGE)
    regions = replace(span("e", 4, 10), detail=Detail.REGION)
    assert stretches([ages, regions], at(0), at(10)) == (Stretch(State.RESTRICTED, at(0), at(10)),)


def test_a_window_without_length_holds_nothing() -> None:
    assert stretches([span("a", 0, 10)], at(5), at(5)) == ()
    assert availability_over([span("a", 0, 10)], at(5), at(5)) == Share()


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        availability_over([], at(1), at(0))


class Alpine(tzinfo):
    """A clock on a wall, put back from 3 to 2 on 25 October 2026 as Europe does."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        assert moment is not None
        summer = moment.replace(tzinfo=None, fold=0) < datetime(2026, 10, 25, 3 - moment.fold)  # noqa: DTZ001 - the wall's own time
        return timedelta(hours=2 if summer else 1)

    def dst(self, moment: datetime | None) -> timedelta:
        return self.utcoffset(moment) - HOUR

    def tzname(self, moment: datetime | None) -> str:
        return str(self.utcoffset(moment))


def test_the_day_on_which_a_clock_is_put_back_has_twenty_five_hours() -> None:
    wall = Alpine()
    start, end = datetime(2026, 10, 25, tzinfo=wall), datetime(2026, 10, 26, tzinfo=wall)
    history = [Span("u", State.AVAILABLE, None, start, datetime(2026, 10, 25, 12, tzinfo=wall), 2)]
    assert availability_over(history, start, end) == Share(25 * HOUR, 13 * HOUR, 13 * HOUR)


# Times in minutes, so that many of them meet and overlap.
minutes = st.integers(0, 600)
states = st.sampled_from(sorted(State))


@st.composite
def any_spans(draw: st.DrawFn) -> list[Span]:
    """Spans as no ledger should hold them: in any order, overlapping, twice."""
    found = []
    for state, one, two in draw(st.lists(st.tuples(states, minutes, minutes), max_size=8)):
        found.append(Span("u", state, None, at(min(one, two) / 60), at(max(one, two) / 60), 2))
    return found


@st.composite
def windows(draw: st.DrawFn) -> tuple[datetime, datetime]:
    one, two = sorted(draw(st.tuples(minutes, minutes)))
    return at(one / 60), at(two / 60)


@given(any_spans(), windows())
def test_known_and_unknown_are_the_window_and_the_bounds_are_bounds(
    spans: list[Span], window: tuple[datetime, datetime]
) -> None:
    found = availability_over(spans, *window)
    assert found.window == window[1] - window[0]
    assert found.unknown + found.known == found.window
    assert 0 <= found.at_least <= found.at_most <= 1
    assert found.of_known is None or found.window == timedelta() or 0 <= found.of_known <= 1


@given(any_spans(), windows())
def test_the_pieces_fill_the_window_end_to_end(spans: list[Span], window: tuple[datetime, datetime]) -> None:
    pieces = stretches(spans, *window)
    assert sum((piece.end - piece.start for piece in pieces), timedelta()) == window[1] - window[0]
    assert all(one.end == two.start and one.state is not two.state for one, two in pairwise(pieces))
    assert all(piece.start < piece.end for piece in pieces)
    assert not pieces or (pieces[0].start, pieces[-1].end) == window


@given(any_spans(), windows(), minutes)
def test_a_window_cut_in_two_adds_up(spans: list[Span], window: tuple[datetime, datetime], cut: int) -> None:
    start, end = window
    middle = min(max(at(cut / 60), start), end)
    halves = availability_over(spans, start, middle) + availability_over(spans, middle, end)
    assert halves == availability_over(spans, start, end)


@given(any_spans(), windows(), st.integers(-14, 14), st.integers(-14, 14))
def test_time_zones_change_nothing(spans: list[Span], window: tuple[datetime, datetime], here: int, there: int) -> None:
    one, two = timezone(here * HOUR), timezone(there * HOUR)
    moved = [replace(span, first=span.first.astimezone(one), last=span.last.astimezone(two)) for span in spans]
    found = availability_over(moved, window[0].astimezone(two), window[1].astimezone(one))
    assert found == availability_over(spans, *window)
    assert all(piece.start.tzinfo is UTC for piece in stretches(moved, *window))


@given(any_spans(), windows())
def test_spans_told_twice_or_in_another_order_change_nothing(
    spans: list[Span], window: tuple[datetime, datetime]
) -> None:
    assert availability_over([*spans[::-1], *spans], *window) == availability_over(spans, *window)


# Looks as they are made: in the order of their times, some at the same time, some after a long silence.
stories = st.lists(st.tuples(st.sampled_from("ape?"), st.sampled_from([0, 1, 12, 24, 47, 48, 49, 200])), max_size=25)


def looks_of(story: list[tuple[str, int]]) -> list[Observation]:
    hours, looks = 0, []
    for letter, pause in story:
        hours += pause
        looks.append(look(letter, hours))
    return looks


def over(looks: list[Observation]) -> Share:
    return availability_over(spans_of(looks, gap=GAP), at(-10), at(1000))


@given(stories, st.integers(0, 25))
def test_a_history_told_in_pieces_gives_the_same_share(story: list[tuple[str, int]], cut: int) -> None:
    looks = looks_of(story)
    pieces = spans_of(looks[cut:], spans_of(looks[:cut], gap=GAP), gap=GAP)
    assert availability_over(pieces, at(-10), at(1000)) == over(looks)


@given(stories, st.data())
def test_another_look_that_agrees_never_widens_the_bounds(story: list[tuple[str, int]], data: st.DataObject) -> None:
    looks = looks_of(story)
    if not looks:
        return
    place = data.draw(st.integers(0, len(looks) - 1))
    before = looks[place]
    latest = looks[place + 1].at if place + 1 < len(looks) else before.at + 300 * HOUR
    between = data.draw(st.integers(0, (latest - before.at) // HOUR))
    more = [*looks[: place + 1], replace(before, at=before.at + between * HOUR), *looks[place + 1 :]]
    old, new = over(looks), over(more)
    assert old.at_least <= new.at_least <= new.at_most <= old.at_most


@given(stories, st.data())
def test_a_look_that_could_not_tell_never_makes_more_known(story: list[tuple[str, int]], data: st.DataObject) -> None:
    looks = looks_of(story)
    place = data.draw(st.integers(0, len(looks)))
    when = looks[place - 1].at if place else START
    old, new = over(looks), over([*looks[:place], Observation("u", when, Verdict(State.UNKNOWN, "")), *looks[place:]])
    assert new.at_least <= old.at_least <= old.at_most <= new.at_most

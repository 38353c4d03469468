"""This file tests how looks become belief, and history, and the time of the next look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import Belief, Observation, Opinion, State, Verdict, fold, opinion_of
from checker.agenda import Pace
from checker.belief import is_news, question
from checker.spans import extend, spans_of
from checker.verdict import Detail

START = datetime(2026, 5, 17, tzinfo=UTC)
GAP = Pace().gap
UNSURE = (State.UNKNOWN, State.UNREACHABLE, State.RATE_LIMITED)
LETTERS = {
    "a": State.AVAILABLE,
    "p": State.PRIVATE,
    "r": State.REMOVED,
    "e": State.RESTRICTED,
    "?": State.UNREACHABLE,
    "u": State.UNKNOWN,
}


def seen(story: str, *, minutes: int = 20, agreed: str = "") -> tuple[Observation, ...]:
    """One look for each letter, so many minutes apart; letters in `agreed` had two questions agree."""
    return tuple(
        Observation(
            "u",
            START + timedelta(minutes=minutes * number),
            Verdict(
                LETTERS[letter],
                f"reason {letter}",
                Detail.EMBEDDING if letter == "e" else None,
                agreed=letter in agreed,
            ),
        )
        for number, letter in enumerate(story)
    )


@pytest.mark.parametrize(
    ("story", "state", "since", "doubt"),
    [
        ("", None, None, None),
        ("a", State.AVAILABLE, 0, None),
        ("p", None, None, State.PRIVATE),
        ("pp", None, None, State.PRIVATE),  # twenty minutes are not thirty
        ("ppp", State.PRIVATE, 0, None),
        ("ap", State.AVAILABLE, 0, State.PRIVATE),
        ("app", State.AVAILABLE, 0, State.PRIVATE),
        ("appp", State.PRIVATE, 1, None),
        ("ap?p", State.PRIVATE, 1, None),  # not knowing between two bad looks changes nothing
        ("a???", State.AVAILABLE, 0, None),
        ("?", None, None, None),
        ("apa", State.AVAILABLE, 0, None),  # good news is believed at once
        ("pppa", State.AVAILABLE, 3, None),
        ("aprp", State.AVAILABLE, 0, State.PRIVATE),  # two kinds of bad news do not agree
        ("arpp", State.AVAILABLE, 0, State.PRIVATE),
        ("eee", State.RESTRICTED, 0, None),
        ("uuuu", None, None, None),
    ],
)
def test_what_is_believed_after_a_story(
    story: str, state: State | None, since: int | None, doubt: State | None
) -> None:
    opinion = opinion_of(seen(story))
    assert (opinion.belief.state if opinion.belief else None) is state
    assert (opinion.doubt.state if opinion.doubt else None) is doubt
    if opinion.belief is not None and since is not None:
        assert opinion.belief.since == START + timedelta(minutes=20 * since)


def test_bad_news_is_believed_at_once_when_two_questions_agree() -> None:
    opinion = opinion_of(seen("ar", agreed="r"))
    assert opinion.belief is not None
    assert (opinion.belief.state, opinion.doubt) == (State.REMOVED, None)


def test_an_agreeing_look_confirms_and_keeps_the_beginning() -> None:
    opinion = opinion_of(seen("aaa"))
    assert opinion.belief is not None
    assert (opinion.belief.since, opinion.belief.confirmed_at) == (START, START + timedelta(minutes=40))


stories = st.text(alphabet="".join(LETTERS), max_size=40)


@given(stories, st.integers(0, 40))
def test_folding_in_pieces_is_folding_at_once(story: str, cut: int) -> None:
    looks = seen(story)
    assert opinion_of(looks[cut:], opinion_of(looks[:cut])) == opinion_of(looks)


@given(stories)
def test_looks_that_could_not_tell_change_nothing(story: str) -> None:
    before = opinion_of(seen(story))
    after = START + timedelta(days=9)
    for state in UNSURE:
        assert fold(before, Observation("u", after, Verdict(state, ""))) == before


@given(stories, st.integers(0, 40), st.sampled_from(sorted(UNSURE)))
def test_a_look_that_could_not_tell_changes_no_belief_wherever_it_comes(story: str, place: int, state: State) -> None:
    looks = seen(story)
    at = looks[min(place, len(looks) - 1)].at if looks else START
    more = (*looks[:place], Observation("u", at, Verdict(state, "", agreed=True)), *looks[place:])
    assert opinion_of(more) == opinion_of(looks)


@given(stories, st.integers(0, 40), st.sampled_from([GAP, timedelta(minutes=19), timedelta()]))
def test_history_in_pieces_is_history_at_once(story: str, cut: int, gap: timedelta) -> None:
    looks = seen(story)
    assert spans_of(looks[cut:], spans_of(looks[:cut], gap=gap), gap=gap) == spans_of(looks, gap=gap)


@given(stories)
def test_spans_hold_every_look_and_change_state_each_time(story: str) -> None:
    spans = spans_of(seen(story), gap=GAP)
    assert sum(span.looks for span in spans) == len(story)
    assert all(one.state is not two.state for one, two in pairwise(spans))
    assert all(one.last < two.first for one, two in pairwise(spans))


def test_a_year_of_agreeing_looks_is_one_span() -> None:
    spans = spans_of(seen("a" * 8760, minutes=60), gap=GAP)
    assert [(span.looks, span.first, span.last) for span in spans] == [(8760, START, START + timedelta(hours=8759))]


@pytest.mark.parametrize(
    ("pause", "spans"),
    [
        (timedelta(), 1),
        (timedelta(hours=24), 1),
        (timedelta(hours=41), 1),  # a missed night
        (timedelta(hours=48), 1),
        (timedelta(hours=48, seconds=1), 2),
        (timedelta(days=7), 2),
    ],
)
def test_a_pause_in_which_nobody_looked_breaks_a_span(pause: timedelta, spans: int) -> None:
    looks = [Observation("u", at, Verdict(State.AVAILABLE, "")) for at in (START, START + pause)]
    assert len(spans_of(looks, gap=Pace().gap)) == spans


def test_another_detail_is_another_span() -> None:
    first = Observation("u", START, Verdict(State.RESTRICTED, "", Detail.AGE))
    other = Observation("u", START, Verdict(State.RESTRICTED, "", Detail.REGION))
    assert extend(extend(None, first, gap=GAP), other, gap=GAP).looks == 1


@pytest.mark.parametrize(
    ("story", "misses", "pause"),
    [
        ("a", 0, timedelta(hours=24)),
        ("p", 0, timedelta(minutes=30)),
        ("ppp", 0, timedelta(hours=24)),
        ("ap?", 1, timedelta(minutes=30)),  # the doubt still waits for its second look
        ("?", 1, timedelta(hours=1)),
        ("??", 2, timedelta(hours=2)),
        ("????", 4, timedelta(hours=8)),
        ("?" * 30, 30, timedelta(hours=24)),
        ("?" * 30, 10_000, timedelta(hours=24)),
    ],
)
def test_when_to_look_again(story: str, misses: int, pause: timedelta) -> None:
    looks = seen(story)
    last = looks[-1]
    assert Pace().next_look(opinion_of(looks), last.verdict, last.at, misses) - last.at == pause


def test_a_second_look_is_never_so_early_that_it_could_not_confirm() -> None:
    looks = seen("p")
    pace = Pace(doubtful=timedelta(minutes=1))
    due = pace.next_look(opinion_of(looks), looks[0].verdict, looks[0].at, 0)
    later = fold(opinion_of(looks), Observation("u", due, looks[0].verdict))
    assert later.belief is not None


def test_an_empty_opinion_holds_nothing() -> None:
    assert opinion_of(()) == Opinion(None, None)


@given(stories, stories)
def test_a_questioned_look_never_changes_a_belief_but_may_cast_a_doubt(before: str, after: str) -> None:
    opinion = opinion_of(seen(before))
    for look in seen(after):
        later = question(opinion, replace(look, at=look.at + timedelta(days=30)))
        assert _state(later.belief) == _state(opinion.belief)
        opinion = later


@pytest.mark.parametrize(
    ("before", "look", "doubt", "since"),
    [
        ("a", "r", State.REMOVED, 900),
        ("a", "a", None, None),
        ("a", "?", None, None),
        ("ar", "r", State.REMOVED, 20),
        ("rrr", "a", State.AVAILABLE, 900),
        ("", "r", State.REMOVED, 900),
        ("", "a", State.AVAILABLE, 900),
        ("ar", "a", None, None),
    ],
)
def test_what_a_questioned_look_saw_waits_for_a_second_one(
    before: str, look: str, doubt: State | None, since: int | None
) -> None:
    """`since` counts minutes."""
    (one,) = seen(look)
    at = START + timedelta(minutes=900)
    asked = question(opinion_of(seen(before)), replace(one, at=at)).doubt
    assert _state(asked) is doubt
    assert (None if asked is None else (asked.since - START) // timedelta(minutes=1)) == since


@pytest.mark.parametrize(
    ("before", "look", "news"),
    [
        ("", "a", False),
        ("", "r", True),
        ("", "?", False),
        ("a", "a", False),
        ("a", "r", True),
        ("a", "?", False),
        ("ar", "a", True),
        ("ar", "r", True),
        ("rrr", "r", False),
        ("rrr", "a", True),
    ],
)
def test_news_is_what_would_change_what_is_held(before: str, look: str, news: bool) -> None:
    (one,) = seen(look)
    assert is_news(opinion_of(seen(before)), replace(one, at=START + timedelta(days=1))) is news


def _state(belief: Belief | None) -> State | None:
    return None if belief is None else belief.state

"""This file tests whether the instrument is judged sound: controls, and waves of bad news."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import Belief, Expected, Instrument, Observation, Opinion, Outcome, State, Verdict, Wave
from checker.controls import Control, instrument, newly_bad, outcome, waves
from checker.providers import CONTROLS, PROVIDERS, provider_named, provider_of, recognise

AT = datetime(2026, 5, 17, tzinfo=UTC)
PLAYS = Control("youtube", "https://youtu.be/jNQXAC9IVRw", Expected.AVAILABLE)
NEVER = Control("youtube", "https://youtu.be/00000000000", Expected.REMOVED)


def held(state: State | None = None, doubt: State | None = None) -> Opinion:
    """An opinion that holds this, and doubts that."""
    return Opinion(
        None if state is None else Belief(state, None, "", AT, AT),
        None if doubt is None else Belief(doubt, None, "", AT, AT),
    )


def seen(state: State, *, minutes: int = 0) -> Observation:
    """A look, so many minutes after what is held began."""
    return Observation("https://youtu.be/OGSyYP5v6PM", AT + timedelta(minutes=minutes), Verdict(state, ""))


@pytest.mark.parametrize(
    ("found", "plays", "never"),
    [
        (State.AVAILABLE, True, False),
        (State.RESTRICTED, False, False),
        (State.NOT_YET, False, False),
        (State.PRIVATE, False, True),
        (State.REMOVED, False, True),
        (State.INVALID, False, True),
        (State.RATE_LIMITED, None, None),
        (State.UNREACHABLE, None, None),
        (State.UNKNOWN, None, None),
    ],
)
def test_a_control_comes_out_right_wrong_or_not_at_all(found: State, plays: bool | None, never: bool | None) -> None:
    for control, right in ((PLAYS, plays), (NEVER, never)):
        came = outcome(control, found, proven=True, others=())
        assert came.right is right
        assert came.wrong is (right is False)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], Instrument.UNCHECKED),
        ([State.AVAILABLE], Instrument.TRUSTED),
        ([State.AVAILABLE, State.AVAILABLE], Instrument.TRUSTED),
        ([State.AVAILABLE, State.UNREACHABLE], Instrument.UNCHECKED),
        ([State.UNREACHABLE, State.RATE_LIMITED], Instrument.UNCHECKED),
        ([State.AVAILABLE, State.REMOVED], Instrument.SUSPECT),
        ([State.UNREACHABLE, State.REMOVED], Instrument.SUSPECT),
    ],
)
def test_a_sweep_is_trusted_when_all_its_controls_came_out_right(found: list[State], expected: Instrument) -> None:
    outcomes = [Outcome("youtube", PLAYS.url, Expected.AVAILABLE, state) for state in found]
    assert instrument(outcomes) is expected
    assert instrument(outcomes, [Wave("youtube", 5, 20)]) is Instrument.SUSPECT


@pytest.mark.parametrize(
    ("control", "found", "proven", "others", "doubtful"),
    [
        (PLAYS, State.REMOVED, False, {State.AVAILABLE, State.REMOVED}, True),
        (PLAYS, State.REMOVED, True, {State.AVAILABLE}, False),
        (PLAYS, State.REMOVED, False, {State.RESTRICTED, State.REMOVED, State.UNREACHABLE}, False),
        (PLAYS, State.REMOVED, False, set(), False),
        (NEVER, State.AVAILABLE, False, {State.PRIVATE}, True),
        (NEVER, State.AVAILABLE, True, {State.PRIVATE}, False),
        (NEVER, State.AVAILABLE, False, {State.AVAILABLE, State.RESTRICTED}, False),
    ],
)
def test_a_control_that_never_came_out_right_proves_nothing_against_what_contradicts_it(
    control: Control, found: State, proven: bool, others: set[State], doubtful: bool
) -> None:
    came = outcome(control, found, proven=proven, others=others)
    assert (came.doubtful, came.wrong) == (doubtful, not doubtful)
    assert instrument([came]) is (Instrument.UNCHECKED if doubtful else Instrument.SUSPECT)


def test_a_control_that_was_in_question_once_stays_so_until_it_comes_out_right() -> None:
    assert outcome(PLAYS, State.REMOVED, proven=False, questioned=True, others=()).doubtful
    assert outcome(PLAYS, State.REMOVED, proven=True, questioned=True, others=()).wrong


@pytest.mark.parametrize(
    ("before", "found", "newly"),
    [
        (held(), State.REMOVED, True),
        (held(), State.AVAILABLE, False),
        (held(), State.UNREACHABLE, False),
        (held(State.AVAILABLE), State.REMOVED, True),
        (held(State.AVAILABLE), State.RESTRICTED, True),
        (held(State.AVAILABLE), State.UNKNOWN, False),
        (held(State.RESTRICTED), State.PRIVATE, True),
        (held(State.RESTRICTED), State.NOT_YET, False),
        (held(State.REMOVED), State.PRIVATE, False),
        (held(State.REMOVED), State.RESTRICTED, False),
        (held(State.AVAILABLE, State.REMOVED), State.REMOVED, False),
        (held(State.AVAILABLE, State.REMOVED), State.PRIVATE, False),
        (held(State.AVAILABLE, State.RESTRICTED), State.REMOVED, True),
        (held(None, State.REMOVED), State.REMOVED, False),
    ],
)
def test_a_link_is_newly_bad_at_the_first_look_that_finds_it_worse(before: Opinion, found: State, newly: bool) -> None:
    assert newly_bad(before, Verdict(found, "")) is newly


@pytest.mark.parametrize(
    ("bad", "good", "wave"),
    [
        (4, 0, ()),
        (5, 0, (Wave("youtube", 5, 5),)),
        (5, 20, (Wave("youtube", 5, 25),)),
        (5, 21, ()),
        (100, 400, (Wave("youtube", 100, 500),)),
        (99, 401, ()),
    ],
)
def test_a_wave_is_a_fifth_of_a_site_and_at_least_five(bad: int, good: int, wave: tuple[Wave, ...]) -> None:
    plays = held(State.AVAILABLE)
    looks = [("youtube", plays, seen(State.REMOVED))] * bad + [("youtube", plays, seen(State.AVAILABLE))] * good
    elsewhere = [("vimeo", plays, seen(State.AVAILABLE))] * 50
    assert waves([*looks, *elsewhere]) == wave


@pytest.mark.parametrize("before", [held(), held(State.REMOVED), held(State.AVAILABLE, State.REMOVED)])
def test_links_that_were_not_believed_good_make_no_wave(before: Opinion) -> None:
    assert waves([("youtube", before, seen(State.REMOVED, minutes=30))] * 50) == ()


@pytest.mark.parametrize(("minutes", "links"), [(0, 5), (29, 5), (30, 0)])
def test_a_wave_is_not_over_because_somebody_looks_again_at_once(minutes: int, links: int) -> None:
    before = held(State.AVAILABLE, State.REMOVED)
    found = waves([("youtube", before, seen(State.REMOVED, minutes=minutes))] * 5)
    assert sum(wave.bad for wave in found) == links


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["vimeo", "x", "youtube"]),
            st.builds(held, st.none() | st.sampled_from(State), st.none() | st.sampled_from(State)),
            st.builds(seen, st.sampled_from(State)),
        )
    )
)
def test_waves_do_not_depend_on_the_order_of_looks(looks: list[tuple[str, Opinion, Observation]]) -> None:
    found = waves(looks)
    assert found == waves(reversed(looks))
    assert all(5 <= wave.bad <= wave.links <= 5 * wave.bad for wave in found)


def test_each_site_that_can_tell_has_two_controls_of_its_own() -> None:
    assert set(CONTROLS) == {
        "dailymotion",
        "facebook",
        "internet-archive",
        "kaltura",
        "rutube",
        "tiktok",
        "unwebtv",
        "vimeo",
        "wikimedia-commons",
        "x",
        "youtube",
    }
    assert set(CONTROLS) < {provider.name for provider in PROVIDERS}


@pytest.mark.parametrize("site", sorted(CONTROLS))
def test_controls_can_be_asked_about(site: str) -> None:
    for url in (CONTROLS[site].plays, CONTROLS[site].never):
        ref = recognise(url)
        assert ref is not None
        assert provider_of(ref) is provider_named(site)
        assert provider_of(ref).impossible(ref) is None

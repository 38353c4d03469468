"""This file tests which looks of a sweep may be remembered before it is known whether it is suspect."""

from __future__ import annotations

from datetime import UTC, datetime

from checker import Belief, Expected, Instrument, Observation, Opinion, State, Verdict, Wave
from checker.controls import SUSPECT, Control
from checker.providers import VideoRef
from checker.verdict import Evidence
from hexaglot.gathering import Gathering, controls_for

AT = datetime(2026, 5, 17, tzinfo=UTC)
PLAYS = Control("youtube", "https://youtu.be/jNQXAC9IVRw", Expected.AVAILABLE)
NEVER = Control("youtube", "https://youtu.be/00000000000", Expected.REMOVED)
REF_PLAYS, REF_NEVER = VideoRef("youtube", "jNQXAC9IVRw"), VideoRef("youtube", "00000000000")
GOOD, BAD = Verdict(State.AVAILABLE, "plays"), Verdict(State.REMOVED, "gone", agreed=True)
HELD = Opinion(Belief(State.AVAILABLE, None, "", AT, AT))
EVIDENCE = (Evidence("GET", "https://o.example/", 404, 9),)


def look(url: str, verdict: Verdict) -> Observation:
    return Observation(url, AT, verdict)


def started(**before: Opinion) -> Gathering:
    gathering = Gathering(before)
    assert gathering.expect([PLAYS, NEVER]) == (REF_PLAYS, REF_NEVER)
    return gathering


def sound(gathering: Gathering) -> None:
    gathering.hear(REF_PLAYS, GOOD)
    gathering.hear(REF_NEVER, BAD)


def test_nothing_of_a_site_is_let_go_before_its_controls_are_heard() -> None:
    gathering = started()
    gathering.see(look("a", GOOD), "youtube", keep=True)
    gathering.see(look("b", GOOD), "vimeo", keep=True)
    assert gathering.let_go() == (look("b", GOOD),)
    sound(gathering)
    assert gathering.let_go() == (look("a", GOOD),)
    assert gathering.let_go() == gathering.rest() == ()
    assert gathering.instrument is Instrument.TRUSTED


def test_news_waits_for_the_end() -> None:
    gathering = started(a=HELD, b=HELD)
    sound(gathering)
    for url, verdict in (("a", BAD), ("b", GOOD), ("c", BAD), ("d", GOOD)):
        gathering.see(look(url, verdict), "youtube", keep=True)
    assert gathering.let_go() == (look("b", GOOD), look("d", GOOD))
    assert gathering.rest() == (look("a", BAD), look("c", BAD))


def test_after_a_wrong_control_what_waits_says_only_that_it_is_not_believed() -> None:
    gathering = started(a=HELD)
    gathering.hear(REF_PLAYS, BAD)
    gathering.see(look("a", Verdict(State.REMOVED, "gone", evidence=EVIDENCE)), "youtube", keep=True)
    gathering.see(look("b", GOOD), "vimeo", keep=True)
    assert gathering.let_go() == ()
    assert gathering.rest() == (
        look("a", Verdict(State.UNKNOWN, SUSPECT, evidence=EVIDENCE)),
        look("b", Verdict(State.UNKNOWN, SUSPECT)),
    )
    assert gathering.instrument is Instrument.SUSPECT
    assert not gathering.is_newly_bad(look("a", BAD))


def test_a_control_that_never_came_out_right_does_not_stop_a_site_that_plays_others() -> None:
    gathering = started(a=HELD)
    gathering.hear(REF_PLAYS, BAD)
    gathering.hear(REF_NEVER, BAD)
    instruments = [gathering.instrument]
    gathering.see(look("a", GOOD), "youtube", keep=True)
    gathering.see(look("b", BAD), "youtube", keep=True)
    assert [*instruments, gathering.instrument] == [Instrument.SUSPECT, Instrument.UNCHECKED]
    assert gathering.let_go() == (look("a", GOOD),)
    assert gathering.rest() == (look("b", BAD),)
    proven = Gathering({}, frozenset({PLAYS}))
    proven.expect([PLAYS])
    proven.hear(REF_PLAYS, BAD)
    proven.see(look("a", GOOD), "youtube", keep=True)
    assert proven.instrument is Instrument.SUSPECT


def test_a_control_that_was_in_question_before_stays_so_in_a_sweep_over_bad_links_alone() -> None:
    gathering = Gathering({"a": HELD}, questioned=frozenset({PLAYS}))
    gathering.expect([PLAYS, NEVER])
    gathering.hear(REF_PLAYS, BAD)
    gathering.hear(REF_NEVER, BAD)
    gathering.see(look("a", BAD), "youtube", keep=True)
    assert gathering.instrument is Instrument.UNCHECKED
    assert gathering.rest() == (look("a", BAD),)


def test_one_control_does_not_speak_for_the_other() -> None:
    gathering = started()
    gathering.hear(REF_PLAYS, BAD)
    gathering.see(look(NEVER.url, GOOD), "youtube", keep=True)
    assert gathering.instrument is Instrument.SUSPECT


def test_a_wave_is_seen_and_what_waited_stays_what_it_was() -> None:
    urls = "abcde"
    gathering = started(**dict.fromkeys(urls, HELD))
    sound(gathering)
    for url in urls:
        assert gathering.is_newly_bad(look(url, BAD))
        gathering.see(look(url, BAD), "youtube", keep=True)
    assert gathering.waves == (Wave("youtube", 5, 5),)
    assert gathering.instrument is Instrument.SUSPECT
    assert gathering.rest() == tuple(look(url, BAD) for url in urls)


def test_what_nobody_wants_kept_is_seen_all_the_same() -> None:
    gathering = started()
    gathering.see(look("a", BAD), None, keep=False)
    assert (gathering.let_go(), gathering.rest(), set(gathering.seen)) == ((), (), {"a"})


def test_a_control_that_nobody_asked_in_time_leaves_the_sweep_unchecked() -> None:
    gathering = started()
    gathering.hear(REF_PLAYS, GOOD)
    gathering.hear(VideoRef("youtube", "somethingelA"), BAD)
    assert gathering.instrument is Instrument.UNCHECKED


def test_controls_are_taken_in_once_and_those_of_other_sites_not_at_all() -> None:
    gathering = started()
    assert gathering.expect([NEVER]) == ()
    assert controls_for(["vimeo", "youtube", "youtube"], {"youtube": (PLAYS,), "x": (NEVER,)}) == (PLAYS,)

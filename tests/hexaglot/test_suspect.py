"""This file tests what becomes of a sweep that cannot be believed, with a clock that we turn."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from checker import Expected, Instrument, Observation, State, Verdict, Wave
from checker.controls import SUSPECT
from checker.ledger import Ledger
from hexaglot.tasks import check
from rehearsal import IDS, NEVER, PLAYS, START, World

URLS = tuple(f"https://youtu.be/{video}" for video in IDS)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, controls=True)


def beliefs(world: World) -> dict[str, State | None]:
    opinions = memory(world).opinions(URLS)
    return {
        url.rpartition("/")[2]: None if (belief := opinions[url].belief) is None else belief.state for url in opinions
    }


def memory(world: World) -> Ledger:
    return Ledger(world.settings.ledger)


ALL_PLAY = dict.fromkeys(IDS, State.AVAILABLE)


def test_a_sweep_whose_controls_come_out_right_is_trusted(world: World) -> None:
    world.days(0.1, world.runner())
    sweep = memory(world).last_sweep()
    assert sweep is not None
    assert sweep.instrument is Instrument.TRUSTED
    assert [(one.provider, one.expected, one.found) for one in sweep.controls] == [
        ("youtube", Expected.AVAILABLE, State.AVAILABLE),
        ("youtube", Expected.REMOVED, State.REMOVED),
    ]
    assert [video for _, video in world.asked][:2] == [PLAYS, NEVER]
    assert beliefs(world) == ALL_PLAY


def test_a_control_that_is_lost_keeps_bad_news_from_being_believed(world: World) -> None:
    runner = world.runner()
    world.days(1, runner)
    world.removed |= {PLAYS, IDS[2]}
    world.days(1, runner)
    sweep = memory(world).last_sweep()
    assert sweep is not None
    assert sweep.instrument is Instrument.SUSPECT
    assert beliefs(world) == ALL_PLAY
    known = memory(world).known(URLS)[URLS[2]]
    assert (known.opinion.doubt, known.seen.verdict.state, known.seen.verdict.reason) == (None, State.UNKNOWN, SUSPECT)
    assert [piece.status for piece in known.seen.verdict.evidence] == [404, 404]
    assert any("THIS SWEEP IS SUSPECT" in line for line in world.said)
    assert any("came out as “removed”. If it is really gone" in line and PLAYS in line for line in world.said)


def test_a_control_that_never_came_out_right_is_in_question_itself(world: World) -> None:
    world.removed |= {PLAYS, IDS[2]}
    world.days(0.04, world.runner())
    sweep = memory(world).last_sweep()
    assert sweep is not None
    assert sweep.instrument is Instrument.UNCHECKED
    assert beliefs(world) == ALL_PLAY | {IDS[2]: State.REMOVED}
    assert any("it has never come out right here" in line and PLAYS in line for line in world.said)


def test_a_control_in_question_does_not_keep_a_second_look_at_one_link_from_being_believed(world: World) -> None:
    runner = world.runner()
    world.removed |= {PLAYS, IDS[2]}
    doubted = Observation(URLS[2], START, Verdict(State.REMOVED, "gone"))
    runner.ledger.record([doubted])
    runner.beat()
    world.now += timedelta(minutes=31)
    runner.beat()
    sweeps = memory(world).sweeps()
    assert [(sweep.links, sweep.instrument) for sweep in sweeps] == [
        (5, Instrument.UNCHECKED),
        (1, Instrument.UNCHECKED),
    ]
    assert beliefs(world) == ALL_PLAY | {IDS[2]: State.REMOVED}


def test_where_nothing_plays_a_control_that_does_not_play_either_is_believed(world: World) -> None:
    world.removed |= {PLAYS, *IDS}
    world.days(0.04, world.runner())
    sweep = memory(world).last_sweep()
    assert sweep is not None
    assert sweep.instrument is Instrument.SUSPECT
    assert beliefs(world) == dict.fromkeys(IDS)


def test_a_site_that_says_yes_to_everything_is_not_believed_either(world: World) -> None:
    runner = world.runner()
    world.private.add(IDS[1])
    world.days(1, runner)
    assert beliefs(world) == ALL_PLAY | {IDS[1]: State.PRIVATE}
    world.private.clear()
    world.removed.clear()
    world.days(1, runner)
    assert beliefs(world) == ALL_PLAY | {IDS[1]: State.PRIVATE}
    assert any("never was a video came out as “plays”" in line for line in world.said)
    world.removed.add(NEVER)
    world.days(1, runner)
    assert beliefs(world) == ALL_PLAY


@pytest.mark.parametrize("target", [URLS[2], "wtisd-2021/es"])
def test_a_suspect_sweep_confirms_nothing_also_of_an_address_given_by_itself(world: World, target: str) -> None:
    world.removed |= {PLAYS, *IDS}
    checked = check(
        world.settings, (target,), world.runner().instruments, progress=lambda _done, _total: None, forgotten=print
    )
    (result,) = checked.results
    assert (result.verdict.state, result.verdict.agreed) == (State.REMOVED, True)
    assert (checked.sweep.instrument, result.confirmed) == (Instrument.SUSPECT, False)


def test_the_next_sound_sweep_is_believed_again(world: World) -> None:
    runner = world.runner()
    world.days(1, runner)
    world.removed |= {PLAYS, IDS[2]}
    world.days(1, runner)
    world.removed.remove(PLAYS)
    world.days(1, runner)
    assert beliefs(world) == ALL_PLAY | {IDS[2]: State.REMOVED}
    assert [sweep.instrument for sweep in memory(world).sweeps()].count(Instrument.TRUSTED) == 2


def test_controls_that_get_no_answer_leave_the_sweep_unchecked(world: World) -> None:
    world.silent |= {PLAYS, NEVER}
    world.removed.add(IDS[0])
    world.days(0.04, world.runner())
    sweep = memory(world).last_sweep()
    assert sweep is not None
    assert sweep.instrument is Instrument.UNCHECKED
    assert beliefs(world) == ALL_PLAY | {IDS[0]: State.REMOVED}


def test_a_wave_is_not_believed_at_its_first_look_but_at_its_second(world: World) -> None:
    runner = world.runner()
    world.days(1, runner)
    world.removed |= set(IDS[:5])
    runner.beat()
    (suspect,) = memory(world).suspect_sweeps(START)
    assert suspect.waves == (Wave("youtube", 5, 6),)
    assert beliefs(world) == ALL_PLAY
    doubts = [memory(world).opinions(URLS)[url].doubt for url in URLS]
    assert [doubt and doubt.state for doubt in doubts] == [State.REMOVED] * 5 + [None]
    assert any(
        "Of 6 links of YouTube that were looked at, 5 turned bad at once." in line.replace("\u00a0", " ")
        for line in world.said
    )
    # What many looks agree on is looked at again soon, and two looks with sound controls are believed.
    world.now += timedelta(minutes=31)
    runner.beat()
    sweep = memory(world).last_sweep()
    assert sweep is not None
    assert (sweep.links, sweep.instrument) == (5, Instrument.TRUSTED)
    assert beliefs(world) == dict.fromkeys(IDS[:5], State.REMOVED) | {IDS[5]: State.AVAILABLE}


def test_a_wave_is_not_confirmed_by_looking_again_at_once(world: World) -> None:
    runner = world.runner()
    world.days(1, runner)
    world.removed |= set(IDS[:5])
    runner.beat()
    world.now += timedelta(minutes=1)
    for url in URLS:
        _make_due(world, url)
    runner.beat()
    assert [sweep.instrument for sweep in memory(world).sweeps()[-2:]] == [Instrument.SUSPECT] * 2
    assert beliefs(world) == ALL_PLAY
    world.now += timedelta(minutes=30)
    runner.beat()
    assert beliefs(world) == dict.fromkeys(IDS[:5], State.REMOVED) | {IDS[5]: State.AVAILABLE}


def test_what_plays_is_believed_in_a_wave_too_however_late_it_is_heard(world: World) -> None:
    runner = world.runner()
    world.days(1, runner)
    with sqlite3.connect(world.folder / "history.sqlite") as database:
        for table in ("links", "spans"):
            database.execute(f"DELETE FROM {table} WHERE url = ?", (URLS[5],))  # noqa: S608 - our own names
    database.close()
    world.removed |= set(IDS[:5])
    runner.beat()
    assert memory(world).opinions(URLS)[URLS[5]].doubt is None
    assert beliefs(world) == ALL_PLAY


def test_news_of_a_sweep_that_was_stopped_is_only_a_doubt(world: World) -> None:
    runner = world.runner()
    world.days(1, runner)
    world.removed |= set(IDS[:5])
    stop = runner.instruments.stop
    world.on_ask = lambda video: stop.set() if video == IDS[1] else None
    runner.beat()
    sweep = memory(world).last_sweep()
    assert sweep is not None
    assert (sweep.complete, sweep.waves) == (False, ())
    assert beliefs(world) == ALL_PLAY
    doubts = [opinion.doubt for opinion in memory(world).opinions(URLS).values() if opinion.doubt is not None]
    assert doubts
    assert {doubt.state for doubt in doubts} == {State.REMOVED}


def test_a_wave_that_passes_leaves_no_trace_in_what_is_believed(world: World) -> None:
    runner = world.runner()
    world.days(1, runner)
    world.removed |= set(IDS[:5])
    runner.beat()
    world.removed -= set(IDS[:5])
    world.now += timedelta(minutes=31)
    runner.beat()
    assert beliefs(world) == ALL_PLAY
    since = {opinion.belief.since for opinion in memory(world).opinions(URLS).values() if opinion.belief is not None}
    assert since == {START}


def test_a_first_sweep_over_many_dead_links_is_no_wave(world: World) -> None:
    world.removed |= set(IDS)
    world.days(0.04, world.runner())
    assert memory(world).suspect_sweeps(START - timedelta(days=1)) == ()
    assert beliefs(world) == dict.fromkeys(IDS, State.REMOVED)


def test_siblings_of_a_link_newly_found_bad_are_looked_at_at_once(world: World) -> None:
    runner = world.runner()
    world.days(0.5, runner)
    # One link is due early; its sisters are not due for half a day.
    world.removed.add(IDS[0])
    ledger = memory(world)
    due_now = World.looks(world)
    _make_due(world, URLS[0])
    runner.beat()
    assert {video: count - due_now[video] for video, count in world.looks().items()} == {
        IDS[0]: 2,
        **dict.fromkeys(IDS[1:], 1),
    }
    assert any(
        "looked at 1 of 1 due and 5 of the same messages or channels, 10 requests" in line for line in world.said
    )
    # They are looked at once for each piece of news, not for ever.
    before = world.looks()
    _make_due(world, URLS[0])
    runner.beat()
    assert {video: count - before[video] for video, count in world.looks().items()} == {
        IDS[0]: 2,
        **dict.fromkeys(IDS[1:], 0),
    }
    ledger.close()


def _make_due(world: World, url: str) -> None:
    with sqlite3.connect(world.folder / "history.sqlite") as database:
        database.execute("UPDATE links SET next_due_at = '2000-01-01 00:00:00.000000' WHERE url = ?", (url,))
    database.close()

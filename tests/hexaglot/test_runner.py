"""This file tests the schedule with a clock that we turn: days, restarts, a missed night, two at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from catalogue import CatalogueError
from checker import Answer, Probe, Reply, State
from checker.ledger import Ledger
from checker.providers import Given
from checker.providers._youtube_key import NO_USE
from checker.providers._youtube_oembed import PRIVATE
from hexaglot.runner import LEASE
from rehearsal import IDS, START, World


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def page(world: World, language: str = "en") -> str:
    return (world.settings.output / language / "index.html").read_text("utf-8")


def test_each_link_is_looked_at_once_a_day(world: World) -> None:
    world.days(5, world.runner())
    assert world.looks() == dict.fromkeys(IDS, 5)


def test_what_limits_a_sweep_is_said_once_in_each(world: World) -> None:
    asked: list[str] = []

    def refusing(probe: Probe) -> Reply:
        asked.append(probe.url)
        return Answer(400, probe.url, (), b"{}") if "googleapis" in probe.url else world.fetch(probe)

    runner = world.runner()
    runner.instruments = replace(runner.instruments, fetch=refusing, given=Given(keys=frozenset({"youtube"})))
    world.days(2, runner)
    assert world.said.count(NO_USE) == 2
    assert sum("googleapis" in url for url in asked) == 2
    assert world.looks() == dict.fromkeys(IDS, 2)


def test_a_restart_every_twelve_hours_loses_nothing(world: World) -> None:
    for _ in range(10):
        runner = world.runner()
        world.days(0.5, runner)
        runner.leave()
    assert world.looks() == dict.fromkeys(IDS, 5)


def test_a_crash_every_twelve_hours_loses_nothing_but_the_lease(world: World) -> None:
    for number in range(10):
        world.days(0.5, world.runner(f"run {number}"))
    assert world.looks() == dict.fromkeys(IDS, 5)


def test_a_missed_night_is_caught_up_once(world: World) -> None:
    world.days(0.5, world.runner())
    world.now = START + timedelta(hours=41)
    world.days(0.1, world.runner("after the night"))
    assert [at for at, video in world.asked if video == IDS[0]] == [START, START + timedelta(hours=41)]


def test_two_schedulers_do_the_work_once(world: World) -> None:
    world.days(3, world.runner("one"), world.runner("two"))
    assert world.looks() == dict.fromkeys(IDS, 3)
    assert world.said.count("another scheduler runs on this ledger; waiting for it to end") == 1


def test_the_second_takes_over_when_the_first_leaves(world: World) -> None:
    one, two = world.runner("one"), world.runner("two")
    world.days(1, one, two)
    one.leave()
    world.days(1, two)
    assert world.looks() == dict.fromkeys(IDS, 2)
    assert "the other scheduler has ended; running now" in world.said


def test_the_second_takes_over_when_the_first_dies(world: World) -> None:
    one, two = world.runner("one"), world.runner("two")
    assert one.beat() is not None
    world.now += LEASE - timedelta(seconds=1)
    assert two.beat() is None
    assert two.waiting
    world.now += timedelta(days=1)
    assert two.beat() is not None


def test_a_video_that_went_private_is_believed_and_reported_the_next_day(world: World) -> None:
    runner = world.runner()
    world.days(0.5, runner)
    assert PRIVATE not in page(world)
    world.private.add(IDS[5])
    world.days(1, runner)
    assert PRIVATE in page(world)
    ledger = Ledger(world.settings.ledger)
    known = ledger.known([f"https://youtu.be/{IDS[5]}"])[f"https://youtu.be/{IDS[5]}"]
    ledger.close()
    assert known.opinion.belief is not None
    assert known.opinion.belief.state is State.PRIVATE
    assert known.opinion.belief.since == START + timedelta(days=1)


def test_a_first_bad_look_without_a_second_opinion_waits_for_a_second_look(world: World) -> None:
    world.private.add(IDS[5])
    runner = world.runner()
    ledger = Ledger(world.settings.ledger)

    def opinion() -> tuple[State | None, State | None]:
        now = ledger.known([url])[url].opinion
        return (now.belief.state if now.belief else None, now.doubt.state if now.doubt else None)

    url = f"https://youtu.be/{IDS[5]}"
    asked: list[str] = []

    def without_picture(video: str) -> None:
        # The question about the picture gets no answer, so nothing agrees with the first one.
        asked.append(video)
        world.silent = {IDS[5]} if asked.count(IDS[5]) % 2 == 0 else set()

    world.on_ask = without_picture
    runner.beat()
    assert opinion() == (None, State.PRIVATE)
    world.now += timedelta(minutes=29)
    runner.beat()
    assert asked.count(IDS[5]) == 2
    world.now += timedelta(minutes=1)
    runner.beat()
    assert opinion() == (State.PRIVATE, None)
    ledger.close()


def test_a_night_without_network_changes_no_belief(world: World) -> None:
    runner = world.runner()
    world.days(0.9, runner)
    world.silent = set(IDS)
    world.days(1, runner)
    ledger = Ledger(world.settings.ledger)
    for video in IDS:
        known = ledger.known([f"https://youtu.be/{video}"])[f"https://youtu.be/{video}"]
        assert known.seen.verdict.state is State.UNREACHABLE
        assert known.opinion.belief is not None
        assert known.opinion.belief.state is State.AVAILABLE
        assert known.opinion.belief.confirmed_at == START
    ledger.close()


def test_the_site_is_there_after_the_first_beat_and_new_after_each_sweep(world: World) -> None:
    runner = world.runner()
    runner.beat()
    front = world.settings.output / "index.html"
    first = front.read_text("utf-8")
    front.unlink()
    world.now += timedelta(hours=1)
    runner.beat()
    assert not front.exists()
    world.now += timedelta(days=1)
    runner.beat()
    assert front.read_text("utf-8") != first
    assert {folder.name for folder in world.settings.output.iterdir() if folder.is_dir()} >= {"en", "ar", "zh"}


def test_a_catalogue_that_breaks_is_said_and_waited_for(world: World) -> None:
    runner = world.runner()
    runner.beat()
    good = world.settings.catalogue.read_bytes()
    world.settings.catalogue.write_bytes(good + b"\n  - : [")
    world.now += timedelta(days=1)
    with pytest.raises(CatalogueError, match=r"videos\.yaml:\d+"):
        runner.beat()
    world.settings.catalogue.write_bytes(good)
    assert runner.beat() is not None


def test_a_stop_in_the_middle_of_a_sweep_leaves_the_rest_due(world: World) -> None:
    runner = world.runner()

    def stop_at_third(_video: str) -> None:
        if len(world.asked) == 3:
            runner.instruments.stop.set()

    world.on_ask = stop_at_third
    record = runner.beat()
    assert record is not None
    assert record.complete is False
    assert 1 <= record.links < 6
    runner.leave()
    world.on_ask = lambda _: None
    again = world.runner("again").beat()
    assert again is not None
    assert record.links + again.links == 6


def test_a_stopped_runner_does_nothing(world: World) -> None:
    runner = world.runner()
    runner.instruments.stop.set()
    assert runner.beat() is None
    assert world.asked == []


def test_a_runner_that_slept_through_its_lease_lets_the_other_one_work(world: World) -> None:
    sleeper, other = world.runner("sleeper"), world.runner("other")

    def fall_asleep(_video: str) -> None:
        if len(world.asked) == 1:
            world.now += timedelta(hours=2)
            world.on_ask = lambda _: None
            other.beat()

    world.on_ask = fall_asleep
    assert sleeper.beat() is None
    assert "we slept for too long, and another scheduler took over; waiting for it to end" in world.said

"""This file tests what a sweep counts."""

from __future__ import annotations

import json
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from checker import Answer, Observation, Probe, Reply, State, Verdict, Wave
from checker.facts import Facts
from checker.lanes import Manner, Manners
from checker.ledger import Ledger
from checker.providers import Given
from hexaglot.siblings import Siblings
from hexaglot.sweeping import Instruments, sweep
from hexaglot.targets import Place

NOW = datetime(2026, 11, 21, tzinfo=UTC)
COMMONS = "https://commons.wikimedia.org/wiki/File:Message_{}.webm"


def missing(probe: Probe) -> Reply:
    """What Commons says of any titles, in 300 bytes on the wire."""
    return Answer(200, probe.url, (), json.dumps({"query": {"pages": {}}}).encode(), 300)


def test_an_answer_about_many_videos_is_counted_once() -> None:
    parts = Instruments(missing, Manners(Manner(rate=1e9)), lambda: NOW, None)
    record, seen = sweep([COMMONS.format(number) for number in range(60)], parts)
    assert len(seen) == 60
    assert (record.links, record.requests, record.bytes) == (60, 2, 600)
    assert {sum(piece.bytes for piece in look.verdict.evidence) for look in seen.values()} == {300}


def test_a_stop_within_a_batch_leaves_those_unseen_whose_turn_had_not_come() -> None:
    stop = threading.Event()

    def leaves_out_all(probe: Probe) -> Reply:
        stop.set()
        return Answer(200, probe.url, (), b'{"items": []}', 13)

    given = Given(keys=frozenset({"youtube"}))
    parts = Instruments(leaves_out_all, Manners(Manner(rate=1e9)), lambda: NOW, None, stop, given)
    record, seen = sweep([f"https://youtu.be/film{number:06d}A" for number in range(10)], parts)
    assert (seen, record.links, record.complete, record.requests) == ({}, 0, False, 1)


def test_a_channel_of_thousands_that_is_gone_does_not_grow_with_the_square(tmp_path: Path) -> None:
    urls = [f"https://youtu.be/film{number:06d}A" for number in range(3_000)]
    places = tuple(Place(None, None, url) for url in urls)
    facts = dict.fromkeys(urls, Facts("Message", "ITU"))
    ledger = Ledger(f"sqlite:///{tmp_path}/history.sqlite")
    ledger.record(Observation(url, NOW, Verdict(State.AVAILABLE, "")) for url in urls)
    parts = Instruments(
        lambda probe: Answer(404, probe.url), Manners(Manner(rate=1e9)), lambda: NOW + timedelta(days=1), ledger
    )
    began = time.process_time()
    record, seen = sweep(urls[:50], parts, siblings=Siblings(places, lambda: facts))
    # A minute is a guard against what does not end; it takes three seconds, and took ten minutes when it was quadratic.
    assert time.process_time() - began < 60
    assert {look.verdict.state for look in seen.values()} == {State.REMOVED}
    assert (record.links, record.waves) == (3_000, (Wave("youtube", 3_000, 3_000),))
    ledger.close()

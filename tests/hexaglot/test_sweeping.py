"""This file tests what a sweep counts."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime

from checker import Answer, Probe, Reply
from checker.lanes import Manner, Manners
from checker.providers import Given
from hexaglot.sweeping import Instruments, sweep

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

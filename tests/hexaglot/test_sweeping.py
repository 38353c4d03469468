"""This file tests what a sweep counts."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from checker import Answer, Probe, Reply
from checker.lanes import Manner, Manners
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

"""This file is what other processes do in the tests of the ledger."""

from __future__ import annotations

import multiprocessing
from datetime import UTC, datetime, timedelta

from checker import Observation, State, Verdict
from checker.ledger import Ledger

START = datetime(2026, 5, 17, 6, tzinfo=UTC)


def take(url: str, name: str, results: multiprocessing.Queue[tuple[str, bool]]) -> None:
    """Try to take the lease, and tell whether it was got."""
    ledger = Ledger(url)
    results.put((name, ledger.take_lease(name, START, timedelta(minutes=3))))
    ledger.close()


def record(url: str, worker: int) -> None:
    """Write twenty times, five addresses that all share and one of our own."""
    ledger = Ledger(url)
    for minute in range(20):
        at = START + timedelta(minutes=minute)
        shared = [Observation(f"u{n}", at, Verdict(State.AVAILABLE, "")) for n in range(5)]
        ledger.record([*shared, Observation(f"w{worker}", at, Verdict(State.PRIVATE, ""))])
    ledger.close()

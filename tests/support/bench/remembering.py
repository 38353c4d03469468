"""This file is the benchmark of the ledger: writing down looks at links, the first ones and the next ones."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench import stock
from bench.errand import Done, Errand, sent
from bench.findings import Findings, Line
from bench.rounds import interleaved
from bench.spread import Spread
from checker import Evidence, Observation, State, Verdict
from checker.ledger import Ledger

PORTION = 500
"""Looks a transaction."""

_START = datetime(2026, 5, 17, 6, tzinfo=UTC)
_FIRST, _NEXT = "first looks", "second looks, a day later"
_NEW, _AGAIN = "bare upserts, new rows", "bare upserts, the same rows"


def remembering(looks: int, rounds: int) -> Findings:
    """Write so many looks at different links into an empty ledger, and a day later as many more."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        ours, theirs = folder / "ledger.sqlite", folder / "bare.sqlite"

        def empty(path: Path) -> Path:
            path.unlink(missing_ok=True)
            return path

        acts: dict[str, Callable[[], Done]] = {
            _FIRST: lambda: sent(ledger, str(empty(ours)), str(looks), "0", folder=folder, expected=looks),
            _NEW: lambda: sent(upserts, str(empty(theirs)), str(looks), "0", folder=folder, expected=looks),
            _NEXT: lambda: sent(ledger, str(ours), str(looks), "1", folder=folder, expected=2 * looks),
            _AGAIN: lambda: sent(upserts, str(theirs), str(looks), "1", folder=folder, expected=looks),
        }
        done = interleaved(acts, rounds)
    each = {what: Spread.each(lambda one: one.seconds / looks * 1e6, ones) for what, ones in done.items()}
    return Findings(
        title=f"Ledger: {looks:,} looks, {PORTION} a transaction, SQLite in a file",
        baseline="as many bare sqlite3 upserts of one row of the same size, as many a transaction",
        lines=(
            *(Line(what, spread, "µs a look") for what, spread in each.items()),
            Line(_FIRST, each[_FIRST].over(each[_NEW]), "× baseline"),
            Line(_NEXT, each[_NEXT].over(each[_AGAIN]), "× baseline"),
        ),
    )


def ledger(path: str, looks: str, day: str) -> Errand[Ledger]:
    """Record looks of one day; counted are the looks in the histories of all links afterwards."""
    memory = Ledger(f"sqlite:///{path}")
    seen = observations(int(looks), _START + timedelta(days=int(day)))

    def act() -> Ledger:
        for start in range(0, len(seen), PORTION):
            memory.record(seen[start : start + PORTION])
        return memory

    return Errand(act, lambda written: sum(span.looks for look in seen for span in written.spans(look.url)))


def upserts(path: str, looks: str, day: str) -> Errand[sqlite3.Connection]:
    """The floor: one row a look, its verdict as text, put there by sqlite3 itself."""
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE IF NOT EXISTS looks (url TEXT PRIMARY KEY, at TEXT NOT NULL, verdict TEXT NOT NULL)")
    seen = observations(int(looks), _START + timedelta(days=int(day)))
    rows = [(look.url, look.at.isoformat(), json.dumps(asdict(look.verdict))) for look in seen]
    statement = (
        "INSERT INTO looks VALUES (?, ?, ?) ON CONFLICT (url) DO UPDATE SET at=excluded.at, verdict=excluded.verdict"
    )

    def act() -> sqlite3.Connection:
        for start in range(0, len(rows), PORTION):
            with database:
                database.executemany(statement, rows[start : start + PORTION])
        return database

    return Errand(act, _counted)


def observations(count: int, at: datetime) -> Sequence[Observation]:
    """Looks as a check makes them, one at each link: all is well, with title and evidence."""
    return tuple(
        Observation(
            stock.address(number),
            at,
            Verdict(
                State.AVAILABLE,
                "YouTube plays it and lets other pages embed it.",
                watchable=True,
                embeddable=True,
                title=f"Message {number}, for all",
                author="Replica",
                evidence=(Evidence("GET", stock.question(number), 200, 736),),
            ),
        )
        for number in range(count)
    )


def _counted(database: sqlite3.Connection) -> int:
    with closing(database):
        return int(database.execute("SELECT count(*) FROM looks").fetchone()[0])

"""This file is one sweep carried out: conversations held, looks remembered as they come."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

from checker import Fetch, Observation, Sweep
from checker.drive import Held, hold
from checker.lanes import Manners
from checker.ledger import Ledger, LedgerError
from checker.providers import Given
from checker.sweep import Plan, plan, was_asked, was_stopped, with_evidence

Progress = Callable[[int, int], None]
"""Told how many links are done, and of how many."""

_REMEMBER_EVERY = 0.5
"""Seconds between two writings: what a crash could make us forget."""


@dataclass(frozen=True, slots=True)
class Instruments:
    """All that a sweep needs from outside: the web, manners, a clock (UTC), a memory if there is one."""

    fetch: Fetch
    manners: Manners
    clock: Callable[[], datetime]
    ledger: Ledger | None
    stop: threading.Event = field(default_factory=threading.Event)
    given: Given = field(default_factory=Given)


def sweep(
    urls: Sequence[str],
    instruments: Instruments,
    *,
    remember: Callable[[str], bool] = lambda _: True,
    progress: Progress = lambda _done, _total: None,
    between: Callable[[], None] = lambda: None,
    forgotten: Callable[[LedgerError], None] | None = None,
) -> tuple[Sweep, dict[str, Observation]]:
    """Look at these addresses once; returns the record and the looks, keyed by address.

    Looks that `remember` allows go into the ledger as they come; `between` is called each time that was done.
    A Ctrl-C or a set `stop` ends the sweep early: what was seen is kept, and the record says `complete=False`.
    Where the ledger cannot be written, `forgotten` is told and the sweep goes on; without it, LedgerError is raised.
    """
    work = _Work(plan(urls), instruments, remember, between, forgotten, instruments.ledger)
    started = instruments.clock()
    complete, total = True, work.plan.links
    try:
        for url, verdict in work.plan.settled:
            work.see(Observation(url, instruments.clock(), verdict))
        progress(len(work.seen), total)
        conversations = work.plan.conversations(instruments.given)
        holding = hold(
            conversations, instruments.fetch, instruments.manners, stop=instruments.stop, pulse=work.flush_now_and_then
        )
        for held in holding:
            work.hear(held)
            progress(len(work.seen), total)
    except KeyboardInterrupt:
        complete = False
    finally:
        work.flush()
    complete = complete and len(work.seen) == total
    record = Sweep(
        id=f"{started:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}",
        started=started,
        finished=instruments.clock(),
        links=len(work.seen),
        requests=work.requests,
        bytes=work.bytes,
        complete=complete,
    )
    if any(remember(url) for url in work.seen):
        work.write(lambda ledger: ledger.record_sweep(record))
    return record, work.seen


@dataclass(slots=True)
class _Work:
    plan: Plan
    instruments: Instruments
    remember: Callable[[str], bool]
    between: Callable[[], None]
    forgotten: Callable[[LedgerError], None] | None
    ledger: Ledger | None
    seen: dict[str, Observation] = field(default_factory=dict)
    waiting: list[Observation] = field(default_factory=list)
    requests: int = 0
    bytes: int = 0
    flushed: float = field(default_factory=monotonic)

    def hear(self, held: Held) -> None:
        asked = was_asked(held.exchanges)
        self.requests += asked
        if was_stopped(held.exchanges):
            return
        at = self.instruments.clock()
        for video, verdict in held.verdicts.items():
            told = with_evidence(verdict, held.exchanges)
            self.bytes += sum(piece.bytes for piece in told.evidence)
            for url in self.plan.videos[video]:
                self.see(Observation(url, at, told))
        self.flush_now_and_then()

    def see(self, look: Observation) -> None:
        self.seen[look.url] = look
        if self.remember(look.url):
            self.waiting.append(look)

    def flush_now_and_then(self) -> None:
        if monotonic() - self.flushed > _REMEMBER_EVERY:
            self.flush()

    def flush(self) -> None:
        self.flushed = monotonic()
        self.write(lambda ledger: ledger.record(self.waiting))
        self.waiting = []
        self.between()

    def write(self, note: Callable[[Ledger], None]) -> None:
        if self.ledger is None:
            return
        try:
            note(self.ledger)
        except LedgerError as error:
            if self.forgotten is None:
                raise
            self.ledger = None
            self.forgotten(error)

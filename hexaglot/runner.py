"""This file is the runner: what happens at each beat of the schedule, by whoever holds the lease."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from catalogue import store
from checker import Sweep
from checker.ledger import Ledger
from checker.verdict import caveats
from hexaglot.settings import Settings
from hexaglot.sweeping import Instruments, sweep
from hexaglot.targets import places
from hexaglot.tasks import publish, siblings_in
from reports.suspicion import suspicion_lines

LEASE = timedelta(minutes=3)
"""How long a runner that died keeps others waiting; it is renewed at each beat and during sweeps."""

Say = Callable[[str], None]


class LeaseLost(Exception):  # noqa: N818 - an event more than an error
    """We were asleep for longer than the lease, and somebody else sweeps these links now."""


@dataclass(slots=True)
class Runner:
    """One process that sweeps what is due, as long as no other one does."""

    settings: Settings
    instruments: Instruments
    ledger: Ledger
    version: str
    say: Say
    name: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}")
    published: bool = False
    waiting: bool = False

    def beat(self) -> Sweep | None:
        """Do what is due now, if we are the one who runs; returns the record of a sweep, if one was made.

        Raises CatalogueError, LedgerError and WriteError; the next beat may find them mended.
        """
        now = self.instruments.clock()
        if self.instruments.stop.is_set() or not self._hold(now):
            return None
        ours = places(store.load(self.settings.catalogue))
        urls = tuple(dict.fromkeys(place.url for place in ours))
        due = self.ledger.due(urls, now)
        record = None
        if due:
            try:
                siblings = siblings_in(ours, self.ledger)
                record, seen = sweep(due, self.instruments, between=self._renew, siblings=siblings)
            except LeaseLost:
                self.say("we slept for too long, and another scheduler took over; waiting for it to end")
                return None
            self.say(_told(record, len(due), siblings=len(seen.keys() - set(due))))
            for line in suspicion_lines(record):
                self.say(line)
            for caveat in caveats(look.verdict for look in seen.values()):
                self.say(caveat)
        if due or not self.published:
            publish(self.settings, self.instruments, version=self.version)
            self.published = True
        return record

    def leave(self) -> None:
        """Let the next runner begin at once."""
        self.ledger.give_lease_back(self.name, self.instruments.clock())

    def _hold(self, now: datetime) -> bool:
        holding = self.ledger.take_lease(self.name, now, LEASE)
        if not holding and not self.waiting:
            self.say("another scheduler runs on this ledger; waiting for it to end")
        elif holding and self.waiting:
            self.say("the other scheduler has ended; running now")
        self.waiting = not holding
        return holding

    def _renew(self) -> None:
        if not self.ledger.take_lease(self.name, self.instruments.clock(), LEASE):
            raise LeaseLost


def _told(record: Sweep, due: int, *, siblings: int) -> str:
    seconds = (record.finished - record.started).total_seconds()
    more = f" and {siblings} of the same messages or channels" if siblings else ""
    stopped = "" if record.complete else "; stopped before the end"
    return (
        f"{record.started:%Y-%m-%d %H:%M} UTC: looked at {record.links - siblings} of {due} due{more}, "
        f"{record.requests} requests, {seconds:.0f} s{stopped}"
    )

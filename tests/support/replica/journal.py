"""This file is the record of what was asked of the simulated web."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from replica.exchange import Headers, Request


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it arrived: `at` in seconds of time.monotonic(), `connection` a number from 1."""

    at: float
    host: str
    method: str
    target: str
    headers: Headers
    connection: int

    def header(self, name: str) -> str | None:
        """The first header of this lower-case name."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(slots=True)
class Journal:
    """What was asked, what was refused, how much was being answered at once. Safe to use from any thread."""

    _lock: threading.Lock = field(default_factory=threading.Lock)
    _asked: list[Asked] = field(default_factory=list)
    _refused: list[str] = field(default_factory=list)
    _now: Counter[str] = field(default_factory=Counter)
    _peak: Counter[str] = field(default_factory=Counter)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Every request so far, in the order of arrival."""
        with self._lock:
            return tuple(self._asked)

    @property
    def refused(self) -> tuple[str, ...]:
        """What was wanted of no site, for example `CONNECT nowhere.example:443`."""
        with self._lock:
            return tuple(self._refused)

    def arrive(self, request: Request, connection: int) -> None:
        """Write down a request, which is now being answered."""
        host = request.host
        with self._lock:
            self._asked.append(
                Asked(time.monotonic(), host, request.method, request.target, request.headers, connection)
            )
            self._now[host] += 1
            self._peak[host] = max(self._peak[host], self._now[host])

    def leave(self, host: str) -> None:
        """A request to this host is answered."""
        with self._lock:
            self._now[host] -= 1

    def refuse(self, what: str) -> None:
        """Write down what no site of ours claims."""
        with self._lock:
            self._refused.append(what)

    def now(self, host: str) -> int:
        """How many requests to this host are being answered at this moment."""
        with self._lock:
            return self._now[host]

    def peak(self, host: str) -> int:
        """The greatest number of requests to this host that were being answered at once.

        A request counts from its arrival until the last of its answer goes out; so a web with some latency shows how
        many a client keeps going, and one without shows little.
        """
        with self._lock:
            return self._peak[host]

    def counts(self) -> dict[str, int]:
        """How many requests each host received."""
        with self._lock:
            return dict(Counter(asked.host for asked in self._asked))


def too_soon(
    asked: Iterable[Asked], host: str, *, rate: float, burst: int = 1, slack: float = 0.02
) -> tuple[Asked, ...]:
    """The requests to a host that broke a promise of `rate` a second after at most `burst` at once.

    `slack` forgives that many seconds of jitter between a client's clock and the arrival, for each request by
    itself: it does not add up, so a client that is a little too fast for long is found out (a leaky bucket as
    a virtual schedule, ITU-T I.371, annex A).
    """
    gap = 1.0 / rate
    due = float("-inf")
    early: list[Asked] = []
    for one in sorted((one for one in asked if one.host == host), key=lambda one: one.at):
        if one.at < due - (burst - 1) * gap - slack:
            early.append(one)
        due = max(one.at, due) + gap
    return tuple(early)

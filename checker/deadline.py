"""This file is a bound on the whole time of a request, which a socket's own time-out cannot give.

A socket's time-out begins anew with every byte that trickles in. Here one thread looks at the clock for all
requests, and shuts the socket of one that is out of time; its reader then wakes with an error or an end.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic


@dataclass(slots=True, eq=False)
class Watch:
    """One request under watch. `line` finds the socket it uses at the moment, if it has one."""

    ends: float
    line: Callable[[], socket.socket | None] = lambda: None
    expired: bool = False

    @property
    def left(self) -> float:
        """Seconds that remain, never below zero."""
        return max(0.0, self.ends - monotonic())


class Deadlines:
    """The thread that keeps the deadlines of one Web. It starts with the first watch and is a daemon."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._watches: set[Watch] = set()
        self._thread: threading.Thread | None = None

    @contextmanager
    def within(self, seconds: float) -> Iterator[Watch]:
        """Watch over the block; `Watch.expired` says afterwards whether its time ran out."""
        watch = Watch(monotonic() + seconds)
        with self._changed:
            self._watches.add(watch)
            if self._thread is None:
                self._thread = threading.Thread(target=self._keep, name="hexaglot-deadlines", daemon=True)
                self._thread.start()
            elif len(self._watches) == 1:
                self._changed.notify()
        try:
            yield watch
        finally:
            with self._changed:
                self._watches.discard(watch)
                watch.expired = watch.expired or watch.left == 0.0

    def _keep(self) -> None:
        with self._changed:
            while True:
                now = monotonic()
                for watch in self._watches:
                    if watch.ends <= now:
                        watch.expired = True
                        _shut(watch.line())
                # Shut again a little later, in case the request has moved on to a new socket in between.
                soonest = min((watch.ends - now for watch in self._watches), default=None)
                self._changed.wait(None if soonest is None else max(soonest, 0.1))


def _shut(line: socket.socket | None) -> None:
    if line is not None:
        with suppress(OSError):
            # Past ssl's own shutdown, which would pull the TLS state from under the thread that reads.
            socket.socket.shutdown(line, socket.SHUT_RDWR)

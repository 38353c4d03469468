"""This file is the crew: threads that take a question and bring a reply."""

from __future__ import annotations

import queue
import threading
from typing import Generic, TypeVar

from checker.exchange import Fetch, Probe, Reply

Ticket = TypeVar("Ticket")
"""What a reply is brought back to."""


class Crew(Generic[Ticket]):
    """Daemon threads, started as they are needed; at most `size` questions are being asked at once."""

    def __init__(self, fetch: Fetch, size: int) -> None:
        self._fetch = fetch
        self._size = size
        self._questions: queue.SimpleQueue[tuple[Ticket, Probe] | None] = queue.SimpleQueue()
        self.replies: queue.SimpleQueue[tuple[Ticket, Reply | BaseException]] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self.busy = 0

    @property
    def full(self) -> bool:
        """Is everybody away?"""
        return self.busy >= self._size

    def ask(self, ticket: Ticket, probe: Probe) -> None:
        """Send somebody with a question; what comes back lies in `replies`, a fault of ours as its exception."""
        self.busy += 1
        if self.busy > len(self._threads):
            thread = threading.Thread(target=self._work, name="hexaglot-fetch", daemon=True)
            self._threads.append(thread)
            thread.start()
        self._questions.put((ticket, probe))

    def dismiss(self) -> None:
        """Let all go home, when they have come back."""
        for _ in self._threads:
            self._questions.put(None)

    def _work(self) -> None:
        while (question := self._questions.get()) is not None:
            ticket, probe = question
            try:
                reply: Reply | BaseException = self._fetch(probe)
            except BaseException as fault:  # noqa: BLE001 - carried to the caller's thread and raised there
                reply = fault
            self.replies.put((ticket, reply))

"""This file is how a reply goes onto the wire, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from replica.exchange import Reply, Request

PIECE = 64 * 1024
"""Long bodies are sent in pieces of so many bytes, so that a reply under way is seen as under way."""


@dataclass(frozen=True, slots=True)
class Send:
    """Put these bytes on the wire."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Pause:
    """Do nothing for so many seconds; infinity waits until the client goes or the web ends."""

    seconds: float


@dataclass(frozen=True, slots=True)
class HangUp:
    """End the connection: politely with TLS's close_notify, else by a bare FIN, else by a TCP reset."""

    polite: bool = True
    reset: bool = False


Step = Send | Pause | HangUp
Fault = Callable[[Request, Reply], Iterator[Step]]
"""How a reply goes wrong on its way: what to do instead of sending it."""


def as_usual(request: Request, reply: Reply) -> Iterator[Step]:
    """The whole reply, at once."""
    whole = reply.head(request) + reply.payload(request)
    for start in range(0, len(whole), PIECE):
        yield Send(whole[start : start + PIECE])

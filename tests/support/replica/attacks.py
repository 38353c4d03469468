"""This file is the faults of a site that means harm, or of a broken machine in front of it: bytes as they are wanted.

Like those of faults.py, each is a maker of a Fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from replica.exchange import Headers, Reply, Request
from replica.faults import BOMB, gzip_bomb
from replica.steps import PIECE, Fault, HangUp, Pause, Send, Step, as_usual

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
GONE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nNot Found"


def said(answer: bytes, *, stay: bool = False) -> Fault:
    """These very bytes, then a polite end; or the next question, with `stay`."""

    def fault(_request: Request, _reply: Reply) -> Iterator[Step]:
        yield Send(answer)
        if not stay:
            yield HangUp()

    return fault


def said_for_ever(start: bytes, piece: bytes = b" " * PIECE, seconds: float = 0.0) -> Fault:
    """These bytes, then this piece again and again, so many seconds apart."""

    def fault(_request: Request, _reply: Reply) -> Iterator[Step]:
        yield Send(start)
        while True:
            yield Pause(seconds)
            yield Send(piece)

    return fault


def preceded(start: bytes, seconds: float = 0.0) -> Fault:
    """These bytes, and so many seconds later the true reply."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield Send(start)
        yield Pause(seconds)
        yield from as_usual(request, reply)

    return fault


def followed(extra: bytes, at: int = 0) -> Fault:
    """The true reply, then bytes that nobody asked for; `at` fills up so that they begin there, counted from its start.

    All is one TLS record, as long as it is no longer than 16 KiB.
    """

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        whole = reply.head(request) + reply.payload(request)
        yield Send(whole.ljust(at, b" ") + extra)

    return fault


def cut_politely_after(length: int) -> Fault:
    """The reply ends after so many bytes, its head included, with TLS's goodbye, as if that were all."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield Send((reply.head(request) + reply.payload(request))[:length])
        yield HangUp()

    return fault


def instead(body: str | bytes, *headers: tuple[str, str], kind: str = "application/json", status: int = 200) -> Fault:
    """Another reply in place of the true one."""

    def fault(request: Request, _reply: Reply) -> Iterator[Step]:
        yield from as_usual(request, Reply.text(status, body, kind, *headers))

    return fault


def edited(old: bytes, new: bytes) -> Fault:
    """The true reply with something else in some place of its body."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield from as_usual(request, replace(reply, body=reply.body.replace(old, new)))

    return fault


def declared(kind: str) -> Fault:
    """The true reply under another content type."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        kept: Headers = tuple(header for header in reply.headers if header[0] != "Content-Type")
        yield from as_usual(request, replace(reply, headers=(*kept, ("Content-Type", kind))))

    return fault


def redirected_with_a_bomb(location: str, size: int = BOMB) -> Fault:
    """A redirect whose own body, which nobody needs, unfolds to so many bytes."""

    def fault(request: Request, _reply: Reply) -> Iterator[Step]:
        yield from gzip_bomb(size)(request, Reply(302, (("Location", location),)))

    return fault

"""This file is the ways in which a reply goes wrong on the wire.

Each is a maker of a Fault: it takes the reply that the site meant and says what goes out instead, lazily, so that
an endless one costs nothing until it is read.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from replica.exchange import Reply, Request
from replica.steps import PIECE, Fault, HangUp, Pause, Send, Step, as_usual

MEBIBYTE = 1024 * 1024
BOMB = 10 * 1024 * MEBIBYTE


def slow_first_byte(seconds: float) -> Fault:
    """Silence for so many seconds, then the reply."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield Pause(seconds)
        yield from as_usual(request, reply)

    return fault


def silent() -> Fault:
    """The request is taken, and nothing ever comes."""
    return slow_first_byte(math.inf)


def dripped_head(gap: float) -> Fault:
    """The head comes one byte at a time with `gap` seconds between, then the body at once."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield from _drip(reply.head(request), gap)
        yield Send(reply.payload(request))

    return fault


def dripped_body(gap: float) -> Fault:
    """The head comes at once, then the body one byte at a time with `gap` seconds between."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield Send(reply.head(request))
        yield from _drip(reply.payload(request), gap)

    return fault


def endless_body(gap: float = 0.0) -> Fault:
    """A chunked body that begins as the true one and then goes on for ever, a piece every `gap` seconds."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield Send(reply.head(request, ("Transfer-Encoding", "chunked"), sized=False))
        if request.method == "HEAD":
            return
        yield Send(_chunk(reply.body or b" "))
        for _ in count():
            yield Pause(gap)
            yield Send(_chunk(b" " * PIECE))

    return fault


def cut_after(length: int, *, reset: bool = False) -> Fault:
    """The connection breaks after so many bytes of the reply, its head included: by a bare FIN, or by a reset."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield Send((reply.head(request) + reply.payload(request))[:length])
        yield HangUp(polite=False, reset=reset)

    return fault


def closed_unanswered() -> Fault:
    """The request is taken, then the connection is closed politely without a byte of answer."""

    def fault(_request: Request, _reply: Reply) -> Iterator[Step]:
        yield HangUp()

    return fault


def promised_more(extra: int = 1000) -> Fault:
    """A Content-Length `extra` bytes larger than the body, and a polite end."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        length = str(len(reply.body) + extra)
        yield Send(reply.head(request, ("Content-Length", length), sized=False) + reply.payload(request))
        yield HangUp()

    return fault


def garbage() -> Fault:
    """Bytes that are no HTTP at all."""

    def fault(_request: Request, _reply: Reply) -> Iterator[Step]:
        yield Send(bytes(range(255, -1, -1)) * 16 + b"\r\n\r\n")
        yield HangUp()

    return fault


def many_headers(size: int = 1_000_000) -> Fault:
    """At least `size` bytes of headers, a thousand bytes each, before the body."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        padding = tuple((f"X-Padding-{number:06d}", "p" * 980) for number in range(math.ceil(size / 1000)))
        yield from as_usual(request, replace(reply, headers=reply.headers + padding))

    return fault


def long_header(size: int = 1_000_000) -> Fault:
    """One header of `size` bytes before the body."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield from as_usual(request, replace(reply, headers=(*reply.headers, ("X-Padding", "p" * size))))

    return fault


def gzipped() -> Fault:
    """The true body, honestly compressed."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
        body = packer.compress(reply.body) + packer.flush()
        encoded = replace(reply, headers=(*reply.headers, ("Content-Encoding", "gzip")), body=body)
        yield from as_usual(request, encoded)

    return fault


def gzip_bomb(size: int = BOMB) -> Fault:
    """A valid gzip body of `size` zero bytes (rounded up to mebibytes), a thousandth of that on the wire."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        zeros = bytes(MEBIBYTE)
        packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
        # A full flush ends on a byte and forgets what came before, so the same block may be sent again and again.
        block = packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)
        start = b"\x1f\x8b\x08" + bytes(6) + b"\xff"
        last = b"\x03\x00"
        blocks = math.ceil(size / MEBIBYTE)
        length = len(start) + blocks * len(block) + len(last) + 8
        headers = (("Content-Encoding", "gzip"), ("Content-Length", str(length)))
        yield Send(reply.head(request, *headers, sized=False))
        if request.method == "HEAD":
            return
        yield Send(start)
        checksum = 0
        for _ in range(blocks):
            checksum = zlib.crc32(zeros, checksum)
            yield Send(block)
        yield Send(last + checksum.to_bytes(4, "little") + (blocks * MEBIBYTE % 2**32).to_bytes(4, "little"))

    return fault


def redirected(location: str, status: int = 302) -> Fault:
    """A redirect to anywhere."""

    def fault(request: Request, _reply: Reply) -> Iterator[Step]:
        yield from as_usual(request, Reply(status, (("Location", location),)))

    return fault


def redirect_loop() -> Fault:
    """A redirect to the very address that was asked for."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield from redirected(request.url)(request, reply)

    return fault


def redirect_maze() -> Fault:
    """A redirect to an address that was never seen before and still names the same thing, for ever."""
    hops = count(1)

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        bare = request.url.partition("&hop=")[0]
        yield from redirected(f"{bare}{'' if '?' in bare else '?'}&hop={next(hops)}")(request, reply)

    return fault


def redirect_to_plain_http() -> Fault:
    """A redirect to the same address without TLS."""

    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        yield from redirected(request.url.replace("https://", "http://", 1))(request, reply)

    return fault


def private_places(port: int) -> tuple[str, ...]:
    """Addresses inside private networks to redirect to; those that a loopback server can hold use this port."""
    return (
        f"https://127.0.0.1:{port}/",
        f"http://127.0.0.1:{port}/",
        f"https://localhost:{port}/",
        f"https://[::1]:{port}/",
        f"https://[::ffff:127.0.0.1]:{port}/",
        f"https://2130706433:{port}/",
        "https://0.0.0.0/",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "https://[fe80::1]/",
        "https://[fd00::1]/",
    )


def _drip(data: bytes, gap: float) -> Iterator[Step]:
    for place in range(len(data)):
        if place:
            yield Pause(gap)
        yield Send(data[place : place + 1])


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)

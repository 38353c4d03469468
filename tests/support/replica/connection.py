"""This file is the life of one connection to the simulated web."""

from __future__ import annotations

import math
import select
import socket
import ssl
import struct
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus

from replica import certificates, tunnel
from replica.exchange import Reply, Request, Site, UnreadableError
from replica.journal import Journal
from replica.reading import Heads, plain_head
from replica.steps import HangUp, Pause, Send, Step, as_usual
from replica.trouble import Door, Trouble

HANDSHAKE = b"\x16"
"""The first byte of a TLS greeting (RFC 8446 section 5.1)."""

_PLAIN = b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nBad Request"


class GoneError(ConnectionError):
    """The client went, or the web is ending."""


@dataclass(slots=True)
class Stage:
    """What all connections of one web share. `ending` is a file descriptor that hangs up when the web ends."""

    sites: Mapping[str, Site]
    ending: int
    latency: float = 0.0
    journal: Journal = field(default_factory=Journal)
    trouble: Trouble = field(default_factory=Trouble)


class Connection:
    """One client's connection: perhaps a tunnel, then TLS, then requests as long as the client likes."""

    def __init__(self, sock: socket.socket, number: int, stage: Stage) -> None:
        self._sock = sock
        self._number = number
        self._stage = stage
        self._lock = threading.Lock()
        self._done = False
        self._poll = select.poll()
        self._poll.register(stage.ending, select.POLLIN)
        # The wrapping for TLS keeps the descriptor. Only the client's hanging up is waited for, never its data.
        self._poll.register(sock.fileno(), select.POLLRDHUP)

    def run(self) -> None:
        """Serve the client until one side ends."""
        try:
            host = self._open()
            if host is not None:
                self._serve(host)
        except OSError:
            pass  # the client went away, refused our certificate, or the web is ending: all are its right
        finally:
            with self._lock:
                self._done = True
                self._sock.close()

    def end(self) -> None:
        """Wake whatever waits for this client; called by another thread."""
        with self._lock:
            if not self._done:
                with suppress(OSError):  # it may never have been fully open, or have just been reset
                    socket.socket.shutdown(self._sock, socket.SHUT_RDWR)

    def _open(self) -> str | None:
        """Come to speak TLS; the host that the client wants, or None when there is nothing to be had."""
        if not self._dig():
            return None
        host = certificates.server_name(self._sock)
        if host is None or host not in self._stage.sites:
            self._stage.journal.refuse(f"TLS {host or 'without a name'}")
            self._sock.sendall(certificates.UNRECOGNIZED_NAME)
            return None
        door = self._stage.trouble.door(host)
        match door:
            case Door.CLOSED:
                self._swallow()
                return None
            case Door.SILENT:
                self._wait(math.inf)
            case Door.PLAIN_HTTP:
                self._sock.sendall(_PLAIN)
                self._swallow()
                return None
        context = certificates.context(host, door)
        with self._lock:
            self._sock = context.wrap_socket(self._sock, server_side=True, do_handshake_on_connect=False)
        self._tls.do_handshake()
        return host

    def _swallow(self) -> None:
        """Take the greeting off the socket: closing with it unread would be a reset, which overtakes our words."""
        self._sock.recv(64 * 1024)

    @property
    def _tls(self) -> ssl.SSLSocket:
        if not isinstance(self._sock, ssl.SSLSocket):
            raise GoneError
        return self._sock

    def _dig(self) -> bool:
        """Open the tunnel that the client asks for, if it asks for one; is TLS what follows?"""
        first = self._sock.recv(1, socket.MSG_PEEK)
        if first in {b"", HANDSHAKE}:
            return first == HANDSHAKE
        try:
            head = plain_head(self._sock)
        except UnreadableError:
            head = b"unreadable\r\n"
        if head is None:
            return False
        wish = tunnel.Wish.parse(head)
        if not wish.granted(self._stage.sites):
            self._stage.journal.refuse(str(wish))
            self._sock.sendall(tunnel.REFUSED)
            return False
        self._sock.sendall(tunnel.ESTABLISHED)
        return self._sock.recv(1, socket.MSG_PEEK) == HANDSHAKE

    def _serve(self, host: str) -> None:
        heads = Heads(self._tls)
        site = self._stage.sites[host]
        while True:
            try:
                head = heads.next()
                if head is None:
                    return
                request = Request.parse(head, host)
                length = _body_length(request)
            except UnreadableError as trouble:
                request = Request(host, "GET", "/", (("connection", "close"),))
                self._tls.sendall(Reply(trouble.status).head(request))
                self._hang_up(HangUp())
                return
            if not heads.skip(length):
                return
            if not self._answer(site, request):
                return

    def _answer(self, site: Site, request: Request) -> bool:
        """Answer one request; may the client ask again on this connection?"""
        self._stage.journal.arrive(request, self._number)
        there = True
        try:
            reply = site.answer(request) if _is_for(request) else Reply(HTTPStatus.MISDIRECTED_REQUEST)
            steps = (self._stage.trouble.fault(request) or as_usual)(request, reply)
            if self._stage.latency > 0:
                self._wait(self._stage.latency)
            step = next(steps, None)
            while step is not None:
                coming = next(steps, None)
                if coming is None:
                    # Before the last step, not after: a client that has its answer may ask elsewhere at once,
                    # and must not be counted as asking twice.
                    there = False
                    self._stage.journal.leave(request.host)
                if not self._take(step):
                    return False
                step = coming
        finally:
            if there:
                self._stage.journal.leave(request.host)
        if request.last:
            self._hang_up(HangUp())
        return not request.last

    def _take(self, step: Step) -> bool:
        """Take one step; is the connection still there?"""
        match step:
            case Send(data):
                self._tls.sendall(data)
            case Pause(seconds):
                self._wait(seconds)
            case HangUp():
                self._hang_up(step)
                return False
        return True

    def _wait(self, seconds: float) -> None:
        """Wait; raises GoneError as soon as there is nobody to wait for."""
        if self._poll.poll(None if math.isinf(seconds) else seconds * 1000):
            raise GoneError

    def _hang_up(self, how: HangUp) -> None:
        if how.polite:
            self._sock.settimeout(0)
            with suppress(OSError):  # our close_notify is out; the client's own is not waited for
                self._tls.unwrap()
        elif how.reset:
            self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _is_for(request: Request) -> bool:
    """Does the Host header name the host that TLS was opened for, whatever the port?"""
    return (request.header("host") or "").lower().rpartition("@")[2].partition(":")[0] == request.host


def _body_length(request: Request) -> int:
    """How many bytes of body follow; raises UnreadableError where nobody can know."""
    if request.header("transfer-encoding") is not None:
        raise UnreadableError(HTTPStatus.LENGTH_REQUIRED)
    length = request.header("content-length") or "0"
    if not (length.isascii() and length.isdigit()):
        raise UnreadableError(HTTPStatus.BAD_REQUEST)
    return int(length)

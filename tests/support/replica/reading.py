"""This file is request heads read off a socket, whole, with nothing after them lost."""

from __future__ import annotations

import socket
import ssl
from http import HTTPStatus

from replica.exchange import UnreadableError

LONGEST = 64 * 1024
"""The longest head that is read, in bytes."""

_END = b"\r\n\r\n"


def plain_head(sock: socket.socket) -> bytes | None:
    """The next head off a plain socket, which then holds exactly what follows; None at its end."""
    head = b""
    while len(head) < LONGEST:
        seen = sock.recv(LONGEST, socket.MSG_PEEK)
        if not seen:
            return None
        end = (head + seen).find(_END)
        head += sock.recv(len(seen) if end < 0 else end + len(_END) - len(head))
        if end >= 0:
            return head[:-2]
    raise UnreadableError(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)


class Heads:
    """The heads that come one after another through a TLS socket kept alive."""

    def __init__(self, sock: ssl.SSLSocket) -> None:
        self._sock = sock
        self._rest = b""

    def next(self) -> bytes | None:
        """The next head; None when the client is done."""
        while (end := self._rest.find(_END)) < 0:
            if len(self._rest) > LONGEST:
                raise UnreadableError(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
            if not self._more():
                return None
        head, self._rest = self._rest[: end + 2], self._rest[end + len(_END) :]
        return head

    def skip(self, length: int) -> bool:
        """Read over a request's body; False when the client left before its end."""
        while len(self._rest) < length:
            length -= len(self._rest)
            self._rest = b""
            if not self._more():
                return False
        self._rest = self._rest[length:]
        return True

    def _more(self) -> bool:
        data = self._sock.recv(LONGEST)
        self._rest += data
        return bool(data)

"""This file is how an HTTP answer is read off the wire, more strictly than Python's own client reads it.

That one takes a head that breaks off for a whole one, lets a chunk of negative size be read without end, and gives out
an interim answer (RFC 9110, 15.2: 102, 103) as the answer, so that the true one is taken for the next question's.
"""

from __future__ import annotations

import http.client
import io
import socket

_LONGEST_HEAD = 500
"""Lines before the body at most, those of interim answers included; http.client allows each head a hundred."""

_SWITCHING = 101


class Lines(io.BufferedReader):
    """A connection's bytes, of which a line is whole or an error."""

    head: int | None = 0
    """How many lines of the head were read; None when it is behind us."""

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line; raises RemoteDisconnected where it is cut, or where there is none in a head."""
        line = super().readline(size)
        whole = line.endswith(b"\n") or (size is not None and 0 <= size <= len(line))
        if (line and not whole) or (not line and self.head is not None):
            message = "the answer broke off within a line"
            raise http.client.RemoteDisconnected(message)
        if self.head is not None:
            self.head += 1
            if self.head > _LONGEST_HEAD:
                message = "a head without end"
                raise http.client.HTTPException(message)
        return line

    def read(self, size: int | None = -1, /) -> bytes:
        """So many bytes; raises HTTPException where nobody says how many."""
        if size is None or size < 0:
            message = "a chunk of negative size"
            raise http.client.HTTPException(message)
        return super().read(size)


class WholeAnswer(http.client.HTTPResponse):
    """An answer that has a whole head, and is the final one."""

    def __init__(
        self, sock: socket.socket, debuglevel: int = 0, method: str | None = None, url: str | None = None
    ) -> None:
        """As http.client makes one."""
        super().__init__(sock, debuglevel, method, url)
        self.fp: Lines = Lines(self.fp.detach())

    def begin(self) -> None:
        """Read the head, and before it those of interim answers."""
        super().begin()
        while 100 <= self.status < 200 and self.status != _SWITCHING:  # noqa: PLR2004 - RFC 9110, 15.2
            self.headers = None  # type: ignore[assignment] # as before the first head
            super().begin()
        self.fp.head = None

"""This file is the authority that signs for every site of the simulated web, once for each process."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
from functools import cache

import trustme

from replica.trouble import Door

UNRECOGNIZED_NAME = b"\x15\x03\x03\x00\x02\x02\x70"
"""The fatal TLS alert unrecognized_name (RFC 8446 section 6.2), as it stands on the wire."""


def authority() -> bytes:
    """The authority's own certificate as PEM, for clients to trust."""
    return _authority().cert_pem.bytes()


@cache
def context(host: str, door: Door | None = None) -> ssl.SSLContext:
    """How to speak TLS as this host, with the flaw of its certificate that a door asks for."""
    signer = trustme.CA() if door is Door.UNKNOWN_AUTHORITY else _authority()
    name = "another.example" if door is Door.WRONG_NAME else host
    end = dt.datetime(2001, 1, 1, tzinfo=dt.UTC) if door is Door.EXPIRED else None
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.set_alpn_protocols(["http/1.1"])
    signer.issue_cert(name, not_after=end).configure_cert(made)
    return made


def server_name(sock: socket.socket) -> str | None:
    """The host that a TLS greeting names, without taking the greeting off the socket; None where it names none.

    OpenSSL reads it, from a copy of the bytes, with a handshake that is never finished.
    """
    greeting = sock.recv(64 * 1024, socket.MSG_PEEK)
    while True:
        incoming = ssl.MemoryBIO()
        incoming.write(greeting)
        hearing = _listener().wrap_bio(incoming, ssl.MemoryBIO(), server_side=True)
        try:
            hearing.do_handshake()
        except ssl.SSLWantReadError:
            known = len(greeting)
            greeting = sock.recv(known + 1, socket.MSG_PEEK | socket.MSG_WAITALL)
            if len(greeting) <= known:
                return None
        except ssl.SSLError:
            return hearing.name if isinstance(hearing, _Hearing) else None


class _Hearing(ssl.SSLObject):
    name: str | None = None


@cache
def _listener() -> ssl.SSLContext:
    def note(heard: ssl.SSLObject | ssl.SSLSocket, name: str | None, _context: object) -> int:
        if isinstance(heard, _Hearing) and name is not None:
            heard.name = name.lower()
        return ssl.ALERT_DESCRIPTION_HANDSHAKE_FAILURE

    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.sslobject_class = _Hearing
    made.sni_callback = note
    return made


@cache
def _authority() -> trustme.CA:
    return trustme.CA(organization_name="The simulated web")

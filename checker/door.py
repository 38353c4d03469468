"""This file is where connections to the web begin: each address is judged in the moment it is used."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from urllib3 import exceptions as trouble
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util.ssl_ import create_urllib3_context

from checker.deadline import Watch
from checker.wire import WholeAnswer

Resolve = Callable[[str, int], list[tuple[int, int, int, str, Any]]]
"""As socket.getaddrinfo answers: (family, type, protocol, canonical name, socket address) for host and port."""

_SECONDS = 6.0
"""For a connection, where nobody says otherwise."""


class Here(threading.local):
    """What this thread is asking at the moment."""

    watch: Watch | None = None


class Forbidden(trouble.HTTPError):
    """The name leads to an address where we do not go."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where connections begin: every address is judged here, after it was looked up and before it is used."""

    here: Here
    resolve: Resolve
    allow_private: bool

    def judge(self, url: str) -> None:
        """Raise Forbidden for a private address written as a number: behind a proxy no connection of ours would.

        The address is to be the one that goes out: until requests has mended it, one with a backslash or a percent
        sign in its host can look public.
        """
        if not self.allow_private and _is_private(urlsplit(url).hostname or ""):
            raise Forbidden("a private address")

    def connect(self, connection: HTTPConnection, timeout: float, *, guarded: bool) -> socket.socket:
        """A socket to the first address that answers; each is judged in the moment it is used."""
        host, port = connection.host.strip("[]"), connection.port
        try:
            found = self.resolve(host, port or connection.default_port)
        except OSError as error:
            raise trouble.NameResolutionError(host, connection, socket.gaierror(str(error))) from error
        last: OSError | None = None
        for family, kind, protocol, _name, target in found:
            if guarded and not self.allow_private and _is_private(str(target[0])):
                raise Forbidden("a private address")
            line = socket.socket(family, kind, protocol)
            try:
                line.settimeout(min(timeout, self.here.watch.left) if self.here.watch else timeout)
                line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                line.connect(target)
            except OSError as error:
                line.close()
                last = error
            else:
                return line
        raise trouble.NewConnectionError(connection, str(last or "no address")) from last

    def attend(self, connection: HTTPConnection) -> None:
        """Let the deadline find the socket that this thread's question uses."""
        if self.here.watch is not None:
            self.here.watch.line = lambda: connection.sock

    def hold(self, connection: HTTPConnection) -> None:
        """The same once a question is out: an answer that lasts until its connection ends takes its socket away."""
        if self.here.watch is not None:
            line = connection.sock
            self.here.watch.line = lambda: line

    def pools(self, *, guarded: bool) -> dict[str, type[HTTPConnectionPool]]:
        """Connection pools whose connections go through this door; not guarded is the way to a proxy."""
        door = self

        class Plain(HTTPConnection):
            response_class = WholeAnswer

            def _new_conn(self) -> socket.socket:
                return door.connect(self, _seconds(self.timeout), guarded=guarded)

            def connect(self) -> None:
                door.attend(self)
                super().connect()

            def request(self, *args: Any, **keywords: Any) -> None:  # noqa: ANN401 - passed on as they came
                door.attend(self)
                super().request(*args, **keywords)
                door.hold(self)

        class Secure(Plain, HTTPSConnection):
            def connect(self) -> None:
                if self.ssl_context is None:
                    self.ssl_context = create_urllib3_context()
                    # OpenSSL 3 would be asked by Python to forgive what is refused below.
                    self.ssl_context.options &= ~getattr(ssl, "OP_IGNORE_UNEXPECTED_EOF", 0)
                super().connect()
                if isinstance(self.sock, ssl.SSLSocket):
                    # An end without TLS's own goodbye is a cut, not an end (RFC 9112, 8): without this, http.client
                    # takes an answer whose head was cut off for a whole one.
                    self.sock.suppress_ragged_eofs = False  # type: ignore[attr-defined] # typeshed forgot it

            @property
            def is_connected(self) -> bool:
                # What follows an answer unasked may be unpacked already, where no poll of the socket shows it; it
                # would be taken for the next question's answer.
                unread = isinstance(self.sock, ssl.SSLSocket) and self.sock.pending() > 0
                return super().is_connected and not unread

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        return {"http": PlainPool, "https": SecurePool}


def system_resolver(host: str, port: int) -> list[tuple[int, int, int, str, Any]]:
    """What the machine itself says: its hosts file, then its name servers. Raises OSError for an unknown name."""
    return [*socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _seconds(timeout: object) -> float:
    return float(timeout) if isinstance(timeout, int | float) else _SECONDS


def _is_private(host: str) -> bool:
    """Is this an address that is not a public one? Of names only localhost is judged here."""
    host = host.rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    address = _address(host)
    if address is None:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        address = address.ipv4_mapped or address.sixtofour or _behind_nat64(address) or address
    if isinstance(address, ipaddress.IPv6Address) and address not in _PUBLIC_6:
        return True
    return not address.is_global or address.is_multicast or address in _PROTOCOLS


_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
"""All that is given out for the public (IANA, IPv6 Global Unicast Address Assignments)."""

_PROTOCOLS = ipaddress.IPv4Network("192.0.0.0/24")
"""For protocols (RFC 6890), and for the secrets of one cloud's machines; older Pythons take most of it for public."""


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host is written as, old spellings such as 127.1 and 2130706433 included."""
    with suppress(ValueError):
        return ipaddress.ip_address(host.partition("%")[0])
    with suppress(OSError, UnicodeError):
        return ipaddress.IPv4Address(socket.inet_aton(host)) if host[:1].isdecimal() else None
    return None


def _behind_nat64(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The address inside 64:ff9b::/96 (RFC 6052)."""
    if address in ipaddress.IPv6Network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return None

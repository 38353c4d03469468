"""This file is a client that reaches the simulated web by hand: byte for byte, or with requests."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress

import requests

from replica.web import LOOPBACK, SimulatedWeb

PATIENCE = 5.0
"""How long anything may take before a test gives up, in seconds."""


def straight(web: SimulatedWeb, host: str) -> ssl.SSLSocket:
    """TLS with this host, connected straight to the web's port; verifies the certificate."""
    return _secured(web, _plain(web), host)


def tunnelled(web: SimulatedWeb, host: str) -> ssl.SSLSocket:
    """TLS with this host through a tunnel; raises ConnectionError with the proxy's status line if there is none."""
    sock = _plain(web)
    sock.sendall(f"CONNECT {host}:443 HTTP/1.1\r\nHost: {host}:443\r\n\r\n".encode())
    answer = b""
    while not answer.endswith(b"\r\n\r\n"):
        answer += sock.recv(1)
    line = answer.partition(b"\r\n")[0].decode()
    if " 200 " not in line:
        sock.close()
        raise ConnectionError(line)
    return _secured(web, sock, host)


def shout(web: SimulatedWeb, words: bytes) -> bytes:
    """Send bytes to the port without TLS, and read to the end what comes back."""
    with _plain(web) as sock:
        sock.sendall(words)
        return everything(sock)


def everything(sock: socket.socket) -> bytes:
    """All bytes up to the end of the connection, also where that is a reset."""
    data = bytearray()
    with suppress(ConnectionResetError):
        while piece := sock.recv(64 * 1024):
            data += piece
    return bytes(data)


def eventually(true: Callable[[], bool]) -> bool:
    """Does it come true before patience ends?"""
    end = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < end:
        time.sleep(0.005)
    return true()


def request(host: str, target: str, *headers: str, method: str = "GET") -> bytes:
    """A request as it stands on the wire."""
    lines = "".join(f"{header}\r\n" for header in headers)
    return f"{method} {target} HTTP/1.1\r\nHost: {host}\r\n{lines}\r\n".encode()


def session(web: SimulatedWeb) -> requests.Session:
    """A requests session that meets this web and no other, whatever the environment says."""
    made = requests.Session()
    made.trust_env = False
    made.proxies = {"https": f"http://{LOOPBACK}:{web.port}", "http": f"http://{LOOPBACK}:{web.port}"}
    made.verify = str(web.ca_file)
    return made


def _plain(web: SimulatedWeb) -> socket.socket:
    sock = socket.create_connection((LOOPBACK, web.port), timeout=PATIENCE)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sock


def _secured(web: SimulatedWeb, sock: socket.socket, host: str) -> ssl.SSLSocket:
    trust = ssl.create_default_context(cafile=web.ca_file)
    try:
        return trust.wrap_socket(sock, server_hostname=host)
    except OSError:
        sock.close()
        raise

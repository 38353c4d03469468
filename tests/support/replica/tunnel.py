"""This file is the wish of a client for a tunnel, as an HTTP proxy hears it (RFC 9110 section 9.3.6)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

ESTABLISHED = b"HTTP/1.1 200 Connection Established\r\n\r\n"
REFUSED = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
"""As if the name did not exist. Plain HTTP, through the proxy or not, is refused with the same words."""

TLS_PORT = 443


@dataclass(frozen=True, slots=True)
class Wish:
    """What a plain request to the proxy wants: the first line's first two words."""

    method: str
    target: str

    @classmethod
    def parse(cls, head: bytes) -> Wish:
        """Read the head of a plain request, whatever it is."""
        words = head.partition(b"\r\n")[0].decode("latin-1").split(" ")
        return cls(words[0], words[1] if len(words) > 1 else "")

    def granted(self, hosts: Collection[str]) -> bool:
        """Is it a tunnel to the TLS port of one of these hosts?"""
        host, colon, port = self.target.rpartition(":")
        return self.method == "CONNECT" and colon == ":" and port == str(TLS_PORT) and host.lower() in hosts

    def __str__(self) -> str:
        return f"{self.method} {self.target}"

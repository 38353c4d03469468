"""This file is what a client asked of a simulated site, with what the site replies, as values."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus
from typing import Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

Headers = tuple[tuple[str, str], ...]


class UnreadableError(ValueError):
    """What a client sent is no HTTP request that this server reads; `status` says so to the client."""

    def __init__(self, status: int) -> None:
        super().__init__(f"not a request we read: {status}")
        self.status = status


@dataclass(frozen=True, slots=True)
class Request:
    """One request: the host without port, the target as sent, lower-case header names."""

    host: str
    method: str
    target: str
    headers: Headers
    version: str = "HTTP/1.1"

    @classmethod
    def parse(cls, head: bytes, host: str) -> Request:
        """Read a request head up to its empty line; raises UnreadableError."""
        line, _, block = head.partition(b"\r\n")
        try:
            method, target, version = line.decode("ascii").split(" ")
            urlsplit(target)
        except ValueError:
            raise UnreadableError(HTTPStatus.BAD_REQUEST) from None
        if version not in {"HTTP/1.1", "HTTP/1.0"} or not target.startswith(("/", "http://", "https://")):
            raise UnreadableError(HTTPStatus.BAD_REQUEST)
        return cls(host, method, target, _headers(block), version)

    def header(self, name: str) -> str | None:
        """The first header of this lower-case name."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def path(self) -> str:
        """The decoded path of the target."""
        return unquote(urlsplit(self.target).path)

    @property
    def url(self) -> str:
        """The whole address that was asked for, as the client knows it."""
        return f"https://{self.host}{self.target}"

    def field(self, name: str) -> str | None:
        """The first query field of this name."""
        fields = parse_qsl(urlsplit(self.target).query, keep_blank_values=True)
        return next((value for key, value in fields if key == name), None)

    @property
    def last(self) -> bool:
        """Does the client want the connection closed after this?"""
        wish = (self.header("connection") or "").lower()
        return wish == "close" or (self.version == "HTTP/1.0" and wish != "keep-alive")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site replies. Its headers hold neither Date nor anything about length: the wire adds these."""

    status: int
    headers: Headers = ()
    body: bytes = b""

    @classmethod
    def text(cls, status: int, body: str | bytes, kind: str, *more: tuple[str, str]) -> Reply:
        """A reply with a body of a declared content type."""
        return cls(status, (("Content-Type", kind), *more), body.encode() if isinstance(body, str) else body)

    def head(self, request: Request, *more: tuple[str, str], sized: bool = True) -> bytes:
        """The head as bytes; `sized` adds a true Content-Length, which also a HEAD request is told."""
        try:
            phrase = HTTPStatus(self.status).phrase
        except ValueError:
            phrase = "Unknown"
        headers = [*self.headers, ("Date", formatdate(usegmt=True)), *more]
        if sized:
            headers.append(("Content-Length", str(len(self.body))))
        if request.last:
            headers.append(("Connection", "close"))
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
        return f"HTTP/1.1 {self.status} {phrase}\r\n{lines}\r\n".encode()

    def payload(self, request: Request) -> bytes:
        """The body that crosses the wire: none for HEAD."""
        return b"" if request.method == "HEAD" else self.body


class Site(Protocol):
    """One site of the simulated web: the hosts it claims, and a reply to any request to them. It does no I/O."""

    @property
    def hosts(self) -> frozenset[str]:
        """Lower-case host names."""

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""


@lru_cache(maxsize=1024)
def _headers(block: bytes) -> Headers:
    """Read header lines. Cached: a client sends the same block again and again, so a long log stays small."""
    headers: list[tuple[str, str]] = []
    for line in block.decode("latin-1").split("\r\n"):
        if not line:
            continue
        name, colon, value = line.partition(":")
        if not colon or not name or name != name.strip():
            raise UnreadableError(HTTPStatus.BAD_REQUEST)
        headers.append((name.lower(), value.strip()))
    return tuple(headers)

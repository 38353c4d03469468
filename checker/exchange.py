"""This file is the whole conversation with the web: what we ask, what comes back, why nothing came."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

PROBE_BYTES = 256 * 1024
"""How much of an answer a probe wants at most, in bytes after decompression, unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class Probe:
    """One question: a method, an https or http address, and headers of ASCII text."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    max_bytes: int = PROBE_BYTES
    truncate: bool = False
    """The beginning is enough: a longer answer is cut at `max_bytes`, where otherwise it would be none."""
    secret: tuple[str, str] | None = None
    """A query field that is added when the question is sent, and the name of the key that fills it, never the key."""
    about: str | None = field(default=None, compare=False)
    """The id of the one video that it asks about, where its conversation is about several; None: about all of them."""

    @classmethod
    def get(cls, url: str, **headers: str) -> Probe:
        """Ask for a page; a header's underscores are written as hyphens."""
        return cls("GET", url, _headers(headers))

    @classmethod
    def head(cls, url: str, **headers: str) -> Probe:
        """Ask only whether it is there."""
        return cls("HEAD", url, _headers(headers))


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: status, the address that answered in the end, lower-case header names, the decoded body."""

    status: int
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    received: int = field(default=0, compare=False)
    """Bytes of body that crossed the network, before decompression."""

    def header(self, name: str) -> str | None:
        """The first header of this lower-case name."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def text(self) -> str:
        """The body as UTF-8, with what is none replaced."""
        return self.body.decode("utf-8", "replace")

    @property
    def is_html(self) -> bool:
        """Does the body look like a page? Its declared type is not asked: sites send text as JSON."""
        start = self.body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<!--"))

    def json(self) -> object:
        """The body as JSON, whatever type was declared; None when it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


class Cause(StrEnum):
    """Why nothing came. All of these speak about the way to the site, never about a video."""

    NO_NAME = "no_name"
    NO_CONNECTION = "no_connection"
    TLS = "tls"
    TIMEOUT = "timeout"
    CUT = "cut"
    TOO_LARGE = "too_large"
    REDIRECTS = "redirects"
    FORBIDDEN = "forbidden"
    MALFORMED = "malformed"
    FAILING = "failing"
    LEFT_ALONE = "left_alone"
    KEY_REFUSED = "key_refused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing that could be judged came back; `note` says more, for the evidence, without addresses or keys."""

    cause: Cause
    note: str = ""
    after: Answer | None = field(default=None, repr=False)
    """For a question that was not asked any more: the answer to an earlier one that is the reason."""


Reply = Answer | Silence
Fetch = Callable[[Probe], Reply]


def _headers(headers: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name.replace("_", "-"), value) for name, value in headers.items())

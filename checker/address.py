"""This file is a web address taken apart, as a browser would, refusing what no video link is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import parse_qsl, unquote, urlsplit

LONGEST = 2_048
"""Longer addresses are refused: no site's video link comes near it, and every tool would cut it."""

_EDGES = (
    " \t\n\r\f\v\u0085\u00a0\u2028\u2029\u3000"
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Spaces, and the invisible marks that come along at the ends of an address from Arabic text or a chat."""

_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,62}))(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))+")


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address: lower-case host without port, decoded path segments, query in order."""

    scheme: str
    host: str
    segments: tuple[str, ...]
    query: tuple[tuple[str, str], ...]
    fragment: str

    @classmethod
    @lru_cache(maxsize=64)  # each site's file asks about the same address in turn
    def parse(cls, text: str) -> Address | None:
        """Read an address; None for what is none. No scheme, or only `//`, is read as https."""
        return _parsed(text)

    def first(self, *names: str) -> str | None:
        """The value of the first query field that has one of these names."""
        return next((value for name, value in self.query if name in names), None)


@lru_cache(maxsize=16)
def _parsed(text: str) -> Address | None:
    """Remembered for a moment: every site is asked about the same address in turn."""
    text = plain(text)
    if not text or len(text) > LONGEST or _UNPRINTABLE.search(text):
        return None
    if text.startswith("//"):
        text = f"https:{text}"
    elif "://" not in text.partition("?")[0]:
        text = f"https://{text}"
    try:
        parts = urlsplit(unescape(text) if "&amp;" in text else text)
        host = (parts.hostname or "").rstrip(".")
        usual = parts.port in {None, 80, 443} and parts.username is None
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not usual or not _HOST.fullmatch(host):
        return None
    return Address(
        parts.scheme,
        host,
        tuple(unquote(segment) for segment in parts.path.split("/") if segment),
        tuple(parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)),
        parts.fragment,
    )


def plain(text: str) -> str:
    """An address without the spaces and invisible marks at its ends."""
    return text.strip(_EDGES)


def is_web_address(text: str) -> bool:
    """Could a browser open this at all? Any http or https address with a host, also where no video site is."""
    try:
        parts = urlsplit(plain(text))
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not _UNPRINTABLE.search(plain(text))
    except ValueError:
        return False

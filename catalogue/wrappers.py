"""This file is the addresses that mail protection wraps around a link, so that it passes by a guard's server first.

Only wrappers that carry the whole address in themselves are opened, and nobody is asked. A wrapper that is opaque
(Mimecast's) stays what it is: no link of a video site.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

_WRAPPED_TWICE = 3
"""How many wrappers are opened, one in the other: a mail forwarded between two guarded offices has two."""

_WEB = re.compile(r"https?://", re.IGNORECASE)


def unwrapped(url: str) -> str:
    """The address inside the wrappers, or the address itself. Raises nothing."""
    for _ in range(_WRAPPED_TWICE):
        inner = _once(url)
        if inner is None or not _WEB.match(inner):
            return url
        url = inner
    return url


def _once(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host, query = (parts.hostname or "").rstrip("."), parse_qs(parts.query)
    except ValueError:  # brackets that are no IPv6 address, more fields than parse_qs takes
        return None
    return next(
        (open_(url, query) for suffix, open_ in _WRAPPERS if host == suffix or host.endswith(f".{suffix}")), None
    )


def _field(name: str) -> Callable[[str, dict[str, list[str]]], str | None]:
    """A wrapper that has the address in a field of its query."""
    return lambda _url, query: query.get(name, [None])[0]


def _proofpoint(url: str, query: dict[str, list[str]]) -> str | None:
    """Proofpoint's three: percent signs, hyphens for percent signs and underscores for slashes, or `__address__;`.

    The third replaces unusual characters by stars and adds them in base64 after the semicolon, one for each star.
    """
    third = re.search(r"/v3/__(.+?)__;([\w-]*)", url)
    if third is not None:
        return _starred(third[1], third[2])
    wrapped = query.get("u", [None])[0]
    if wrapped is None or "/v1/" in url:
        return wrapped
    return unquote(wrapped.replace("-", "%").replace("_", "/"))


def _starred(address: str, encoded: str) -> str | None:
    try:
        letters = iter(urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode())
    except ValueError:
        return None
    if "**" in address:
        return None  # runs of several characters, whose lengths are coded too; no address of a video needs them
    # A single slash after the scheme is what some mail programs leave of two.
    whole = re.sub(r"^(https?:/)(?!/)", r"\1/", address)
    return "".join(next(letters, "*") if letter == "*" else letter for letter in whole)


def _sophos(_url: str, query: dict[str, list[str]]) -> str | None:
    """Sophos' address in base64."""
    wrapped = query.get("u", [""])[0]
    try:
        return urlsafe_b64decode(wrapped + "=" * (-len(wrapped) % 4)).decode()
    except ValueError:
        return None


_WRAPPERS: tuple[tuple[str, Callable[[str, dict[str, list[str]]], str | None]], ...] = (
    ("safelinks.protection.outlook.com", _field("url")),
    ("safelinks.protection.office365.us", _field("url")),
    ("urldefense.com", _proofpoint),
    ("urldefense.us", _proofpoint),
    ("urldefense.proofpoint.com", _proofpoint),
    ("linkprotect.cudasvc.com", _field("a")),
    ("protect2.fireeye.com", _field("u")),
    ("trendmicro.com", _field("url")),
    ("protection.sophos.com", _sophos),
    ("deref-mail.com", _field("redirectUrl")),
    ("deref-gmx.net", _field("redirectUrl")),
    ("deref-web.de", _field("redirectUrl")),
    ("l.facebook.com", _field("u")),
    ("lm.facebook.com", _field("u")),
    ("away.vk.com", _field("to")),
)
"""Hosts, those under them included, and how each is opened."""

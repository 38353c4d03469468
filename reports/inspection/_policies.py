"""This file is what a page's own policies allow: who learns where its readers come from, what it may frame.

Facts: W3C Referrer Policy, sections 3 and 4; W3C Content Security Policy Level 3, sections 6.1 and 6.7.2.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from reports.inspection._page import Kind, Policy

_REFERRER_POLICIES = frozenset(
    """no-referrer no-referrer-when-downgrade same-origin origin strict-origin origin-when-cross-origin
    strict-origin-when-cross-origin unsafe-url""".split()
)
_OLD_NAMES = {
    "never": "no-referrer",
    "default": "strict-origin-when-cross-origin",
    "always": "unsafe-url",
    "origin-when-crossorigin": "origin-when-cross-origin",
}
"""What HTML still reads in a `<meta name=referrer>` (HTML, 4.2.5.1)."""

_MOST_SOURCES = 1_000
_MOST_POLICIES = 20
"""More than any site has: they bound the time to judge a hostile page."""

SILENT = frozenset({"no-referrer", "same-origin"})
"""The policies under which a site of another origin never learns who frames its player."""

_DIRECTIVES = {
    Kind.FRAME: ("frame-src", "child-src", "default-src"),
    Kind.VIDEO: ("media-src", "default-src"),
    Kind.OBJECT: ("object-src", "default-src"),
}
_HOST = re.compile(r"(?:([a-z][a-z0-9+.-]*)://)?([^/:]+)(?::(\d{1,5}|\*))?(?:/.*)?")
_PORTS = {"http": 80, "https": 443}


def referrer_policy(text: str) -> str:
    """The last policy in a list that is known, as headers have it; empty where none is."""
    words = (word.strip().lower() for word in text.split(","))
    return next((word for word in reversed(tuple(words)) if word in _REFERRER_POLICIES), "")


def referrer_policy_of_meta(text: str) -> str:
    """The same for a meta element, which may hold an old name."""
    word = text.strip().lower()
    return referrer_policy(_OLD_NAMES.get(word, word))


def read_policies(text: str) -> tuple[Policy, ...]:
    """The policies of a Content-Security-Policy header, or of a meta element; of each directive the first counts."""
    return tuple(policy for part in text.split(",")[:_MOST_POLICIES] if (policy := _directives(part)))


def _directives(text: str) -> Policy:
    found: dict[str, tuple[str, ...]] = {}
    for part in text.split(";"):
        name, *sources = part.lower().split() or [""]
        if name:
            found.setdefault(name, tuple(sources[:_MOST_SOURCES]))
    return tuple(found.items())


def forbids(policy: Policy, kind: Kind, address: str, page: str) -> str | None:
    """The directive that keeps a page from showing this address; None where it may."""
    rules = dict(policy)
    name = next((name for name in _DIRECTIVES.get(kind, ()) if name in rules), None)
    if name is None or any(_matches(source, address, page) for source in rules[name]):
        return None
    return name


def origin_of(address: str) -> str:
    """The beginning of an address, up to its host and port: all of it that a policy is held against."""
    scheme, slashes, rest = address.partition("://")
    return f"{scheme}{slashes}{rest.partition('/')[0].partition('?')[0]}"


def _matches(source: str, address: str, page: str) -> bool:
    target, own = _split(address), _split(page)
    if target is None or own is None:
        return False
    if source == "*":
        return target.scheme in {"http", "https"}
    if source == "'self'":
        return target.netloc.lower() == own.netloc.lower() and _scheme_fits(own.scheme, target.scheme)
    if source.endswith(":"):
        return _scheme_fits(source[:-1], target.scheme)
    match = _HOST.fullmatch(source)
    if match is None:
        return False
    scheme, host, port = match.groups()
    return (
        _scheme_fits(scheme or own.scheme or "https", target.scheme)
        and _host_fits(host, target.hostname or "")
        and (port == "*" or _port(target) == (int(port) if port else _PORTS.get(target.scheme)))
    )


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises for a port that is none
    except ValueError:
        return None
    return parts


def _port(parts: SplitResult) -> int | None:
    return parts.port or _PORTS.get(parts.scheme)


def _scheme_fits(allowed: str, scheme: str) -> bool:
    return scheme == allowed or (allowed, scheme) == ("http", "https")


def _host_fits(allowed: str, host: str) -> bool:
    return host.endswith(allowed[1:]) if allowed.startswith("*.") else host == allowed

"""This file is the whole address as an id, for what has no shorter one: a file, or a page of a site we do not know."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from checker.address import Address

_USUAL_PORTS = {"http": 80, "https": 443}
_PUBLIC_END = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")
_NEVER_PUBLIC = frozenset("arpa home internal intranet invalid lan local localdomain localhost onion test".split())


def whole(text: str) -> str | None:
    """The address without fragment, its host in lower case; None for what is none, or of no public-looking host.

    A bare number is no public-looking host, nor is a name of RFC 2606, RFC 6762 or a home network.
    """
    text = text.strip()
    if Address.parse(text) is None:
        return None
    if text.startswith("//"):
        text = f"https:{text}"
    elif "://" not in text.partition("?")[0]:
        text = f"https://{text}"
    while "&amp;" in text:
        text = unescape(text)
    address = Address.parse(text)
    end = "" if address is None else address.host.rpartition(".")[2]
    if address is None or end in _NEVER_PUBLIC or not _PUBLIC_END.fullmatch(end):
        return None
    parts = urlsplit(text)
    port = "" if parts.port in {None, _USUAL_PORTS[address.scheme]} else f":{parts.port}"
    query = f"?{parts.query}" if parts.query else ""
    found = f"{address.scheme}://{address.host}{port}{parts.path or '/'}{query}"
    return found if found.isprintable() else None


def same_site(one: str, other: str) -> bool:
    """Are these two hosts of one site: the same but for `www.`, or one below the other?"""
    first, second = (host.removeprefix("www.") for host in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")

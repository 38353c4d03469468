"""This file is the Internet Archive's addresses: which item, and which file of it (facts: PROVIDERS.md section 2.7)."""

from __future__ import annotations

import re

from checker.address import Address
from checker.providers._start import seconds

_HOSTS = frozenset({"archive.org", "www.archive.org"})
_ITEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd\ud800-\udfff]")
_VIEWS = frozenset({"page", "mode", "leaf"})
"""What follows an item in the addresses of its book reader."""

_CLIP = re.compile(r"start/(\d{1,7})(?:\.\d+)?(?:/end/\d+(?:\.\d+)?)?", re.ASCII)
"""What follows a broadcast in the addresses of its clips."""


def id_of(text: str) -> str | None:
    """`ITEM`, or `ITEM/FILE` where an address names one file of it; None for what names neither."""
    address = Address.parse(text)
    if address is None or address.host not in _HOSTS:
        return None
    match address.segments:
        case ("details" | "download" | "embed", item, *rest):
            file = "/".join(rest)
            found = f"{item}/{file}" if file and not _CLIP.fullmatch(file) else item
            return found if possible(found) else None
    return None


def start_in(text: str) -> int | None:
    """Where an address asks to begin, in whole seconds: by `start` in its query, or because it names a clip."""
    address = Address.parse(text)
    if address is None:
        return None
    clip = _CLIP.fullmatch("/".join(address.segments[2:]))
    return seconds(address.first("start") if clip is None else clip[1])


def possible(video_id: str) -> bool:
    """Can this be an item, or one file of it?"""
    item, *file = video_id.split("/")
    return (
        _ITEM.fullmatch(item) is not None
        and not _UNPRINTABLE.search(video_id)
        and not {"", ".", ".."} & set(file)
        and _VIEWS.isdisjoint(file[:1])
    )


def is_ours(text: str) -> bool:
    """Is this an address on the Archive's own host? The Wayback Machine's is another."""
    address = Address.parse(text)
    return address is not None and address.host in _HOSTS

"""This file is Vimeo's addresses: which number stands where, with which secret (facts: PROVIDERS.md section 2.1)."""

from __future__ import annotations

import re

from checker.address import Address
from checker.providers._start import seconds

EVENT = "event"
"""What `where` begins with for an event: its number is no video's number. Its secret follows after a slash."""

_HOSTS = frozenset({"vimeo.com", "www.vimeo.com", "m.vimeo.com"})
_PLAYER = "player.vimeo.com"
_PRO_HOSTS = frozenset({"vimeopro.com", "www.vimeopro.com"})
_NUMBER = r"([0-9]{1,12})"
_HASH = r"(?:/([0-9a-f]{1,40}))?"
_ANY = r"[^/]+"
_VIDEOS = tuple(
    re.compile(form)
    for form in (
        rf"{_NUMBER}{_HASH}",
        rf"video/{_NUMBER}{_HASH}",
        rf"channels/{_ANY}/{_NUMBER}",
        rf"groups/{_ANY}/videos/{_NUMBER}",
        rf"(?:album|showcase)/{_ANY}/video/{_NUMBER}{_HASH}",
        rf"ondemand/(?:{_ANY}/)?{_NUMBER}",
        rf"manage/videos/{_NUMBER}{_HASH}",
        rf"event/[0-9]+/videos/{_NUMBER}{_HASH}",
        # What follows here is the secret of the review page, not of the video.
        rf"{_ANY}/review/{_NUMBER}(?:/{_ANY})?",
    )
)
_EVENT = re.compile(rf"event/{_NUMBER}(?:/embed)?{_HASH}(?:/interaction)?")
_IN_PLAYER = re.compile(rf"video/{_NUMBER}")
_IN_PRO = re.compile(rf"{_ANY}/{_ANY}/video/{_NUMBER}")
_SECRET_IN_QUERY = re.compile(r"[0-9a-f]{1,40}")
_MISTAKEN = re.compile(r"[0-9]+/.*|video/[^/]*|event/[^/]*|.*/(?:video|videos|review)/[^/]+")
_NAMED = re.compile(
    rf"(?!(?:channels|groups|album|showcase|categories|ondemand)/){_ANY}/(?!videos$|albums$|likes$){_ANY}"
)


def id_where_start(text: str) -> tuple[str, str | None, int | None] | None:
    """The number, what else must be known to ask for it, and the beginning in seconds; None for no single video."""
    address = Address.parse(text)
    found = None if address is None else _found(address)
    if address is None or found is None:
        return None
    start = seconds(address.fragment[2:]) if address.fragment.startswith("t=") else None
    return *found, start


def is_ours(text: str) -> bool:
    """Is this an address on one of Vimeo's hosts?"""
    address = Address.parse(text)
    return address is not None and address.host in {*_HOSTS, *_PRO_HOSTS, _PLAYER}


def is_mistaken(text: str) -> bool:
    """Does something stand where a number or its secret should, that is none?"""
    address = Address.parse(text)
    return address is not None and is_ours(text) and _MISTAKEN.fullmatch("/".join(address.segments)) is not None


def is_named(text: str) -> bool:
    """May this be a video under a name that its owner chose? The number then stands nowhere in the address."""
    address = Address.parse(text)
    return address is not None and address.host in _HOSTS and _NAMED.fullmatch("/".join(address.segments)) is not None


def _found(address: Address) -> tuple[str, str | None] | None:
    path = "/".join(address.segments)
    if address.host == _PLAYER:
        return _with_secret(_IN_PLAYER.fullmatch(path), address)
    if address.host in _PRO_HOSTS:
        return _with_secret(_IN_PRO.fullmatch(path), address)
    if address.host not in _HOSTS:
        return None
    if path == "moogaloop.swf":
        return _with_secret(re.fullmatch(_NUMBER, address.first("clip_id") or ""), address)
    event = _EVENT.fullmatch(path)
    if event is not None:
        return event[1], EVENT + (f"/{event[2]}" if event[2] else "")
    return _with_secret(next((match for form in _VIDEOS if (match := form.fullmatch(path))), None), address)


def _with_secret(match: re.Match[str] | None, address: Address) -> tuple[str, str | None] | None:
    if match is None:
        return None
    asked = address.first("h") or ""
    in_path = match[2] if match.re.groups > 1 else None
    return match[1], in_path or (asked if _SECRET_IN_QUERY.fullmatch(asked) else None)

"""This file is YouTube's addresses: which id stands where (facts: PROVIDERS.md sections 0 and 1.1)."""

from __future__ import annotations

import re

from checker.address import Address, plain
from checker.providers._start import seconds

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""An id is a 64-bit number in base64url: eleven of these, the last with its two low bits clear (section 0)."""

_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_SHORT_HOST = "youtu.be"
_HOSTS = frozenset(
    """
    youtube.com www.youtube.com m.youtube.com music.youtube.com gaming.youtube.com
    youtube-nocookie.com www.youtube-nocookie.com youtubekids.com www.youtubekids.com
    youtubeeducation.com www.youtubeeducation.com youtube.googleapis.com www.youtube.googleapis.com
    """.split()
)
_WRAPPERS = {
    "consent.youtube.com": ("continue",),
    "www.google.com": ("q", "url"),
    "google.com": ("q", "url"),
}
_ID_FOLLOWS = frozenset({"embed", "shorts", "live", "e", "v", "vi", "w", "watch"})
_ID_IN_QUERY = frozenset({(), ("watch",), ("watch_popup",), ("details",), ("ytscreeningroom",)})
_NOT_AN_ID = frozenset({"videoseries", "live_stream"})
_USER_PAGE_ID = re.compile(r"p(?:/a)?/u/\d+/([^/?&]+)")


def id_and_start(text: str) -> tuple[str, int | None] | None:
    """The id that an address names and where it asks to begin, in seconds; None for what names no single video."""
    bare = plain(text).removeprefix("vnd.youtube:")
    if _ID.fullmatch(bare):
        return (bare, None) if bare not in _NOT_AN_ID and possible(bare) else None
    address = _unwrapped(Address.parse(text))
    found = None if address is None else _id_of(address)
    if address is None or found is None or not _ID.fullmatch(found) or found in _NOT_AN_ID:
        return None
    return found, _start_of(address)


def is_mistaken(text: str) -> bool:
    """Does something stand where an id should, that is none?"""
    address = _unwrapped(Address.parse(text))
    found = None if address is None else _id_of(address)
    return found is not None and found not in _NOT_AN_ID and not _ID.fullmatch(found)


def is_ours(text: str) -> bool:
    """Is this an address on one of YouTube's hosts?"""
    address = _unwrapped(Address.parse(text))
    return address is not None and address.host in {*_HOSTS, _SHORT_HOST}


def possible(video_id: str) -> bool:
    """Can this be an id? Its last character says so."""
    return ALPHABET.index(video_id[-1]) % 4 == 0


def canonical(video_id: str) -> str:
    """The possible id that YouTube's own pages take an impossible one for."""
    return video_id[:-1] + ALPHABET[ALPHABET.index(video_id[-1]) & ~3]


def _unwrapped(address: Address | None) -> Address | None:
    """The address inside a consent page's, a search result's or an attribution link's address."""
    if address is None:
        return None
    inner = address.first(*_WRAPPERS[address.host]) if address.host in _WRAPPERS else None
    if inner is not None:
        return Address.parse(inner)
    if address.host in _HOSTS and address.segments == ("attribution_link",):
        target = address.first("u")
        return Address.parse(f"www.youtube.com{target}") if target and target.startswith("/") else None
    return address


def _id_of(address: Address) -> str | None:
    """What stands where an id should stand; None where no id belongs."""
    segments = address.segments
    if address.host == _SHORT_HOST:
        if segments in {(), ("watch",)}:
            return address.first("v")
        return _before_ampersand(segments[0]) if len(segments) == 1 else None
    if address.host not in _HOSTS:
        return None
    if segments in _ID_IN_QUERY:
        return address.first("v", "vi")
    if len(segments) == 2 and segments[0] in _ID_FOLLOWS:  # noqa: PLR2004 - the word and the id
        return _before_ampersand(segments[1])
    if segments and segments[0] == "user":
        match = _USER_PAGE_ID.match(address.fragment)
        return match.group(1) if match else None
    return None


def _before_ampersand(segment: str) -> str:
    return segment.partition("&")[0]


def _start_of(address: Address) -> int | None:
    fragment = address.fragment.removeprefix("t=") if address.fragment.startswith("t=") else None
    return seconds(address.first("t", "start", "time_continue")) or seconds(fragment)

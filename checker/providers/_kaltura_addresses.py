"""This file is Kaltura's addresses: which entry of which account stands where (facts: PROVIDERS.md section 2.5)."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.address import Address
from checker.providers._kaltura_entry import possible

_SHORT = re.compile(r"kaltura:([0-9]+):([01]_[a-z0-9]{8})")
_HOSTS = frozenset({"cdnapisec.kaltura.com", "cdnapi.kaltura.com", "www.kaltura.com", "kaltura.com"})
_PLAYERS = frozenset(
    {"kwidget", "extwidget", "mwEmbedFrame.php", "playManifest", "embedIframeJs", "embedPlaykitJs"},
)
_ENTRY = ("entry_id", "entryId")
_ACCOUNT = ("wid", "partner_id", "p")
"""Where the account's number stands; an earlier one wins: the player may be another account's."""

_PLAYLIST = "flashvars[playlistAPI.kpl"
_START = ("kalturaSeekFrom", "flashvars[mediaProxy.mediaPlayFrom]")
_SECONDS = re.compile(r"[0-9]{1,6}")


def video_in(text: str) -> tuple[str, str, int | None] | None:
    """The account, the entry, and where to begin, in seconds; None for what names no single video."""
    short = _SHORT.fullmatch(text.strip())
    if short is not None:
        return (short[1], short[2], None) if possible(short[2], short[1]) else None
    address = _player(text)
    if address is None or _is_playlist(address):
        return None
    entries, partner = set(_values(address, *_ENTRY)), _partner(address)
    if len(entries) != 1 or partner is None:
        return None
    entry = entries.pop()
    return (partner, entry, _start(address)) if possible(entry, partner) else None


def is_mistaken(text: str) -> bool:
    """Does something stand where an entry's id should, that is none, or that names two?"""
    if text.strip().startswith("kaltura:"):
        return video_in(text) is None
    address = _player(text)
    entries = set() if address is None else set(_values(address, *_ENTRY))
    return len(entries) > 1 or any(not possible(entry, "1") for entry in entries)


def is_playlist(text: str) -> bool:
    """Is this a player of Kaltura's with a whole list in it?"""
    address = _player(text)
    return address is not None and _is_playlist(address)


def _player(text: str) -> Address | None:
    """The address, if a player stands there; pictures and Kaltura's own pages are none."""
    address = Address.parse(text)
    if address is None or address.host not in _HOSTS:
        return None
    return None if "thumbnail" in address.segments or _PLAYERS.isdisjoint(address.segments) else address


def _is_playlist(address: Address) -> bool:
    return any(name.startswith(_PLAYLIST) for name, _ in address.query)


def _partner(address: Address) -> str | None:
    numbers = (value.removeprefix("_") for name in _ACCOUNT for value in _values(address, name))
    return next((number for number in numbers if number.isascii() and number.isdecimal()), None)


def _values(address: Address, *names: str) -> list[str]:
    """What follows these names in the path, or belongs to them in the query."""
    return [value for name, value in (*pairwise(address.segments), *address.query) if name in names]


def _start(address: Address) -> int | None:
    text = address.first(*_START) or ""
    return int(text) or None if _SECONDS.fullmatch(text) else None

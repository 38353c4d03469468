"""This file is Kaltura's addresses: which entry of which account stands where (facts: PROVIDERS.md section 2.5)."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.address import Address
from checker.providers._file_playback import start_in
from checker.providers._kaltura_entry import possible
from checker.providers._kaltura_players import skin_in

_SHORT = re.compile(r"kaltura:([0-9]+):([01]_[a-z0-9]{8})")
_HOSTS = frozenset({"cdnapisec.kaltura.com", "cdnapi.kaltura.com", "www.kaltura.com", "kaltura.com"})
_PLAYERS = frozenset(
    {"kwidget", "extwidget", "mwEmbedFrame.php", "playManifest", "embedIframeJs", "embedPlaykitJs"},
)
_ENTRY = ("entry_id", "entryId")
_ACCOUNT = ("wid", "partner_id", "p")
"""Where the account's number stands; an earlier one wins: the player may be another account's."""

_SKIN = "uiconf_id"
_PLAYLIST = "flashvars[playlistAPI.kpl"
_START = ("kalturaStartTime", "kalturaSeekFrom", "flashvars[mediaProxy.mediaPlayFrom]")
_SECONDS = re.compile(r"[0-9]{1,6}")


def video_in(text: str) -> tuple[str, str, int | None, str | None] | None:
    """The account, the entry, where to begin, in seconds, and the account's player; None for no single video."""
    short = _SHORT.fullmatch(text.strip())
    if short is not None:
        return (short[1], short[2], None, None) if possible(short[2], short[1]) else None
    address = _player(text)
    if address is None or _is_playlist(address):
        return None
    entries, accounts = set(_values(address, *_ENTRY)), _accounts(address)
    if len(entries) != 1 or not accounts:
        return None
    entry, partner = entries.pop(), accounts[0]
    if not possible(entry, partner):
        return None
    # A player of another account's may not play this one's videos once it is asked for in this one's name.
    skin = skin_in(address, _values(address, _SKIN)) if len(set(accounts)) == 1 else None
    return partner, entry, _start(address), skin


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


def _accounts(address: Address) -> list[str]:
    numbers = (value.removeprefix("_") for name in _ACCOUNT for value in _values(address, name))
    return [number for number in numbers if number.isascii() and number.isdecimal()]


def _values(address: Address, *names: str) -> list[str]:
    """What follows these names in the path, or belongs to them in the query."""
    return [value for name, value in (*pairwise(address.segments), *address.query) if name in names]


def _start(address: Address) -> int | None:
    text = address.first(*_START)
    if text is None:
        return start_in(address.fragment)
    return int(text) or None if _SECONDS.fullmatch(text) else None

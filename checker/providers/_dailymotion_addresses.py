"""This file is Dailymotion's addresses: which id stands where (facts: PROVIDERS.md section 2.2)."""

from __future__ import annotations

import re

from checker.address import Address
from checker.providers._start import seconds

_HOSTS = frozenset(
    "dailymotion.com www.dailymotion.com touch.dailymotion.com m.dailymotion.com games.dailymotion.com".split()
)
_PLAYER_HOST = "geo.dailymotion.com"
_SHORT_HOST = "dai.ly"
_ID = re.compile(r"[kx][0-9A-Za-z]{1,30}")
_BEFORE_ID = re.compile(r"(?:(?:[a-z]{2}|embed|swf|crawler)/)?video|swf|live")
_PLAYER_PATH = re.compile(r"player(?:/[0-9A-Za-z]+)?\.html")


def id_and_start(text: str) -> tuple[str, int | None] | None:
    """The id that an address names and where it asks to begin, in seconds; None for what names no single video."""
    address = Address.parse(text)
    found = None if address is None else _id_of(address)
    if address is None or found is None or not _ID.fullmatch(found):
        return None
    return found, seconds(address.first("start", "startTime", "t"))


def is_ours(text: str) -> bool:
    """Is this an address on one of Dailymotion's hosts?"""
    address = Address.parse(text)
    return address is not None and address.host in {*_HOSTS, _PLAYER_HOST, _SHORT_HOST}


def is_mistaken(text: str) -> bool:
    """Does something stand where an id should, that is none?"""
    address = Address.parse(text)
    found = None if address is None else _id_of(address)
    return found is not None and not _ID.fullmatch(found)


def _id_of(address: Address) -> str | None:
    """What stands where an id should stand, without the words after it; None where no id belongs."""
    *before, last = address.segments or ("",)
    if address.host == _PLAYER_HOST:
        return address.first("video") if _PLAYER_PATH.fullmatch("/".join(address.segments)) else None
    if address.host == _SHORT_HOST:
        return last if last and not before else None
    if address.host in _HOSTS and _BEFORE_ID.fullmatch("/".join(before)):
        return last.partition("_")[0]
    return None

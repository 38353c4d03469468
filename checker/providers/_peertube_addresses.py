"""This file is PeerTube's addresses, which are known by their form on any host (facts: PROVIDERS.md section 2.10)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from checker.address import Address
from checker.providers._start import seconds

ALPHABET = "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ"
"""Flickr's base 58: a short UUID is the UUID's number in 22 of these digits."""

_SHORT_LENGTH = 22
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHORT = re.compile(rf"[{ALPHABET}]{{{_SHORT_LENGTH}}}")
_NEARLY = re.compile(rf"[0-9A-Fa-f-]{{30,40}}|[{ALPHABET}]{{{_SHORT_LENGTH}}}")
_PLAIN = re.compile(r"peertube:([^:/?#]+):([^:/?#]+)")


@dataclass(frozen=True, slots=True)
class Named:
    """The host, the UUID in its long form, and where an address asks to begin, in seconds."""

    host: str
    uuid: str
    start: int | None = None


def named(text: str) -> Named | None:
    """What an address names; `peertube:HOST:UUID`, as other tools write it, is known too."""
    plain = _PLAIN.fullmatch(text.strip())
    address = Address.parse(f"https://{plain[1]}/w/{plain[2]}" if plain else text)
    raw = None if address is None else _raw_id(address)
    found = None if raw is None else uuid_of(raw)
    return None if address is None or found is None else Named(address.host, found, seconds(address.first("start")))


def is_playlist(text: str) -> bool:
    """Does this have the form of a playlist's address, down to the id?"""
    address = Address.parse(text)
    match address.segments if address else ():
        case ("w", "p", found) | ("videos", "watch", "playlist", found) | ("video-playlists", "embed", found):
            return uuid_of(found) is not None
    return False


def is_mistaken(text: str) -> bool:
    """Does nearly an id stand where PeerTube, and hardly anybody else, has one? On `/w/` others have theirs."""
    address = Address.parse(text)
    match address.segments if address else ():
        case ("videos", "watch" | "embed", found):
            return uuid_of(found) is None and _NEARLY.fullmatch(found) is not None
    return False


def uuid_of(text: str) -> str | None:
    """The long form of a UUID, from either form; None for what is none."""
    if _UUID.fullmatch(text.lower()):
        return text.lower()
    if not _SHORT.fullmatch(text):
        return None
    number = 0
    for digit in text:
        number = number * len(ALPHABET) + ALPHABET.index(digit)
    return str(UUID(int=number)) if number < 2**128 else None


def shortened(uuid: str) -> str:
    """The 22 digits of a UUID; raises ValueError for what is none."""
    number, digits = UUID(uuid).int, ""
    for _ in range(_SHORT_LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits


def _raw_id(address: Address) -> str | None:
    match address.segments:
        case ("w", found) | ("videos", "watch" | "embed", found):
            return found.partition(";")[0]  # the page notes an opened comment there
        case ("api", "v1", "videos", found) | ("api", "v1", "videos", "watch", found):
            return found
    return None

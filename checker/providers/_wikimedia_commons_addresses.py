"""This file is Wikimedia Commons' addresses: which file's name stands where (facts: PROVIDERS.md section 2.6)."""

from __future__ import annotations

import re
import unicodedata

from checker.address import Address

PAGES = frozenset({"commons.wikimedia.org", "commons.m.wikimedia.org"})
UPLOADS = "upload.wikimedia.org"

_LONGEST_NAME = 240
"""In bytes of UTF-8, without the namespace: MediaWiki's limit for files."""

_NAMESPACE = re.compile(r"[\s_]*:?[\s_]*(?:file|image)[\s_]*:(.+)", re.IGNORECASE)
_MARKS = re.compile(r"[\u200e\u200f\u202a-\u202e]")
"""MediaWiki takes these marks of direction out of titles; they come along when a title is copied."""

_SPACES = re.compile(r"[ _\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_IMPOSSIBLE = re.compile(r"[#<>\[\]|{}/\\:\x00-\x1f\x7f-\x9f\ufffd\ud800-\udfff]")
_FILM = re.compile(r".+\.(?:webm|ogv|ogg|mpg|mpeg)", re.IGNORECASE)
_SHELF = re.compile(r"([0-9a-f])/\1[0-9a-f]")


def name_of(text: str) -> str | None:
    """The normal name of the film that an address names; None for what names no film."""
    address = Address.parse(text)
    raw = None if address is None else _raw_name(address)
    return None if raw is None else normal(raw)


def is_ours(text: str) -> bool:
    """Is this an address of Commons, on its own hosts or on its shelf of the one all Wikimedia sites share?"""
    address = Address.parse(text)
    if address is None:
        return False
    return address.host in PAGES or (address.host == UPLOADS and address.segments[:2] == ("wikipedia", "commons"))


def normal(name: str) -> str | None:
    """A film's name as MediaWiki writes it in an address, without its namespace; None where no film can have it."""
    name = _SPACES.sub("_", unicodedata.normalize("NFC", _MARKS.sub("", name))).strip("_")
    if _IMPOSSIBLE.search(name) or not _FILM.fullmatch(name) or len(name.encode()) > _LONGEST_NAME:
        return None
    first = name[0].title()  # not upper(): MediaWiki leaves Georgian letters, and those that would become two
    return name if len(first) > 1 else first + name[1:]


def _raw_name(address: Address) -> str | None:
    if address.host == UPLOADS:
        return _uploaded(address.segments)
    if address.host not in PAGES:
        return None
    match address.segments:
        case ("w", "index.php"):
            title = address.first("title") or ""
        case ("wiki", "Special:FilePath", name) | ("wiki", "Special:Redirect", "file", name):
            title = f"File:{name}"
        case ("wiki", *rest):
            title = "/".join(rest)
        case _:
            return None
    found = _NAMESPACE.fullmatch(title)
    return found.group(1) if found else None


def _uploaded(segments: tuple[str, ...]) -> str | None:
    """The name of an uploaded film or of a smaller copy of it; former versions and pictures of it are not the film."""
    match segments:
        case ("wikipedia", "commons", first, second, name):
            pass
        case ("wikipedia", "commons", "transcoded", first, second, name, _):
            pass
        case _:
            return None
    return name if _SHELF.fullmatch(f"{first}/{second}") else None

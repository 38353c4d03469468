"""This file is how the playlist of a stream reads: HLS (RFC 8216) and DASH (ISO/IEC 23009-1)."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urljoin

from checker.providers._whole_address import whole

_BOM = b"\xef\xbb\xbf"
_HLS = re.compile(rb"#EXTM3U(?![^\s])")
_VARIANT = "#EXT-X-STREAM-INF:"
_MANIFEST = re.compile(rb"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<MPD[\s>]")
_DYNAMIC = re.compile(rb"""<MPD\s[^>]*\btype\s*=\s*["']dynamic["']""")


class Stream(StrEnum):
    """How a stream is, by its playlist."""

    WHOLE = "whole"
    LIVE = "live"
    WAITING = "waiting"
    """It says that more will come, and nothing has yet."""
    EMPTY = "empty"
    """It says that nothing will come, and nothing has."""


def is_hls(body: bytes) -> bool:
    """Does an HLS playlist begin here?"""
    return _HLS.match(body.removeprefix(_BOM)) is not None


def is_dash(body: bytes) -> bool:
    """Does a DASH manifest begin here?"""
    return _MANIFEST.match(body.removeprefix(_BOM).lstrip()) is not None


def is_master(playlist: str) -> bool:
    """Does this HLS playlist name other playlists, and no piece of film?"""
    return any(line.startswith(_VARIANT) for line in playlist.splitlines())


def first_variant(playlist: str, base: str) -> str | None:
    """The address of the first playlist that a master playlist names; None where that is none we may ask."""
    lines = iter(playlist.splitlines())
    for line in lines:
        if line.startswith(_VARIANT):
            named = next((later.strip() for later in lines if later.strip() and not later.startswith("#")), None)
            return None if named is None else _resolved(base, named)
    return None


def hls(playlist: str) -> Stream:
    """How the stream of a media playlist is."""
    lines = [line.strip() for line in playlist.splitlines()]
    over = "#EXT-X-ENDLIST" in lines
    if any(line.startswith("#EXTINF:") for line in lines):
        return Stream.WHOLE if over else Stream.LIVE
    return Stream.EMPTY if over else Stream.WAITING


def dash(manifest: bytes) -> Stream:
    """How the stream of a manifest is; one that changes while it is read is live."""
    live = _DYNAMIC.search(manifest) is not None
    if b"<Period" in manifest:
        return Stream.LIVE if live else Stream.WHOLE
    return Stream.WAITING if live else Stream.EMPTY


def _resolved(base: str, named: str) -> str | None:
    try:
        found = urljoin(base, named)
    except ValueError:
        return None
    return whole(found) if found.startswith(("https://", "http://")) else None

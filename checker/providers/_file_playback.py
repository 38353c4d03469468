"""This file is which films browsers play by themselves, in a `<video>` of any page."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from checker.providers._contract import File

_MEDIA = {".mp4": "video/mp4", ".m4v": "video/mp4", ".webm": "video/webm"}
"""Names that every browser's kind of film has, and their media types (MDN, "Media container formats").

Not here: Ogg, whose films Chrome plays no more since 123 and Firefox since 130 (caniuse, `ogv`; `.ogg` is sound by
RFC 5334, 10.3); QuickTime and Matroska, which not all play (caniuse issue 6086); HLS, of itself for Safari only.
"""

_TIME = re.compile(r"(?:npt:)?(?:(?:([0-9]{1,4}):)?([0-9]{1,2}):)?([0-9]{1,7})(?:\.[0-9]*)?(?:,.*)?")


def playback(address: str, start: int | None) -> File | None:
    """How the file at this address stands in another page, from `start` on, in seconds.

    None for what some browsers do not play, and for what comes over http: a page of https may not show that (W3C
    Mixed Content, 4).
    """
    parts = urlsplit(address)
    media = next((kind for ending, kind in _MEDIA.items() if unquote(parts.path).lower().endswith(ending)), None)
    return None if media is None or parts.scheme != "https" else File(from_second(address, start), media)


def from_second(address: str, start: int | None) -> str:
    """The address of a film, with where to begin (W3C Media Fragments 1.0, 4.2.1); it has no fragment of its own."""
    return f"{address}#t={start}" if start else address


def start_in(fragment: str) -> int | None:
    """Where a media fragment begins, in whole seconds; None for the very beginning, and for any other fragment."""
    named = (field[2:] for field in fragment.split("&") if field.startswith("t="))
    match = _TIME.fullmatch(next(named, ""))
    if match is None:
        return None
    hours, minutes, rest = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + rest or None

"""This file is which addresses name a film's file or a stream's playlist, by how their path ends."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from checker.address import Address
from checker.providers._file_playback import start_in
from checker.providers._whole_address import whole

_ENDINGS = (".mp4", ".m4v", ".mov", ".webm", ".ogv", ".ogg", ".mkv", ".m3u8", ".mpd", ".ts")


def file_and_start(text: str) -> tuple[str, int | None] | None:
    """The file's own address and where to begin, in seconds; None for what names no file.

    A wiki's page about a file is none, and another site's file is that site's.
    """
    found, address = whole(text), Address.parse(text)
    if found is None or address is None or not address.segments:
        return None
    page = "wiki" in address.segments[:-1] and ":" in address.segments[-1]
    if page or _is_anothers(address) or not unquote(urlsplit(found).path).lower().endswith(_ENDINGS):
        return None
    return found, start_in(address.fragment)


def _is_anothers(address: Address) -> bool:
    """Does another site's file know more about this one?"""
    host, first = address.host.removeprefix("www."), address.segments[0]
    if host == "archive.org":
        return first in {"details", "embed", "download"}
    return host == "upload.wikimedia.org" or (host.endswith(".kaltura.com") and "playManifest" in address.segments)

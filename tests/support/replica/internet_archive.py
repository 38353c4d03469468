"""This file is a simulated Internet Archive: its `/metadata/ITEM` (PROVIDERS.md, section 2.7), and pages for people.

Known are 200 with `{}` for an item that is not, `is_dark`, and `private` as the text `true`. Guesses are that the page
of an item that is dark or is not is 404, as other paths are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum

from replica.exchange import Reply, Request

JSON = "application/json"


KNOWN_TO_PLAY = "BigBuckBunny_124"
"""What the site always has, as the true one does."""


class Kind(StrEnum):
    """How an item is."""

    FILM = "film"
    LOCKED = "locked"
    """All its films are private, its picture is not."""
    HALF_LOCKED = "half_locked"
    """The original is private, the copy for playing is not."""
    DARK = "dark"
    SOUND = "sound"
    COLLECTION = "collection"
    LARGE = "large"
    """A film among so many files that the answer is larger than 256 KiB."""
    ENORMOUS = "enormous"
    """The same, larger than 4 MiB."""
    BROKEN = "broken"
    """502, with a page."""
    SUBSTITUTED = "substituted"
    """The answer is about another item."""


_EXTRA = {Kind.LARGE: 4_000, Kind.ENORMOUS: 60_000}


class InternetArchive:
    """The Archive with these items; others are answered with `{}`."""

    hosts = frozenset({"archive.org"})

    def __init__(self, items: Mapping[str, Kind]) -> None:
        self.items = {KNOWN_TO_PLAY: Kind.FILM, **items}

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        match request.path.split("/"):
            case ["", "metadata", item]:
                return _metadata(item, self.items.get(item))
            case ["", "details" | "embed", item, *_]:
                shown = self.items.get(item, Kind.DARK) is not Kind.DARK
                return Reply.text(200 if shown else 404, "<!DOCTYPE html><title>Internet Archive</title>", "text/html")
        return Reply.text(404, "<!DOCTYPE html><title>404 Not Found", "text/html")


def _metadata(item: str, kind: Kind | None) -> Reply:
    if kind is Kind.BROKEN:
        return Reply.text(502, "<html><title>502 Bad Gateway", "text/html")
    facts: dict[str, object] = {}
    if kind is Kind.DARK:
        facts = {"created": 1600000000, "dir": f"/1/items/{item}", "is_dark": True}
    elif kind is not None:
        kinds = {Kind.SOUND: "audio", Kind.COLLECTION: "collection"}
        about = {
            "identifier": "another" if kind is Kind.SUBSTITUTED else item,
            "mediatype": kinds.get(kind, "movies"),
            "title": "A film",
            "creator": ["Replica", "Somebody else"],
        }
        facts = {"created": 1600000000, "files": _files(kind), "metadata": about}
    return Reply.text(200, json.dumps(facts), JSON)


def _files(kind: Kind) -> list[dict[str, str]]:
    files = [{"name": "__ia_thumb.jpg", "source": "original", "format": "Item Tile", "size": "4321"}]
    if kind is Kind.SOUND:
        return [*files, {"name": "disc1/01.mp3", "source": "original", "format": "VBR MP3"}]
    if kind is Kind.COLLECTION:
        return files
    original = {"name": "reels/film.mpg", "source": "original", "format": "MPEG2", "length": "61.5"}
    copy = {"name": "reels/film.mp4", "source": "derivative", "format": "h.264", "original": "reels/film.mpg"}
    shut = {"private": "true"}
    many = [{"name": f"stills/{n:06}.png", "source": "original", "format": "PNG"} for n in range(_EXTRA.get(kind, 0))]
    return [
        *files,
        original | (shut if kind in {Kind.LOCKED, Kind.HALF_LOCKED} else {}),
        copy | (shut if kind is Kind.LOCKED else {}),
        *many,
    ]

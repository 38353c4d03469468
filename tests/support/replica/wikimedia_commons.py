"""This file is a simulated Wikimedia Commons: its `api.php` (PROVIDERS.md, section 2.6), and pages about files.

Known are the 50 titles, the page numbers below zero of what is missing, and 403 for a User-Agent without an address.
Guesses are the words of that refusal, and that the page about a missing file is 404, as other paths are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum

from replica.exchange import Reply, Request

JSON = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"
MOST = 50
"""Titles in one question, for those who are not bots of Wikimedia's own."""


KNOWN_TO_PLAY = "Big Buck Bunny 4K.webm"
"""What the site always has, as the true one does."""


class Kind(StrEnum):
    """How a file is."""

    FILM = "film"
    OLD_FILM = "old_film"
    """An Ogg file whose pictures only its `mediatype` tells."""
    PICTURE = "picture"
    SOUND = "sound"
    MOVED = "moved"
    """A redirect to `Moved film.webm`."""
    MISSING = "missing"
    UNTOLD = "untold"
    """A page without `videoinfo`."""
    LOST = "lost"
    """A title that the answer leaves out."""
    INVALID = "invalid"


_TYPES = {
    Kind.FILM: ("video/webm", "VIDEO"),
    Kind.OLD_FILM: ("application/ogg", "VIDEO"),
    Kind.PICTURE: ("image/jpeg", "BITMAP"),
    Kind.SOUND: ("audio/ogg", "AUDIO"),
}
_NEW_NAME = "File:Moved film.webm"
_REFUSED = "<!DOCTYPE html><html lang=en><title>Wikimedia Error</title><p>Please respect our robot policy"


class WikimediaCommons:
    """Commons with these files, by their titles without `File:` and with spaces; others are missing."""

    hosts = frozenset({"commons.wikimedia.org"})

    def __init__(self, files: Mapping[str, Kind]) -> None:
        self.files = {KNOWN_TO_PLAY: Kind.FILM, **files}
        self.limited = False

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        if "Mozilla" in (request.header("user-agent") or "Mozilla"):
            return Reply.text(403, _REFUSED, HTML)
        if request.path.startswith("/wiki/File:"):
            return self._about(request.path.removeprefix("/wiki/"))
        if request.path != "/w/api.php":
            return Reply.text(404, "<!DOCTYPE html><title>Not Found", HTML)
        if self.limited:
            return _error("ratelimited", "You've exceeded your rate limit. Please wait some time and try again.")
        titles = (request.field("titles") or "").split("|")
        if len(titles) > MOST:
            return _error("toomanyvalues", f"Too many values supplied for parameter titles. The limit is {MOST}.")
        return Reply.text(200, json.dumps({"batchcomplete": "", "query": self._query(titles)}), JSON)

    def _about(self, title: str) -> Reply:
        kind = self.files.get(_spelt(title).removeprefix("File:"), Kind.MISSING)
        status = 404 if kind in {Kind.MISSING, Kind.INVALID} else 200
        return Reply.text(status, "<!DOCTYPE html><title>File - Wikimedia Commons</title>", HTML)

    def _query(self, titles: list[str]) -> dict[str, object]:
        spelt, moved, pages = [], [], {}
        for number, asked in enumerate(titles, 1):
            title = _spelt(asked)
            if title != asked:
                spelt.append({"from": asked, "to": title})
            kind = self.files.get(title.removeprefix("File:"), Kind.MISSING)
            if kind is Kind.MOVED:
                moved.append({"from": title, "to": _NEW_NAME})
                title, kind = _NEW_NAME, Kind.FILM
            if kind is not Kind.LOST:
                there = kind not in {Kind.MISSING, Kind.INVALID}
                pages[str(number if there else -number)] = {"ns": 6, "title": title, **_page(kind)}
        query: dict[str, object] = {"pages": pages}
        return query | ({"normalized": spelt} if spelt else {}) | ({"redirects": moved} if moved else {})


def _page(kind: Kind) -> dict[str, object]:
    if kind is Kind.MISSING:
        return {"missing": "", "imagerepository": ""}
    if kind is Kind.INVALID:
        return {"invalidreason": "The requested page title contains invalid characters.", "invalid": ""}
    if kind not in _TYPES:
        return {"imagerepository": "local"}
    mime, mediatype = _TYPES[kind]
    return {"imagerepository": "local", "videoinfo": [{"mime": mime, "mediatype": mediatype}]}


def _spelt(title: str) -> str:
    name = title.removeprefix("File:").replace("_", " ").strip()
    return f"File:{name[:1].upper()}{name[1:]}"


def _error(code: str, info: str) -> Reply:
    body = {"error": {"code": code, "info": info}, "servedby": "replica"}
    return Reply.text(200, json.dumps(body), JSON, ("MediaWiki-API-Error", code))

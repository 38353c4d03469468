"""This file is a simulated Vimeo: oEmbed with its Referer rule, and the status of pages (PROVIDERS 2.1).

Guesses where that is silent: the body of a 404 is JSON with a sentence, a truncated answer keeps its frame, and the
player's page has the status of the watch page, also of a clip that is hidden.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from replica import pages
from replica.exchange import Reply, Request

HTML = "text/html; charset=UTF-8"
JSON = "application/json"
PRIVACY = "Because of its privacy settings, this video cannot be played here."
_PAGE = re.compile(r"/([0-9]+)(?:/([0-9a-f]+))?")
_PLAYER = "player.vimeo.com"


KNOWN_TO_PLAY = "76979871"
"""What the site always has, as the true one does."""


class Showing(StrEnum):
    """How a clip is, or how the site behaves when it is asked about."""

    PUBLIC = "public"
    HIDDEN = "hidden"
    """Its page is 404, oEmbed 200."""
    CHOSEN_SITES = "chosen_sites"
    """200 with `domain_status_code` 403, unless the Referer is on the clip's site."""
    REFUSED = "refused"
    """403 with JSON."""
    PRIVACY = "privacy"
    """403 with a page that says the sentence about privacy settings."""
    PASSWORD = "password"  # noqa: S105 - a kind of clip, not a secret
    """200 without what is private; its page is 200."""
    LEGAL = "legal"
    """404, and its page is 451."""
    HALF_GONE = "half_gone"
    """404, and yet its page is 200."""
    ROBOT = "robot"
    """403 with a page, as for a client that looks like a robot."""
    TOO_MANY = "too_many"
    """429 with a page."""
    SUBSTITUTED = "substituted"
    """200 about another clip."""
    BROKEN = "broken"
    """500."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One clip; `unlisted` is the secret part of its address, if it has one; `site` is the host that may embed it."""

    showing: Showing = Showing.PUBLIC
    unlisted: str | None = None
    site: str = "videos.example.int"
    title: str = "A message"


class Vimeo:
    """Vimeo with these clips. Numbers that it does not hold never were."""

    hosts = frozenset({"vimeo.com", _PLAYER})

    def __init__(self, clips: Mapping[str, Clip]) -> None:
        self.clips = {KNOWN_TO_PLAY: Clip(), **clips}

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        if request.path == "/api/oembed.json":
            return self._oembed(request)
        secret = request.field("h")
        path = request.path.removeprefix("/video") + (f"/{secret}" if secret else "")
        number, clip = self._clip(path)
        hidden = clip is not None and clip.showing is Showing.HIDDEN and request.host != _PLAYER
        if clip is None or hidden:
            return Reply.text(404, pages.plain("Page not found"), HTML)
        if clip.showing is Showing.LEGAL:
            return Reply.text(451, pages.plain("Unavailable For Legal Reasons"), HTML)
        return Reply.text(200, pages.plain(number), HTML)

    def _clip(self, path: str) -> tuple[str, Clip | None]:
        named = _PAGE.fullmatch(path)
        number, secret = (named[1], named[2]) if named else ("", None)
        clip = self.clips.get(number)
        return number, clip if clip is None or clip.unlisted == secret else None

    def _oembed(self, request: Request) -> Reply:
        number, clip = self._clip(urlsplit(request.field("url") or "").path)
        match clip.showing if clip else None:
            case None | Showing.LEGAL | Showing.HALF_GONE:
                return Reply.text(404, '{"error":"No such video"}', JSON)
            case Showing.REFUSED:
                return Reply.text(403, '{"error":"Not allowed"}', JSON)
            case Showing.PRIVACY:
                return Reply.text(403, pages.plain(PRIVACY), HTML)
            case Showing.ROBOT:
                return Reply.text(403, pages.plain("Verify to continue"), HTML)
            case Showing.TOO_MANY:
                return Reply.text(429, pages.plain("Too many requests"), HTML)
            case Showing.BROKEN:
                return Reply.text(500, pages.plain("Error"), HTML)
        assert clip is not None
        return Reply.text(200, json.dumps(_facts(number, clip, request.header("referer") or "")), JSON)


def _facts(number: str, clip: Clip, referer: str) -> dict[str, object]:
    if clip.showing is Showing.SUBSTITUTED:
        number = "1"
    hash_field = f"h={clip.unlisted}&amp;" if clip.unlisted else ""
    frame = f"https://player.vimeo.com/video/{number}?{hash_field}app_id=122963"
    facts: dict[str, object] = {
        "type": "video",
        "version": "1.0",
        "provider_name": "Vimeo",
        "html": f'<iframe src="{frame}" width="480" height="270" title="{clip.title}"></iframe>',
    }
    if clip.showing is Showing.PASSWORD:
        return facts
    if clip.showing is Showing.CHOSEN_SITES:
        if urlsplit(referer).hostname != clip.site:
            return {**facts, "domain_status_code": 403}
        facts["domain_status_code"] = 200
    return {**facts, "title": clip.title, "author_name": "A member", "video_id": int(number)}

"""This file is the simulated oEmbed houses: Facebook's Graph, X, TikTok and Rutube, with Rutube's player.

What is recorded, documented or observed stands in PROVIDERS.md, sections 2.3, 2.4 and 2.9. Where that is silent, these
are guesses: the wording of the Graph's errors, the bodies of 403 and 404, and an unknown path is 404 with a page.
Guesses are the pages for people too: those of Facebook, X and TikTok are 200 whatever became of the video, as they wait
for a login or for scripts; a page of Rutube is 404 where there is no such video.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from replica.exchange import Reply, Request

JSON = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"
SUBSTITUTE = "9" * 15
"""The video that is answered about where another was asked for."""


class Fate(StrEnum):
    """How a video is, or how its site behaves when it is asked about; what no table holds never was."""

    SHOWN = "shown"
    STREAMLESS = "streamless"
    HALF_GONE = "half_gone"
    PRIVATE = "private"
    GONE = "gone"
    SUBSTITUTED = "substituted"
    BUSY = "busy"
    BROKEN = "broken"
    CAPTCHA = "captcha"
    PORTAL = "portal"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one house speaks: its host and paths, which video a question is about, and its words for each fate."""

    host: str
    paths: frozenset[str]
    asked: re.Pattern[str]
    shown: Callable[[str], dict[str, object]]
    private: tuple[int, object]
    gone: tuple[int, object]
    page: re.Pattern[str]
    """An address of a page for people; where a group names the video, the page is there only if the video is."""
    known_to_play: str
    """What the house always has, as the true one does."""


def _graph_error(code: int, message: str) -> tuple[int, object]:
    return 400, {"error": {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "A"}}


def _facebook(video: str) -> dict[str, object]:
    snippet = f'<div class="fb-video" data-href="https://www.facebook.com/someone/videos/{video}/"></div>'
    return {"html": snippet, "width": 500, "type": "video", "version": "1.0", "provider_name": "Facebook"}


def _x(post: str) -> dict[str, object]:
    snippet = (
        f'<blockquote class="twitter-tweet"><a href="https://twitter.com/someone/status/{post}">a</a></blockquote>'
    )
    url = f"https://twitter.com/someone/status/{post}"
    return {"url": url, "author_name": "Someone", "html": snippet, "type": "rich", "version": "1.0"}


def _tiktok(video: str) -> dict[str, object]:
    cite = f"https://www.tiktok.com/@someone/video/{video}"
    snippet = f'<blockquote class="tiktok-embed" cite="{cite}" data-video-id="{video}"></blockquote>'
    facts = {"version": "1.0", "type": "video", "title": "A title", "author_name": "Someone"}
    return {**facts, "width": "100%", "height": "100%", "html": snippet}


def _rutube(video: str) -> dict[str, object]:
    snippet = f'<iframe width="720" height="405" src="https://rutube.ru/play/embed/{video}" allowFullScreen></iframe>'
    return {"version": "1.0", "type": "video", "title": "Заглавие", "author_name": "Автор", "html": snippet}


FACEBOOK = Dialect(
    "graph.facebook.com",
    frozenset({"/v26.0/oembed_video", "/v26.0/oembed_post"}),
    re.compile(r"https://www\.facebook\.com/(?:video\.php\?v=|[^?]+/)([0-9]+)"),
    _facebook,
    _graph_error(10, "(#10) This content is not shared with everybody."),
    _graph_error(24, "The requested resource does not exist"),
    re.compile(r"https://(?:www|m)\.facebook\.com/.+"),
    "10153231379946729",
)
X = Dialect(
    "publish.x.com",
    frozenset({"/oembed"}),
    re.compile(r"https://x\.com/i/status/([0-9]+)"),
    _x,
    (403, {"request": "/oembed", "error": "Sorry, you are not authorized to see this status."}),
    (404, {"request": "/oembed", "error": "Sorry, that page does not exist."}),
    re.compile(r"https://(?:mobile\.)?(?:x|twitter)\.com/.+"),
    "20",
)
TIKTOK = Dialect(
    "www.tiktok.com",
    frozenset({"/oembed"}),
    re.compile(r"https://www\.tiktok\.com/@[^/]+/video/([0-9]+)"),
    _tiktok,
    (400, {"code": 400, "message": "Something went wrong"}),
    (400, {"code": 400, "message": "Something went wrong"}),
    re.compile(r"https://www\.tiktok\.com/(?:@|player/|embed/).+"),
    "6718335390845095173",
)
RUTUBE = Dialect(
    "rutube.ru",
    frozenset({"/api/oembed/"}),
    re.compile(r"https://rutube\.ru/(?:video|video/private|play/embed)/([0-9a-f]+)/?(?:\?p=.+)?"),
    _rutube,
    (403, {"detail": "Нет доступа"}),
    (404, {"detail": "Не найдено"}),
    re.compile(r"https://rutube\.ru/(?:video|video/private|play/embed|shorts)/([0-9a-f]+)/?(?:\?.+)?"),
    "3eac3b4561676c17df9132a9a1e62e3e",
)
DIALECTS = (FACEBOOK, X, TIKTOK, RUTUBE)
_PAGES = {
    FACEBOOK.host: frozenset({"www.facebook.com", "m.facebook.com"}),
    X.host: frozenset({"x.com", "twitter.com", "mobile.twitter.com"}),
}


@dataclass(slots=True)
class OembedHouse:
    """One house with the fates of its videos, which may be changed while it is asked."""

    dialect: Dialect
    fates: Mapping[str, Fate] = field(default_factory=dict)

    @property
    def hosts(self) -> frozenset[str]:
        """The host that is asked, and those of the pages for people."""
        return frozenset({self.dialect.host}) | _PAGES.get(self.dialect.host, frozenset())

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        options = re.fullmatch(r"/api/play/options/([0-9a-f]+)/", request.path)
        if options is not None and self.dialect is RUTUBE:
            return _options(options[1], self._fate(options[1]))
        if request.path not in self.dialect.paths:
            page = self.dialect.page.fullmatch(request.url)
            shown = page is not None and (not page.re.groups or self._is_there(page[1]))
            if shown:
                return Reply.text(200, "<!doctype html><title>Watch</title><noscript>Use scripts</noscript>", HTML)
            return Reply.text(404, "<!doctype html><title>404</title>", HTML)
        if request.field("format") == "xml":
            return _told(400, {"errors": [{"code": 356, "message": "xml not implemented"}]})
        asked = self.dialect.asked.fullmatch(request.field("url") or "")
        if asked is None:
            return _told(400, {"message": "no such address"})
        return self._judged(asked[1], self._fate(asked[1]))

    def _fate(self, video: str) -> Fate:
        return self.fates.get(video, Fate.SHOWN if video == self.dialect.known_to_play else Fate.GONE)

    def _is_there(self, video: str) -> bool:
        return self._fate(video) is not Fate.GONE

    def _judged(self, video: str, fate: Fate) -> Reply:
        match fate:
            case Fate.SHOWN | Fate.STREAMLESS:
                return _told(200, self.dialect.shown(video))
            case Fate.SUBSTITUTED:
                return _told(200, self.dialect.shown(SUBSTITUTE[: len(video)].rjust(len(video), "9")))
            case Fate.PRIVATE:
                return _told(*self.dialect.private)
            case Fate.BUSY:
                return Reply.text(429, "{}", JSON, ("Retry-After", "60"))
            case Fate.BROKEN:
                return Reply.text(500, "<!doctype html>Oops", HTML)
            case Fate.CAPTCHA:
                return Reply.text(200, '<!doctype html><div id="captcha-verify">', HTML)
            case Fate.PORTAL:
                return Reply.text(200, "<!doctype html><title>Welcome to the hotel's network</title>", HTML)
            case Fate.AWAY:
                return Reply(302, (("Location", "https://portal.example/login"),))
            case Fate.GONE | Fate.HALF_GONE:
                return _told(*self.dialect.gone)


class Portal:
    """A network's own page, to which every question may be sent on."""

    hosts = frozenset({"portal.example"})

    def answer(self, request: Request) -> Reply:
        """A page that says 200 to anything, even as JSON."""
        return _told(200, {"type": "video", "html": request.url})


def _options(video: str, fate: Fate) -> Reply:
    """What Rutube's player asks; `no_404` turns a 404 into a 200 with a detail."""
    match fate:
        case Fate.SHOWN | Fate.HALF_GONE:
            return _told(200, {"effective_video": video, "video_balancer": {"m3u8": "https://bl.rutube.ru/a.m3u8"}})
        case Fate.STREAMLESS:
            return _told(200, {"effective_video": video, "video_balancer": {}})
        case _:
            return _told(200, {"detail": {"name": "video_not_found"}})


def _told(status: int, facts: object) -> Reply:
    return Reply.text(status, json.dumps(facts), JSON)

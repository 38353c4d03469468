"""This file is a simulated YouTube: for each request the reply that the true one gives, as far as it is known.

What is recorded or observed stands in PROVIDERS.md, sections 1.2 to 1.6. Where that is silent, these are guesses:
youtube.com moves to www.youtube.com, youtu.be moves to the watch page, `format` other than json is 501 (oEmbed, section
2.3.4), other paths are 404, and other methods than GET and HEAD are 405.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, quote, urlsplit

from replica import pages
from replica.exchange import Reply, Request
from replica.films import POSSIBLE, SAMPLES, Film, State, canonical
from replica.oembed import oembed
from replica.pictures import grey_jpeg
from replica.youtube_data import HOSTS, YouTubeData

HTML = "text/html; charset=utf-8"
JSON = "application/json"
ERROR_JSON = "application/json; charset=UTF-8"
"""Under which oEmbed's errors come, although their bodies are plain text."""

OEMBED_HEADERS = (
    ("Vary", "Origin,Accept-Encoding"),
    ("Vary", "Referer"),
    ("Vary", "X-Origin"),
    ("Server", "scaffolding on HTTPServer2"),
    ("Cache-Control", "private"),
    ("X-Content-Type-Options", "nosniff"),
)

SUBSTITUTE = "dQw4w9WgXcQ"
"""The film that is answered about where another was asked for."""

KNOWN_TO_PLAY = "jNQXAC9IVRw"
"""A film that YouTube always has, as the true one does; `00000000000` it never had."""

SIZES = {"default": (120, 90), "mqdefault": (320, 180), "hqdefault": (480, 360), "0": (480, 360)}
"""The pictures that every film has, in pixels; the larger ones exist for none here, which proves nothing."""

_PERMISSION = (
    '{"error":{"code":403,"message":"SSL is required to perform this operation.","status":"PERMISSION_DENIED"}}'
)
_REFUSED = {
    State.PRIVATE: 403,
    State.PRIVATE_WITH_THUMBNAIL: 403,
    State.REMOVED: 404,
    State.CONTRADICTED: 404,
    State.EMBEDDING_OFF: 401,
}
_WATCH_HOSTS = {"www.youtube.com", "youtube.com", "m.youtube.com"}
_NAMED = re.compile(r"/(embed|watch|shorts|live)/([^/]+)/?")
_PICTURE = re.compile(r"/vi/([^/]+)/([a-z0-9_]+)\.jpg")


class YouTube:
    """YouTube with its satellites. `videos` may be changed while it is asked; ids that it does not hold never were.

    `data` is its data service, which wants a key.
    """

    def __init__(self, videos: Mapping[str, Film] | None = None) -> None:
        self.videos: dict[str, Film] = {**(SAMPLES if videos is None else videos)}
        self.videos.setdefault(KNOWN_TO_PLAY, Film())
        for video in self.videos:
            if not POSSIBLE.fullmatch(video):
                message = f"{video!r} cannot be an id of YouTube's: 11 signs, the last one of AEIMQUYcgkosw048"
                raise ValueError(message)
        self.data = YouTubeData(self.videos)
        self._doors: dict[str, Callable[[Request], Reply]] = {
            "www.youtube.com": self._main,
            "m.youtube.com": self._main,
            "youtube.com": _move_to_www,
            "youtu.be": _move_to_watch,
            "www.youtube-nocookie.com": self._player_only,
            "i.ytimg.com": self._picture,
            "img.youtube.com": self._picture,
            "consent.youtube.com": _consent,
            "www.google.com": _google,
            **dict.fromkeys(HOSTS, self.data.answer),
        }

    @property
    def hosts(self) -> frozenset[str]:
        """All the hosts that take part."""
        return frozenset(self._doors)

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        if request.method not in {"GET", "HEAD"}:
            return Reply.text(405, pages.plain("Error 405"), HTML, ("Allow", "GET, HEAD"))
        return self._doors[request.host](request)

    def _main(self, request: Request) -> Reply:
        if request.path in {"/oembed", "/oembed/"}:
            return self._oembed(request)
        named = _NAMED.fullmatch(request.path)
        if request.path == "/watch":
            return self._watch(request, request.field("v") or "")
        if named and named[1] != "embed":
            return self._watch(request, named[2])
        return self._player_only(request)

    def _oembed(self, request: Request) -> Reply:
        wanted = _video_in(request.field("url") or "")
        if isinstance(wanted, int):
            return _refusal(wanted)
        if (request.field("format") or "json") != "json":
            return _refusal(501)
        film = self.videos.get(wanted)
        if film is None:
            return _refusal(404)
        stopped = _stopped(request, film)
        return stopped or _judged(wanted, film)

    def _watch(self, request: Request, video: str) -> Reply:
        if re.fullmatch(r"[A-Za-z0-9_-]{11}", video):
            video = canonical(video)
        film = self.videos.get(video)
        stopped = _stopped(request, film, page=True) if film else None
        cookie = ("Set-Cookie", "CONSENT=PENDING+358; path=/; domain=.youtube.com; Secure")
        return stopped or Reply.text(200, pages.watch(video, film), HTML, cookie)

    def _player_only(self, request: Request) -> Reply:
        named = _NAMED.fullmatch(request.path)
        if not named or named[1] != "embed":
            return _nowhere()
        film = self.videos.get(named[2])
        stopped = _stopped(request, film, page=True) if film else None
        page = pages.embed(named[2], film, referred=bool(request.header("referer")))
        return stopped or Reply.text(200, page, HTML)

    def _picture(self, request: Request) -> Reply:
        named = _PICTURE.fullmatch(request.path)
        if not named:
            return _nowhere()
        film = self.videos.get(named[1])
        size = SIZES.get(named[2])
        if film is None or size is None or not film.has_thumbnail:
            return Reply.text(404, grey_jpeg(120, 90), "image/jpeg")
        return Reply.text(200, grey_jpeg(*size), "image/jpeg", ("Cache-Control", "public, max-age=7200"))


def _video_in(address: str) -> str | int:
    """The id in the address that oEmbed is asked about, or the status that refuses it: only watch addresses count."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return 400
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"}:
        return 400
    if host == "youtu.be" or (host in _WATCH_HOSTS and _NAMED.fullmatch(parts.path)):
        return 404
    videos = parse_qs(parts.query).get("v", [""]) if host in _WATCH_HOSTS and parts.path == "/watch" else [""]
    return videos[0] if POSSIBLE.fullmatch(videos[0]) else 400


def _stopped(request: Request, film: Film, *, page: bool = False) -> Reply | None:
    """The reply of one who does not let the question through, or None. On a page a captcha looks different."""
    match film.state:
        case State.CAPTCHA:
            return Reply.text(429, pages.bot_check() if page else pages.captcha(), HTML)
        case State.CAPTCHA_OK:
            return Reply.text(200, pages.bot_check() if page else pages.captcha(), HTML)
        case State.CONSENT if "SOCS=" not in (request.header("cookie") or ""):
            goal = quote(request.url, safe="")
            return Reply(302, (("Location", f"https://consent.youtube.com/m?continue={goal}&gl=DE&m=0&pc=yt&hl=de"),))
        case State.SORRY:
            goal = quote(request.url, safe="")
            return Reply(302, (("Location", f"https://www.google.com/sorry/index?continue={goal}"),))
        case State.TOO_MANY:
            return Reply.text(429, pages.plain("Error 429"), HTML, ("Retry-After", film.retry_after))
        case State.BROKEN:
            return Reply.text(503, pages.plain("Error 503"), HTML)
        case _:
            return None


def _judged(video: str, film: Film) -> Reply:
    """What oEmbed says of a film that it lets us ask about."""
    if film.state in _REFUSED:
        return _refusal(_REFUSED[film.state])
    match film.state:
        case State.SUBSTITUTED:
            return _told(oembed(SUBSTITUTE, film))
        case State.HTML_OK:
            return Reply.text(200, pages.plain("Welcome to the hotel's network"), HTML)
        case State.NOT_JSON:
            return _told("Forbidden")
        case State.EMPTY:
            return _told("")
        case State.PERMISSION:
            return Reply.text(403, _PERMISSION, ERROR_JSON, *OEMBED_HEADERS)
        case State.WRONG_TYPE:
            return _told(oembed(video, film, "rich"))
        case State.TEXT_TYPED_JSON:
            return Reply.text(200, oembed(video, film), HTML, *OEMBED_HEADERS)
        case _:
            return _told(oembed(video, film))


def _told(body: str) -> Reply:
    return Reply.text(200, body, JSON, *OEMBED_HEADERS)


def _refusal(status: int) -> Reply:
    """An error of oEmbed's: a few words of text under a JSON content type (PROVIDERS 1.2)."""
    words = {
        400: "Bad Request",
        401: "Unauthorized",
        403: "Forbidden",
        404: "Not Found",
        501: "Not Implemented",
    }
    return Reply.text(status, words[status], ERROR_JSON, *OEMBED_HEADERS)


def _nowhere() -> Reply:
    return Reply.text(404, pages.plain("404 Not Found"), HTML)


def _move_to_www(request: Request) -> Reply:
    return Reply(301, (("Location", f"https://www.youtube.com{request.target}"),))


def _move_to_watch(request: Request) -> Reply:
    video = request.path.strip("/")
    if not video or "/" in video:
        return _move_to_www(request)
    return Reply(303, (("Location", f"https://www.youtube.com/watch?v={quote(video, safe='')}&feature=youtu.be"),))


def _consent(request: Request) -> Reply:
    if request.path != "/m":
        return _nowhere()
    return Reply.text(200, pages.consent(request.field("continue") or "https://www.youtube.com/"), HTML)


def _google(request: Request) -> Reply:
    if request.path.rstrip("/") not in {"/sorry", "/sorry/index"}:
        return _nowhere()
    return Reply.text(429, pages.captcha(), HTML)

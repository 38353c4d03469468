"""This file is the HTML pages of a simulated YouTube, each with the marks by which the true one is known."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from urllib.parse import quote

from replica.films import Film, State

WATCH_BYTES = 400_000
"""About what a watch page weighs, uncompressed (PROVIDERS 1.4: 427 to 750 kB)."""

_PRIVATE = {
    "status": "LOGIN_REQUIRED",
    "reason": "This video is private",
    "messages": ["This is a private video. Please sign in to verify that you may see it."],
}
_GONE = {"status": "ERROR", "reason": "Video unavailable"}
_EMBED_OFF: dict[str, object] = {
    "status": "UNPLAYABLE",
    "reason": "Video unavailable",
    "errorScreen": {"subreason": "Playback on other websites has been disabled by the video owner"},
}


def watch(video: str, film: Film | None) -> str:
    """The watch page, which is there for the dead as for the living; None is a film that never was."""
    lives = film is not None and not is_gone(film) and not is_private(film)
    response: dict[str, object] = {"playabilityStatus": _playability(film)}
    head = "<title> - YouTube</title>"
    if film is not None and lives:
        response["videoDetails"] = {"videoId": video, "title": film.title, "author": film.author}
        response["microformat"] = {"playerMicroformatRenderer": {"isUnlisted": film.state is State.UNLISTED}}
        title = escape(film.title)
        about = escape(quote(f"https://www.youtube.com/watch?v={video}", safe=""))
        head = (
            f"<title>{title} - YouTube</title>"
            f'<meta property="og:title" content="{title}">'
            '<link rel="alternate" type="application/json+oembed" '
            f'href="https://www.youtube.com/oembed?format=json&amp;url={about}" title="{title}">'
        )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>'
        f"<script>var ytInitialPlayerResponse = {_in_script(response)};</script>"
        f"<script>var ytInitialData = {_ballast(WATCH_BYTES)};</script></body></html>"
    )


def embed(video: str, film: Film | None, *, referred: bool) -> str:
    """The player page that stands in a frame; without a referrer it shows error 153 (PROVIDERS 1.6)."""
    if not referred:
        return _page(
            "YouTube",
            '<div id="player" class="ytp-error"><p>Error 153</p><p>Video player configuration error</p></div>',
        )
    status = _playability(film)
    if film is not None and film.state is State.EMBEDDING_OFF:
        status = _EMBED_OFF
    response: dict[str, object] = {"previewPlayabilityStatus": status}
    shown = str(status.get("reason", ""))
    if film is not None and status["status"] == "OK":
        shown = film.title
        response["embedPreview"] = {"thumbnailPreviewRenderer": {"title": {"runs": [{"text": film.title}]}}}
        response["videoFlags"] = {"playableInEmbed": True}
    settings = {"PLAYER_VARS": {"video_id": video, "embedded_player_response": json.dumps(response)}}
    return _page(
        f"{shown} - YouTube",
        f'<div id="player"><p>{escape(shown)}</p></div><script>ytcfg = {_in_script(settings)};</script>',
        escape_title=True,
    )


def consent(target: str) -> str:
    """The question that stands before YouTube in Europe, with both its forms (PROVIDERS 1.4)."""
    names = "gl m pc continue ca x v t hl src uxe".split()
    values = {"gl": "DE", "hl": "de", "continue": target, "pc": "yt"}
    inputs = "".join(f'<input type="hidden" name="{name}" value="{escape(values.get(name, "1"))}">' for name in names)
    forms = "".join(
        f'<form action="https://consent.youtube.com/{place}" method="POST">{inputs}<button>{label}</button></form>'
        for place, label in (("s", "Ich stimme zu"), ("save", "Alle ablehnen"))
    )
    padding = "<!-- " + "c" * 6_000 + " -->"
    return _page("Bevor Sie zu YouTube weitergehen", forms + padding, language="de")


def captcha() -> str:
    """The page for those who ask too much, as oEmbed and Google show it (PROVIDERS 1.2)."""
    return _page(
        "Sorry...",
        "<p>Our systems have detected unusual traffic from your computer network.</p>"
        '<form id="captcha-form" action="index" method="post"><div class="g-recaptcha" data-sitekey="replica"></div>'
        '</form><script src="https://www.google.com/recaptcha/api.js" async defer></script>',
    )


def bot_check() -> str:
    """The page for those who ask too much, as the watch page shows it (PROVIDERS 1.4)."""
    return _page(
        "YouTube",
        '<form action="/das_captcha?fw=1" method="POST"><div class="g-recaptcha" data-sitekey="replica"></div></form>'
        "<!-- " + "b" * 6_500 + " -->",
    )


def plain(title: str) -> str:
    """Any other page."""
    return _page(title, f"<p>{escape(title)}</p>")


def is_gone(film: Film) -> bool:
    """Does the site say that there is no such film?"""
    return film.state in {State.REMOVED, State.CONTRADICTED}


def is_private(film: Film) -> bool:
    """Does the site say that only some may see it?"""
    return film.state in {State.PRIVATE, State.PRIVATE_WITH_THUMBNAIL}


def _playability(film: Film | None) -> dict[str, object]:
    if film is None or is_gone(film):
        return dict(_GONE)
    if is_private(film):
        return dict(_PRIVATE)
    return {"status": "OK", "playableInEmbed": film.state is not State.EMBEDDING_OFF}


def _page(title: str, body: str, *, language: str = "en", escape_title: bool = False) -> str:
    shown = escape(title) if escape_title else title
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{shown}</title></head>'
        f"<body>{body}</body></html>"
    )


def _in_script(value: object) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(value).replace("<", "\\u003c")


@cache
def _ballast(size: int) -> str:
    line = {"richItemRenderer": {"trackingParams": "CAAQAA", "content": "Something else that you may like to see"}}
    return json.dumps({"contents": [line] * (size // len(json.dumps(line)))})

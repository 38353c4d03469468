"""This file is the labelled links to YouTube (PROVIDERS sections 1.1, 1.2, 1.3, 1.8, and the first table of 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle

from replica import ids
from replica.films import Film, State
from replica.labelled import Labelled
from replica.quarter import Quarter
from replica.youtube import YouTube

FORMS = (
    "https://youtu.be/{}",
    "https://www.youtube.com/watch?v={}",
    "https://www.youtube.com/watch?v={}&t=83s",
    "https://youtu.be/{}?si=kT3bLnSAbcdEfgHi&t=12",
    "https://www.youtube.com/embed/{}",
    "https://youtube.com/watch?v={}",
    "https://www.youtube.com/shorts/{}",
    "https://www.youtube-nocookie.com/embed/{}?rel=0",
    "https://m.youtube.com/watch?v={}",
    "https://www.youtube.com/live/{}?feature=share",
    "https://www.youtube.com/watch?list=PL46F0A159EC02DF82&v={}",
)

FRAMED = "OGSyYP5v6PM"
"""The film that a page of `replica/page.py` shows in a frame."""

TURNED_AWAY = frozenset({"rate_limited", "unreachable"})
"""What else may be said of a link once the site has turned us away: the cause that all its remaining links share."""


@dataclass(frozen=True, slots=True)
class Kind:
    """So many films of one state, with the truth about them."""

    state: State | None
    count: int
    truth: str
    why: str
    detail: str | None = None
    also: frozenset[str] = frozenset()


KINDS = (
    Kind(State.PRIVATE, 24, "private", "oEmbed 403 `Forbidden`, no picture"),
    Kind(State.REMOVED, 26, "removed", "oEmbed 404, no picture"),
    Kind(None, 12, "removed", "an id that never was: as one that was removed"),
    Kind(State.EMBEDDING_OFF, 20, "restricted", "oEmbed 401: plays on YouTube only", "embedding"),
    Kind(State.CONTRADICTED, 2, "unknown", "oEmbed 404, and yet a picture: contradictory (1.3)"),
    Kind(State.PRIVATE_WITH_THUMBNAIL, 2, "unknown", "oEmbed 403, and yet a picture: restricted or private (1.8)"),
    Kind(State.SUBSTITUTED, 2, "unknown", "oEmbed 200 about another film"),
    Kind(State.WRONG_TYPE, 1, "unknown", "oEmbed 200 of a type that is not video"),
    Kind(State.HTML_OK, 1, "unknown", "200 with a page of somebody else's"),
    Kind(State.NOT_JSON, 1, "unknown", "200 with the text `Forbidden`, as in December 2020"),
    Kind(State.EMPTY, 1, "unknown", "200 with nothing"),
    Kind(State.PERMISSION, 1, "unknown", "403 with JSON: the question was refused, not the film"),
    Kind(State.CONSENT, 2, "unknown", "a consent page instead of an answer"),
    Kind(State.TEXT_TYPED_JSON, 3, "available", "oEmbed 200 that names the film, declared as text"),
    Kind(State.UNLISTED, 20, "available", "oEmbed 200 that names the film: unlisted looks as public"),
    Kind(State.PUBLIC, 140, "available", "oEmbed 200 that names the film"),
)

LAST = (
    Kind(State.BROKEN, 2, "unreachable", "503", also=TURNED_AWAY),
    Kind(State.CAPTCHA_OK, 2, "rate_limited", "200 with a captcha page", also=TURNED_AWAY),
    Kind(State.SORRY, 2, "rate_limited", "sent on to a captcha page of Google's", also=TURNED_AWAY),
    Kind(State.CAPTCHA, 2, "rate_limited", "429 with a captcha page", also=TURNED_AWAY),
    Kind(State.TOO_MANY, 1, "rate_limited", "429 with Retry-After", also=TURNED_AWAY),
)

NO_VIDEOS = {
    "https://www.youtube.com/playlist?list=PL46F0A159EC02DF82": "a playlist",
    "https://www.youtube.com/embed/videoseries?list=PL46F0A159EC02DF82": "a playlist in a frame",
    "https://www.youtube.com/channel/UCaYhcUwRBNscFNUKTjgPFiA": "a channel",
    "https://www.youtube.com/@ITU": "a channel by its handle",
    "https://www.youtube.com/embed/live_stream?channel=UCaYhcUwRBNscFNUKTjgPFiA": "whatever a channel sends live",
    "https://www.youtube.com/results?search_query=itu": "a search",
    "https://www.youtube.com/clip/UgkxHbqyRYN7CHhyDeyoGpz5ZxfBNdFXZlUU": "a clip",
    "https://youtu.be/OGSyYP5v6P": "ten signs",
    "https://youtu.be/OGSyYP5v6PMx": "twelve signs",
    "https://www.youtube.com/watch?v=OGSyYP5v6P%26": "a sign that no id has",
}

TYPING_ERRORS = "BCDFGHJKLNOPRSTV"
"""Last signs that no id can have."""


def youtube() -> Quarter:
    """YouTube, with films of every state that it can play."""
    films: dict[str, Film] = {FRAMED: Film(title="The film in the frame")}
    links = (*_labelled(KINDS, films), *_mistyped(), *_no_videos())
    last = tuple(_labelled(LAST, films))
    return Quarter((YouTube(films),), links, last)


def _labelled(kinds: Iterable[Kind], films: dict[str, Film]) -> list[Labelled]:
    """Puts the films that are there into the table."""
    forms = cycle(FORMS)
    links = []
    for kind in kinds:
        name = kind.state or "never was"
        for number in range(kind.count):
            video = ids.youtube(name, number)
            if kind.state is not None:
                films[video] = Film(kind.state, f"Message {number}")
            url = next(forms).format(video)
            links.append(Labelled(url, "youtube", kind.truth, kind.why, kind.detail, kind.also))
    return links


def _mistyped() -> list[Labelled]:
    why = "an id whose last sign is impossible (finding 1)"
    return [
        Labelled(form.format(ids.youtube("mistyped", sign)[:10] + sign), "youtube", "invalid", why)
        for form, sign in zip(FORMS[:8], TYPING_ERRORS[:8], strict=True)
    ]


def _no_videos() -> list[Labelled]:
    return [Labelled(url, "youtube", "invalid", f"{what}: not one video (1.1)") for url, what in NO_VIDEOS.items()]

"""This file is the labelled links to YouTube (PROVIDERS sections 1.1, 1.2, 1.3, 1.8, and the first table of 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
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


FAR = "2030-01-01T00:00:00Z"
"""A time to come."""

PLAYS = frozenset({"available"})
"""What oEmbed says of all that it cannot see: regions, ages, and what has not begun (1.8)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """So many films of one kind (None: that never were), with the truth about them."""

    film: Film | None
    count: int
    truth: str
    why: str
    detail: str | None = None
    also: frozenset[str] = frozenset()
    keyless: frozenset[str] = frozenset()
    keyed: str | None = None


KINDS = (
    Kind(Film(State.PRIVATE), 24, "private", "oEmbed 403 `Forbidden`, no picture"),
    Kind(Film(State.REMOVED), 26, "removed", "oEmbed 404, no picture"),
    Kind(None, 12, "removed", "an id that never was: as one that was removed"),
    Kind(Film(State.REMOVED, upload="rejected", rejection="copyright"), 2, "removed", "uploadStatus rejected"),
    Kind(Film(State.REMOVED, upload="deleted"), 1, "removed", "uploadStatus deleted"),
    Kind(Film(State.EMBEDDING_OFF), 20, "restricted", "oEmbed 401: plays on YouTube only", "embedding"),
    Kind(Film(blocked=("FR",)), 2, "restricted", "blocked in a country that we speak to", "region", keyless=PLAYS),
    Kind(Film(allowed=("US",)), 2, "restricted", "allowed in another country only", "region", keyless=PLAYS),
    Kind(Film(allowed=()), 1, "restricted", "allowed nowhere", "region", keyless=PLAYS),
    Kind(Film(adults=True), 3, "restricted", "ytAgeRestricted", "age", keyless=PLAYS),
    Kind(Film(broadcast="upcoming", starts_at=FAR), 2, "not_yet", "a premiere to come", keyless=PLAYS),
    Kind(Film(upload="uploaded"), 1, "not_yet", "uploadStatus uploaded", keyless=PLAYS),
    Kind(Film(publish_at=FAR), 1, "not_yet", "publishAt in the future", keyless=PLAYS),
    Kind(Film(State.CONTRADICTED), 2, "unknown", "oEmbed 404, and yet a picture (1.3)", keyed="removed"),
    Kind(Film(State.PRIVATE_WITH_THUMBNAIL), 2, "unknown", "oEmbed 403, and yet a picture (1.8)", keyed="private"),
    Kind(Film(State.SUBSTITUTED), 2, "unknown", "oEmbed 200 about another film", keyed="available"),
    Kind(Film(State.WRONG_TYPE), 1, "unknown", "oEmbed 200 of a type that is not video", keyed="available"),
    Kind(Film(State.HTML_OK), 1, "unknown", "200 with a page of somebody else's", keyed="available"),
    Kind(Film(State.NOT_JSON), 1, "unknown", "200 with the text `Forbidden`, as in December 2020", keyed="available"),
    Kind(Film(State.EMPTY), 1, "unknown", "200 with nothing", keyed="available"),
    Kind(Film(State.PERMISSION), 1, "unknown", "403 with JSON: the question was refused", keyed="available"),
    Kind(Film(State.CONSENT), 2, "unknown", "a consent page instead of an answer", keyed="available"),
    Kind(Film(State.TEXT_TYPED_JSON), 3, "available", "oEmbed 200 that names the film, declared as text"),
    Kind(Film(State.UNLISTED), 20, "available", "oEmbed 200 that names the film: unlisted looks as public"),
    Kind(Film(blocked=("AQ",)), 1, "available", "blocked only where we speak to nobody"),
    Kind(Film(), 140, "available", "oEmbed 200 that names the film"),
)

LAST = (
    Kind(Film(State.BROKEN), 2, "unreachable", "503", also=TURNED_AWAY, keyed="available"),
    Kind(Film(State.CAPTCHA_OK), 2, "rate_limited", "200 with a captcha page", also=TURNED_AWAY, keyed="available"),
    Kind(Film(State.SORRY), 2, "rate_limited", "sent on to a captcha page", also=TURNED_AWAY, keyed="available"),
    Kind(Film(State.CAPTCHA), 2, "rate_limited", "429 with a captcha page", also=TURNED_AWAY, keyed="available"),
    Kind(Film(State.TOO_MANY), 1, "rate_limited", "429 with Retry-After", also=TURNED_AWAY, keyed="available"),
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
        for number in range(kind.count):
            video = ids.youtube(kind.why, number)
            if kind.film is not None:
                films[video] = replace(kind.film, title=f"Message {number}")
            url = next(forms).format(video)
            links.append(
                Labelled(url, "youtube", kind.truth, kind.why, kind.detail, kind.also, kind.keyless, kind.keyed)
            )
    return links


def _mistyped() -> list[Labelled]:
    why = "an id whose last sign is impossible (finding 1)"
    return [
        Labelled(form.format(ids.youtube("mistyped", sign)[:10] + sign), "youtube", "invalid", why)
        for form, sign in zip(FORMS[:8], TYPING_ERRORS[:8], strict=True)
    ]


def _no_videos() -> list[Labelled]:
    return [Labelled(url, "youtube", "invalid", f"{what}: not one video (1.1)") for url, what in NO_VIDEOS.items()]

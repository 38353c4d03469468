"""This file is the films that a simulated YouTube holds, each in one state."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

POSSIBLE = re.compile(r"[A-Za-z0-9_-]{10}[AEIMQUYcgkosw048]")
"""What an id can be (PROVIDERS, finding 1)."""

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class State(StrEnum):
    """How a film is, or how the site behaves when it is asked about; the status is oEmbed's (PROVIDERS 1.2)."""

    PUBLIC = "public"
    """200, plays everywhere."""
    UNLISTED = "unlisted"
    """200, not to be told from public."""
    PRIVATE = "private"
    """403 `Forbidden`, no thumbnail."""
    REMOVED = "removed"
    """404 `Not Found`, no thumbnail; as an id that never was."""
    EMBEDDING_OFF = "embedding_off"
    """401 `Unauthorized`, has a thumbnail."""
    SUBSTITUTED = "substituted"
    """200, but the answer is about another film."""
    CAPTCHA = "captcha"
    """429 with a captcha page."""
    CAPTCHA_OK = "captcha_ok"
    """200 with a captcha page."""
    CONSENT = "consent"
    """302 to consent.youtube.com, unless the cookie SOCS comes along."""
    SORRY = "sorry"
    """302 to www.google.com/sorry/index, which answers 429 with a captcha page."""
    TOO_MANY = "too_many"
    """429 with the film's Retry-After."""
    BROKEN = "broken"
    """503."""
    HTML_OK = "html_ok"
    """200 with a page that has nothing to do with it."""
    NOT_JSON = "not_json"
    """200 with the text `Forbidden`, as seen in December 2020."""
    EMPTY = "empty"
    """200 without a body."""
    PERMISSION = "permission"
    """403 with the JSON error that says TLS is required."""
    CONTRADICTED = "contradicted"
    """404, and yet there is a thumbnail."""
    PRIVATE_WITH_THUMBNAIL = "private_with_thumbnail"
    """403, and yet there is a thumbnail."""
    WRONG_TYPE = "wrong_type"
    """200, all as it should be, but the type is `rich`."""
    TEXT_TYPED_JSON = "text_typed_json"
    """200, all as it should be, but declared as text/html."""


_WITHOUT_THUMBNAIL = {State.PRIVATE, State.REMOVED}


@dataclass(frozen=True, slots=True)
class Film:
    """One film. `thumbnail` None means as films of its state have it; `retry_after` is seconds or an HTTP date.

    What follows is what the data service alone tells (PROVIDERS 1.5): `upload` and `rejection` are its words,
    `allowed` and `blocked` country codes, `broadcast` is none, upcoming, live or completed, times are ISO 8601 in UTC.
    """

    state: State = State.PUBLIC
    title: str = "A film"
    author: str = "Replica"
    thumbnail: bool | None = None
    retry_after: str = "120"
    upload: str = "processed"
    rejection: str | None = None
    allowed: tuple[str, ...] | None = None
    blocked: tuple[str, ...] | None = None
    adults: bool = False
    broadcast: str = "none"
    starts_at: str | None = None
    publish_at: str | None = None
    audio: str | None = None
    captions: bool = False

    @property
    def has_thumbnail(self) -> bool:
        """Is there a picture of it?"""
        return self.state not in _WITHOUT_THUMBNAIL if self.thumbnail is None else self.thumbnail


SAMPLES: dict[str, Film] = {
    "playsPublic": Film(State.PUBLIC, "Message for the Day", "Replica"),
    "unlisted--0": Film(State.UNLISTED, "Message for few"),
    "private---0": Film(State.PRIVATE),
    "removed---0": Film(State.REMOVED),
    "embedOff--0": Film(State.EMBEDDING_OFF, "Message to be watched there"),
    "substitut-0": Film(State.SUBSTITUTED),
    "captcha---0": Film(State.CAPTCHA),
    "captchaOK-0": Film(State.CAPTCHA_OK),
    "consent---0": Film(State.CONSENT),
    "sorry-----0": Film(State.SORRY),
    "tooMany---0": Film(State.TOO_MANY),
    "broken----0": Film(State.BROKEN),
    "htmlOK----0": Film(State.HTML_OK),
    "notJSON---0": Film(State.NOT_JSON),
    "empty-----0": Film(State.EMPTY),
    "permission0": Film(State.PERMISSION),
    "contradict0": Film(State.CONTRADICTED),
    "privThumb-0": Film(State.PRIVATE_WITH_THUMBNAIL),
    "wrongType-0": Film(State.WRONG_TYPE),
    "textTyped-0": Film(State.TEXT_TYPED_JSON),
    "arabicMsg-0": Film(State.PUBLIC, "رسالة الأمين العام", "Replica"),
    "-beginDash0": Film(State.PUBLIC, "An id that begins with a hyphen", "Replica"),
    "hostileMsg0": Film(State.PUBLIC, "<script>alert('\"1\" & 2')</script>\u202e", "<b>R&D</b>"),
}
"""One film of each state and three that are awkward, for those who bring none."""


def canonical(video: str) -> str:
    """The id that the watch page takes an impossible one for: the last character's two low bits cleared."""
    return video[:-1] + _ALPHABET[_ALPHABET.index(video[-1]) & ~3]


def write(films: Mapping[str, Film]) -> str:
    """The films as JSON, for another process."""
    return json.dumps({video: asdict(film) for video, film in films.items()})


def read(text: str) -> dict[str, Film]:
    """The films that JSON of the shape `{id: {"state": "public", "title": ...}}` holds; only the state is needed."""
    return {video: _film(fields) for video, fields in json.loads(text).items()}


def _film(fields: Mapping[str, Any]) -> Film:
    regions = {name: tuple(fields[name]) for name in ("allowed", "blocked") if fields.get(name) is not None}
    return Film(**{**fields, **regions, "state": State(fields["state"])})

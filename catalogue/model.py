"""This file is the values of the catalogue: videos, messages, and all of them together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self, TypeVar

from catalogue.errors import DuplicateLanguage, InvalidValue
from catalogue.language import Language

T = TypeVar("T")

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 100

SIX_LANGUAGES = tuple(Language(tag) for tag in ("en", "fr", "es", "ar", "zh", "ru"))
"""The default list: the six official languages of the United Nations, in the order of the ITU's letters."""


class Captions(StrEnum):
    """What captions a recording has. Automatic ones do not meet WCAG 1.2.2 unless somebody confirmed them."""

    MANUAL = "manual"
    AUTOMATIC = "automatic"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Title:
    """A title together with the language it is written in, so that its direction is known, never guessed."""

    language: Language
    text: str


@dataclass(frozen=True, slots=True)
class Video:
    """One recording of a message, in one language.

    `captions_file` is the address of a WebVTT file with its captions, `transcript` that of what is said in it.
    """

    language: Language
    url: str
    title: str | None = None
    added: dt.date | None = None
    captions: Captions = Captions.UNKNOWN
    captions_file: str | None = None
    transcript: str | None = None
    mirrors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One message, whatever the language. `date` is the day it is for."""

    slug: str
    titles: tuple[Title, ...] = ()
    date: dt.date | None = None
    speaker: str | None = None
    videos: tuple[Video, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a slug that is none, and two recordings or titles in one language."""
        if len(self.slug) > SLUG_LENGTH:
            message = f"“{self.slug[:SLUG_LENGTH]}…” is too long for a slug; write at most {SLUG_LENGTH} characters"
            raise InvalidValue(message)
        if not SLUG.fullmatch(self.slug):
            message = f"“{self.slug}” cannot be a slug; use lower-case letters a-z, digits and single hyphens"
            raise InvalidValue(message)
        for what, languages in (
            ("videos", [video.language for video in self.videos]),
            ("titles", [title.language for title in self.titles]),
        ):
            twice = _first_repeated(languages)
            if twice is not None:
                message = f"{self.slug}: two {what} in {twice}"
                raise DuplicateLanguage(message)

    def video_in(self, language: Language) -> Video | None:
        """The recording in this language, if there is one."""
        return next((video for video in self.videos if video.language == language), None)

    def title_in(self, language: Language) -> Title | None:
        """The title written in this language: the message's own, else that of its recording."""
        for title in self.titles:
            if title.language == language:
                return title
        video = self.video_in(language)
        return Title(language, video.title) if video is not None and video.title else None

    def plus(self, video: Video) -> Self:
        """This message with one recording more; raises DuplicateLanguage if the slot is taken."""
        return replace(self, videos=(*self.videos, video))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All messages, and the closed, ordered list of languages that we work in."""

    languages: tuple[Language, ...] = SIX_LANGUAGES
    messages: tuple[Message, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an empty or repeating list of languages, and two messages of one slug."""
        if not self.languages:
            message = "a catalogue needs at least one language; list them under “languages:”"
            raise InvalidValue(message)
        twice = _first_repeated(self.languages)
        if twice is not None:
            message = f"the language {twice} stands twice in “languages:”; remove one of them"
            raise InvalidValue(message)
        slug = _first_repeated([message.slug for message in self.messages])
        if slug is not None:
            message = f"two messages are called “{slug}”; give one of them another slug"
            raise InvalidValue(message)

    def message(self, slug: str) -> Message | None:
        """The message of this slug, if there is one."""
        return next((message for message in self.messages if message.slug == slug), None)

    def places(self) -> Iterator[tuple[Message, Video]]:
        """Every recording with its message, messages in file order, languages in the catalogue's order."""
        order = {language: place for place, language in enumerate(self.languages)}
        for message in self.messages:
            for video in sorted(message.videos, key=lambda video: order.get(video.language, len(order))):
                yield message, video


def _first_repeated(items: Iterable[T]) -> T | None:
    seen: set[T] = set()
    for item in items:
        if item in seen:
            return item
        seen.add(item)
    return None

"""This file is what every editorial rule's file must answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from catalogue.language import Language
from catalogue.model import Message, Video

LONGEST_QUOTE = 80
"""Characters of a foreign text that a finding repeats, the “…” of a cut one included."""

ENGLISH = Language("en")


class Level(StrEnum):
    """How much a finding matters, the worst first. None of them has an effect on a verdict."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Told:
    """What a site said of the video in one slot; all None where it said nothing, or was not asked.

    `title`, `author` and `audio` (a language tag) are the site's own, hostile text. `captions` says whether there
    are any. `site` tells two sites apart; channels of two sites are never compared.
    """

    title: str | None = None
    author: str | None = None
    audio: str | None = None
    captions: bool | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One message to be reviewed, the catalogue's languages, and what the sites said, keyed by slot."""

    message: Message
    languages: tuple[Language, ...]
    told: Mapping[Language, Told]

    def slots(self) -> tuple[tuple[Video, Told], ...]:
        """Every recording with what its site said, in the catalogue's order of languages, others after them."""
        order = {language: place for place, language in enumerate(self.languages)}
        videos = sorted(self.message.videos, key=lambda video: (order.get(video.language, len(order)), video.language))
        return tuple((video, self.told.get(video.language, Told())) for video in videos)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one slot; `language` is None for what is true of the whole message.

    `template` is an English sentence with places like `%(title)s`, marked for the translators. Of its `values`, those
    that are a Language are printed as its name; the others are text of people or sites, bounded but still hostile:
    whoever prints them cleans and escapes them. `remedy` is one more English sentence, without places.
    """

    rule: str
    level: Level
    language: Language | None
    template: str
    values: tuple[tuple[str, str | Language], ...]
    remedy: str

    @property
    def text(self) -> str:
        """The sentence in English, with its values as they are."""
        return self.template % {
            name: value.name_in(ENGLISH) if isinstance(value, Language) else value for name, value in self.values
        }


class Rule(Protocol):
    """One editorial rule: pure, and the same findings for the same case."""

    @property
    def name(self) -> str:
        """Its name in kebab-case, for example `title-language`."""

    @property
    def level(self) -> Level:
        """How much its findings matter."""

    @property
    def explanation(self) -> str:
        """What it looks for, in one English sentence."""

    @property
    def remedy(self) -> str:
        """What to do about a finding, in one English sentence, marked for the translators."""

    def review(self, case: Case) -> Iterator[Finding]:
        """What it finds."""


def sentence(text: str) -> str:
    """Mark an English sentence for the translators."""
    return text


def quoted(text: str) -> str:
    """As much of a foreign text as a finding repeats."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"

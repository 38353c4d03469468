"""This file is what every editorial rule's file must answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeAlias

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


class Source(StrEnum):
    """What a rule needs in order to find something: the catalogue file alone, or what the sites answered."""

    FILE = "file"
    SITES = "sites"


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


class Player(StrEnum):
    """That an address is not a page but a player for other pages: one that is in use, or one that was given up."""

    CURRENT = "current"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Link:
    """What can be said of an address by its form alone, by those who know the sites; nobody is asked.

    `video` is the same for all addresses of one video, None where none is named; `start` is where the address asks to
    begin, in seconds. `proper` is the address to write instead. `impossible` and `no_video` are English sentences on
    what is wrong with it, marked for the translators; `meant` is the address that was likely meant. `trackers` are
    the names of its fields that say who follows it.
    """

    video: str | None = None
    start: int | None = None
    proper: str | None = None
    impossible: str | None = None
    no_video: str | None = None
    meant: str | None = None
    trackers: tuple[str, ...] = ()
    player: Player | None = None

    @property
    def recording(self) -> Recording | None:
        """The video and where to begin: two parts of one video are two recordings."""
        return None if self.video is None else (self.video, self.start or 0)


Recording: TypeAlias = tuple[str, int]
Keys: TypeAlias = tuple[str, ...]
"""The keys of the file, from within a message, that lead to a value: `("videos", "ar", "url")`."""

NO_LINK = Link()


@dataclass(frozen=True, slots=True)
class Case:
    """One message to be reviewed, the catalogue's languages, and what the sites said, keyed by slot.

    `links` are keyed by address as the catalogue writes it. `firsts` are the places, slug and language, where each
    recording stands for the first time in the whole catalogue.
    """

    message: Message
    languages: tuple[Language, ...]
    told: Mapping[Language, Told]
    links: Mapping[str, Link] = field(default_factory=dict)
    firsts: Mapping[Recording, tuple[str, Language]] = field(default_factory=dict)

    def slots(self) -> tuple[tuple[Video, Told], ...]:
        """Every recording with what its site said, in the catalogue's order of languages, others after them."""
        order = {language: place for place, language in enumerate(self.languages)}
        videos = sorted(self.message.videos, key=lambda video: (order.get(video.language, len(order)), video.language))
        return tuple((video, self.told.get(video.language, Told())) for video in videos)

    def addresses(self) -> Iterator[Placed]:
        """Every address of a video, slot by slot, each followed by its mirrors."""
        for video, _ in self.slots():
            keys = ("videos", video.language.tag)
            for address, at in (
                (video.url, (*keys, "url")),
                *((mirror, (*keys, "mirrors", str(place))) for place, mirror in enumerate(video.mirrors)),
            ):
                yield Placed(video.language, address, at, self.links.get(address, NO_LINK))

    def titles(self) -> Iterator[Named]:
        """Every title that the file holds: the message's own, then those of its recordings."""
        for title in self.message.titles:
            yield Named(title.language, title.text, ("title", title.language.tag))
        for video, _ in self.slots():
            if video.title is not None:
                yield Named(video.language, video.title, ("videos", video.language.tag, "title"))


@dataclass(frozen=True, slots=True)
class Placed:
    """An address, the language that it stands under, where, and what can be said of it."""

    language: Language
    address: str
    at: Keys
    link: Link


@dataclass(frozen=True, slots=True)
class Named:
    """A title, the language that it stands under, and where."""

    language: Language
    text: str
    at: Keys


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one slot; `language` is None for what is true of the whole message.

    `template` is an English sentence with places like `%(title)s`, marked for the translators. Of its `values`, those
    that are a Language are printed as its name; the others are text of people or sites, bounded but still hostile:
    whoever prints them cleans and escapes them. `remedy` is one more English sentence, without places. `at` are the
    keys of the value concerned, from within the message. `suggestion` is what to write there instead, hostile too.
    """

    rule: str
    level: Level
    language: Language | None
    template: str
    values: tuple[tuple[str, str | Language], ...]
    remedy: str
    at: Keys = ()
    suggestion: str | None = None

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
    def source(self) -> Source:
        """What it needs; where that is missing, it is silent."""

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

"""This file is what every snippet variant's file must answer, and the value it makes a snippet from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from catalogue import Language
from checker.providers import Playback


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of our own for the readers of a page, and the language that they are in."""

    language: Language
    text: str


@dataclass(frozen=True, slots=True)
class Version:
    """One language version of a message, ready to be written into a snippet.

    `title` is clean (reports/titles.py), never empty, and wholly in `language`; `site` is the provider's name, empty
    where no site is known; `page` is the proper address for a link; `player` how it stands in another page, or None
    where it does not. `track` is the address of a WebVTT file with its captions, which show from the beginning if
    `captions` says so; `picture` is the address of a still.
    `gone` says what keeps it from being watched anywhere: then nothing may lead to it. `said` is what readers must be
    told first, for example that this is not the language they asked for.
    """

    language: Language
    title: str
    page: str
    player: Playback | None
    site: str = ""
    track: str | None = None
    picture: str | None = None
    captions: bool = False
    gone: Phrase | None = None
    said: Phrase | None = None


class Style(StrEnum):
    """Who brings the measures: the site's own stylesheet, which holds ours, or the snippet itself."""

    SHEET = "sheet"
    INLINE = "inline"


class Sequence(StrEnum):
    """In which order languages stand: by the United Nations' rule, or as the catalogue lists them."""

    UN = "un"
    CATALOGUE = "catalogue"


@dataclass(frozen=True, slots=True)
class Order:
    """What an editor asked for: the versions in the order to print them, and the page they go into.

    `group` is the message's slug, which keeps the panels of one message together; `date` is the day it is for.
    `isolates` asks for the control characters that keep a direction where a filter takes `dir` away.
    """

    versions: tuple[Version, ...]
    page_language: Language | None = None
    group: str = "message"
    style: Style = Style.SHEET
    isolates: bool = False
    date: date | None = None


class Syntax(StrEnum):
    """What a snippet is written in: as HTML it may stand in any page, else only where that is understood."""

    HTML = "html"
    BLOCKS = "blocks"
    MARKDOWN = "markdown"
    WIKITEXT = "wikitext"
    TEXT = "text"


class Variant(Protocol):
    """One form of snippet: pure, and the same bytes for the same order."""

    @property
    def name(self) -> str:
        """The name after `--variant`."""

    @property
    def summary(self) -> str:
        """One English sentence for `embed --list`: what it is good for."""

    @property
    def single(self) -> bool:
        """Does it show exactly one version?"""

    @property
    def plays(self) -> bool:
        """Does it hold players?"""

    @property
    def files(self) -> tuple[str, ...]:
        """The files of ours (reports/static) that a site should have for it."""

    @property
    def syntax(self) -> Syntax:
        """What it is written in."""

    @property
    def sequence(self) -> Sequence:
        """The order of languages that suits it, if the editor names none."""

    def render(self, order: Order) -> str:
        """The snippet: LF line ends, a newline at its end."""

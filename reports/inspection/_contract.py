"""This file is what every rule about a page's videos must answer, and the case it is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from catalogue import Language, Message, Video
from catalogue.review import Finding, Level
from checker import Detail, State
from checker.providers import VideoRef
from reports.inspection._page import Embed, Kind, Page


@dataclass(frozen=True, slots=True)
class Standing:
    """What is held to be true of a video: from memory, or from a look just now. `reason` is an English sentence."""

    state: State
    detail: Detail | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A video seen on a page: where, which, and what the catalogue and the ledger know of it.

    `video` is None for an address that was meant to name one. `message` and `recording` are ours: None for a video
    that is not in the catalogue. `flaw` is an English sentence on why no video can have this
    id, `meant` the address that was likely meant.
    """

    embed: Embed
    video: VideoRef | None
    message: Message | None = None
    recording: Video | None = None
    standing: Standing | None = None
    flaw: str | None = None
    meant: str | None = None

    @property
    def language(self) -> Language | None:
        """The language of the video, where the catalogue says it."""
        return None if self.recording is None else self.recording.language


@dataclass(frozen=True, slots=True)
class Case:
    """A page to be inspected: its language, as far as anybody says it, and the videos seen, in the page's order.

    `shown` are the slugs and languages of those that are ours.
    """

    page: Page
    language: Language | None
    languages: tuple[Language, ...]
    sightings: tuple[Sighting, ...] = ()
    shown: frozenset[tuple[str, Language]] = frozenset()

    def players(self) -> Iterator[Sighting]:
        """The sightings that play on the page itself, or will."""
        return (sighting for sighting in self.sightings if sighting.embed.kind.plays)

    def language_around(self, sighting: Sighting) -> Language | None:
        """The language that holds where the video stands: the nearest that is said, else the page's."""
        return sighting.embed.language or self.language

    def better(self, sighting: Sighting) -> Video | None:
        """The recording of the same message in the page's language, where another one is shown in its place.

        A page that shows the right one too offers a choice, and so does a link that says which language it leads to.
        """
        message, recording, embed = sighting.message, sighting.recording, sighting.embed
        if (
            embed.kind is Kind.DATA
            or message is None
            or recording is None
            or self.language is None
            or recording.language.sounds_like(self.language)
        ):
            return None
        says = embed.hreflang or embed.language
        if not embed.kind.plays and says is not None and says.sounds_like(recording.language):
            return None
        right = next((video for video in message.videos if video.language.sounds_like(self.language)), None)
        return None if right is None or (message.slug, right.language) in self.shown else right


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found, and where; the finding is about how the video stands on the page."""

    sighting: Sighting
    finding: Finding


class Rule(Protocol):
    """One rule about how videos are embedded: pure, and the same faults for the same case."""

    @property
    def name(self) -> str:
        """Its name in kebab-case, for example `frame-title`."""

    @property
    def level(self) -> Level:
        """How much its findings matter at most."""

    @property
    def explanation(self) -> str:
        """What it looks for, in one English sentence."""

    @property
    def remedy(self) -> str:
        """What to do about a finding, in one English sentence, marked for the translators."""

    def inspect(self, case: Case) -> Iterator[Fault]:
        """What it finds."""


def fault(
    rule: Rule,
    sighting: Sighting,
    template: str,
    *values: tuple[str, str | Language],
    level: Level | None = None,
    suggestion: str | None = None,
    remedy: str | None = None,
) -> Fault:
    """A finding of a rule at a place; `values` fill the template's places, `remedy` is another than the rule's own."""
    what_to_do = remedy or rule.remedy
    finding = Finding(
        rule.name, level or rule.level, sighting.language, template, values, what_to_do, suggestion=suggestion
    )
    return Fault(sighting, finding)

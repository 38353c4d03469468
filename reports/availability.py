"""This file is the one value that every report prints: what the catalogue holds, beside what we believe of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from catalogue import Catalogue, Language, Message, Video
from catalogue.review import Finding
from checker import Belief, Observation, Opinion, Share, Span, State, Sweep, availability_over

NO_OPINION = Opinion()

WINDOW = timedelta(days=30)
"""Over how long a time reports say how much of it videos played, if nobody chose another."""


class Standing(StrEnum):
    """Where one message stands in one language, in the words of `hexaglot coverage`, and `unsure`."""

    MISSING = "missing"
    UNCHECKED = "unchecked"
    UNSURE = "unsure"
    AVAILABLE = "available"
    RESTRICTED = "restricted"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of one address: the last look, with its evidence, the opinion of all looks, and their spans.

    Of the spans, oldest first, only those that reach into the report's window need to be there.
    """

    seen: Observation | None = None
    opinion: Opinion = NO_OPINION
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One message in one language. `video` is None where it is missing; `findings` are the editorial ones."""

    message: Message
    language: Language
    video: Video | None
    known: Known
    findings: tuple[Finding, ...] = ()

    @property
    def held(self) -> Belief | None:
        """What to show: the belief, else the doubt that is still to be confirmed, else nothing."""
        return self.known.opinion.belief or self.known.opinion.doubt

    @property
    def confirmed(self) -> bool:
        """Is what we show believed, and not only seen once?"""
        return self.known.opinion.belief is not None

    @property
    def standing(self) -> Standing:
        """Where this message stands in this language."""
        if self.video is None:
            return Standing.MISSING
        if self.held is None:
            return Standing.UNCHECKED if self.known.seen is None else Standing.UNSURE
        return _STANDINGS[self.held.state]

    def share(self, start: datetime, end: datetime) -> Share:
        """How much of a window this video played, in bounds."""
        return availability_over(self.known.spans, start, end)


_STANDINGS = {
    State.AVAILABLE: Standing.AVAILABLE,
    State.RESTRICTED: Standing.RESTRICTED,
    State.NOT_YET: Standing.RESTRICTED,
    State.PRIVATE: Standing.BROKEN,
    State.REMOVED: Standing.BROKEN,
    State.INVALID: Standing.BROKEN,
}


@dataclass(frozen=True, slots=True)
class Availability:
    """Every message in every language at one time (UTC), and the last sweep, if there was one.

    `window` is the time up to now over which shares are told.
    """

    languages: tuple[Language, ...]
    rows: tuple[Row, ...]
    at: datetime
    sweep: Sweep | None = None
    window: timedelta = WINDOW
    suspects: tuple[Sweep, ...] = ()
    """The suspect sweeps of the window, oldest first."""

    @property
    def start(self) -> datetime:
        """When the window begins; it ends at `at`."""
        return self.at - self.window

    @property
    def share(self) -> Share:
        """How much of the window all videos together played, each counted wherever it stands."""
        return sum((row.share(self.start, self.at) for row in self.rows if row.video is not None), Share())

    @property
    def looked_at(self) -> bool:
        """Was there ever a look at any of the videos?"""
        return any(row.known.seen is not None for row in self.rows)

    def count(self, standing: Standing) -> int:
        """How many rows stand so."""
        return sum(row.standing is standing for row in self.rows)

    def messages(self) -> tuple[tuple[Message, tuple[Row, ...]], ...]:
        """The rows of each message, in the order of the file, one for each language of the catalogue."""
        width = len(self.languages)
        return tuple(
            (self.rows[start].message, self.rows[start : start + width]) for start in range(0, len(self.rows), width)
        )


def availability(
    catalogue: Catalogue,
    known: Mapping[str, Known],
    *,
    at: datetime,
    sweep: Sweep | None = None,
    found: Mapping[tuple[str | None, str | None], tuple[Finding, ...]] | None = None,
    window: timedelta = WINDOW,
    suspects: tuple[Sweep, ...] = (),
) -> Availability:
    """Lay what is known of addresses, keyed as the catalogue writes them, beside the catalogue.

    `found` is what the editorial review found, keyed by slug and language tag.
    """
    rows = (
        Row(message, language, video, known.get(video.url, Known()) if video else Known())
        for message in catalogue.messages
        for language in catalogue.languages
        for video in (message.video_in(language),)
    )
    return Availability(
        catalogue.languages, tuple(_noted(row, found or {}) for row in rows), at, sweep, window, suspects
    )


def _noted(row: Row, found: Mapping[tuple[str | None, str | None], tuple[Finding, ...]]) -> Row:
    """The row with what was found of its video; of one that nobody can watch, that does not matter any more."""
    if row.standing in {Standing.MISSING, Standing.BROKEN}:
        return row
    return replace(row, findings=found.get((row.message.slug, row.language.tag), ()))

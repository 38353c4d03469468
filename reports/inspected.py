"""This file is what an inspection found on a page: the value that every format of `inspect-page` prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from catalogue.review import Level
from reports.findings import in_english
from reports.inspection import Case, Fault, Sighting, inspect
from reports.titles import clean


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding with its place, in English; what others wrote in it is clean.

    `line` counts from 1, None where it is not known. `message` is a slug and `language` a tag where the video is ours.
    `snippet` is the right code for this place, None where no code can make it right.
    """

    rule: str
    level: Level
    line: int | None
    element: str
    address: str
    message: str | None
    language: str | None
    text: str
    remedy: str
    suggestion: str | None = None
    snippet: str | None = None


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was found on one page, in its order. `language` is the page's tag, None where nobody says it.

    `videos` counts the places that show or link to a video, `ours` those of videos in the catalogue. `unjudged` counts
    the videos that were asked about in vain. `cut` says that the page holds more than was looked at.
    """

    source: str
    language: str | None
    videos: int
    ours: int
    remarks: tuple[Remark, ...]
    unjudged: int = 0
    cut: bool = False

    def count(self, level: Level) -> int:
        """How many remarks are of this level."""
        return sum(remark.level is level for remark in self.remarks)


Code = Callable[[Case, Sighting], str | None]
"""Writes the right code for a place on a page; None where there is none."""


def inspected(source: str, case: Case, code: Code, *, unjudged: int = 0) -> Inspected:
    """All that the rules find in a case, each with the code that mends it."""
    written: dict[int, str | None] = {}
    remarks = []
    for fault in inspect(case):
        place = id(fault.sighting)
        if place not in written:
            written[place] = code(case, fault.sighting)
        remarks.append(_remark(fault, written[place]))
    return Inspected(
        source,
        None if case.language is None else case.language.tag,
        len(case.sightings),
        sum(sighting.message is not None for sighting in case.sightings),
        tuple(remarks),
        unjudged,
        case.page.cut,
    )


def _remark(fault: Fault, snippet: str | None) -> Remark:
    sighting, finding = fault.sighting, fault.finding
    return Remark(
        finding.rule,
        finding.level,
        sighting.embed.line,
        sighting.embed.element,
        _short(sighting.embed.address),
        None if sighting.message is None else sighting.message.slug,
        None if sighting.language is None else sighting.language.tag,
        in_english(finding),
        finding.remedy,
        None if finding.suggestion is None else _short(finding.suggestion),
        snippet,
    )


def _short(address: str) -> str:
    """An address as it can be shown: clean, and as long as a title may be."""
    return clean(address).text or ""


def tally(found: Inspected) -> str:
    """What was found, in a sentence or two."""
    if not found.videos:
        return "No video was found on the page."
    what = f"{_counted(found.videos, 'video')} on the page, {found.ours} of the catalogue"
    if not found.remarks:
        return f"Nothing is wrong with {what}."
    levels = ", ".join(_counted(number, level) for level in Level if (number := found.count(level)))
    return f"{_counted(len(found.remarks), 'finding')} about {what}: {levels}."


_SHEET = 'class="vm"'


def caveats(found: Inspected) -> tuple[str, ...]:
    """What limited the inspection, and what the code needs, a sentence each."""
    said = []
    if found.videos and found.language is None:
        said.append("The page does not say its language; add lang to <html>, or name it with --page-language.")
    if found.unjudged:
        said.append(f"{_counted(found.unjudged, 'video')} could not be judged; try again later.")
    if any(_SHEET in (remark.snippet or "") for remark in found.remarks):
        said.append("The code relies on vm.css: put it on your site (hexaglot embed --file vm.css).")
    if found.cut:
        said.append("The page holds more links and players than were looked at; give a part of it.")
    return tuple(said)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

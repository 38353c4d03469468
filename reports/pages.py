"""This file is the pages of the report: what is known, laid out as HTML, in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from string import punctuation
from urllib.parse import quote

from jinja2 import Environment

from catalogue import Direction, Language, Message, Title
from catalogue.review import Level
from checker import PATIENCE, Instrument
from reports.availability import Availability, Row, Standing
from reports.shares import ShareWords
from reports.suspicion import suspicions
from reports.templating import templates
from reports.timeline import marks
from reports.titles import clean
from reports.translation import interface
from reports.wording import STATES, UNSURE, Words, code


@dataclass(frozen=True, slots=True)
class Snippet:
    """Something to copy: `label` is an English sentence of ours, `text` is shown and copied as it stands."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: a row for each language, snippets of the whole message, snippets of single recordings."""

    message: Message
    rows: tuple[Row, ...]
    list_snippets: tuple[Snippet, ...]
    video_snippets: Mapping[Language, tuple[Snippet, ...]]

    def title_in(self, language: Language) -> Title | None:
        """The title in this language, else the first there is, clean; None for a message that has none."""
        wanted = (language, *(title.language for title in self.message.titles), *(row.language for row in self.rows))
        titles = (_clean(self.message.title_in(one)) for one in wanted)
        return next((title for title in titles if title is not None), None)

    def title_of(self, row: Row) -> Title | None:
        """The title in the row's own language, clean; None where nobody wrote one."""
        return _clean(self.message.title_in(row.language))


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the pages show; `providers` gives, for an address, the name of its site for people."""

    availability: Availability
    entries: tuple[Entry, ...]
    providers: Mapping[str, str]


def page(sheet: Sheet, language: Language, *, root: str, version: str) -> str:
    """The whole document for the readers of this language; `root` leads from it to the site's folder.

    Where nobody has translated our words yet, they are English, and the document says that it is; titles
    are still chosen for the language that was asked for.
    """
    ours = interface(language)
    return (
        _environment(language)
        .get_template("page.html")
        .render(
            sheet=sheet,
            availability=sheet.availability,
            sweep=sheet.availability.sweep,
            language=language,
            ours=ours,
            words=Words(ours),
            suspicions=partial(suspicions, words=Words(ours)),
            shares=ShareWords(Words(ours)),
            root=root,
            version=version,
            attention=_attention(sheet),
            bar=_bar(sheet.availability),
            all_play=_all_play(sheet.availability),
            no_news=_no_news(sheet.availability),
            patience=int(PATIENCE.total_seconds()) // 60,
        )
    )


@cache
def _environment(language: Language) -> Environment:
    environment = templates(language)
    environment.globals |= {
        "code": code,
        "Instrument": Instrument,
        "Direction": Direction,
        "UNSURE": UNSURE,
        "marks": marks,
    }
    environment.filters |= {"clean": _shown, "visible": _visible}
    environment.tests["link"] = _is_link
    return environment


def _clean(title: Title | None) -> Title | None:
    text = clean(title.text).text if title is not None else None
    return Title(title.language, text) if title is not None and text is not None else None


def _shown(text: str | None) -> str | None:
    """What may be shown of a text of people or sites; None where nothing of it can be seen."""
    return clean(text).text


def _visible(address: str) -> str:
    """An address as it is, unless it holds what would show another one: then in the letters that are sent."""
    hides = not address.isascii() and clean(address).removed
    return quote(address, safe=punctuation) if hides else address


def _is_link(address: str) -> bool:
    """May this address of a person or a site be followed from our page? Only the web's own may: no script, no file."""
    return address.startswith(("https://", "http://"))


def _attention(sheet: Sheet) -> tuple[tuple[Entry, Row], ...]:
    """What a person should look at: broken links, doubts, restrictions, then findings; of each the newest first."""
    rows = [(entry, row) for entry in sheet.entries for row in entry.rows if _urgency(row) is not None]
    newest = sorted(rows, key=lambda both: _since(both[1]), reverse=True)
    return tuple(sorted(newest, key=lambda both: _urgency(both[1]) or 0))


def _since(row: Row) -> datetime:
    newest = row.known.opinion.doubt or row.held
    return datetime.min.replace(tzinfo=UTC) if newest is None else newest.since


def _urgency(row: Row) -> int | None:
    if row.standing is Standing.BROKEN and row.confirmed:
        return 0
    if row.known.opinion.doubt is not None:
        return 1
    if row.standing is Standing.RESTRICTED:
        return 2
    return 3 if any(finding.level is not Level.NOTICE for finding in row.findings) else None


def _bar(availability: Availability) -> tuple[tuple[str, int, int], ...]:
    """The parts of the summary's bar: state, where it begins, how long it is, counted in rows."""
    found = Counter(code(row) for row in availability.rows)
    parts, start = [], 0
    for state in STATES:
        if found[state]:
            parts.append((state, start, found[state]))
            start += found[state]
    return tuple(parts)


def _all_play(availability: Availability) -> bool:
    """Does every link there is play, without a doubt about any?"""
    links = [row for row in availability.rows if row.video is not None]
    return bool(links) and all(row.standing is Standing.AVAILABLE and row.known.opinion.doubt is None for row in links)


def _no_news(availability: Availability) -> bool:
    """Is something known, although no link's last look said anything about its video?"""
    links = [row for row in availability.rows if row.video is not None]
    silent = all(row.known.seen is not None and not row.known.seen.verdict.state.conclusive for row in links)
    return silent and any(row.held is not None for row in links)

"""This file is the tasks of the desk: each reads, decides, and writes, and only what is between thinks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from catalogue import Catalogue, Message, Video, store
from checker import Instrument, Observation, Opinion, fold
from checker.belief import question
from checker.facts import Facts
from checker.ledger import Ledger, LedgerError, Opine, Remembered
from checker.providers import provider_of, recognise_anything
from hexaglot.embedding import Taste, made
from hexaglot.links import video_id
from hexaglot.reviewing import Findings, findings_for_pages, findings_of
from hexaglot.settings import Settings
from hexaglot.siblings import Siblings
from hexaglot.sweeping import Instruments, Progress, sweep
from hexaglot.targets import Place, chosen, needs_catalogue, places
from reports.availability import Availability, Known, availability
from reports.checked import Checked, Result
from reports.coverage import Coverage, coverage
from reports.embeds import SnippetError, variant_named
from reports.pages import Entry, Sheet, Snippet
from reports.site import write_site

ON_PAGES = ("iframe", "links")
"""The forms of code that a page of the report offers: one for each video, and one for each message."""

Forms = tuple[Snippet, ...]


def check(
    settings: Settings,
    targets: Sequence[str],
    instruments: Instruments,
    *,
    only_due: bool = False,
    progress: Progress,
    forgotten: Callable[[LedgerError], None],
) -> Checked:
    """Look at links once; those of the catalogue are remembered, and `forgotten` is told where that is not possible."""
    catalogue = store.load(settings.catalogue) if needs_catalogue(targets) or only_due else Catalogue()
    wanted = chosen(targets, catalogue)
    ours = {place.url for place in wanted if place.message is not None}
    urls = tuple(dict.fromkeys(place.url for place in wanted))
    ledger = instruments.ledger
    if only_due and ledger is not None:
        urls = ledger.due(urls, instruments.clock())
    record, seen = sweep(
        urls,
        instruments,
        remember=lambda url: url in ours,
        progress=progress,
        forgotten=forgotten,
        # Who names targets wants an answer about these, and no other questions asked.
        siblings=(lambda _: ()) if targets else siblings_in(places(catalogue), ledger),
    )
    slugs = {place.message for place in wanted if place.url in seen}
    touched = tuple(message for message in catalogue.messages if message.slug in slugs)
    known: Mapping[str, Remembered] = {}
    told: Mapping[str, Facts] = {}
    if ledger is not None:
        try:
            known = ledger.known(tuple(ours))
            told = ledger.facts(tuple({video.url for message in touched for video in message.videos}))
        except LedgerError as error:
            forgotten(error)
    if record.instrument is not Instrument.SUSPECT:
        told = {**told, **{url: told.get(url, Facts()).after(look.verdict) for url, look in seen.items()}}
    found = findings_of(touched, catalogue.languages, told)
    opine = question if record.instrument is Instrument.SUSPECT else fold
    results = (
        _result(place, seen[place.url], _opinion(place, seen[place.url], known.get(place.url), opine), found)
        for place in wanted
        if place.url in seen
    )
    return Checked(record, tuple(results))


def siblings_in(among: tuple[Place, ...], ledger: Ledger | None) -> Siblings:
    """Who is whose sibling among these places, as far as the ledger knows their channels."""
    urls = tuple(dict.fromkeys(place.url for place in among))
    return Siblings(among, lambda: {} if ledger is None else ledger.facts(urls))


def _opinion(place: Place, look: Observation, known: Remembered | None, opine: Opine) -> Opinion:
    """What is remembered of a place; of an address given by itself, only what this look says."""
    return opine(Opinion(), look) if known is None or place.message is None else known.opinion


def _result(place: Place, look: Observation, opinion: Opinion, found: Findings) -> Result:
    ref = recognise_anything(place.url)
    belief, verdict = opinion.belief, look.verdict
    agreed = belief is not None and (belief.state, belief.detail) == (verdict.state, verdict.detail)
    believed_bad = belief is not None and belief.state.broken and not verdict.state.conclusive
    known_bad = verdict.state.broken or believed_bad
    return Result(
        message=place.message,
        language=place.language,
        url=place.url,
        provider=None if ref is None else ref.provider,
        video_id=video_id(ref),
        verdict=verdict,
        checked_at=look.at,
        confirmed=agreed,
        known_bad=known_bad,
        findings=() if known_bad else found.get((place.message, place.language), ()),
    )


def publish(settings: Settings, instruments: Instruments, *, version: str) -> tuple[tuple[Path, ...], Availability]:
    """Write the site from the catalogue and from what the ledger remembers; returns the files and what they say."""
    catalogue = store.load(settings.catalogue)
    urls = tuple(dict.fromkeys(place.url for place in places(catalogue)))
    ledger = instruments.ledger
    remembered: Mapping[str, Remembered] = ledger.known(urls) if ledger is not None else {}
    now = instruments.clock()
    histories = ledger.histories(urls, since=now - settings.window) if ledger is not None else {}
    known = {url: Known(one.seen, one.opinion, histories.get(url, ())) for url, one in remembered.items()}
    last = ledger.last_sweep() if ledger is not None else None
    told = ledger.facts(urls) if ledger is not None else {}
    found = findings_for_pages(catalogue, told)
    suspects = ledger.suspect_sweeps(now - settings.window) if ledger is not None else ()
    state = availability(catalogue, known, at=now, sweep=last, found=found, window=settings.window, suspects=suspects)
    return write_site(settings.output, sheet_of(catalogue, state), version=version), state


def covered(settings: Settings, ledger: Ledger | None, *, at: datetime) -> Coverage:
    """What is there in which language, and what is believed of it; without a ledger nothing was ever looked at."""
    catalogue = store.load(settings.catalogue)
    urls = tuple(dict.fromkeys(place.url for place in places(catalogue)))
    remembered = ledger.known(urls) if ledger is not None else {}
    known = {url: Known(one.seen, one.opinion) for url, one in remembered.items()}
    return coverage(availability(catalogue, known, at=at))


def sheet_of(catalogue: Catalogue, state: Availability) -> Sheet:
    """All that the pages show, snippets included."""
    opinions = {row.video.url: row.known.opinion for row in state.rows if row.video is not None}
    refs = {row.video.url: recognise_anything(row.video.url) for row in state.rows if row.video is not None}
    return Sheet(
        availability=state,
        entries=tuple(
            Entry(
                message=message,
                rows=rows,
                list_snippets=_snippets(message, None, catalogue, opinions) if message.videos else (),
                video_snippets={
                    video.language: _snippets(message, video, catalogue, opinions) for video in message.videos
                },
            )
            for message, rows in state.messages()
        ),
        providers={url: provider_of(ref).label for url, ref in refs.items() if ref is not None},
    )


def _snippets(message: Message, video: Video | None, catalogue: Catalogue, known: Mapping[str, Opinion]) -> Forms:
    """The forms of code that the report shows, as far as they can be made; `embed` knows more."""
    forms = []
    for variant in (variant_named(name) for name in ON_PAGES):
        if variant.single != (video is None):
            try:
                code = made(message, video, catalogue, variant=variant, taste=Taste(), opinions=known).code
            except SnippetError:
                continue
            forms.append(Snippet(variant.name, variant.summary, code))
    return tuple(forms)

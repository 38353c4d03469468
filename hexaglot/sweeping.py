"""This file is one sweep carried out: conversations held, looks remembered as they come."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import TypeVar

from checker import Fetch, Instrument, Observation, Sweep, fold
from checker.belief import question
from checker.controls import Control
from checker.drive import Held, hold
from checker.lanes import Manners
from checker.ledger import Ledger, LedgerError, Opine
from checker.providers import Conversation, Given, VideoRef, recognise_anything
from checker.sweep import Plan, concerning, plan, was_asked, was_cut_short, was_stopped, with_evidence
from checker.verdict import Evidence
from hexaglot.gathering import Gathering, controls_for

Progress = Callable[[int, int], None]
"""Told how many links are done, and of how many."""

T = TypeVar("T")

_REMEMBER_EVERY = 0.5
"""Seconds between two writings: what a crash could make us forget."""


@dataclass(frozen=True, slots=True)
class Instruments:
    """All that a sweep needs from outside: the web, manners, a clock (UTC), a memory if there is one.

    `controls` are, for a site's name, addresses of which we know how they are.
    """

    fetch: Fetch
    manners: Manners
    clock: Callable[[], datetime]
    ledger: Ledger | None
    stop: threading.Event = field(default_factory=threading.Event)
    given: Given = field(default_factory=Given)
    controls: Mapping[str, tuple[Control, ...]] = field(default_factory=dict)


def sweep(
    urls: Sequence[str],
    instruments: Instruments,
    *,
    remember: Callable[[str], bool] = lambda _: True,
    progress: Progress = lambda _done, _total: None,
    between: Callable[[], None] = lambda: None,
    forgotten: Callable[[LedgerError], None] | None = None,
    siblings: Callable[[str], Iterable[str]] = lambda _: (),
) -> tuple[Sweep, dict[str, Observation]]:
    """Look at these addresses once; returns the record and the looks, keyed by address.

    The sites' controls are asked about first. Looks that `remember` allows go into the ledger: as they come where
    they are no news, the others when it is known that the sweep is not suspect; `between` is called after each writing.
    When a link is newly found bad, what `siblings` says of it is looked at at once, and is among the looks.
    A Ctrl-C or a set `stop` ends the sweep early: what was seen is kept, news as a doubt, because nobody knows what the
    whole sweep would have shown, and the record says `complete=False`.
    Where the ledger cannot be written, `forgotten` is told and the sweep goes on; without it, LedgerError is raised.
    """
    work = _Work(instruments, remember, progress, between, forgotten, siblings, instruments.ledger)
    started = instruments.clock()
    complete = True
    try:
        conversations = work.begin(urls)
        holding = hold(
            conversations,
            instruments.fetch,
            instruments.manners,
            stop=instruments.stop,
            pulse=work.write_now_and_then,
            urgent=lambda _: work.take_urgent(),
        )
        for held in holding:
            work.hear(held)
    except KeyboardInterrupt:
        complete = False
    gathered = work.gathered
    complete = complete and len(gathered.seen) == work.links
    work.end(complete=complete)
    record = Sweep(
        id=f"{started:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}",
        started=started,
        finished=instruments.clock(),
        links=len(gathered.seen),
        requests=work.requests,
        bytes=work.bytes,
        instrument=gathered.instrument,
        complete=complete,
        controls=gathered.outcomes,
        waves=gathered.waves,
    )
    if any(remember(url) for url in gathered.seen):
        work.write(lambda ledger: ledger.record_sweep(record))
    return record, gathered.seen


@dataclass(slots=True)
class _Work:
    instruments: Instruments
    remember: Callable[[str], bool]
    progress: Progress
    between: Callable[[], None]
    forgotten: Callable[[LedgerError], None] | None
    siblings: Callable[[str], Iterable[str]]
    ledger: Ledger | None
    videos: dict[VideoRef, tuple[str, ...]] = field(default_factory=dict)
    links: int = 0
    gathered: Gathering = field(default_factory=lambda: Gathering({}))
    talks: dict[VideoRef, Conversation] = field(default_factory=dict)
    urgent: list[Conversation] = field(default_factory=list)
    requests: int = 0
    bytes: int = 0
    written: float = field(default_factory=monotonic)

    def begin(self, urls: Sequence[str]) -> tuple[Conversation, ...]:
        """Take these addresses into the sweep: the conversations to hold about them, their sites' controls first.

        Their videos must not be in it already.
        """
        added = plan(urls)
        self.videos |= added.videos
        self.links += added.links
        if self.ledger is not None:
            self.gathered.before |= self.read(lambda ledger: ledger.opinions(urls)) or {}
        for url, verdict in added.settled:
            self._see(Observation(url, self.instruments.clock(), verdict), None)
        sites = (video.provider for video in added.videos)
        wanted = controls_for(sites, self.instruments.controls)
        self.gathered.proven |= self.read(lambda ledger: ledger.proven(wanted)) or frozenset()
        self.gathered.questioned |= self.read(lambda ledger: ledger.questioned(wanted)) or frozenset()
        controls = self.gathered.expect(wanted)
        trial = Plan({video: () for video in controls if video not in self.videos}, ())
        talks = {**trial.conversations(self.instruments.given), **added.conversations(self.instruments.given)}
        self.talks |= {video: talk for talk, videos in talks.items() for video in videos}
        self._tell()
        return tuple(sorted(talks, key=lambda talk: not any(video in controls for video in talks[talk])))

    def hear(self, held: Held) -> None:
        self.requests += was_asked(held.exchanges)
        if was_stopped(held.exchanges):
            return
        self.bytes += sum(Evidence.of(*exchange).bytes for exchange in held.exchanges)
        at = self.instruments.clock()
        for video, verdict in held.verdicts.items():
            if was_cut_short(verdict):
                continue
            self.gathered.hear(video, verdict)
            told = with_evidence(verdict, concerning(video, held.exchanges))
            for url in self.videos.get(video, ()):
                self._see(Observation(url, at, told), video.provider)
        self.write_now_and_then()
        self._tell()

    def take_urgent(self) -> tuple[Conversation, ...]:
        """The conversations that are to go first from now on; each is said once."""
        urgent, self.urgent = tuple(self.urgent), []
        return urgent

    def write_now_and_then(self) -> None:
        if monotonic() - self.written > _REMEMBER_EVERY:
            self._write_looks(self.gathered.let_go(), fold)

    def end(self, *, complete: bool) -> None:
        """Write what waited: as it is, or without changing any belief where the sweep is suspect, or may have been."""
        believed = complete and self.gathered.instrument is not Instrument.SUSPECT
        self._write_looks(self.gathered.let_go(), fold)
        self._write_looks(self.gathered.rest(), fold if believed else question)

    def write(self, note: Callable[[Ledger], None]) -> None:
        self.read(note)

    def read(self, ask: Callable[[Ledger], T]) -> T | None:
        """Ask the ledger, or tell it something; None when there is none, or none any more."""
        if self.ledger is None:
            return None
        try:
            return ask(self.ledger)
        except LedgerError as error:
            if self.forgotten is None:
                raise
            self.ledger = None
            self.forgotten(error)
            return None

    def _see(self, look: Observation, site: str | None) -> None:
        if self.gathered.is_newly_bad(look):
            self._hurry(self.siblings(look.url))
        self.gathered.see(look, site, keep=self.remember(look.url))

    def _hurry(self, urls: Iterable[str]) -> None:
        refs = {url: ref for url in urls if (ref := recognise_anything(url)) is not None}
        new = {url: ref for url, ref in refs.items() if ref not in self.videos}
        self.urgent += self.begin(tuple(new)) if new else ()
        self.urgent += (self.talks[ref] for url, ref in refs.items() if url not in new)

    def _tell(self) -> None:
        self.progress(len(self.gathered.seen), self.links)

    def _write_looks(self, looks: tuple[Observation, ...], opine: Opine) -> None:
        self.written = monotonic()
        self.write(lambda ledger: ledger.record(looks, opine=opine))
        self.between()

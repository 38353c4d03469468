"""This file is what we remember, in SQL: sweeps, spans, what we believe now, what is due, who runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter

import sqlalchemy as sa

from checker import tables
from checker.agenda import Pace
from checker.belief import Opinion, fold
from checker.chronicle import chronicle, note_facts, rows_of
from checker.controls import Control, Instrument, Outcome
from checker.database import open_engine
from checker.facts import Facts
from checker.spans import Span
from checker.sweep import Sweep
from checker.tables import ABOUT, FACTS, LEASES, LINKS, PROVEN, QUESTIONED, SPANS, SWEEPS, TRIALS
from checker.verdict import Observation

Opine = Callable[[Opinion, Observation], Opinion]

_SWEEPS = sa.select(SWEEPS, TRIALS.c.controls, TRIALS.c.waves).join(TRIALS, TRIALS.c.sweep == SWEEPS.c.id, isouter=True)


class LedgerError(Exception):
    """The ledger cannot be read or written; `str(error)` says what, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of one address now: the last look, the opinion of all looks, when to look again (UTC)."""

    seen: Observation
    opinion: Opinion
    next_due_at: datetime


class Ledger:
    """The memory at one database URL. Every change is one transaction; safe to share between threads."""

    def __init__(self, url: str, *, pace: Pace | None = None) -> None:
        """Open it, making file, folder and tables where there are none; raises LedgerError."""
        self._pace = pace or Pace()
        self._where = "given by --ledger"
        try:
            parsed = sa.make_url(url)
            self._where = parsed.set(query={}).render_as_string(hide_password=True)
            self._engine = open_engine(parsed)
        except (sa.exc.ArgumentError, ImportError, OSError, ValueError) as error:
            # Of an address that cannot be read we say nothing more: it may hold a password in the wrong place.
            why = f": {error}" if isinstance(error, ImportError | OSError | sa.exc.NoSuchModuleError) else ""
            message = f"the ledger {self._where} cannot be opened{why}; give another one with --ledger"
            raise LedgerError(message) from error
        with self._change() as connection:
            self._prepare(connection)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def record(self, observations: Iterable[Observation], *, opine: Opine = fold) -> None:
        """Remember looks, in the order of their times; a look that agrees with the last one extends its span.

        `opine` says what each makes of the opinion before: `fold`, or `question` where no belief may change.
        """
        seen = tuple(observations)
        if seen:
            with self._change() as connection:
                chronicle(connection, seen, self._pace, opine)
                note_facts(connection, seen)

    def record_sweep(self, sweep: Sweep) -> None:
        """Remember that a sweep was made, and how its controls came out."""
        record = {column.name: getattr(sweep, column.name) for column in SWEEPS.columns}
        with self._change() as connection:
            connection.execute(SWEEPS.insert().values(**record))
            connection.execute(TRIALS.insert().values(**tables.trial_row(sweep)))
            _note(connection, PROVEN, (one for one in sweep.controls if one.right))
            _note(connection, QUESTIONED, (one for one in sweep.controls if one.doubtful))

    def known(self, urls: Sequence[str]) -> dict[str, Remembered]:
        """What is known of these addresses; those never looked at are not in the answer."""
        with self._read() as connection:
            return {
                row["url"]: Remembered(tables.observation_of(row), tables.opinion_of_row(row), row["next_due_at"])
                for row in rows_of(connection, sa.select(LINKS), LINKS.c.url, urls)
            }

    def opinions(self, urls: Sequence[str]) -> dict[str, Opinion]:
        """What is believed and doubted of these addresses, and no more than that."""
        query = sa.select(LINKS.c.url, LINKS.c.opinion)
        with self._read() as connection:
            return {row["url"]: tables.opinion_of_row(row) for row in rows_of(connection, query, LINKS.c.url, urls)}

    def facts(self, urls: Sequence[str]) -> dict[str, Facts]:
        """What the sites last said of these addresses' videos; those of which none ever spoke are not in the answer."""
        with self._read() as connection:
            return {
                row["url"]: tables.facts_of(row) for row in rows_of(connection, sa.select(FACTS), FACTS.c.url, urls)
            }

    def proven(self, controls: Iterable[Control]) -> frozenset[Control]:
        """Those of these controls that came out right before."""
        return self._those_in(PROVEN, controls)

    def questioned(self, controls: Iterable[Control]) -> frozenset[Control]:
        """Those of these controls that were in question themselves before."""
        return self._those_in(QUESTIONED, controls)

    def due(self, urls: Sequence[str], now: datetime) -> tuple[str, ...]:
        """Which of these addresses are to be looked at now; one never looked at always is."""
        with self._read() as connection:
            query = sa.select(LINKS.c.url, LINKS.c.next_due_at)
            when = {row["url"]: row["next_due_at"] for row in rows_of(connection, query, LINKS.c.url, urls)}
        return tuple(url for url in dict.fromkeys(urls) if url not in when or when[url] <= now)

    def spans(self, url: str) -> tuple[Span, ...]:
        """The history of one address, oldest first."""
        with self._read() as connection:
            query = sa.select(SPANS).where(SPANS.c.url == url).order_by(SPANS.c.number)
            return tuple(tables.span_of(row) for row in connection.execute(query).mappings())

    def histories(self, urls: Sequence[str], *, since: datetime | None = None) -> dict[str, tuple[Span, ...]]:
        """The histories of many addresses, oldest first; with `since`, only spans that ended later (UTC).

        An address without a span is not in the answer.
        """
        query = sa.select(SPANS).order_by(SPANS.c.url, SPANS.c.number)
        if since is not None:
            query = query.where(SPANS.c.last > since)
        with self._read() as connection:
            rows = list(rows_of(connection, query, SPANS.c.url, tuple(dict.fromkeys(urls))))
        return {url: tuple(map(tables.span_of, found)) for url, found in groupby(rows, key=itemgetter("url"))}

    def sweeps(self) -> tuple[Sweep, ...]:
        """All sweeps, oldest first."""
        with self._read() as connection:
            query = _SWEEPS.order_by(SWEEPS.c.finished, SWEEPS.c.id)
            return tuple(tables.sweep_of(row) for row in connection.execute(query).mappings())

    def suspect_sweeps(self, after: datetime) -> tuple[Sweep, ...]:
        """The suspect sweeps that finished after this time, oldest first."""
        suspect = (SWEEPS.c.instrument == Instrument.SUSPECT.value, SWEEPS.c.finished > after)
        with self._read() as connection:
            query = _SWEEPS.where(*suspect).order_by(SWEEPS.c.finished, SWEEPS.c.id)
            return tuple(tables.sweep_of(row) for row in connection.execute(query).mappings())

    def last_sweep(self) -> Sweep | None:
        """The sweep that finished last."""
        with self._read() as connection:
            query = _SWEEPS.order_by(SWEEPS.c.finished.desc(), SWEEPS.c.id.desc()).limit(1)
            row = connection.execute(query).mappings().first()
            return None if row is None else tables.sweep_of(row)

    def take_lease(self, holder: str, now: datetime, lasting: timedelta) -> bool:
        """Become, or stay, the one who runs; False while somebody else's lease has not run out."""
        free = sa.or_(LEASES.c.holder == holder, LEASES.c.until <= now)
        taking = LEASES.update().where(LEASES.c.name == "runner", free).values(holder=holder, until=now + lasting)
        with self._change() as connection:
            return connection.execute(taking).rowcount == 1

    def give_lease_back(self, holder: str, now: datetime) -> None:
        """Let the next one run at once."""
        with self._change() as connection:
            connection.execute(LEASES.update().where(LEASES.c.holder == holder).values(holder=None, until=now))

    def _those_in(self, table: sa.Table, controls: Iterable[Control]) -> frozenset[Control]:
        with self._read() as connection:
            noted = _noted(connection, table)
        return frozenset(one for one in controls if (one.url, one.expected.value) in noted)

    def _prepare(self, connection: sa.Connection) -> None:
        tables.TABLES.create_all(connection)
        layout = connection.scalar(sa.select(ABOUT.c.layout))
        if layout is None:
            connection.execute(ABOUT.insert().values(layout=tables.SCHEMA))
            long_ago = datetime.min.replace(tzinfo=UTC)
            connection.execute(LEASES.insert().values(name="runner", holder=None, until=long_ago))
        elif layout != tables.SCHEMA:
            message = (
                f"the ledger {self._where} was made by another version of Hexaglot (layout {layout}, this one reads "
                f"{tables.SCHEMA}); give another one with --ledger"
            )
            raise LedgerError(message)

    @contextmanager
    def _change(self) -> Iterator[sa.Connection]:
        try:
            with self._engine.execution_options(writes=True).begin() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            message = f"the ledger {self._where} cannot be written: {error.orig}; nothing of this step is remembered"
            raise LedgerError(message) from error

    @contextmanager
    def _read(self) -> Iterator[sa.Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            message = f"the ledger {self._where} cannot be read: {error.orig}; give another one with --ledger"
            raise LedgerError(message) from error


def _note(connection: sa.Connection, table: sa.Table, outcomes: Iterable[Outcome]) -> None:
    """Write these controls into a table of controls, those that do not stand there yet."""
    new = {(one.url, one.expected.value) for one in outcomes} - _noted(connection, table)
    if new:
        connection.execute(table.insert(), [{"url": url, "expected": expected} for url, expected in sorted(new)])


def _noted(connection: sa.Connection, table: sa.Table) -> set[tuple[str, str]]:
    return {(row.url, row.expected) for row in connection.execute(sa.select(table))}

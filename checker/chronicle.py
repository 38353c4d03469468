"""This file is how many looks at once become rows: spans made longer or begun, opinions folded, the next look set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from checker import tables
from checker.agenda import Pace
from checker.belief import Opinion, fold
from checker.facts import Facts
from checker.spans import Span, extend
from checker.tables import FACTS, LINKS, SPANS
from checker.verdict import Observation

_AT_ONCE = 500
"""Addresses named in one statement; SQLite takes at least 999 parameters."""


@dataclass(slots=True)
class _Link:
    """One address while looks are being added to it."""

    span: Span | None = None
    number: int = 0
    opinion: Opinion = Opinion()  # noqa: RUF009 - frozen
    misses: int = 0
    seen: Observation | None = None
    stored: bool = False
    old_number: int = -1


def chronicle(
    connection: sa.Connection,
    seen: Sequence[Observation],
    pace: Pace,
    opine: Callable[[Opinion, Observation], Opinion] = fold,
) -> None:
    """Write these looks, which come in the order of their times, inside the transaction that is open."""
    urls = tuple(dict.fromkeys(look.url for look in seen))
    links = {url: _Link() for url in urls} | _links(connection, urls)
    spans: dict[tuple[str, int], Span] = {}
    for look in seen:
        link = links[look.url]
        spans[look.url, link.number] = _add(link, look, pace.gap, opine)
    _write_spans(connection, links, spans)
    _write_links(connection, links, pace)


def note_facts(connection: sa.Connection, seen: Sequence[Observation]) -> None:
    """Keep what the sites said of these videos besides their state."""
    told = {look.url: look for look in seen if Facts().after(look.verdict) != Facts()}
    urls = tuple(told)
    before = {row["url"]: tables.facts_of(row) for row in rows_of(connection, sa.select(FACTS), FACTS.c.url, urls)}
    after = {url: before.get(url, Facts()).after(look.verdict) for url, look in told.items()}
    new = [asdict(facts) | {"url": url} for url, facts in after.items() if url not in before]
    changed = [asdict(facts) | {"u": url} for url, facts in after.items() if facts != before.get(url, facts)]
    if new:
        connection.execute(FACTS.insert(), new)
    if changed:
        connection.execute(FACTS.update().where(FACTS.c.url == sa.bindparam("u")), changed)


def rows_of(
    connection: sa.Connection, query: sa.Select[Any], key: sa.Column[str], urls: Sequence[str]
) -> Iterator[tables.Row]:
    """The rows of many addresses, asked for in portions."""
    for start in range(0, len(urls), _AT_ONCE):
        yield from connection.execute(query.where(key.in_(urls[start : start + _AT_ONCE]))).mappings()


def _add(link: _Link, look: Observation, gap: timedelta, opine: Callable[[Opinion, Observation], Opinion]) -> Span:
    """One more look at this address; returns the span it belongs to."""
    longer = extend(link.span, look, gap=gap)
    if link.span is not None and longer.looks == 1:
        link.number += 1
    link.span = longer
    link.opinion = opine(link.opinion, look)
    link.misses = 0 if look.verdict.state.conclusive else link.misses + 1
    link.seen = look
    return longer


def _links(connection: sa.Connection, urls: Sequence[str]) -> dict[str, _Link]:
    """The addresses that are known already, each with its newest span."""
    newest = sa.select(LINKS.c.opinion, LINKS.c.misses, SPANS).join(
        SPANS, sa.and_(SPANS.c.url == LINKS.c.url, SPANS.c.number == LINKS.c.number)
    )
    return {
        row["url"]: _Link(
            tables.span_of(row),
            row["number"],
            tables.opinion_of_row(row),
            row["misses"],
            stored=True,
            old_number=row["number"],
        )
        for row in rows_of(connection, newest, LINKS.c.url, urls)
    }


def _write_spans(connection: sa.Connection, links: dict[str, _Link], spans: dict[tuple[str, int], Span]) -> None:
    new = [asdict(span) | {"number": n} for (url, n), span in spans.items() if n > links[url].old_number]
    longer = [
        {"u": url, "n": n, "last": span.last, "looks": span.looks}
        for (url, n), span in spans.items()
        if n <= links[url].old_number
    ]
    if new:
        connection.execute(SPANS.insert(), new)
    if longer:
        here = (SPANS.c.url == sa.bindparam("u"), SPANS.c.number == sa.bindparam("n"))
        connection.execute(SPANS.update().where(*here), longer)


def _write_links(connection: sa.Connection, links: dict[str, _Link], pace: Pace) -> None:
    new = [_row(url, link, pace) for url, link in links.items() if not link.stored]
    old = [_row(url, link, pace) | {"u": url} for url, link in links.items() if link.stored]
    if new:
        connection.execute(LINKS.insert(), new)
    if old:
        connection.execute(LINKS.update().where(LINKS.c.url == sa.bindparam("u")), old)


def _row(url: str, link: _Link, pace: Pace) -> dict[str, Any]:
    seen = link.seen
    if seen is None:  # pragma: no cover - record() gives every link a look
        raise AssertionError(url)
    return {
        "url": url,
        "seen_at": seen.at,
        "verdict": tables.verdict_row(seen.verdict),
        "opinion": tables.opinion_row(link.opinion),
        "number": link.number,
        "misses": link.misses,
        "next_due_at": pace.next_look(link.opinion, seen.verdict, seen.at, link.misses),
    }

"""This file is the ledger's tables, and how our values lie in their rows."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from checker.belief import Belief, Opinion
from checker.controls import Expected, Instrument, Outcome, Wave
from checker.facts import Facts
from checker.spans import Span
from checker.sweep import Sweep
from checker.verdict import Detail, Evidence, Observation, State, Verdict

SCHEMA = 1
"""The number of this layout; a ledger with another number is refused, never guessed at."""


class Utc(sa.types.TypeDecorator[datetime]):
    """A time with its zone outside, UTC without one inside, so that SQLite and PostgreSQL hold the same."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Into the database."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Out of the database."""
        return None if value is None else value.replace(tzinfo=UTC)


TABLES = sa.MetaData()

ABOUT = sa.Table("about", TABLES, sa.Column("layout", sa.Integer, primary_key=True))

SWEEPS = sa.Table(
    "sweeps",
    TABLES,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("started", Utc, nullable=False),
    sa.Column("finished", Utc, nullable=False, index=True),
    sa.Column("links", sa.Integer, nullable=False),
    sa.Column("requests", sa.Integer, nullable=False),
    sa.Column("bytes", sa.BigInteger, nullable=False),
    sa.Column("instrument", sa.String(16), nullable=False),
    sa.Column("complete", sa.Boolean, nullable=False),
)

TRIALS = sa.Table(
    "trials",
    TABLES,
    sa.Column("sweep", sa.String(64), primary_key=True),
    sa.Column("controls", sa.JSON, nullable=False),
    sa.Column("waves", sa.JSON, nullable=False),
)
"""What a sweep found where it knew the answer, and what turned bad at once. Ledgers of 0.1.0 get it when opened."""

PROVEN = sa.Table(
    "proven",
    TABLES,
    sa.Column("url", sa.Text, primary_key=True),
    sa.Column("expected", sa.String(16), primary_key=True),
)
"""The controls that came out right at least once."""

QUESTIONED = sa.Table(
    "questioned",
    TABLES,
    sa.Column("url", sa.Text, primary_key=True),
    sa.Column("expected", sa.String(16), primary_key=True),
)
"""The controls that links of their own site contradicted at least once. Ledgers of 0.1.0 get it when opened."""

FACTS = sa.Table(
    "facts",
    TABLES,
    sa.Column("url", sa.Text, primary_key=True),
    sa.Column("title", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("audio", sa.Text),
    sa.Column("captions", sa.Boolean),
)

SPANS = sa.Table(
    "spans",
    TABLES,
    sa.Column("url", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("detail", sa.String(16)),
    sa.Column("first", Utc, nullable=False),
    sa.Column("last", Utc, nullable=False),
    sa.Column("looks", sa.Integer, nullable=False),
)

LINKS = sa.Table(
    "links",
    TABLES,
    sa.Column("url", sa.Text, primary_key=True),
    sa.Column("seen_at", Utc, nullable=False),
    sa.Column("verdict", sa.JSON, nullable=False),
    sa.Column("opinion", sa.JSON, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("misses", sa.Integer, nullable=False),
    sa.Column("next_due_at", Utc, nullable=False, index=True),
)

LEASES = sa.Table(
    "leases",
    TABLES,
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("holder", sa.String(128)),
    sa.Column("until", Utc, nullable=False),
)

Row = sa.RowMapping


def verdict_row(verdict: Verdict) -> dict[str, Any]:
    """A verdict as JSON can hold it."""
    return asdict(verdict)


def observation_of(row: Row) -> Observation:
    """The last look at a link."""
    facts = row["verdict"]
    verdict = Verdict(
        **{
            **facts,
            "state": State(facts["state"]),
            "detail": _detail(facts["detail"]),
            "evidence": tuple(Evidence(**piece) for piece in facts["evidence"]),
        }
    )
    return Observation(row["url"], row["seen_at"], verdict)


def opinion_row(opinion: Opinion) -> dict[str, Any]:
    """An opinion as JSON can hold it, times in ISO 8601."""
    return {"belief": _belief_row(opinion.belief), "doubt": _belief_row(opinion.doubt)}


def opinion_of_row(row: Row) -> Opinion:
    """The opinion that a link's row holds."""
    return Opinion(_belief_of(row["opinion"]["belief"]), _belief_of(row["opinion"]["doubt"]))


def trial_row(sweep: Sweep) -> dict[str, Any]:
    """A sweep's controls and waves as JSON can hold them."""
    return {
        "sweep": sweep.id,
        "controls": [asdict(one) for one in sweep.controls],
        "waves": [asdict(one) for one in sweep.waves],
    }


def sweep_of(row: Row) -> Sweep:
    """The sweep that a row holds, with its trial if it has one."""
    facts = {**row, "instrument": Instrument(row["instrument"])}
    controls = tuple(
        Outcome(**{**one, "expected": Expected(one["expected"]), "found": State(one["found"])})
        for one in facts.pop("controls") or ()
    )
    waves = tuple(Wave(**one) for one in facts.pop("waves") or ())
    return Sweep(**facts, controls=controls, waves=waves)


def facts_of(row: Row) -> Facts:
    """The facts that a row holds."""
    return Facts(row["title"], row["author"], row["audio"], row["captions"])


def span_of(row: Row) -> Span:
    """The span that a row holds."""
    return Span(row["url"], State(row["state"]), _detail(row["detail"]), row["first"], row["last"], row["looks"])


def _belief_row(belief: Belief | None) -> dict[str, Any] | None:
    if belief is None:
        return None
    return asdict(belief) | {"since": belief.since.isoformat(), "confirmed_at": belief.confirmed_at.isoformat()}


def _belief_of(facts: dict[str, Any] | None) -> Belief | None:
    if facts is None:
        return None
    return Belief(
        State(facts["state"]),
        _detail(facts["detail"]),
        facts["reason"],
        datetime.fromisoformat(facts["since"]),
        datetime.fromisoformat(facts["confirmed_at"]),
    )


def _detail(text: str | None) -> Detail | None:
    return None if text is None else Detail(text)

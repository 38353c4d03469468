"""This file is the benchmark of a sweep without a web: what a link costs us, and whether it costs more among many."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bench import stock
from bench.errand import Errand, sent
from bench.findings import Findings, Line
from bench.rounds import interleaved
from bench.spread import Spread
from checker import Answer, Observation, Probe, Reply, State
from checker.lanes import Manner, Manners
from hexaglot.sweeping import Instruments
from hexaglot.sweeping import sweep as carry_out
from replica.exchange import Request
from replica.youtube import YouTube

_TIMES = 4
_NOW = datetime(2026, 5, 17, 6, tzinfo=UTC)


def sweeping(links: int, rounds: int) -> Findings:
    """Sweep so many links, and four times as many, each answered at once from memory; nothing is remembered."""
    few, many = f"{links:,} links", f"{_TIMES * links:,} links"
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        acts = {
            few: partial(sent, sweep, str(links), folder=folder, expected=links),
            many: partial(sent, sweep, str(_TIMES * links), folder=folder, expected=_TIMES * links),
        }
        done = interleaved(acts, rounds)
    each = {
        few: Spread.each(lambda one: one.seconds / links * 1e6, done[few]),
        many: Spread.each(lambda one: one.seconds / (_TIMES * links) * 1e6, done[many]),
    }
    return Findings(
        title="Sweep alone: no network, no ledger",
        baseline=f"the sweep of {few}; 1 means that a link costs the same among more",
        lines=(
            *(Line(what, spread, "µs a link") for what, spread in each.items()),
            Line(many, each[many].over(each[few]), "× baseline, for each link"),
        ),
    )


def sweep(links: str) -> Errand[dict[str, Observation]]:
    """One sweep; counted are the links that were found available."""
    site = YouTube(stock.films(int(links)))
    urls = [stock.address(number) for number in range(int(links))]
    replies = {stock.question(number): _reply(site, stock.question(number)) for number in range(int(links))}

    def fetch(probe: Probe) -> Reply:
        return replies[probe.url]

    parts = Instruments(fetch, Manners(Manner(rate=1e9, concurrency=4)), lambda: _NOW, None)
    return Errand(
        lambda: carry_out(urls, parts)[1],
        lambda seen: sum(look.verdict.state is State.AVAILABLE for look in seen.values()),
    )


def _reply(site: YouTube, url: str) -> Answer:
    probe = Probe.get(url)
    host, _, rest = url.removeprefix("https://").partition("/")
    told = site.answer(Request(host, probe.method, f"/{rest}", ()))
    headers = tuple((name.lower(), value) for name, value in told.headers)
    return Answer(told.status, url, headers, told.body, len(told.body))

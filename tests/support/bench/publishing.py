"""This file is the benchmark of the report: the whole site, from the catalogue and the ledger to the last byte."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench import stock
from bench.errand import Done, Errand, sent
from bench.findings import Findings, Line
from bench.remembering import observations
from bench.rounds import interleaved
from bench.spread import Spread
from checker import Cause, Silence
from checker.lanes import Manners
from checker.ledger import Ledger
from hexaglot.settings import Settings
from hexaglot.sweeping import Instruments
from hexaglot.tasks import publish
from reports.availability import Standing

_NOW = datetime(2026, 5, 18, 6, tzinfo=UTC)
_PUBLISH = "hexaglot.tasks.publish"


def publishing(messages: int, rounds: int) -> Findings:
    """Write the site of so many messages, six videos each, into an empty folder, each time in a fresh process."""
    links = messages * len(stock.LANGUAGES)
    pages: list[float] = []
    sizes: list[float] = []

    def one() -> Done:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            (folder / "videos.yaml").write_text(stock.catalogue(links), "utf-8")
            memory = Ledger(f"sqlite:///{folder}/history.sqlite")
            memory.record(observations(links, _NOW))
            memory.close()
            done = sent(site, name, folder=folder, expected=links)
            written = tuple((folder / "public").rglob("*.html"))
            pages.append(len(written))
            sizes.append(sum(page.stat().st_size for page in written) / len(written) / 1024)
            return done

    done = interleaved({_PUBLISH: one}, rounds)[_PUBLISH]
    seconds = Spread.each(lambda run: run.seconds, done)
    return Findings(
        title=f"Report: {messages} messages × {len(stock.LANGUAGES)} languages, all of them available",
        baseline="none; seconds are also told for 1,000 links",
        lines=(
            Line(_PUBLISH, seconds, "s"),
            Line(_PUBLISH, Spread.each(lambda run: run.seconds / links * 1000, done), "s for 1,000 links"),
            Line("pages", Spread(tuple(pages)), "pages"),
            Line("a page", Spread(tuple(sizes)), "KiB"),
            Line("a page, for each link of the catalogue", Spread.each(lambda size: size / links, sizes), "KiB a link"),
            Line("the process", Spread.each(lambda run: run.peak, done), "MiB at most"),
        ),
    )


def site(folder: str) -> Errand[int]:
    """Publish what the folder's catalogue and ledger say; counted are the links that were found available."""
    settings = Settings(
        catalogue=Path(folder) / "videos.yaml",
        ledger=f"sqlite:///{folder}/history.sqlite",
        output=Path(folder) / "public",
    )
    parts = Instruments(lambda _: Silence(Cause.STOPPED), Manners(), lambda: _NOW, Ledger(settings.ledger))

    def act() -> int:
        _, state = publish(settings, parts, version="bench")
        return sum(row.standing is Standing.AVAILABLE for row in state.rows)

    return Errand(act, lambda available: available)

"""This file is the benchmark of a start: what it costs before the first link is looked at."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from bench.findings import Findings, Line
from bench.process import Run, run
from bench.rounds import interleaved
from bench.spread import Spread

_COMMANDS = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "python -c 'import requests'": (sys.executable, "-c", "import requests"),
    "hexaglot --version": (sys.executable, "-m", "hexaglot", "--version"),
}
_BASELINE = "python -c 'import requests'"


def starting(rounds: int) -> Findings:
    """Start each command, and let it end at once."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        runs = interleaved(
            {what: partial(run, command, folder=Path(name)) for what, command in _COMMANDS.items()}, rounds
        )
    seconds = {what: Spread.each(_milliseconds, ones) for what, ones in runs.items()}
    return Findings(
        title="Start-up: a command that does nothing",
        baseline=f"`{_BASELINE}`",
        lines=(
            *(Line(what, spread, "ms of CPU") for what, spread in seconds.items()),
            Line("hexaglot --version", seconds["hexaglot --version"].over(seconds[_BASELINE]), "× baseline"),
        ),
    )


def _milliseconds(one: Run) -> float:
    return one.cpu * 1000

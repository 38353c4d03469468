"""This file is `make bench`: every benchmark at its full size, printed as tables."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from time import perf_counter

from bench.accuracy import accuracy
from bench.asking import asking
from bench.checking import Case, checking
from bench.findings import Findings
from bench.listing import listing
from bench.machine import machine
from bench.publishing import publishing
from bench.remembering import remembering
from bench.shelving import shelving
from bench.starting import starting
from bench.sweeping import sweeping
from bench.understanding import understanding

BENCHMARKS: tuple[Callable[[], Findings], ...] = (
    partial(starting, rounds=7),
    partial(checking, Case(links=600, latency=0.0, at_once=(16,)), rounds=5),
    partial(checking, Case(links=200, latency=0.05, at_once=(16, 2)), rounds=3),
    partial(sweeping, links=2_000, rounds=5),
    partial(shelving, messages=10_000, rounds=3),
    partial(listing, messages=10_000, rounds=7),
    partial(remembering, looks=10_000, rounds=5),
    partial(publishing, messages=100, rounds=5),
    partial(understanding, rounds=1),
    partial(accuracy, rounds=2),
    partial(asking, links=1_000, rounds=2),
)


def main() -> None:
    """Measure, and print each table when it is there."""
    began = perf_counter()
    _print(f"{machine()}\n")
    for benchmark in BENCHMARKS:
        _print(benchmark().text())
    _print(f"All of it took {perf_counter() - began:.0f} s.")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""This file is the benchmark of a whole check: a process of its own against a simulated YouTube in another one."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench import stock
from bench.findings import Findings, Line
from bench.process import Run, run
from bench.rounds import interleaved
from bench.spread import Spread
from replica.web import SimulatedWeb

_ONE, _ONE_BARE, _BARE = "check of 1", "bare loop of 1", "bare loop"


@dataclass(frozen=True, slots=True)
class Case:
    """How many links, how long every answer takes (seconds), and how many questions a host may be asked at once.

    With several numbers for the last, the check is measured with each, beside the same baseline.
    """

    links: int
    latency: float
    at_once: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A run, and the links, requests and bytes that its sweep counted."""

    run: Run
    sweep: Mapping[str, Any]


def checking(case: Case, rounds: int) -> Findings:
    """Check a new catalogue of public films without a history, each time from nothing, and ask the same barely."""
    with SimulatedWeb.spawn(stock.films(case.links), latency=case.latency) as web:
        environment = web.environment() | {"HEXAGLOT_NETWORK__RATE": "100000"}
        acts = {
            _ONE: partial(_check, 1, case.at_once[0], environment),
            **{_named(at_once): partial(_check, case.links, at_once, environment) for at_once in case.at_once},
            _ONE_BARE: partial(_bare, 1, environment),
            _BARE: partial(_bare, case.links, environment),
        }
        asked = interleaved(acts, rounds)
    return _found(case, asked)


def _check(links: int, at_once: int, environment: Mapping[str, str]) -> _Asked:
    """One whole check; raises RuntimeError unless every link was found available."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        file = Path(name) / "data" / "videos.yaml"
        file.parent.mkdir()
        file.write_text(stock.catalogue(links), "utf-8")
        command = (sys.executable, "-m", "hexaglot", "check", "--format", "json")
        done = run(
            command,
            folder=Path(name),
            environment={**environment, "HEXAGLOT_NETWORK__CONCURRENCY": str(at_once), **_NO_CONTROLS},
        )
    told = json.loads(done.output)
    available = sum(result["state"] == "available" for result in told["results"])
    if available != links:
        message = f"the check found {available} of {links} links available, so its time means nothing"
        raise RuntimeError(message)
    return _Asked(done, told["sweep"])


_NO_CONTROLS = {f"HEXAGLOT_CONTROLS__YOUTUBE__{name}": "none" for name in ("PLAYS", "NEVER")}
"""What a link costs is measured here, and these are a sweep's."""


def _bare(links: int, environment: Mapping[str, str]) -> _Asked:
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        file = Path(name) / "questions.txt"
        file.write_text("".join(f"{stock.question(number)}\n" for number in range(links)), "ascii")
        done = run((sys.executable, "-m", "bench.bare", str(file)), folder=Path(name), environment=environment)
    return _Asked(done, {"links": links, "requests": links})


def _named(at_once: int) -> str:
    return f"check, {at_once} at once"


def _share(case: Case, at_once: int, speed: Spread) -> tuple[Line, ...]:
    """How near the speed comes to what is possible where every answer takes its time; that is known only there."""
    if case.latency == 0:
        return ()
    possible = at_once / case.latency
    return (
        Line(
            f"{_named(at_once)}, net of its start",
            Spread.each(lambda links: links / possible, speed.runs),
            f"× {possible:.0f} links/s, all that the waiting allows",
        ),
    )


def _found(case: Case, asked: Mapping[str, tuple[_Asked, ...]]) -> Findings:
    def speed(what: str) -> Spread:
        return Spread.each(lambda one: case.links / one.run.seconds, asked[what])

    def cost(what: str) -> Spread:
        return Spread.each(lambda one: one.run.cpu / case.links * 1000, asked[what])

    def net(what: str, one: str) -> Spread:
        """Of one link more: what the start costs is in both, and falls out."""
        return Spread.each(
            lambda all_, first: (all_.run.cpu - first.run.cpu) / (case.links - 1) * 1000, asked[what], asked[one]
        )

    lines = [
        Line(f"{_ONE}: the fixed cost", Spread.each(lambda one: one.run.cpu * 1000, asked[_ONE]), "ms of CPU"),
        Line(
            f"{_ONE_BARE}: the fixed cost", Spread.each(lambda one: one.run.cpu * 1000, asked[_ONE_BARE]), "ms of CPU"
        ),
        Line(_BARE, speed(_BARE), "links/s"),
        Line(_BARE, cost(_BARE), "ms of CPU a link"),
        Line(f"{_BARE}, net of its start", net(_BARE, _ONE_BARE), "ms of CPU a link"),
    ]
    for at_once in case.at_once:
        what = _named(at_once)
        after_start = Spread.each(
            lambda all_, first: (case.links - 1) / (all_.run.seconds - first.run.seconds), asked[what], asked[_ONE]
        )
        lines += [
            Line(what, speed(what), "links/s"),
            Line(what, speed(what).over(speed(_BARE)), "× baseline's links/s"),
            Line(f"{what}, net of its start", after_start, "links/s"),
            *_share(case, at_once, after_start),
            Line(what, cost(what), "ms of CPU a link"),
            Line(what, cost(what).over(cost(_BARE)), "× baseline's CPU"),
            Line(f"{what}, net of its start", net(what, _ONE), "ms of CPU a link"),
            Line(f"{what}, net of its start", net(what, _ONE).over(net(_BARE, _ONE_BARE)), "× baseline's CPU, net too"),
            Line(
                what,
                Spread.each(lambda one: one.sweep["requests"] / one.sweep["links"], asked[what]),
                "requests a link",
            ),
            Line(what, Spread.each(lambda one: one.sweep["bytes"] / one.sweep["links"], asked[what]), "bytes a link"),
        ]
    return Findings(
        title=f"Check: {case.links} public films, answers after {case.latency * 1000:.0f} ms",
        baseline="a loop with one requests.Session asking the same addresses of the same server, one after another",
        lines=tuple(lines),
    )

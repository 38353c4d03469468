"""This file is the benchmark of `list`: for the first time, and again while the file is the same."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from bench import stock
from bench.errand import Done, Errand, sent
from bench.findings import Findings, Line
from bench.process import Run, run
from bench.rounds import interleaved
from bench.spread import Spread
from hexaglot.listing import shown
from hexaglot.settings import Settings

_PASS, _VERSION = "python -c pass", "hexaglot --version"
_YAML = "yaml.CSafeLoader on the same file"
_FIRST, _SECOND = "first list", "second list"
_OTHER, _JSON = "first list as JSON, after that", "second list as JSON"
_PLAIN_YAML = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb').read(), Loader=yaml.CSafeLoader)"


def listing(messages: int, rounds: int) -> Findings:
    """List a file of so many messages, six videos each; raises RuntimeError where two lists are not the same."""
    count = messages * len(stock.LANGUAGES)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        file = folder / "data" / "videos.yaml"
        file.parent.mkdir()
        file.write_text(stock.catalogue(count), "utf-8")

        def command(*words: str) -> Callable[[], Run]:
            return lambda: run((sys.executable, *words), folder=folder)

        def first() -> Run:
            _forget(folder)
            return command("-m", "hexaglot", "list")()

        runs = interleaved(
            {
                _PASS: command("-c", "pass"),
                _VERSION: command("-m", "hexaglot", "--version"),
                _YAML: command("-c", _PLAIN_YAML, str(file)),
                _FIRST: first,
                _SECOND: command("-m", "hexaglot", "list"),
                _OTHER: command("-m", "hexaglot", "list", "--format", "json"),
                _JSON: command("-m", "hexaglot", "list", "--format", "json"),
            },
            rounds,
        )
        _check([one.output for what in (_FIRST, _SECOND) for one in runs[what]], count)

        def first_again() -> Done:
            _forget(folder)
            return sent(listed, str(folder), folder=folder, expected=count)

        memory = interleaved(
            {_FIRST: first_again, _SECOND: lambda: sent(listed, str(folder), folder=folder, expected=count)}, rounds
        )
    return _found(messages, runs, memory)


def listed(folder: str) -> Errand[str]:
    """What `list` would print."""
    settings = Settings(catalogue=Path(folder, "data", "videos.yaml"), ledger=f"sqlite:///{folder}/data/history.sqlite")
    return Errand(lambda: shown(settings, "table", message=None, language=None), lambda text: text.count("\n"))


def _forget(folder: Path) -> None:
    shutil.rmtree(folder / "data" / ".hexaglot-cache", ignore_errors=True)


def _check(outputs: list[bytes], count: int) -> None:
    if len(set(outputs)) != 1 or outputs[0].count(b"\n") != count:
        message = f"the lists are not all the same {count} lines, so their times mean nothing"
        raise RuntimeError(message)


def _found(messages: int, runs: Mapping[str, tuple[Run, ...]], memory: Mapping[str, tuple[Done, ...]]) -> Findings:
    cpu = {what: Spread.each(lambda one: one.cpu, ones) for what, ones in runs.items()}
    clock = {what: Spread.each(lambda one: one.seconds, ones) for what, ones in runs.items()}
    return Findings(
        title=f"List: {messages:,} messages × {len(stock.LANGUAGES)} languages, each list a process of its own",
        baseline=f"{_YAML}, a process of its own too; aim: a second list in at most 0.3 s",
        lines=(
            *(Line(what, spread, "s of CPU") for what, spread in cpu.items()),
            *(Line(what, clock[what], "s on the clock") for what in (_YAML, _FIRST, _SECOND, _OTHER, _JSON)),
            Line(_FIRST, cpu[_FIRST].over(cpu[_YAML]), "× baseline's CPU"),
            Line(_SECOND, cpu[_SECOND].over(cpu[_YAML]), "× baseline's CPU"),
            Line(_SECOND, cpu[_SECOND].over(cpu[_VERSION]), f"× the CPU of {_VERSION}"),
            *(Line(what, Spread.each(lambda one: one.peak, ones), "MiB at most") for what, ones in memory.items()),
        ),
    )

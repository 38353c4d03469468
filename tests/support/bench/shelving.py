"""This file is the benchmark of the catalogue file: reading it, and adding one video to it."""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bench import stock
from bench.errand import Done, Errand, sent
from bench.findings import Findings, Line
from bench.rounds import interleaved
from bench.spread import Spread
from catalogue import Catalogue, Language, Video, store

_LOAD, _ADD = "catalogue.store.load", "add one video: open, splice, write"
_YAML, _IDLE = "yaml.CSafeLoader", "yaml.CSafeLoader, garbage collection off, as ours"


def shelving(messages: int, rounds: int) -> Findings:
    """Read a file of so many messages, six videos each; each time in a fresh process."""
    links = messages * len(stock.LANGUAGES)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        file, copy = folder / "videos.yaml", folder / "copy.yaml"
        file.write_text(stock.catalogue(links, languages=(*stock.LANGUAGES, stock.SPARE)), "utf-8")

        def one_more() -> Done:
            shutil.copyfile(file, copy)
            return sent(add, str(copy), folder=folder, expected=links + 1)

        acts: dict[str, Callable[[], Done]] = {
            _LOAD: lambda: sent(load, str(file), folder=folder, expected=links),
            _YAML: lambda: sent(plain_yaml, str(file), folder=folder, expected=links),
            _IDLE: lambda: sent(idle_yaml, str(file), folder=folder, expected=links),
            _ADD: one_more,
        }
        done = interleaved(acts, rounds)
        size = file.stat().st_size / 2**20
    return _found(messages, size, done)


def load(path: str) -> Errand[Catalogue]:
    """The catalogue, as each command reads it."""
    return Errand(lambda: store.load(Path(path)), _videos)


def add(path: str) -> Errand[Catalogue]:
    """One video more, in the message in the middle."""

    def act() -> Catalogue:
        document = store.open_document(Path(path))
        before = document.catalogue
        place = len(before.messages) // 2
        video = Video(Language(stock.SPARE), stock.address(999_999), title="One more", added=date(2026, 5, 18))
        grown = before.messages[place].plus(video)
        after = replace(before, messages=(*before.messages[:place], grown, *before.messages[place + 1 :]))
        return store.write(document, after).catalogue

    return Errand(act, _videos)


def plain_yaml(path: str) -> Errand[Any]:
    """The same file as plain dictionaries, by the fastest loader that PyYAML has; nothing is judged."""
    content = Path(path).read_bytes()
    return Errand(
        lambda: yaml.load(content, Loader=yaml.CSafeLoader),
        lambda tree: sum(len(message["videos"]) for message in tree["messages"].values()),
    )


def idle_yaml(path: str) -> Errand[Any]:
    """The same without the garbage collector, which our loader sends away too."""
    gc.disable()
    return plain_yaml(path)


def _videos(catalogue: Catalogue) -> int:
    return sum(len(message.videos) for message in catalogue.messages)


def _found(messages: int, size: float, done: dict[str, tuple[Done, ...]]) -> Findings:
    seconds = {what: Spread.each(lambda one: one.seconds, ones) for what, ones in done.items()}
    peaks = {what: Spread.each(lambda one: one.peak, ones) for what, ones in done.items()}
    rounds = len(seconds[_LOAD].runs)
    return Findings(
        title=f"Catalogue file: {messages:,} messages × {len(stock.LANGUAGES)} languages",
        baseline="yaml.load(bytes, Loader=yaml.CSafeLoader), which only makes dictionaries",
        lines=(
            Line("the file", Spread((size,) * rounds), "MiB"),
            *(Line(what, spread, "s") for what, spread in seconds.items()),
            Line(_LOAD, seconds[_LOAD].over(seconds[_YAML]), "× baseline"),
            Line(_LOAD, seconds[_LOAD].over(seconds[_IDLE]), "× baseline, garbage collection off"),
            Line(_ADD, seconds[_ADD].over(seconds[_LOAD]), "× a load"),
            Line("process before it reads", Spread.each(lambda one: one.before, done[_LOAD]), "MiB at most"),
            *(Line(what, spread, "MiB at most") for what, spread in peaks.items()),
            Line(_LOAD, peaks[_LOAD].over(peaks[_YAML]), "× baseline's memory"),
        ),
    )

"""This file is the benchmark of thrift: how much a check of a catalogue on YouTube asks, by the site's own count."""

from __future__ import annotations

from functools import partial

from bench import stock
from bench.findings import Findings, Line
from bench.looking import Look, look
from bench.rounds import interleaved
from bench.spread import Spread
from replica.films import Film, State
from replica.youtube import YouTube
from replica.youtube_data import KEY

_FATES = {0: State.PRIVATE, 50: State.REMOVED}
"""Which of a hundred films are dead, and how."""


def asking(links: int, rounds: int) -> Findings:
    """Check so many films, of which two in a hundred are dead; raises RuntimeError for a wrong verdict."""
    films = {video: _film(number) for number, video in enumerate(stock.films(links))}
    looks = interleaved({"without a key": partial(_look, films, ""), "with a key": partial(_look, films, KEY)}, rounds)
    lines = []
    for what, ones in looks.items():
        lines += [
            Line(what, Spread.each(lambda one: sum(one.requests.values()) / links, ones), "requests a link"),
            Line(what, Spread.each(lambda one: one.bytes / links, ones), "bytes a link"),
        ]
    return Findings(
        title=f"Thrift: {links:,} films on YouTube, one in a hundred private, one removed",
        baseline="none; aims: without a key at most 1.2 requests and 2,000 bytes a link, with one 0.06 requests",
        lines=tuple(lines),
    )


def _film(number: int) -> Film:
    return Film(_FATES.get(number % 100, State.PUBLIC), f"Message {number}, for all")


def _look(films: dict[str, Film], key: str) -> Look:
    words = {State.PUBLIC: "available", State.PRIVATE: "private", State.REMOVED: "removed"}
    truth = {f"https://youtu.be/{video}": words[film.state] for video, film in films.items()}
    one = look(tuple(truth), [YouTube(films)], key=key)
    wrong = sum(one.verdicts[url][0] != state for url, state in truth.items())
    if wrong:
        message = f"{wrong} of {len(truth)} verdicts are wrong, so what they cost means nothing"
        raise RuntimeError(message)
    return one

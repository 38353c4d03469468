"""This file is the tests of the benchmarks: that they measure what they say, never how long it took."""

from __future__ import annotations

import math
import os
import sys
from functools import partial
from pathlib import Path

import pytest

from bench import stock
from bench.__main__ import BENCHMARKS
from bench.accuracy import accuracy
from bench.asking import asking
from bench.checking import Case, checking
from bench.errand import Errand, measured, sent
from bench.findings import Findings, Line
from bench.linkcheckers import lychee_like, naive, picture
from bench.listing import listing
from bench.machine import machine
from bench.process import run
from bench.publishing import publishing
from bench.remembering import remembering
from bench.rounds import interleaved
from bench.shelving import load, shelving
from bench.spread import Spread
from bench.starting import starting
from bench.sweeping import sweeping
from bench.understanding import understanding
from catalogue import store
from replica.films import POSSIBLE, Film, State
from replica.youtube import YouTube

TINY = {
    "starting": partial(starting, rounds=1),
    "checking": partial(checking, Case(links=3, latency=0.001, at_once=(2, 1)), rounds=1),
    "sweeping": partial(sweeping, links=3, rounds=2),
    "shelving": partial(shelving, messages=2, rounds=1),
    "listing": partial(listing, messages=2, rounds=1),
    "remembering": partial(remembering, looks=3, rounds=2),
    "publishing": partial(publishing, messages=2, rounds=2),
    "understanding": partial(understanding, rounds=1),
    "accuracy": partial(accuracy, rounds=1, every=25),
    "asking": partial(asking, links=3, rounds=1),
}
ROUNDS = {"sweeping": 2, "remembering": 2, "publishing": 2}


@pytest.fixture(scope="module", params=sorted(TINY))
def found(request: pytest.FixtureRequest) -> tuple[str, Findings]:
    return request.param, TINY[request.param]()


def units(findings: Findings) -> set[str]:
    return {line.unit for line in findings.lines}


def one(findings: Findings, unit: str) -> list[tuple[float, ...]]:
    return [line.spread.runs for line in findings.lines if line.unit == unit]


def test_each_benchmark_measures_every_line_in_every_round(found: tuple[str, Findings]) -> None:
    name, findings = found
    assert {len(line.spread.runs) for line in findings.lines} == {ROUNDS.get(name, 1)}
    assert len({(line.what, line.unit) for line in findings.lines}) == len(findings.lines)
    assert findings.title
    assert findings.baseline


def test_each_benchmark_has_what_it_was_made_for(found: tuple[str, Findings]) -> None:
    name, findings = found
    wanted = {
        "starting": {"ms of CPU", "× baseline"},
        "checking": {
            "links/s",
            "ms of CPU a link",
            "× baseline's links/s",
            "× baseline's CPU",
            "× baseline's CPU, net too",
            "× 2000 links/s, all that the waiting allows",
            "× 1000 links/s, all that the waiting allows",
        },
        "sweeping": {"µs a link", "× baseline, for each link"},
        "listing": {
            "s of CPU",
            "s on the clock",
            "MiB at most",
            "× baseline's CPU",
            "× the CPU of hexaglot --version",
        },
        "shelving": {"MiB", "s", "MiB at most", "× baseline", "× a load", "× baseline's memory"},
        "remembering": {"µs a look", "× baseline"},
        "publishing": {"s", "s for 1,000 links", "pages", "KiB", "MiB at most"},
        "understanding": {"of 445", "of what was said", "%"},
        "accuracy": {"right of 27", "requests a link, redirects included", "bytes a link"},
        "asking": {"requests a link", "bytes a link"},
    }
    assert wanted[name] <= units(findings)
    counted = {
        # Each public film is one question and one answer; the simulated YouTube's has some 740 bytes.
        "checking": ("requests a link", [(1.0,), (1.0,)]),
        # The front page, and one in each language.
        "publishing": ("pages", [(7, 7)]),
    }
    if name in counted:
        unit, figures = counted[name]
        assert one(findings, unit) == figures
    if name == "checking":
        assert all(500 < number < 1500 for runs in one(findings, "bytes a link") for number in runs)


def test_make_bench_runs_every_benchmark_that_is_tried_here() -> None:
    run_there = {benchmark.func.__name__ for benchmark in BENCHMARKS if isinstance(benchmark, partial)}
    assert run_there == set(TINY)


@pytest.mark.parametrize(
    ("url", "film"),
    [
        ("https://youtu.be/OGSyYP5v6PM?t=1", "OGSyYP5v6PM"),
        ("https://www.youtube.com/watch?list=PL46&v=OGSyYP5v6PM&t=1", "OGSyYP5v6PM"),
        ("https://youtube.com/watch?v=OGSyYP5v6PM", "OGSyYP5v6PM"),
        ("https://www.youtube-nocookie.com/embed/OGSyYP5v6PM?rel=0", "OGSyYP5v6PM"),
        ("https://m.youtube.com/watch?v=OGSyYP5v6PM", None),
        ("https://www.youtube.com/shorts/OGSyYP5v6PM", None),
        ("https://vimeo.com/76979871", None),
    ],
)
def test_the_second_baseline_asks_for_a_picture_where_lychee_does(url: str, film: str | None) -> None:
    assert picture(url) == (film and f"https://img.youtube.com/vi/{film}/0.jpg")


def test_the_baselines_take_what_answers_for_what_plays() -> None:
    films = {"goneforeveA": Film(State.REMOVED), "playsalwayA": Film()}
    urls = [f"https://{place}{film}" for place in ("youtu.be/", "m.youtube.com/watch?v=") for film in films]
    assert list(naive(urls, [YouTube(films)]).values()) == [True, True, True, True]
    assert list(lychee_like(urls, [YouTube(films)]).values()) == [False, True, True, True]


def test_a_spread_has_a_middle_and_two_ends() -> None:
    spread = Spread((3.0, 1.0, 10.0))
    assert (spread.least, spread.median, spread.most) == (1.0, 3.0, 10.0)


def test_a_ratio_is_taken_round_by_round() -> None:
    assert Spread((2.0, 9.0)).over(Spread((1.0, 3.0))).runs == (2.0, 3.0)
    assert math.isnan(Spread((2.0,)).over(Spread((0.0,))).median)
    with pytest.raises(ValueError, match="argument"):
        Spread((2.0, 9.0)).over(Spread((1.0,)))


def test_no_runs_are_no_measurement() -> None:
    with pytest.raises(ValueError, match="at least one run"):
        Spread(())


def test_runs_are_interleaved() -> None:
    order: list[str] = []

    def act(name: str) -> int:
        order.append(name)
        return len(order)

    assert interleaved({"a": lambda: act("a"), "b": lambda: act("b")}, 3) == {"a": (1, 3, 5), "b": (2, 4, 6)}
    assert order == ["a", "b", "a", "b", "a", "b"]


def test_a_table_is_aligned_and_says_its_baseline() -> None:
    lines = (
        Line("load", Spread((1234.5, 0.123)), "ms"),
        Line("a longer name", Spread((12.34, 12.36)), "× baseline"),
    )
    assert Findings("Title", "the floor", lines).text() == (
        "Title\n"
        "2 rounds; baseline: the floor\n"
        "\n"
        "                min  median    max  unit\n"
        "load           0.12     617  1,234  ms\n"
        "a longer name  12.3    12.3   12.4  × baseline\n"
    )


def test_the_machine_is_told_in_words() -> None:
    cores, memory, *_, python, load = machine().split(", ")
    assert cores == f"{len(os.sched_getaffinity(0))} cores"
    assert memory.endswith(" GiB")
    assert python == f"Python {'.'.join(map(str, sys.version_info[:3]))}"
    assert load.startswith("load ")


def test_a_command_is_measured_alone_and_its_words_are_kept(tmp_path: Path) -> None:
    words = "import os; print(os.getcwd(), os.environ['GREETING'], os.environ.get('HEXAGLOT_LEDGER'))"
    done = run([sys.executable, "-c", words], folder=tmp_path, environment={"GREETING": "hello"})
    assert done.output.decode() == f"{tmp_path} hello None\n"
    assert done.seconds > 0
    assert done.cpu > 0


def test_processor_time_is_not_waiting_time(tmp_path: Path) -> None:
    slept = run([sys.executable, "-c", "import time; time.sleep(1)"], folder=tmp_path)
    assert slept.seconds >= 1 > slept.cpu


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"(?s)ended with 3: .*so it goes"):
        run([sys.executable, "-c", "import sys; sys.stderr.write('so it goes'); sys.exit(3)"], folder=tmp_path)


def hoard(mebibytes: str) -> Errand[int]:
    return Errand(lambda: len(b"x" * (int(mebibytes) * 2**20)), lambda length: length >> 20)


def test_an_errand_tells_the_memory_that_its_act_took() -> None:
    done = measured(hoard("100"))
    assert done.count == 100
    assert done.peak >= 100
    assert done.peak >= done.before


def test_an_errand_in_a_fresh_process_does_not_inherit_our_memory(tmp_path: Path) -> None:
    ours = b"x" * (200 * 2**20)
    file = tmp_path / "videos.yaml"
    file.write_text(stock.catalogue(6), "utf-8")
    done = sent(load, str(file), folder=tmp_path, expected=6)
    assert done.before <= done.peak < len(ours) >> 20


def test_an_errand_that_did_not_do_its_work_is_no_measurement(tmp_path: Path) -> None:
    file = tmp_path / "videos.yaml"
    file.write_text(stock.catalogue(6), "utf-8")
    with pytest.raises(RuntimeError, match=r"made 6 where 7 were to be made"):
        sent(load, str(file), folder=tmp_path, expected=7)


@pytest.mark.parametrize(("links", "messages"), [(1, 1), (6, 1), (7, 2), (120, 20)])
def test_the_stock_is_a_catalogue_of_different_films_that_could_be(tmp_path: Path, links: int, messages: int) -> None:
    file = tmp_path / "videos.yaml"
    file.write_text(stock.catalogue(links), "utf-8")
    read = store.load(file)
    urls = {video.url for _, video in read.places()}
    assert (len(read.messages), len(urls)) == (messages, links)
    assert urls == {f"https://youtu.be/{video}" for video in stock.films(links)}
    assert all(POSSIBLE.fullmatch(video) for video in stock.films(links))

"""This file runs the schedule as a process: real clock, real signals, two at once."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

from journeys_office import Office
from replica.films import Film, State
from replica.web import SimulatedWeb

IDS = ("OGSyYP5v6PM", "FmrrS4BiAW8", "jyVi5-NFNBU", "wwHOsWsInD0", "-FWuObmSstQ", "hmM44jmcE3g")
Until = Callable[[Callable[[], bool]], None]


def beating_fast(office: Office) -> Office:
    return Office(office.folder, office.environment | {"HEXAGLOT_SCHEDULE__HEARTBEAT_SECONDS": "0.2"})


def front(office: Office) -> Path:
    return office.folder / "public" / "index.html"


def ended(process: subprocess.Popen[bytes], number: int) -> tuple[int, str]:
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    return process.returncode, said.decode()


def test_it_sweeps_writes_the_site_and_ends_cleanly_on_sigterm(
    with_letter: Office, films: dict[str, Film], web: SimulatedWeb, until: Until
) -> None:
    films |= {video: Film() for video in IDS}
    films[IDS[5]] = Film(State.REMOVED)
    office = beating_fast(with_letter)
    running = office.start("schedule")
    until(lambda: front(office).exists())
    code, said = ended(running, signal.SIGTERM)
    assert code == 0
    assert "looked at 6 of 6 due, 10 requests" in said
    assert "the schedule has ended" in said
    assert "1 is removed" in front(office).read_text("utf-8").replace("\u00a0", " ")
    assert len(web.log) == 10  # a link each, a picture, and three for the controls
    assert not list((office.folder / "data").glob("*.lock"))


def test_a_restart_asks_nothing_that_is_not_due(
    with_letter: Office, films: dict[str, Film], web: SimulatedWeb, until: Until
) -> None:
    films |= {video: Film() for video in IDS}
    office = beating_fast(with_letter)
    for _ in range(2):
        running = office.start("schedule")
        until(lambda: front(office).exists())
        assert ended(running, signal.SIGTERM)[0] == 0
        front(office).unlink()
    assert len(web.log) == 9


def test_of_two_started_at_once_one_works_and_the_other_takes_over(
    with_letter: Office, films: dict[str, Film], web: SimulatedWeb, until: Until
) -> None:
    films |= {video: Film() for video in IDS}
    web.latency = 0.1
    office = beating_fast(with_letter)
    crew = [office.start("schedule"), office.start("schedule")]
    until(lambda: len(web.log) >= 9 and front(office).exists())
    (held,) = _leases(office)
    first = next(process for process in crew if f":{process.pid}:" in held)
    second = next(process for process in crew if process is not first)
    assert ended(first, signal.SIGTERM)[0] == 0
    until(lambda: f":{second.pid}:" in _leases(office)[0])
    code, said = ended(second, signal.SIGTERM)
    assert code == 0
    assert "another scheduler runs" in said
    assert "running now" in said
    assert sorted(asked.target for asked in web.log) == sorted({asked.target for asked in web.log})
    assert len(web.log) == 9


def test_ctrl_c_ends_it_too_and_frees_the_lease(with_letter: Office, films: dict[str, Film], until: Until) -> None:
    films |= {video: Film() for video in IDS}
    office = beating_fast(with_letter)
    running = office.start("schedule")
    until(lambda: front(office).exists())
    assert ended(running, signal.SIGINT)[0] == 130
    assert _leases(office) == [""]


def test_a_stop_in_the_middle_of_a_sweep_keeps_what_was_seen(
    office: Office, films: dict[str, Film], web: SimulatedWeb, until: Until
) -> None:
    films |= {f"film{number:06d}A": Film() for number in range(300)}
    lines = [f"  m{n}:\n    videos:\n      en: https://youtu.be/film{n:06d}A\n" for n in range(300)]
    office.catalogue.parent.mkdir()
    office.catalogue.write_text("version: 1\nlanguages: [en]\nmessages:\n" + "".join(lines), "utf-8")
    web.latency = 0.02
    running = beating_fast(office).start("schedule")
    until(lambda: len(web.log) > 40)
    code, said = ended(running, signal.SIGTERM)
    assert code == 0
    assert "stopped before the end" in said
    with sqlite3.connect(office.folder / "data" / "history.sqlite") as database:
        (kept,) = database.execute("SELECT count(*) FROM links").fetchone()
    database.close()
    assert 30 < kept < 300
    assert kept >= len(web.log) - 4 - 3


def test_a_broken_catalogue_is_said_and_waited_for(
    with_letter: Office, films: dict[str, Film], web: SimulatedWeb, until: Until
) -> None:
    films |= {video: Film() for video in IDS}
    good = with_letter.catalogue.read_bytes()
    with_letter.catalogue.write_bytes(b"version: [")
    office = beating_fast(with_letter)
    running = office.start("schedule")
    assert running.stderr is not None
    lines = [running.stderr.readline() for _ in range(2)]
    assert b"data/videos.yaml:1:" in lines[1]
    office.catalogue.write_bytes(good)
    until(lambda: len(web.log) == 9)
    assert ended(running, signal.SIGTERM)[0] == 0


def _leases(office: Office) -> list[str]:
    with sqlite3.connect(office.folder / "data" / "history.sqlite") as database:
        found = [holder or "" for (holder,) in database.execute("SELECT holder FROM leases")]
    database.close()
    return found

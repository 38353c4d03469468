"""This file is one message on several simulated sites, checked on a good day, then again with one link in trouble."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from checker import Fetch, Opinion
from checker.lanes import Manner, Manners
from checker.ledger import Ledger
from hexaglot.failing import FailOn, of_check
from hexaglot.settings import Settings
from hexaglot.sweeping import Instruments
from hexaglot.tasks import check
from journeys_office import COMMAND, clean_environment
from replica.dailymotion import Dailymotion
from replica.file import HOST, Files
from replica.films import Film, State
from replica.journal import Asked
from replica.vimeo import Clip, Vimeo
from replica.web import SimulatedWeb
from replica.youtube import YouTube
from reports.formats.json import FORMAT

FILM, OTHER_FILM, CLIP, MOTION, FILE = "OGSyYP5v6PM", "FmrrS4BiAW8", "76979871", "x7lni3", "index-first.mp4"
LINKS = {
    "en": f"https://youtu.be/{FILM}",
    "fr": f"https://youtu.be/{OTHER_FILM}",
    "es": f"https://vimeo.com/{CLIP}",
    "ar": f"https://www.dailymotion.com/video/{MOTION}",
    "zh": f"https://{HOST}/{FILE}",
    "ru": f"https://{HOST}/film.webm",
}
CATALOGUE = "version: 1\nlanguages: [en, fr, es, ar, zh, ru]\nmessages:\n  message:\n    videos:\n" + "".join(
    f"      {language}: {url}\n" for language, url in LINKS.items()
)
FAST = Manners(Manner(rate=10_000, concurrency=2))
MEGABYTE = 1_000_000

_SCALE = """
import pathlib, resource, subprocess, sys
try:
    code = subprocess.run(sys.argv[2:], timeout=50).returncode
finally:
    pathlib.Path(sys.argv[1]).write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024))
sys.exit(code)
"""
"""Runs a command, and writes down how much memory it had at most. A process of its own: what is started from a large
one, as a test is, begins with that one's weight."""


@dataclass(frozen=True, slots=True)
class Day:
    """What one check said, by language; what is believed since; what was asked; bytes of memory at most, if weighed."""

    code: int
    results: dict[str, dict[str, Any]]
    opinions: dict[str, Opinion]
    asked: tuple[Asked, ...]
    peak: int = 0

    def unlike(self, other: Day) -> set[str]:
        """The languages whose verdicts are not the same on both days."""
        return {language for language in LINKS if _timeless(self, language) != _timeless(other, language)}

    def told(self, language: str) -> tuple[str, str]:
        """State and reason."""
        return self.results[language]["state"], self.results[language]["reason"]


@dataclass(frozen=True, slots=True)
class Bureau:
    """A catalogue and a ledger in a folder, and the web that they are checked against."""

    web: SimulatedWeb
    folder: Path

    def begin(self) -> None:
        """Write the catalogue."""
        (self.folder / "data").mkdir(parents=True)
        (self.folder / "data" / "videos.yaml").write_text(CATALOGUE, "utf-8")

    def moved(self, folder: Path) -> Bureau:
        """The same, with all that it remembers, in another folder."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return Bureau(self.web, folder)

    def run(self, **network: float) -> Day:
        """Check by the command, as people do; `network` are settings, such as `total_seconds`."""
        settings = {f"HEXAGLOT_NETWORK__{name.upper()}": str(value) for name, value in network.items()}
        environment = clean_environment() | self.web.environment() | {"HEXAGLOT_NETWORK__RATE": "200"} | settings
        before = len(self.web.log)
        done = subprocess.run(
            [sys.executable, "-c", _SCALE, "peak", *COMMAND, "check", "--format", "json"],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            timeout=60,
            check=False,
        )
        if done.stderr:
            raise AssertionError(done.stderr.decode())
        peak = int((self.folder / "peak").read_text("ascii"))
        return self._day(done.returncode, done.stdout, before, peak)

    def look(self, fetch: Fetch) -> Day:
        """Check in this process, by any way to the web."""
        settings = Settings(
            catalogue=self.folder / "data" / "videos.yaml", ledger=f"sqlite:///{self.folder}/data/history.sqlite"
        )
        before = len(self.web.log)
        ledger = Ledger(settings.ledger)
        try:
            parts = Instruments(fetch, FAST, lambda: datetime.now(UTC), ledger)
            checked = check(settings, (), parts, progress=lambda _done, _total: None, forgotten=_raise)
        finally:
            ledger.close()
        return self._day(of_check(checked, FailOn.BROKEN), FORMAT.render(checked), before, 0)

    def _day(self, code: int, told: bytes | str, before: int, peak: int) -> Day:
        results = {result["language"]: result for result in json.loads(told)["results"]}
        ledger = Ledger(f"sqlite:///{self.folder}/data/history.sqlite")
        known = ledger.known(tuple(LINKS.values()))
        ledger.close()
        opinions = {language: known[url].opinion for language, url in LINKS.items()}
        return Day(code, results, opinions, self.web.log[before:], peak)


def several_sites() -> SimulatedWeb:
    """YouTube, Vimeo, Dailymotion and a server of files, with what the message links to; one film is restricted."""
    films = {FILM: Film(title="The message"), OTHER_FILM: Film(State.EMBEDDING_OFF)}
    return SimulatedWeb(YouTube(films), Vimeo({CLIP: Clip()}), Dailymotion({MOTION: {}}), Files())


def _timeless(day: Day, language: str) -> dict[str, Any]:
    passing = {"checked_at", "confirmed"}
    return {name: value for name, value in day.results[language].items() if name not in passing}


def _raise(error: Exception) -> None:
    raise error

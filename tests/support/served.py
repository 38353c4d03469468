"""This file is `hexaglot serve` as people run it: a process of its own that answers on loopback, on any free port."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import requests

from checker import Observation, Verdict
from checker.ledger import Ledger
from journeys_office import clean_environment
from rehearsal import START

CATALOGUE = """\
version: 1
languages: [en, ar]
messages:
  wtisd-2021:
    title:
      en: "WTISD 2021 <message>"
      ar: "رسالة 2021"
    speaker: Houlin Zhao
    videos:
      en: https://youtu.be/OGSyYP5v6PM
      ar: https://youtu.be/wwHOsWsInD0
  empty:
    title:
      en: Nothing yet
"""
ARABIC = "https://youtu.be/wwHOsWsInD0"


@dataclass(slots=True)
class Served:
    """A server that runs: where it answers, and what it has said on standard error when it has ended."""

    origin: str
    folder: Path
    process: subprocess.Popen[str]
    said: str = field(default="")

    def get(self, path: str, **headers: str) -> requests.Response:
        """Ask for a path; redirects are not followed."""
        return requests.get(self.origin + path, headers=headers, timeout=20, allow_redirects=False)


def prepared(folder: Path) -> Path:
    """The folder with a catalogue of two messages."""
    (folder / "data").mkdir()
    (folder / "data" / "videos.yaml").write_text(CATALOGUE, "utf-8")
    return folder


def command(*words: str) -> list[str]:
    """The words that start it."""
    return [sys.executable, "-m", "hexaglot", "serve", *words]


@contextmanager
def served(folder: Path, *words: str, **environment: str) -> Iterator[Served]:
    """The server of this folder, which has begun to answer; ended by SIGTERM unless it has ended by itself."""
    with subprocess.Popen(
        command("--port", "0", *words),
        cwd=folder,
        env=clean_environment() | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        assert " is served at http://127.0.0.1:" in first, first + process.stderr.read()
        running = Served(first.rsplit(" ", 1)[1].strip().rstrip("/"), folder, process)
        try:
            yield running
        finally:
            process.terminate()
            running.said = process.communicate()[1]


def believe(folder: Path, verdict: Verdict, url: str = ARABIC) -> None:
    """Have the ledger of this folder believe this of an address: it was seen twice, a day apart."""
    ledger = Ledger(f"sqlite:///{folder / 'data' / 'history.sqlite'}")
    ledger.record([Observation(url, START + timedelta(days=day), verdict) for day in (0, 1)])
    ledger.close()

"""This file is `make demo`: a small organisation's year, played against simulated sites, without any network.

It writes a catalogue, a ledger and a site into a folder, with the product's own commands wherever there is one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from catalogue import Catalogue, Language, Message, Title, Video, store
from checker.ledger import Ledger
from demo.organisation import LANGUAGES, OCCASIONS
from demo.stage import Stage
from demo.year import DAYS, last_night, rehearse
from hexaglot.settings import read_settings
from hexaglot.terms import given_of, pace_of
from replica.web import SimulatedWeb

SETTINGS = """\
# The demo's settings: who we are, whom we speak to, and a pace that only simulated sites would like.
contact = "webmaster@videos.example.int"
site = "https://videos.example.int/"
target_countries = ["CH", "FR", "EG", "CN"]

[network]
rate = 200.0
concurrency = 4
"""


def main() -> None:
    """Make the folder anew, live through the year, check once more over real sockets, and write the site."""
    options = argparse.ArgumentParser(prog="make demo", description=__doc__)
    options.add_argument("folder", type=Path, nargs="?", default=Path("build/demo"))
    options.add_argument("--stay", action="store_true", help="keep the simulated sites open, to try commands against")
    chosen = options.parse_args()
    folder: Path = chosen.folder
    if (folder / "data").exists():
        shutil.rmtree(folder / "data")
    (folder / "data").mkdir(parents=True)
    now = datetime.now(UTC).replace(microsecond=0)
    stage = Stage(now.date())
    store.write(store.open_document(folder / "data" / "videos.yaml"), _catalogue(stage, now))
    (folder / "hexaglot.toml").write_text(SETTINGS, "utf-8")
    _live(stage, folder, now)
    last_night(stage)
    with SimulatedWeb(*stage.sites) as web:
        surroundings = {**os.environ, **web.environment()}
        _run(folder, surroundings, "check")
        _run(folder, surroundings, "report")
        _run(folder, surroundings, "embed", "telecommunication-day", "ar")
        _say(f"\nThe catalogue is {folder / 'data' / 'videos.yaml'}.")
        _say(f"The report is {folder / 'public' / 'index.html'}: open it in a browser.")
        if chosen.stay:
            names = ("HTTPS_PROXY", "NO_PROXY", "REQUESTS_CA_BUNDLE")
            words = " ".join(f"{name}={web.environment()[name]}" for name in names)
            _say(f"To try more: cd {folder} && export {words}\nPress Enter to close the simulated sites.")
            sys.stdin.readline()


def _catalogue(stage: Stage, now: datetime) -> Catalogue:
    languages = tuple(Language(tag) for tag in LANGUAGES)
    messages = []
    for occasion in sorted(OCCASIONS, key=lambda one: one.on(now.date())):
        day = occasion.on(now.date())
        messages.append(
            Message(
                occasion.slug,
                titles=tuple(Title(language, occasion.title(language.tag, day)) for language in languages),
                date=day,
                videos=tuple(
                    Video(language, stage.addresses[occasion.slug, language.tag], added=day - timedelta(days=10))
                    for language in languages
                    if (occasion.slug, language.tag) in stage.addresses
                ),
            )
        )
    return Catalogue(languages, tuple(messages))


def _live(stage: Stage, folder: Path, now: datetime) -> None:
    settings = read_settings(SETTINGS, {}, {})
    ledger = Ledger(f"sqlite:///{folder}/data/history.sqlite", pace=pace_of(settings))

    def say(days: int) -> None:
        if sys.stderr.isatty() or days == DAYS:
            sys.stderr.write(f"\r{days} of {DAYS} days of history" + ("\n" if days == DAYS else ""))

    rehearse(stage, ledger, now, given_of(settings), say)
    ledger.close()


def _run(folder: Path, surroundings: Mapping[str, str], *words: str) -> None:
    """One of the product's commands, as a person would type it; what it finds bad is no failure of the demo."""
    _say(f"\n$ hexaglot {' '.join(words)}")
    command: Sequence[str] = (sys.executable, "-m", "hexaglot", *words)
    code = subprocess.run(command, cwd=folder, env=surroundings, check=False).returncode
    if code not in {0, 1, 3}:
        raise SystemExit(code)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

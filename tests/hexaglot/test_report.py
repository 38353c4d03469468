"""This file tests over how long a time `report` and the schedule tell availability."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from checker import Observation, State, Verdict
from checker.ledger import Ledger
from hexaglot.cli import app
from hexaglot.exits import OK, USAGE, run
from rehearsal import IDS, World

NB = "\N{NO-BREAK SPACE}"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a catalogue, and a ledger in which every link has played for twenty days, looked at daily."""
    world = World(tmp_path)
    (tmp_path / "data").mkdir()
    shutil.move(world.settings.catalogue, tmp_path / "data" / "videos.yaml")
    ledger = Ledger(f"sqlite:///{tmp_path}/data/history.sqlite")
    now = datetime.now(UTC)
    for days in range(20, -1, -1):
        at = now - timedelta(days=days)
        ledger.record(Observation(f"https://youtu.be/{video}", at, Verdict(State.AVAILABLE, "")) for video in IDS)
    ledger.close()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(office: Path) -> str:
    soup = BeautifulSoup((office / "public" / "en" / "index.html").read_text("utf-8"), "lxml")
    found = soup.select_one(".share")
    assert found is not None
    return found.get_text().replace(NB, " ")


# Between the last look and the report lie a few seconds, of which nothing is known.
@pytest.mark.parametrize(
    ("options", "says"),
    [
        ([], "Last 30 days: the videos played at least 66.6% and at most 100% of the time."),
        (["--window", "10d"], "Last 10 days: the videos played at least 99.9% and at most 100% of the time."),
        (["--window", "1y"], "Last 365 days: the videos played at least 5.4% and at most 100% of the time."),
    ],
)
def test_the_window_can_be_chosen(office: Path, options: list[str], says: str) -> None:
    assert run(app, ["report", *options]) == OK
    assert said(office) == says


def test_the_window_can_be_set(office: Path) -> None:
    (office / "hexaglot.toml").write_text('window = "40d"\n', "utf-8")
    assert run(app, ["report"]) == OK
    assert said(office) == "Last 40 days: the videos played at least 50% and at most 100% of the time."
    assert run(app, ["report", "--window", "8w"]) == OK
    assert said(office).startswith("Last 56 days:")
    assert run(app, ["report", "--window", "24h"]) == OK
    assert said(office).startswith("Last 24 hours:")


@pytest.mark.parametrize("word", ["nonsense", "0d", "-3d", "11y", ""])
def test_a_window_that_cannot_be_is_refused_and_nothing_is_written(
    office: Path, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    assert run(app, ["report", "--window", word]) == USAGE
    error = capsys.readouterr().err
    assert "--window" in error
    assert f"“{word}”: " in error
    assert "write " in error
    assert not (office / "public").exists()


def test_the_schedule_tells_the_window_that_is_set(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.settings = world.settings.model_copy(update={"window": timedelta(days=4)})
    world.days(3, world.runner())
    # Looks on the first three mornings: two of four days are known when the third one is over.
    assert said(tmp_path) == "Last 4 days: the videos played at least 50% and at most 100% of the time."

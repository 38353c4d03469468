"""This file tests the demo: it ends well without any network, and shows every state that the product knows."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from checker import Expected
from checker.drive import hold
from checker.lanes import Manner, Manners
from checker.providers import CONTROLS, Given, provider_of, recognise
from demo.near import NearWeb
from demo.stage import Stage
from hexaglot.trials import controls_of
from rehearsal import START
from replica.oembed_sites import FACEBOOK, OembedHouse, X

SUPPORT = Path(__file__).parents[1] / "support"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The demo's folder, and what it said."""
    folder = tmp_path_factory.mktemp("demo")
    surroundings = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    done = subprocess.run(
        [sys.executable, "-m", "demo", str(folder)],
        env={**surroundings, "PYTHONPATH": str(SUPPORT)},
        capture_output=True,
        timeout=250,
        check=True,
    )
    return folder, done.stdout.decode()


@pytest.mark.slow
def test_it_shows_every_state_and_says_where_to_look(demo: tuple[Path, str]) -> None:
    folder, said = demo
    for words in ("✓ en    available", "restricted (embedding)", "restricted (region)", "restricted (domain)"):
        assert words in said
    for words in ("restricted (password)", "restricted (login)", "private", "removed", "not yet", "invalid"):
        assert words in said
    assert "rate limited" in said
    assert "unknown" in said
    assert f"The report is {folder}/public/index.html" in said
    assert "SUSPECT" not in said


@pytest.mark.slow
def test_it_has_a_year_of_history_with_one_suspect_sweep(demo: tuple[Path, str]) -> None:
    folder, _ = demo
    with sqlite3.connect(folder / "data" / "history.sqlite") as database:
        suspects = database.execute("SELECT count(*) FROM sweeps WHERE instrument = 'suspect'").fetchone()
        first, last = database.execute("SELECT min(started), max(finished) FROM sweeps").fetchone()
        spans = database.execute("SELECT count(*) FROM spans").fetchone()[0]
        facts = json.loads(database.execute("SELECT json_group_array(title) FROM facts").fetchone()[0])
    database.close()
    assert suspects == (1,)
    assert int(last[:4]) - int(first[:4]) == 1 or last[:4] == first[:4]
    assert 50 < spans < 500
    assert any("сообщ" in title or "Всемирный" in title for title in facts if title)


@pytest.mark.slow
def test_its_site_speaks_six_languages_and_shows_findings_history_and_the_suspect_sweep(
    demo: tuple[Path, str],
) -> None:
    folder, _ = demo
    for language, direction in {"en": "ltr", "fr": "ltr", "es": "ltr", "ar": "rtl", "zh": "ltr", "ru": "ltr"}.items():
        page = BeautifulSoup((folder / "public" / language / "index.html").read_text("utf-8"), "lxml")
        assert page.html is not None
        assert (page.html["lang"], page.html["dir"]) == (language, direction)
        assert len(page.select(".suspects li li")) == 1
        assert len(page.select("article.version")) == 50
        assert page.select(".history svg")


def test_the_simulated_sites_know_the_controls_that_the_product_comes_with() -> None:
    stage = Stage(START.date())
    web = NearWeb((*stage.sites, OembedHouse(FACEBOOK), OembedHouse(X)))
    found = {}
    for site, controls in controls_of({}).items():
        for control in controls:
            ref = recognise(control.url)
            assert ref is not None
            talk = provider_of(ref).inspect((ref,), Given())
            (held,) = hold([talk], web, Manners(Manner(rate=1_000)))
            state = held.verdicts[ref].state
            found[site, control.expected] = (
                state == "available" if control.expected is Expected.AVAILABLE else state.broken
            )
    assert found == {(site, expected): True for site in CONTROLS for expected in Expected}

"""This file holds docs/proof.md against the tests that there are."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from proof.checks import CHECKS
from proof.sheet import sheet

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"\| (\d+) \| (.+?) \| (.*?) ?\| (.*?) ?\| (.+?) \|")


def rows(text: str) -> dict[int, tuple[str, str, str]]:
    """Check number -> its words, its tests, its browsers."""
    return {int(found[1]): (found[2], found[3], found[4]) for found in ROW.finditer(text)}


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sheet of the marked tests as they stand, none of them run."""
    path = tmp_path_factory.mktemp("sheet") / "proof.md"
    files = [str(file) for file in (ROOT / "tests").rglob("test_*.py") if "mark.proof(" in file.read_text("utf-8")]
    command = [sys.executable, "-m", "pytest", "-q", "--collect-only", "-m", "proof", "--proof-sheet", str(path)]
    subprocess.run([*command, *files], cwd=ROOT, capture_output=True, check=True)
    return path.read_text("utf-8")


def test_the_sheet_lists_the_tests_that_there_are(gathered: str) -> None:
    assert rows((ROOT / "docs" / "proof.md").read_text("utf-8")) == rows(gathered)


def test_each_check_is_proved(gathered: str) -> None:
    proved = {number for number, (_, tests, _) in rows(gathered).items() if tests}
    assert len(CHECKS) == 54
    assert proved == set(range(1, 55))


def test_the_sheet_says_what_failed() -> None:
    runs = [("titles: a", "Firefox", "failed"), ("titles: a", "Chromium", "passed"), ("b", "no browser", "passed")]
    text = sheet({2: runs}, {"Chromium": "156"})
    assert f"| 2 | {CHECKS[1]} | b<br>titles: a | Chromium, Firefox | 1 failed, 2 passed |\n" in text
    assert f"| 1 | {CHECKS[0]} | | | nothing proves it |\n" in text
    assert "- Chromium 156\n" in text

"""This file tests, in processes of their own, what a command loads before it begins, and what a shell completes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SLOW = frozenset(
    "apscheduler bs4 flask jinja2 lxml py3langid requests rich.progress sqlalchemy urllib3 waitress".split()
)
CATALOGUE = "version: 1\nmessages:\n  one:\n    videos:\n      en: https://youtu.be/OGSyYP5v6PM\n"


def program(text: str, folder: Path, **environment: str) -> str:
    """What a program prints at last."""
    here = {name: value for name, value in os.environ.items() if not name.startswith(("HEXAGLOT_", "COV_"))}
    done = subprocess.run(
        [sys.executable, "-c", text], cwd=folder, env=here | environment, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], ["list"], ["list", "--language", "en", "--format", "json"], ["list", "--help"]]
)
def test_nothing_slow_is_loaded_that_is_not_needed(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "videos.yaml").write_text(CATALOGUE, "utf-8")
    text = (
        "import sys\nfrom hexaglot.cli import app\nfrom hexaglot.exits import run\n"
        f"code = run(app, {words!r})\nprint()\nprint(code, *sys.modules)"
    )
    for _ in range(2):  # the second `list` answers from its copy
        code, *loaded = program(text, tmp_path).splitlines()[-1].split()
        assert code == "0"
        assert SLOW.intersection(loaded) == set()


@pytest.mark.parametrize(
    ("words", "place", "offered"),
    [
        ("hexaglot ", 1, {"list", "check", "import"}),
        ("hexaglot re", 1, {"remove", "report"}),
        ("hexaglot check --f", 2, {"--format", "--fail-on"}),
    ],
)
def test_a_shell_completes_commands_and_their_options(
    words: str, place: int, offered: set[str], tmp_path: Path
) -> None:
    told = program(
        "import sys; from hexaglot.cli import main; sys.argv = ['hexaglot']; main()",
        tmp_path,
        _HEXAGLOT_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(place),
    )
    assert offered <= set(told.split())

"""This file proves the rules that keep the house in order: the floors, core and shell, one door a library."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from configparser import ConfigParser
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("catalogue", "checker", "reports", "hexaglot")
LONGEST = 250


def modules() -> dict[str, Path]:
    found = {}
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            name = ".".join(file.relative_to(ROOT).with_suffix("").parts)
            found[name.removesuffix(".__init__")] = file
    return found


def contract(option: str) -> set[str]:
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    return set(config["importlinter:contract:core"][option].split())


MODULES = modules()


def test_every_file_is_either_core_or_shell() -> None:
    core, shell = contract("source_modules"), {name for name in contract("forbidden_modules") if name in MODULES}
    assert core & shell == set()
    assert core | shell == set(MODULES) - {"hexaglot"}


@pytest.mark.parametrize("name", MODULES)
def test_every_files_first_line_says_what_it_is(name: str) -> None:
    docstring = ast.get_docstring(ast.parse(MODULES[name].read_text("utf-8"))) or ""
    assert docstring.startswith(("This file is ", "This folder is ", "This folder holds ", "This room is "))


@pytest.mark.parametrize("name", MODULES)
def test_no_file_is_too_long_to_be_one_idea(name: str) -> None:
    assert len(MODULES[name].read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_is_imported_from_this_checkout(room: str) -> None:
    """The rooms' names are also names on the package index; ours must be the ones that are met."""
    found = import_module(room).__file__
    assert found is not None
    assert Path(found) == ROOT / room / "__init__.py"


PLANTED = [
    ("catalogue/model.py", "import checker.verdict\n", "The desk stands on the reports"),
    ("checker/verdict.py", "import catalogue.model\n", "The desk stands on the reports"),
    ("checker/sweep.py", "import reports.titles\n", "The desk stands on the reports"),
    ("reports/titles.py", "import hexaglot.settings\n", "The desk stands on the reports"),
    ("checker/belief.py", "import checker.fetch\n", "Core takes values"),
    ("checker/providers/youtube.py", "import time\n", "Core takes values"),
    ("catalogue/labels.py", "import catalogue.store\n", "Core takes values"),
    ("reports/formats/json.py", "import socket\n", "Core takes values"),
    ("hexaglot/tasks.py", "import requests\n", "requests has its door"),
    ("checker/drive.py", "import sqlalchemy\n", "sqlalchemy has its door"),
    ("catalogue/store.py", "import yaml\n", "yaml has its door"),
    ("catalogue/documents.py", "import mammoth\n", "mammoth has its door"),
    ("reports/filters/wordpress.py", "import nh3\n", "nh3 has its door"),
    ("hexaglot/web/shelf.py", "import werkzeug\n", "flask has its door"),
    ("hexaglot/service.py", "import waitress\n", "waitress has its door"),
    ("catalogue/pdf/lines.py", "import pdfminer.layout\n", "pdfminer has its door"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "setup.cfg", folder)
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = (
        "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports; "
        "sys.exit(lint_imports(no_cache=True))"
    )
    return subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)


def test_the_contracts_hold_as_they_stand(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(("file", "line", "broken"), PLANTED, ids=[f"{file}: {line}" for file, line, _ in PLANTED])
def test_a_forbidden_import_breaks_its_contract(copy: Path, file: str, line: str, broken: str) -> None:
    path = copy / file
    text = path.read_text("utf-8")
    path.write_text(text + "\n" + line, "utf-8")
    try:
        done = lint(copy)
    finally:
        path.write_text(text, "utf-8")
    assert done.returncode == 1, done.stdout + done.stderr
    told = " ".join(done.stdout.split())
    assert "BROKEN" in told[told.index(broken) :][:200]


def test_nothing_names_a_registry_or_a_download_address() -> None:
    listed = subprocess.run(["/usr/bin/git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    hosts = ("pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian.org")
    guilty = [
        name
        for name in listed.stdout.splitlines()
        if (ROOT / name).is_file() and name != "tests/test_structure.py"
        for text in ((ROOT / name).read_bytes().decode("utf-8", "replace"),)
        if any(host in text for host in hosts)
    ]
    assert guilty == []


def test_the_table_of_directions_is_what_cldr_says() -> None:
    done = subprocess.run(
        [sys.executable, "tools/directions.py", "node_modules/cldr-core"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == (ROOT / "catalogue" / "directions.py").read_text("utf-8")

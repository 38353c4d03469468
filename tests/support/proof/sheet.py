"""This file is the pytest plugin that gathers what the marked tests proved into one sheet: `--proof-sheet PATH`.

With `--collect-only` it says which tests there are, and runs none.
"""

from __future__ import annotations

import datetime as dt
import json
import platform
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from proof.browser import CHROMIUM
from proof.checks import CHECKS
from proof.firefox import FIREFOX
from proof.npm import tool

_NO_BROWSER = "no browser"
_PROOF = "proof"
_HEAD = "| | check | proved by | in | result |\n|---|---|---|---|---|\n"

Proofs = dict[int, list[tuple[str, str, str]]]
"""Check number -> test, browser, outcome, of each run of each test."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one option."""
    parser.addoption("--proof-sheet", metavar="PATH", help="write what the marked tests proved into this file")


def pytest_configure(config: pytest.Config) -> None:
    """Only the process that was started by a person gathers; workers send it their reports."""
    path = config.getoption("--proof-sheet")
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Gatherer(Path(path)), "proof-gatherer")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a test proves travels with its report."""
    for item in items:
        for mark in item.iter_markers(_PROOF):
            item.user_properties.append((_PROOF, json.dumps([mark.args[0], _sentence(item), _browser(item)])))


class _Gatherer:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._proofs: Proofs = defaultdict(list)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if session.config.option.collectonly:
            for item in session.items:
                self._note(item.user_properties, "not run")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.outcome != "passed":
            self._note(report.user_properties, report.outcome)

    def pytest_sessionfinish(self) -> None:
        versions = {} if self._is_only_a_list() else _versions()
        self._path.write_text(sheet(self._proofs, versions), "utf-8")

    def _note(self, properties: Iterable[tuple[str, object]], outcome: str) -> None:
        for name, value in properties:
            if name == _PROOF:
                number, test, browser = json.loads(str(value))
                self._proofs[number].append((test, browser, outcome))

    def _is_only_a_list(self) -> bool:
        return all(outcome == "not run" for runs in self._proofs.values() for _, _, outcome in runs)


def sheet(proofs: Proofs, versions: Mapping[str, str]) -> str:
    """The sheet in Markdown: what was proved with which versions, and a row for each check."""
    rows = "".join(_row(number, words, proofs.get(number, [])) for number, words in enumerate(CHECKS, 1))
    used = "".join(f"- {name} {version}\n" for name, version in versions.items())
    return (
        "# What is proved of the snippets\n\n"
        "Made by `make proof`; do not edit. Each check is one of those that SNIPPETS, section 6, asks for.\n\n"
        f"{used}\n{_HEAD}{rows}"
    )


def _row(number: int, words: str, runs: list[tuple[str, str, str]]) -> str:
    if not runs:
        return f"| {number} | {words} | | | nothing proves it |\n"
    tests = "<br>".join(sorted({test for test, _, _ in runs}))
    browsers = ", ".join(sorted({browser for _, browser, _ in runs} - {_NO_BROWSER})) or _NO_BROWSER
    outcomes = [outcome for _, _, outcome in runs]
    counts = ", ".join(f"{outcomes.count(one)} {one}" for one in sorted(set(outcomes)))
    return f"| {number} | {words} | {tests} | {browsers} | {counts} |\n"


def _sentence(item: pytest.Item) -> str:
    name = getattr(item, "originalname", item.name)
    return f"{item.path.stem.removeprefix('test_')}: {name.removeprefix('test_').replace('_', ' ')}"


def _browser(item: pytest.Item) -> str:
    params: Mapping[str, object] = item.callspec.params if hasattr(item, "callspec") else {}
    fixtures: Iterable[str] = getattr(item, "fixturenames", ())
    return str(params["engine"]) if "engine" in params else "Chromium" if "browser" in fixtures else _NO_BROWSER


def _versions() -> dict[str, str]:
    def said(*command: str) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def package(name: str) -> str:
        return str(json.loads(tool(f"{name}/package.json").read_text("utf-8"))["version"])

    return {
        "made on": f"{dt.datetime.now(dt.UTC):%Y-%m-%d} (UTC)",
        "Chromium": said(CHROMIUM, "--version").removeprefix("Chromium ").partition(" ")[0],
        "Firefox": said(FIREFOX, "--version").removeprefix("Mozilla Firefox "),
        "Nu HTML checker": package("vnu-jar"),
        "axe-core": package("axe-core"),
        "Python": platform.python_version(),
    }

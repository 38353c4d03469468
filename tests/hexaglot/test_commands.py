"""This file tests that every command can be understood without reading code."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
import typer.main

from catalogue.review import Finding, Level
from checker import State, Sweep, Verdict
from hexaglot import commands
from hexaglot.cli import app
from hexaglot.commands import SUMMARIES
from hexaglot.exits import _NOT_OUR_FAULT, INTERRUPTED, MEND, OK, UNSURE, USAGE, expected, run
from hexaglot.failing import FailOn, of_check
from hexaglot.group import Commands, loaded
from rehearsal import START
from reports.checked import Checked, Result

ROOT = Path(__file__).parents[2]
GROUP = typer.main.get_command(app)
assert isinstance(GROUP, Commands)
COMMANDS = sorted(GROUP.commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, [name, "--help"]) == OK
    assert len(capsys.readouterr().out) > 200
    command = loaded(name)
    assert command.help
    assert all(getattr(option, "help", "") for option in command.params)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_or_the_changelog(name: str) -> None:
    told = (ROOT / "README.md").read_text("utf-8") + (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"`{name}`" in told or f"hexaglot {name}" in told


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_summary_is_the_beginning_of_its_own_help(name: str) -> None:
    told = " ".join((loaded(name).help or "").split())
    assert told.startswith(SUMMARIES[name])
    assert told.split("\n\n", maxsplit=1)[0]


def test_every_file_of_a_command_is_a_command() -> None:
    files = {module.name for module in iter_modules(commands.__path__)}
    assert files == {loaded(name).callback.__module__.rpartition(".")[2] for name in COMMANDS}


def test_the_help_lists_every_command_with_its_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["--help"]) == OK
    told = " ".join(capsys.readouterr().out.replace("│", " ").split())
    for name, summary in SUMMARIES.items():
        assert f"{name} {summary}" in told


def test_a_command_that_is_nearly_one_is_offered(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["lsit"]) == USAGE
    assert "Did you mean 'list'?" in capsys.readouterr().err


@pytest.mark.parametrize(("module", "name"), sorted(_NOT_OUR_FAULT.items()))
def test_what_is_not_our_fault_is_known_by_its_right_name(module: str, name: str) -> None:
    assert getattr(import_module(module), name) in expected()


def test_the_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["--version"]) == OK
    assert capsys.readouterr().out == "hexaglot 0.1.0\n"


def found(*levels: Level) -> Checked:
    """A link that plays, with editorial findings."""
    (result,) = checked(State.AVAILABLE).results
    findings = tuple(Finding("r", level, None, "It is so.", (), "Mend it.") for level in levels)
    return replace(checked(), results=(replace(result, findings=findings),))


def checked(*states: State, known_bad: bool = False, complete: bool = True) -> Checked:
    results = tuple(
        Result(
            "m", "en", "u", None, None, Verdict(state, ""), START, confirmed=False, known_bad=known_bad or state.broken
        )
        for state in states
    )
    return Checked(Sweep("s", START, START, len(states), 0, 0, complete=complete), results)


@pytest.mark.parametrize(
    ("value", "fail_on", "code"),
    [
        (checked(), FailOn.BROKEN, OK),
        (checked(State.AVAILABLE), FailOn.WARNING, OK),
        (checked(State.AVAILABLE, State.RESTRICTED), FailOn.BROKEN, OK),
        (checked(State.AVAILABLE, State.RESTRICTED), FailOn.WARNING, MEND),
        (checked(State.NOT_YET), FailOn.WARNING, MEND),
        (checked(State.PRIVATE, State.UNKNOWN), FailOn.BROKEN, MEND),
        (checked(State.REMOVED), FailOn.NEVER, OK),
        (checked(State.UNKNOWN), FailOn.NEVER, OK),
        (checked(State.UNREACHABLE, State.AVAILABLE), FailOn.BROKEN, UNSURE),
        (checked(State.UNREACHABLE, known_bad=True), FailOn.BROKEN, MEND),
        (checked(State.RATE_LIMITED, State.RESTRICTED), FailOn.WARNING, MEND),
        (checked(State.REMOVED, complete=False), FailOn.BROKEN, INTERRUPTED),
        (found(Level.NOTICE), FailOn.WARNING, OK),
        (found(Level.NOTICE, Level.WARNING), FailOn.BROKEN, OK),
        (found(Level.NOTICE, Level.WARNING), FailOn.WARNING, MEND),
        (found(Level.ERROR), FailOn.BROKEN, MEND),
        (found(Level.ERROR), FailOn.WARNING, MEND),
        (found(Level.ERROR), FailOn.NEVER, OK),
    ],
)
def test_the_exit_code_of_a_check(value: Checked, fail_on: FailOn, code: int) -> None:
    assert of_check(value, fail_on) == code

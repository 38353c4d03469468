"""This file is how a command ends: an exit code, and at most one sentence of what went wrong."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from enum import StrEnum

import typer
from typer.exceptions import Abort, Exit, TyperException

from catalogue import CatalogueError
from catalogue.review import Level
from checker.ledger import LedgerError
from hexaglot.desk import VERSION
from hexaglot.settings import SettingsError
from reports.checked import Checked
from reports.embeds import SnippetError
from reports.terminal import printable
from reports.writing import WriteError

OK, MEND, USAGE, UNSURE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 70, 130
"""Exit codes, as CONTRACT names them."""

EXPECTED = (CatalogueError, LedgerError, SettingsError, WriteError, SnippetError)
"""What is not our fault: said in a sentence, exit code 2."""


class FailOn(StrEnum):
    """When `check` ends with exit code 1."""

    BROKEN = "broken"
    WARNING = "warning"
    NEVER = "never"


def of_check(checked: Checked, fail_on: FailOn) -> int:
    """What CONTRACT says of these results."""
    if not checked.sweep.complete:
        return INTERRUPTED
    if fail_on is not FailOn.NEVER and (checked.broken or checked.finds(Level.ERROR)):
        return MEND
    if fail_on is FailOn.WARNING and (checked.doubtful or checked.finds(Level.WARNING)):
        return MEND
    return UNSURE if checked.unjudged and fail_on is not FailOn.NEVER else OK


def run(app: typer.Typer, words: list[str]) -> int:
    """Carry out a command line; returns the exit code."""
    verbose = _is_verbose(words)
    try:
        result = app(words, standalone_mode=False)
    except Exit as end:
        return end.exit_code
    except TyperException as error:
        error.show()  # type: ignore[attr-defined] # every error of the command line has it; its base class hides it
        return USAGE
    except (KeyboardInterrupt, Abort):
        sys.stderr.write("hexaglot: interrupted\n")
        return INTERRUPTED
    except BrokenPipeError:
        leave_output()
        return OK
    except EXPECTED as error:
        sys.stderr.write(f"hexaglot: {printable(str(error))}\n" if not verbose else traceback.format_exc())
        return USAGE
    except Exception:  # noqa: BLE001 - the one place where our own faults end: a report instead of a traceback
        return _our_fault(verbose=verbose)
    return result if isinstance(result, int) else OK


def leave_output() -> None:
    """Let go of a standard output that takes no more; Python would complain about it again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _our_fault(*, verbose: bool) -> int:
    report_ = traceback.format_exc()
    with tempfile.NamedTemporaryFile("w", prefix="hexaglot-crash-", suffix=".txt", delete=False) as file:
        file.write(f"hexaglot {VERSION}, Python {sys.version}\n{report_}")
    if verbose:
        sys.stderr.write(report_)
    sys.stderr.write(f"hexaglot: a fault of Hexaglot itself; please send its keepers the report {file.name}\n")
    return OUR_FAULT


def _is_verbose(words: list[str]) -> bool:
    """Was a traceback asked for? Asked before the words are understood, because understanding may be what fails."""
    if os.environ.get("HEXAGLOT_VERBOSE", "").lower() in {"1", "true", "yes", "on"}:
        return True
    start = words[: words.index("--")] if "--" in words else words
    return any(word == "--verbose" or (word[:1] == "-" and word[:2] != "--" and "v" in word) for word in start)

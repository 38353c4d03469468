"""This file is how a command ends: an exit code, and at most one sentence of what went wrong."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback

import typer
from typer.exceptions import Abort, Exit, TyperException

from hexaglot.printing import leave_output
from hexaglot.version import VERSION
from reports.terminal import printable

OK, MEND, USAGE, UNSURE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 70, 130
"""Exit codes, as CONTRACT names them."""

_NOT_OUR_FAULT = {
    "catalogue.errors": "CatalogueError",
    "checker.ledger": "LedgerError",
    "hexaglot.settings": "SettingsError",
    "reports.embeds._errors": "SnippetError",
    "reports.writing": "WriteError",
}
"""Named, not imported: what raises one of them has loaded it already, and `list` should not load the ledger for it."""


def expected() -> tuple[type[Exception], ...]:
    """What is not our fault, as far as it can happen: said in a sentence, exit code 2."""
    kinds = (getattr(sys.modules.get(module), name, None) for module, name in _NOT_OUR_FAULT.items())
    return tuple(kind for kind in kinds if kind is not None)


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
    except expected() as error:
        sys.stderr.write(f"hexaglot: {printable(str(error))}\n" if not verbose else traceback.format_exc())
        return USAGE
    except Exception:  # noqa: BLE001 - the one place where our own faults end: a report instead of a traceback
        return _our_fault(verbose=verbose)
    return result if isinstance(result, int) else OK


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

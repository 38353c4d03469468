"""This file is the command `coverage`: what is there in which language, and does it play."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from hexaglot import tasks
from hexaglot.desk import Desk
from hexaglot.options import one_of
from hexaglot.printing import print_result
from reports.matrices import MATRICES
from reports.writing import write_whole

Format = Annotated[
    str, typer.Option("--format", envvar="HEXAGLOT_COVERAGE_FORMAT", help=f"{', '.join(sorted(MATRICES))}")
]
Output = Annotated[Path | None, typer.Option(envvar="HEXAGLOT_COVERAGE_OUTPUT", help="Write the matrix to this file.")]


def coverage(context: typer.Context, format_: Format = "table", output: Output = None) -> None:
    """Show which message is there in which language, and whether it is known to play.

    Each cell says missing, unchecked, available, restricted or broken; lines and columns have their sums in per cent.
    """
    desk = Desk.of(context.obj)
    one_of("--format", format_, tuple(sorted(MATRICES)))
    text = MATRICES[format_].render(tasks.covered(desk.settings, desk.ledger(), at=datetime.now(UTC)))
    if output is None:
        print_result(text)
    else:
        write_whole(output, text)
        desk.say(f"hexaglot: the matrix is in {output}")


COMMAND = coverage

"""This file is the command `check`: whether each video plays."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hexaglot import tasks
from hexaglot.desk import Desk
from hexaglot.failing import FailOn, of_check
from hexaglot.options import one_of
from hexaglot.printing import print_result
from reports.formats import FORMATS
from reports.writing import write_whole

Targets = Annotated[
    list[str] | None, typer.Argument(metavar="TARGET", help="SLUG, SLUG/LANG or an address; none means all.")
]
Format = Annotated[
    str, typer.Option("--format", envvar="HEXAGLOT_CHECK_FORMAT", help=f"{' or '.join(sorted(FORMATS))}")
]
Output = Annotated[Path | None, typer.Option(envvar="HEXAGLOT_CHECK_OUTPUT", help="Write the results to this file.")]
Due = Annotated[bool, typer.Option("--due", envvar="HEXAGLOT_CHECK_DUE", help="Only links that are due for a look.")]
Failing = Annotated[FailOn, typer.Option(envvar="HEXAGLOT_CHECK_FAIL_ON", help="What makes the exit code 1.")]


def check(
    context: typer.Context,
    targets: Targets = None,
    format_: Format = "text",
    output: Output = None,
    due: Due = False,
    fail_on: Failing = FailOn.BROKEN,
) -> None:
    """Find out whether each video really plays, with the evidence.

    Exit code 0: all is well; 1: a link is broken; 3: none is known to be broken, but some could not be judged.
    """
    desk = Desk.of(context.obj)
    one_of("--format", format_, tuple(sorted(FORMATS)))
    with desk.instruments(desk.ledger_if_possible()) as instruments, desk.progress() as progress:
        checked = tasks.check(
            desk.settings, targets or (), instruments, only_due=due, progress=progress, forgotten=desk.forgotten
        )
    text = FORMATS[format_].render(checked)
    if output is None:
        print_result(text)
    else:
        write_whole(output, text)
        desk.say(f"hexaglot: the results are in {output}")
    raise typer.Exit(of_check(checked, fail_on))


COMMAND = check

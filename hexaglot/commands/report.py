"""This file is the command `report`: the site written."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from hexaglot import tasks
from hexaglot.desk import Desk
from hexaglot.glance import site_sentence
from hexaglot.length import length
from hexaglot.printing import print_result
from hexaglot.version import VERSION


def _length(text: str) -> timedelta:
    try:
        return length(text)
    except ValueError as error:
        raise typer.BadParameter(f"“{text}”: {error}") from error


Output = Annotated[
    Path | None, typer.Option(envvar="HEXAGLOT_REPORT_OUTPUT", help="The folder to write.  [default: public]")
]
Window = Annotated[
    timedelta | None,
    typer.Option(
        parser=_length,
        metavar="LENGTH",
        envvar="HEXAGLOT_REPORT_WINDOW",
        help="Over how long availability is told, up to now: 12h, 30d, 8w, 1y.  [default: 30d]",
    ),
]


def report(context: typer.Context, output: Output = None, window: Window = None) -> None:
    """Write the site: availability, history, evidence and snippets to copy, a page in each language."""
    desk = Desk.of(context.obj)
    wishes = {"output": output, "window": window}
    settings = desk.settings.model_copy(update={name: wish for name, wish in wishes.items() if wish is not None})
    with desk.instruments(desk.ledger()) as instruments:
        files, state = tasks.publish(settings, instruments, version=VERSION)
    print_result(site_sentence(files[0], state))


COMMAND = report

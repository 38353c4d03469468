"""This file is the command `schedule`: what is due, looked at for ever."""

from __future__ import annotations

import typer

from hexaglot.desk import Desk
from hexaglot.service import run_schedule


def schedule(context: typer.Context) -> None:
    """Run for ever: look at what is due, remember, rewrite the site. Ends cleanly on SIGTERM.

    A restart loses nothing, a missed night is caught up, and of two schedulers on one ledger only one works.
    """
    raise typer.Exit(run_schedule(Desk.of(context.obj)))


COMMAND = schedule

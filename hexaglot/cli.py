"""This file is the command line: the global options, and the commands that come after them."""

from __future__ import annotations

import gc
import sys

import typer

from hexaglot import options as opt
from hexaglot.exits import run
from hexaglot.group import Commands

app = typer.Typer(
    name="hexaglot",
    cls=Commands,
    help="Every message, in every language, always playable.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def start(
    context: typer.Context,
    catalogue: opt.CatalogueFile = None,
    config: opt.ConfigFile = None,
    ledger: opt.LedgerUrl = None,
    contact: opt.Contact = None,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
    version: opt.ShowVersion = False,  # noqa: ARG001 - its callback answers
) -> None:
    """Keep video messages in all their languages in one file, check that they play, and embed them right."""
    from hexaglot.start import Start, settings_here  # noqa: PLC0415 - --version and completion need no settings

    settings = settings_here(config, {"catalogue": catalogue, "ledger": ledger, "contact": contact})
    context.obj = Start(settings, quiet, verbose)


def main() -> None:
    """The command `hexaglot`."""
    # What is loaded stays to the end: looking through it for garbage every 700 objects is a tenth of a short command.
    gc.set_threshold(100_000)
    sys.exit(run(app, sys.argv[1:]))

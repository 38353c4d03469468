"""This file is the command line: the global options, and the commands that come after them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from hexaglot import options as opt
from hexaglot.exits import run
from hexaglot.group import Commands
from hexaglot.settings import SettingsError, read_settings
from hexaglot.start import Start

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
    path = config or Path("hexaglot.toml")
    try:
        text = path.read_text("utf-8") if config is not None or path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path}: the settings cannot be read ({error}); give another file with --config"
        ) from error
    options = {"catalogue": catalogue, "ledger": ledger, "contact": contact}
    settings = read_settings(text, _set_by_environment(), options, where=str(path))
    context.obj = Start(settings, quiet, verbose)


def main() -> None:
    """The command `hexaglot`."""
    sys.exit(run(app, sys.argv[1:]))


def _set_by_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("HEXAGLOT_")}

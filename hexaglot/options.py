"""This file is the global options: their names, environment variables, and help. A command's own stand beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hexaglot.version import VERSION


def one_of(option: str, word: str, words: tuple[str, ...]) -> None:
    """Raise BadParameter where an option is none of the words it can be."""
    if word not in words:
        raise typer.BadParameter(f"{option} is “{word}”; it can be: {', '.join(words)}")


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        typer.echo(f"hexaglot {VERSION}")
        raise typer.Exit


CatalogueFile = Annotated[
    Path | None, typer.Option(envvar="HEXAGLOT_CATALOGUE", help="The catalogue file.  [default: data/videos.yaml]")
]
ConfigFile = Annotated[
    Path | None, typer.Option(envvar="HEXAGLOT_CONFIG", help="Settings.  [default: hexaglot.toml, if it is there]")
]
LedgerUrl = Annotated[
    str | None,
    typer.Option(
        envvar="HEXAGLOT_LEDGER",
        show_envvar=True,
        help="Database URL of the history.  [default: sqlite:///data/history.sqlite]",
    ),
]
Contact = Annotated[
    str | None, typer.Option(envvar="HEXAGLOT_CONTACT", help="Your address or site, shown to the sites that are asked.")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", envvar="HEXAGLOT_QUIET", help="Only results, no remarks, no progress.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", envvar="HEXAGLOT_VERBOSE", help="Tracebacks where something fails.")
]
ShowVersion = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
]

"""This file is the options and arguments of the commands: their names, environment variables, and help."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from hexaglot.desk import VERSION
from hexaglot.exits import FailOn
from hexaglot.length import length
from reports.formats import FORMATS


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        typer.echo(f"hexaglot {VERSION}")
        raise typer.Exit


def _length(text: str) -> timedelta:
    try:
        return length(text)
    except ValueError as error:
        raise typer.BadParameter(f"“{text}”: {error}") from error


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

ImportSource = Annotated[
    str, typer.Argument(metavar="SOURCE", help="A letter: a .txt, .md or .html file, or - for standard input.")
]
ImportMessage = Annotated[
    str | None,
    typer.Option(envvar="HEXAGLOT_IMPORT_MESSAGE", help="The message's slug.  [default: proposed from the letter]"),
]
ImportTitle = Annotated[
    str | None, typer.Option(envvar="HEXAGLOT_IMPORT_TITLE", help="The message's title.  [default: the letter's own]")
]
ImportOn = Annotated[
    datetime | None,
    typer.Option(
        "--date", envvar="HEXAGLOT_IMPORT_DATE", formats=["%Y-%m-%d"], help="The day that the message is for."
    ),
]
ImportDryRun = Annotated[
    bool, typer.Option("--dry-run", envvar="HEXAGLOT_IMPORT_DRY_RUN", help="Show what would be done; write nothing.")
]
ImportFormat = Annotated[str, typer.Option("--format", envvar="HEXAGLOT_IMPORT_FORMAT", help="text or json")]

AddSlug = Annotated[str, typer.Argument(metavar="SLUG", help="The message; a new one is begun.")]
AddLanguage = Annotated[str, typer.Argument(metavar="LANG", help="The language, for example ar.")]
AddUrl = Annotated[str, typer.Argument(metavar="URL", help="The video's address.")]
AddTitle = Annotated[str | None, typer.Option(envvar="HEXAGLOT_ADD_TITLE", help="The video's title in that language.")]
AddReplace = Annotated[
    bool, typer.Option("--replace", envvar="HEXAGLOT_ADD_REPLACE", help="Put it in the place of the one that is there.")
]
AddForce = Annotated[
    bool, typer.Option("--force", envvar="HEXAGLOT_ADD_FORCE", help="Even if the video stands elsewhere already.")
]

RemoveSlug = Annotated[str, typer.Argument(metavar="SLUG", help="The message.")]
RemoveLanguage = Annotated[str, typer.Argument(metavar="LANG", help="The language.")]

CheckTargets = Annotated[
    list[str] | None, typer.Argument(metavar="TARGET", help="SLUG, SLUG/LANG or an address; none means all.")
]
CheckFormat = Annotated[
    str, typer.Option("--format", envvar="HEXAGLOT_CHECK_FORMAT", help=f"{' or '.join(sorted(FORMATS))}")
]
CheckOutput = Annotated[
    Path | None, typer.Option(envvar="HEXAGLOT_CHECK_OUTPUT", help="Write the results to this file.")
]
CheckDue = Annotated[
    bool, typer.Option("--due", envvar="HEXAGLOT_CHECK_DUE", help="Only links that are due for a look.")
]
CheckFailOn = Annotated[FailOn, typer.Option(envvar="HEXAGLOT_CHECK_FAIL_ON", help="What makes the exit code 1.")]

ReportOutput = Annotated[
    Path | None, typer.Option(envvar="HEXAGLOT_REPORT_OUTPUT", help="The folder to write.  [default: public]")
]

ReportWindow = Annotated[
    timedelta | None,
    typer.Option(
        parser=_length,
        metavar="LENGTH",
        envvar="HEXAGLOT_REPORT_WINDOW",
        help="Over how long availability is told, up to now: 12h, 30d, 8w, 1y.  [default: 30d]",
    ),
]

EmbedSlug = Annotated[str | None, typer.Argument(metavar="SLUG", help="The message.")]
EmbedLanguage = Annotated[str | None, typer.Argument(metavar="LANG", help="The language.")]
EmbedVariant = Annotated[
    str | None, typer.Option(envvar="HEXAGLOT_EMBED_VARIANT", help="Which form; --list shows all.")
]
EmbedList = Annotated[bool, typer.Option("--list", envvar="HEXAGLOT_EMBED_LIST", help="Show the forms there are.")]

ListLanguage = Annotated[str | None, typer.Option(envvar="HEXAGLOT_LIST_LANGUAGE", help="Only this language.")]
ListMessage = Annotated[str | None, typer.Option(envvar="HEXAGLOT_LIST_MESSAGE", help="Only this message.")]
ListFormat = Annotated[str, typer.Option("--format", envvar="HEXAGLOT_LIST_FORMAT", help="table or json")]

"""This file is the command `import`: a letter read into the catalogue."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from typing import Annotated

import typer

from catalogue.source import Ask, Fetched
from hexaglot import letters, words
from hexaglot.asking import asked
from hexaglot.exits import MEND, OK
from hexaglot.options import one_of
from hexaglot.printing import print_result
from hexaglot.start import Start

Source = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
        help="A letter: a .txt, .md, .html, .docx or .pdf file, a web address, or - for standard input.",
    ),
]
Slug = Annotated[
    str | None,
    typer.Option(envvar="HEXAGLOT_IMPORT_MESSAGE", help="The message's slug.  [default: proposed from the letter]"),
]
Title = Annotated[
    str | None, typer.Option(envvar="HEXAGLOT_IMPORT_TITLE", help="The message's title.  [default: the letter's own]")
]
Day = Annotated[
    datetime | None,
    typer.Option(
        "--date", envvar="HEXAGLOT_IMPORT_DATE", formats=["%Y-%m-%d"], help="The day that the message is for."
    ),
]
One = Annotated[
    bool,
    typer.Option(
        "--one-message",
        envvar="HEXAGLOT_IMPORT_ONE_MESSAGE",
        help="The letter is one message, though its headings look like several.",
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", envvar="HEXAGLOT_IMPORT_DRY_RUN", help="Show what would be done; write nothing.")
]
Format = Annotated[str, typer.Option("--format", envvar="HEXAGLOT_IMPORT_FORMAT", help="text or json")]


def import_(
    context: typer.Context,
    source: Source,
    message: Slug = None,
    title: Title = None,
    on: Day = None,
    one: One = False,
    dry_run: DryRun = False,
    format_: Format = "text",
) -> None:
    """Read a letter's links into the catalogue.

    Shows what was added, what was known already, and what is unclear, with line and reason. A letter without
    video links ends with exit code 1, and nothing is written.
    """
    start: Start = context.obj
    one_of("--format", format_, ("text", "json"))
    wishes = letters.Wishes(message, title, None if on is None else on.date(), one)
    today = datetime.now(UTC).date()
    stdin = BytesIO() if sys.stdin is None else sys.stdin.buffer  # who starts us may have closed it
    found = letters.import_letter(
        start.settings, source, stdin, wishes, ask=_from_the_web(start), today=today, dry_run=dry_run
    )
    write = words.import_json if format_ == "json" else words.import_text
    print_result(write(found, str(start.settings.catalogue), dry_run=dry_run))
    raise typer.Exit(OK if found.added or found.known else MEND)


def _from_the_web(start: Start) -> Ask:
    """How a page is got: with the checker's guarded way to the web."""

    def ask(address: str) -> Fetched:
        from hexaglot.desk import Desk  # noqa: PLC0415 - it takes long to load, and files need none

        with Desk.of(start).instruments(None) as instruments:
            return asked(address, instruments.fetch)

    return ask


COMMAND = import_

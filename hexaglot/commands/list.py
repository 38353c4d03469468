"""This file is the command `list`: messages and links shown."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from hexaglot import tasks
from hexaglot.options import one_of
from hexaglot.printing import print_result
from hexaglot.start import Start
from reports.terminal import printable

Tag = Annotated[str | None, typer.Option("--language", envvar="HEXAGLOT_LIST_LANGUAGE", help="Only this language.")]
Slug = Annotated[str | None, typer.Option("--message", envvar="HEXAGLOT_LIST_MESSAGE", help="Only this message.")]
Format = Annotated[str, typer.Option("--format", envvar="HEXAGLOT_LIST_FORMAT", help="table or json")]


def list_links(context: typer.Context, language: Tag = None, message: Slug = None, format_: Format = "table") -> None:
    """Show messages and links."""
    start: Start = context.obj
    one_of("--format", format_, ("table", "json"))
    links = tasks.links(start.settings, message=message, language=language)
    if format_ == "json":
        print_result(json.dumps(links, indent=1) + "\n")
    else:
        rows = (f"{row['message']:<24} {row['language']:<8} {printable(str(row['url']))}\n" for row in links)
        print_result("".join(rows))


COMMAND = list_links

"""This file is the command `list`: messages and links shown."""

from __future__ import annotations

from typing import Annotated

import typer

from hexaglot import listing
from hexaglot.listed import FORMS
from hexaglot.options import one_of
from hexaglot.printing import print_result
from hexaglot.start import Start

Tag = Annotated[str | None, typer.Option("--language", envvar="HEXAGLOT_LIST_LANGUAGE", help="Only this language.")]
Slug = Annotated[str | None, typer.Option("--message", envvar="HEXAGLOT_LIST_MESSAGE", help="Only this message.")]
Format = Annotated[str, typer.Option("--format", envvar="HEXAGLOT_LIST_FORMAT", help="table, json or csv")]


def list_links(context: typer.Context, language: Tag = None, message: Slug = None, format_: Format = "table") -> None:
    """Show messages and links."""
    start: Start = context.obj
    one_of("--format", format_, tuple(FORMS))
    print_result(listing.shown(start.settings, format_, message=message, language=language))


COMMAND = list_links

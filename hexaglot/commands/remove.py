"""This file is the command `remove`: one link taken out of the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from catalogue import Language
from hexaglot import letters
from hexaglot.printing import print_result
from hexaglot.start import Start

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The message.")]
Tag = Annotated[str, typer.Argument(metavar="LANG", help="The language.")]


def remove(context: typer.Context, slug: Slug, language: Tag) -> None:
    """Take one link out of the catalogue; its place stays, empty."""
    start: Start = context.obj
    tag = Language.parse(language)
    letters.remove_link(start.settings, slug, tag)
    print_result(f"{slug}/{tag} is empty now\n")


COMMAND = remove

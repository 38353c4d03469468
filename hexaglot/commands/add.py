"""This file is the command `add`: one link put into the catalogue."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from catalogue import Language
from catalogue.adding import Wish
from hexaglot import letters
from hexaglot.printing import print_result
from hexaglot.start import Start

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The message; a new one is begun.")]
Tag = Annotated[str, typer.Argument(metavar="LANG", help="The language, for example ar.")]
Url = Annotated[str, typer.Argument(metavar="URL", help="The video's address.")]
Title = Annotated[str | None, typer.Option(envvar="HEXAGLOT_ADD_TITLE", help="The video's title in that language.")]
Replace = Annotated[
    bool, typer.Option("--replace", envvar="HEXAGLOT_ADD_REPLACE", help="Put it in the place of the one that is there.")
]
Force = Annotated[
    bool, typer.Option("--force", envvar="HEXAGLOT_ADD_FORCE", help="Even if the video stands elsewhere already.")
]


def add(
    context: typer.Context,
    slug: Slug,
    language: Tag,
    url: Url,
    title: Title = None,
    replace: Replace = False,
    force: Force = False,
) -> None:
    """Put one link into the catalogue."""
    start: Start = context.obj
    wish = Wish(slug, Language.parse(language), url, title, instead=replace, anyway=force)
    address = letters.add_link(start.settings, wish, today=datetime.now(UTC).date())
    print_result(f"{slug}/{wish.language} is {address}\n")


COMMAND = add

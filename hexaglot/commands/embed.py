"""This file is the command `embed`: a snippet to paste."""

from __future__ import annotations

from typing import Annotated

import typer

from hexaglot import tasks
from hexaglot.printing import print_result
from hexaglot.start import Start
from reports.embeds import VARIANTS

Slug = Annotated[str | None, typer.Argument(metavar="SLUG", help="The message.")]
Tag = Annotated[str | None, typer.Argument(metavar="LANG", help="The language.")]
Form = Annotated[str | None, typer.Option(envvar="HEXAGLOT_EMBED_VARIANT", help="Which form; --list shows all.")]
All = Annotated[bool, typer.Option("--list", envvar="HEXAGLOT_EMBED_LIST", help="Show the forms there are.")]


def embed(
    context: typer.Context, slug: Slug = None, language: Tag = None, variant: Form = None, list_: All = False
) -> None:
    """Print a snippet to paste into a page."""
    start: Start = context.obj
    if list_:
        print_result("".join(f"{form.name:<8} {form.summary}\n" for form in VARIANTS))
        return
    if slug is None:
        raise typer.BadParameter("Name the message, for example: hexaglot embed wtisd-2021 ar")
    chosen = variant or ("links" if language is None else "iframe")
    print_result(tasks.embed(start.settings, slug, language, chosen))


COMMAND = embed

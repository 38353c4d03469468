"""This file is the command `embed`: a snippet to paste."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Annotated

import typer

from catalogue import CatalogueError, Language
from checker import Opinion
from checker.ledger import LedgerError
from hexaglot import embedding
from hexaglot.desk import Desk
from hexaglot.exits import MEND
from hexaglot.options import one_of
from hexaglot.printing import print_result
from reports.embeds import VARIANTS, Sequence, Style, Unavailable, UnsafeAddress, Variant, variant_named
from reports.filters import FILTERS, filter_named
from reports.homes import Wish
from reports.pasting import advice, form_for, wants_isolates
from reports.terminal import printable

FILES = ("vm.css", "vm.js", "vm-player.js")
"""What a site may keep for our snippets; they stand in reports/static."""

_LONGEST = max(len(variant.name) for variant in VARIANTS)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)|(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?")

Slug = Annotated[str | None, typer.Argument(metavar="SLUG", help="The message.")]
Tag = Annotated[str | None, typer.Argument(metavar="LANG", help="The language; without it, all that there are.")]
Form = Annotated[str | None, typer.Option(envvar="HEXAGLOT_EMBED_VARIANT", help="Which form; --list shows all.")]
Page = Annotated[
    str | None,
    typer.Option(
        "--page-language",
        metavar="LANG",
        envvar="HEXAGLOT_EMBED_PAGE_LANGUAGE",
        help="The language of the page it goes into: first in the order un, and in the place of a video that is gone.",
    ),
]
Order = Annotated[
    str | None,
    typer.Option(
        "--order",
        envvar="HEXAGLOT_EMBED_ORDER",
        help="un (Arabic, Chinese, English, French, Russian, Spanish) or catalogue.  [default: what suits the form]",
    ),
]
Measures = Annotated[
    str,
    typer.Option(
        "--style",
        envvar="HEXAGLOT_EMBED_STYLE",
        help="sheet: the site has our vm.css (see --file). inline: measures in the code, where the page allows them.",
    ),
]
Isolates = Annotated[
    bool, typer.Option("--isolates", envvar="HEXAGLOT_EMBED_ISOLATES", help="Keep directions even where `dir` is lost.")
]
Start = Annotated[
    str | None, typer.Option("--start", metavar="TIME", help="Where to begin: 90, 1m30s or 1:30; 0 for the beginning.")
]
Captions = Annotated[
    bool, typer.Option("--captions", envvar="HEXAGLOT_EMBED_CAPTIONS", help="Show captions from the beginning.")
]
Anyway = Annotated[
    bool,
    typer.Option(
        "--allow-unavailable",
        envvar="HEXAGLOT_EMBED_ALLOW_UNAVAILABLE",
        help="Make a player for a video that is believed to be gone or not to be embeddable, too.",
    ),
]
Cms = Annotated[
    str | None,
    typer.Option(
        "--cms",
        metavar="NAME",
        envvar="HEXAGLOT_EMBED_CMS",
        help="Where it will be pasted: chooses the form that is kept best, and says what is lost. `list` shows all.",
    ),
]
All = Annotated[bool, typer.Option("--list", envvar="HEXAGLOT_EMBED_LIST", help="Show the forms there are.")]
File = Annotated[
    str | None,
    typer.Option(
        "--file",
        metavar="NAME",
        help="Print a file for your site: vm.css (measures), vm.js (stops closed players), vm-player.js (component).",
    ),
]


def embed(
    context: typer.Context,
    slug: Slug = None,
    language: Tag = None,
    variant: Form = None,
    cms: Cms = None,
    page_language: Page = None,
    order: Order = None,
    style: Measures = Style.SHEET,
    *,
    isolates: Isolates = False,
    start: Start = None,
    captions: Captions = False,
    allow_unavailable: Anyway = False,
    list_: All = False,
    file: File = None,
) -> None:
    """Print a snippet to paste into a page.

    Remarks about it go to standard error. A video that is believed to be gone gets no player, but what works in its
    place: a mirror, a link, or another language that says so.
    """
    desk = Desk.of(context.obj)
    if list_ or file is not None or cms == "list":
        print_result(_forms() if list_ else _file(file) if file is not None else _systems())
        return
    if slug is None:
        raise typer.BadParameter("Name the message, for example: hexaglot embed wtisd-2021 ar")
    system = None if cms is None else filter_named(cms)
    if variant is None and system is not None:
        form = form_for(system, single=language is not None)
    else:
        form = variant_named(variant or ("links" if language is None else "iframe"))
    one_of("--style", style, tuple(Style))
    if order is not None:
        one_of("--order", order, tuple(Sequence))
    taste = embedding.Taste(
        page_language=None if page_language is None else _language(page_language),
        sequence=None if order is None else Sequence(order),
        style=Style(style),
        isolates=isolates or (system is not None and wants_isolates(system, form)),
        wish=Wish(None if start is None else _seconds(start), captions, allow_unavailable, form.plays),
    )
    try:
        snippet = embedding.embed(desk.settings, slug, language, variant=form, taste=taste, opinions=_opinions(desk))
    except (Unavailable, UnsafeAddress) as error:
        typer.echo(f"hexaglot: {printable(str(error))}", err=True)
        raise typer.Exit(MEND) from error
    told = () if system is None else advice(system, form, snippet.code)
    for remark in (*snippet.remarks, *told, *_needs(form, taste.style)):
        desk.say(f"hexaglot: {printable(remark)}")
    print_result(snippet.code)


def _opinions(desk: Desk) -> embedding.Opinions:
    """What is believed of videos; where the history cannot be read, nothing, and a remark says so."""

    def recall(urls: tuple[str, ...]) -> Mapping[str, Opinion]:
        try:
            return desk.ledger().opinions(urls)
        except LedgerError as error:
            desk.say(f"hexaglot: what is known of the videos cannot be read, so nothing is assumed of them: {error}")
            return {}

    return recall


def _needs(form: Variant, style: Style) -> tuple[str, ...]:
    """What the site should have for this form, which a newcomer does not know."""
    files_ = [name for name in form.files if style is Style.SHEET or name != "vm.css"]
    if not files_:
        return ()
    inline = "; --style inline brings the measures in the code" if "vm.css" in files_ else ""
    return (f"your site should have {' and '.join(files_)} (hexaglot embed --file {files_[0]}){inline}.",)


def _forms() -> str:
    return "".join(f"{form.name:<{_LONGEST}}  {form.summary}\n" for form in VARIANTS)


def _systems() -> str:
    width = max(len(system.name) for system in FILTERS)
    return "".join(f"{system.name:<{width}}  {system.label}, as of {system.as_of}\n" for system in FILTERS)


def _file(name: str) -> str:
    one_of("--file", name, FILES)
    return (files("reports") / "static" / name).read_text("utf-8")


def _language(tag: str) -> Language:
    try:
        return Language.parse(tag)
    except CatalogueError as error:
        raise typer.BadParameter(f"--page-language: {error}") from error


def _seconds(text: str) -> int:
    match = _CLOCK.fullmatch(text.strip()) if text.strip() else None
    if match is None:
        raise typer.BadParameter(f"--start is “{text}”; write it as 90, 1m30s or 1:30")
    hours, minutes, seconds, *others = (int(part or 0) for part in match.groups())
    return (hours + others[0]) * 3600 + (minutes + others[1]) * 60 + seconds + others[2]


COMMAND = embed

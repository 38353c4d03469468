"""This file is the command `inspect-page`: what is wrong with the videos on a web page?"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from catalogue import Language, store
from catalogue.review import Level
from checker import Answer, Observation, Opinion
from checker.ledger import LedgerError
from hexaglot.asking import page_at
from hexaglot.desk import Desk
from hexaglot.exits import MEND, OK, UNSURE
from hexaglot.inspecting import inspection
from hexaglot.options import one_of
from hexaglot.printing import print_result
from hexaglot.sweeping import sweep
from hexaglot.targets import places
from hexaglot.visiting import PAGE_BYTES, visited
from reports.inspected import Inspected
from reports.inspection import read_page
from reports.inspections import INSPECTIONS


class FailOn(StrEnum):
    """When `inspect-page` ends with exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


Source = Annotated[
    str, typer.Argument(metavar="SOURCE", help="A page: a web address, an HTML file, or - for standard input.")
]
Format = Annotated[
    str, typer.Option("--format", envvar="HEXAGLOT_INSPECT_PAGE_FORMAT", help=f"{' or '.join(sorted(INSPECTIONS))}")
]
Looking = Annotated[
    bool,
    typer.Option(
        "--check",
        envvar="HEXAGLOT_INSPECT_PAGE_CHECK",
        help="Look now whether the videos play, instead of only remembering what earlier checks found.",
    ),
]
Spoken = Annotated[
    str | None,
    typer.Option(
        metavar="LANG",
        envvar="HEXAGLOT_INSPECT_PAGE_PAGE_LANGUAGE",
        help="The page's language.  [default: what the page says]",
    ),
]
Failing = Annotated[FailOn, typer.Option(envvar="HEXAGLOT_INSPECT_PAGE_FAIL_ON", help="What makes the exit code 1.")]


def inspect_page(
    context: typer.Context,
    source: Source,
    format_: Format = "text",
    check: Looking = False,
    page_language: Spoken = None,
    fail_on: Failing = FailOn.WARNING,
) -> None:
    """Find our videos on a web page, and say what is wrong there, each with the right code.

    Exit code 0: nothing but notices, or no video at all; 1: a warning or an error; 2: the page cannot be read;
    3, with --check: nothing is wrong, but some videos could not be judged.
    """
    one_of("--format", format_, tuple(sorted(INSPECTIONS)))
    language = None if page_language is None else Language.parse(page_language)
    desk = Desk.of(context.obj)
    catalogue = store.load(desk.settings.catalogue)

    def ask(address: str) -> Answer:
        with desk.instruments(None) as instruments:
            return page_at(address, instruments.fetch, PAGE_BYTES)

    def recall(addresses: tuple[str, ...]) -> Mapping[str, Opinion]:
        try:
            return desk.ledger().opinions(addresses)
        except LedgerError as error:
            desk.say(f"hexaglot: what earlier checks found is not known: {error}")
            return {}

    def look(addresses: tuple[str, ...]) -> Mapping[str, Observation]:
        ours = {place.url for place in places(catalogue)}
        with desk.instruments(desk.ledger_if_possible()) as instruments, desk.progress() as progress:
            _, seen = sweep(
                addresses,
                instruments,
                remember=lambda address: address in ours,
                progress=progress,
                forgotten=desk.forgotten,
            )
        return seen

    page = visited(source, sys.stdin.buffer, ask)
    read = read_page(page.html, page.address, page.headers)
    found = inspection(source, read, catalogue, recall=recall, look=look if check else None, language=language)
    print_result(INSPECTIONS[format_].render(found))
    raise typer.Exit(of_inspection(found, fail_on))


def of_inspection(found: Inspected, fail_on: FailOn) -> int:
    """The exit code that CONTRACT has for these findings."""
    failing = {FailOn.ERROR: (Level.ERROR,), FailOn.WARNING: (Level.ERROR, Level.WARNING), FailOn.NEVER: ()}[fail_on]
    if any(found.count(level) for level in failing):
        return MEND
    return UNSURE if found.unjudged and fail_on is not FailOn.NEVER else OK


COMMAND = inspect_page

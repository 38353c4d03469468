"""This file is the command `validate`: is the file well written?"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from catalogue.review import RULES, Level
from hexaglot.exits import MEND, OK, USAGE
from hexaglot.options import one_of
from hexaglot.printing import print_result
from hexaglot.start import Start
from hexaglot.validating import NAMES, validated
from reports.terminal import printable
from reports.validated import Validated
from reports.validation import VALIDATIONS

Format = Annotated[
    str, typer.Option("--format", envvar="HEXAGLOT_VALIDATE_FORMAT", help=f"{' or '.join(sorted(VALIDATIONS))}")
]
Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="NAME",
        envvar="HEXAGLOT_VALIDATE_RULE",
        help="Only this rule, and others named so; --list shows all.",
    ),
]
Listed = Annotated[
    bool, typer.Option("--list", envvar="HEXAGLOT_VALIDATE_LIST", help="Show the rules, also those of `check`.")
]


def validate(context: typer.Context, format_: Format = "text", rules: Rules = None, list_: Listed = False) -> None:
    """Hold the catalogue file against its form and the editorial rules. No site is asked.

    Exit code 0: nothing of level error; 1: something is an error; 2: the file cannot be read.
    """
    if list_:
        print_result(rules_text())
        return
    start: Start = context.obj
    one_of("--format", format_, tuple(sorted(VALIDATIONS)))
    for name in rules or ():
        one_of("--rule", name, NAMES)
    found = validated(start.settings.catalogue, only=rules)
    sys.stderr.write("".join(f"hexaglot: {printable(trouble)}\n" for trouble in found.troubles))
    print_result(VALIDATIONS[format_].render(found))
    raise typer.Exit(of_validation(found))


def rules_text() -> str:
    """Every rule with its level, what it needs, and what it finds; a line each."""
    return "".join(f"{rule.name:<17} {rule.level:<8} {rule.source:<6} {rule.explanation}\n" for rule in RULES)


def of_validation(found: Validated) -> int:
    """The exit code that CONTRACT has for these findings."""
    if not found.readable:
        return USAGE
    return MEND if found.count(Level.ERROR) else OK


COMMAND = validate

"""This file is the command `merge-driver`: two people's changes of the catalogue, merged for git."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from hexaglot.exits import MEND, OK
from hexaglot.merging import merge_files
from reports.terminal import printable

Base = Annotated[Path, typer.Argument(metavar="BASE", help="The version that both come from (%O).")]
Ours = Annotated[Path, typer.Argument(metavar="OURS", help="Our version (%A); it becomes that of both.")]
Theirs = Annotated[Path, typer.Argument(metavar="THEIRS", help="Their version (%B).")]


def merge_driver(base: Base, ours: Ours, theirs: Theirs) -> None:
    """Merge two people's changes of the catalogue key by key, for git.

    Install it once in a clone: git config merge.hexaglot.driver "hexaglot merge-driver %O %A %B"

    OURS becomes the catalogue of both. Exit code 0: merged; 1: both changed the same thing differently, and marks in
    the file show it; 2: a file could not be read or written, and OURS is as it was.
    """
    outcome = merge_files(base, ours, theirs)
    for sentence in outcome.says:
        sys.stderr.write(f"hexaglot: {printable(sentence)}\n")
    raise typer.Exit(OK if outcome.clean else MEND)


COMMAND = merge_driver

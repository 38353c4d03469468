"""This file is the splice: one stretch of a text replaced by another, all else left as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.errors import CatalogueError


@dataclass(frozen=True, slots=True)
class Splice:
    """Put `text` in the place of what stands from index `start` up to `end`, both in characters of the old text."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with all splices made; those at one place come out in the order in which they are given.

    Raises CatalogueError where two of them replace the same characters.
    """
    pieces = []
    done = 0
    for splice in sorted(splices, key=lambda splice: splice.start):
        if splice.start < done:
            message = f"two changes meet at character {splice.start}, so nothing was written; make them one by one"
            raise CatalogueError(message)
        pieces += [text[done : splice.start], splice.text]
        done = splice.end
    return "".join([*pieces, text[done:]])

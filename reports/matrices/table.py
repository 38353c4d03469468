"""This file is coverage as a table for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from reports.coverage import Cell, Coverage, Tally, percent
from reports.matrices._contract import MatrixFormat

SIGNS = {Cell.MISSING: "·", Cell.UNCHECKED: "?", Cell.AVAILABLE: "✓", Cell.RESTRICTED: "!", Cell.BROKEN: "✗"}


class Table:
    """A sign for each cell, and what each line and each column comes to. Slugs and language tags are ASCII."""

    name = "table"

    def render(self, coverage: Coverage) -> str:
        """The matrix, its sums, and what its signs mean."""
        return "\n".join((*_lines(coverage), "", summary(coverage), "")) + ""


def summary(coverage: Coverage) -> str:
    """What all comes to, and what the signs mean."""
    tally = coverage.tally
    counts = ", ".join(f"{SIGNS[cell]} {tally.count(cell)} {cell}" for cell in Cell)
    return f"{tally.places} places: {counts}.\n{_parts(tally)}"


def _lines(coverage: Coverage) -> Iterator[str]:
    slugs = [line.message.slug for line in coverage.lines]
    width = max([len("complete"), *map(len, slugs)])
    widths = [max(len(str(language)), 4) for language in coverage.languages]

    def row(first: str, cells: list[str], last: tuple[str, str]) -> str:
        columns = (f"{cell:>{column}}" for cell, column in zip(cells, widths, strict=True))
        return f"{first:<{width}}  {'  '.join(columns)}  {last[0]:>8}  {last[1]:>5}".rstrip()

    yield row("message", [str(language) for language in coverage.languages], ("complete", "plays"))
    for line in coverage.lines:
        tally = line.tally
        yield row(
            line.message.slug, [SIGNS[cell] for cell in line.cells], (percent(tally.complete), percent(tally.available))
        )
    if coverage.lines:
        tallies = [coverage.tally_of(language) for language in coverage.languages]
        yield row(
            "complete",
            [percent(tally.complete).replace(" ", "") for tally in tallies],
            (percent(coverage.tally.complete), ""),
        )
        yield row(
            "plays",
            [percent(tally.available).replace(" ", "") for tally in tallies],
            ("", percent(coverage.tally.available)),
        )


def _parts(tally: Tally) -> str:
    return f"{percent(tally.complete)} of all places have a link, {percent(tally.available)} play."


FORMAT: MatrixFormat = Table()

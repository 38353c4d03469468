"""This file is coverage: which message is there in which language, and does it play, in one cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from catalogue import Language, Message
from reports.availability import Availability, Standing


class Cell(StrEnum):
    """The state of one message in one language (CONTRACT, `coverage`).

    `unchecked` is also a link of which no look could tell anything: there is no more to say of it.
    """

    MISSING = "missing"
    UNCHECKED = "unchecked"
    AVAILABLE = "available"
    RESTRICTED = "restricted"
    BROKEN = "broken"


_CELLS: dict[Standing, Cell] = {
    Standing.MISSING: Cell.MISSING,
    Standing.UNCHECKED: Cell.UNCHECKED,
    Standing.UNSURE: Cell.UNCHECKED,
    Standing.AVAILABLE: Cell.AVAILABLE,
    Standing.RESTRICTED: Cell.RESTRICTED,
    Standing.BROKEN: Cell.BROKEN,
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cells of a row, of a column, or of all are in each state, in the order of `Cell`."""

    counts: tuple[int, ...]

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> Tally:
        """Count these cells."""
        there = tuple(cells)
        return cls(tuple(there.count(cell) for cell in Cell))

    @property
    def places(self) -> int:
        """How many cells there are."""
        return sum(self.counts)

    def count(self, cell: Cell) -> int:
        """How many are in this state."""
        return self.counts[tuple(Cell).index(cell)]

    @property
    def complete(self) -> Fraction:
        """The part of all places that has a link, 0 to 1; of no places, nothing."""
        return self._part(self.places - self.count(Cell.MISSING))

    @property
    def available(self) -> Fraction:
        """The part of all places whose video is believed to play, 0 to 1; of no places, nothing."""
        return self._part(self.count(Cell.AVAILABLE))

    def _part(self, count: int) -> Fraction:
        return Fraction(count, self.places) if self.places else Fraction()


@dataclass(frozen=True, slots=True)
class Line:
    """One message: a cell for each language of the catalogue, in its order."""

    message: Message
    cells: tuple[Cell, ...]

    @property
    def tally(self) -> Tally:
        """What this message's cells come to."""
        return Tally.of(self.cells)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix of messages and languages."""

    languages: tuple[Language, ...]
    lines: tuple[Line, ...]

    def tally_of(self, language: Language) -> Tally:
        """What the column of this language comes to."""
        column = self.languages.index(language)
        return Tally.of(line.cells[column] for line in self.lines)

    @property
    def tally(self) -> Tally:
        """What all cells come to."""
        return Tally.of(cell for line in self.lines for cell in line.cells)


def coverage(availability: Availability) -> Coverage:
    """The matrix of what is there and what is believed of it."""
    lines = (Line(message, tuple(_CELLS[row.standing] for row in rows)) for message, rows in availability.messages())
    return Coverage(availability.languages, tuple(lines))


def percent(part: Fraction) -> str:
    """A part in per cent, rounded down so that 100 stands only for all."""
    return f"{part.numerator * 100 // part.denominator} %"

"""This file is what the lines of a page form: paragraphs and tables, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalogue.pdf.beside import in_reading_order
from catalogue.pdf.columns import cells_of, table_at
from catalogue.pdf.glyphs import PrintedLine, Rule
from catalogue.pdf.rows import APART, Table, width

_SAME_SIZE = 1.15


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that stand close together in one size. `width` is how much room they had, in points."""

    lines: tuple[PrintedLine, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells from left to right; a cell is None where it is empty."""

    rows: tuple[tuple[Paragraph | None, ...], ...]


def blocks(lines: Sequence[PrintedLine], rules: Sequence[Rule], *, right_to_left: bool) -> tuple[Paragraph | Grid, ...]:
    """All of a page. Where it is read from right to left, the rightmost column is the first."""
    parts = in_reading_order(lines, rules, right_to_left=right_to_left)
    return tuple(block for part in parts for block in _blocks(part, rules, right_to_left=right_to_left))


def _blocks(lines: Sequence[PrintedLine], rules: Sequence[Rule], *, right_to_left: bool) -> Iterable[Paragraph | Grid]:
    borders = [rule for rule in rules if not rule.level]
    found: list[Paragraph | Grid] = []
    plain: list[PrintedLine] = []
    place = 0
    while place < len(lines):
        end, columns = table_at(lines, place, borders)
        if columns:
            table = Table(tuple(lines[place:end]), columns, tuple(rules), right_to_left)
            while not table.ends_in_it():
                end -= 1
                table = Table(tuple(lines[place:end]), columns, tuple(rules), right_to_left)
            found.extend((*_paragraphs(plain), _grid(table)))
            plain = []
            place = end
        else:
            plain.append(lines[place])
            place += 1
    return (*found, *_paragraphs(plain))


def _paragraphs(lines: Sequence[PrintedLine]) -> Iterable[Paragraph]:
    start = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or not _close(lines[place - 1], lines[place]):
            yield Paragraph(tuple(lines[start:place]), width(lines[start:place]))
            start = place


def _close(above: PrintedLine, below: PrintedLine) -> bool:
    sizes = sorted((above.size, below.size))
    return above.y - below.y <= APART * sizes[1] and sizes[1] <= _SAME_SIZE * sizes[0]


def _grid(table: Table) -> Grid:
    rooms = [table.room(number) for number in range(len(table.columns) + 1)]
    rows = []
    for lines in table.rows():
        cells: list[list[PrintedLine]] = [[] for _ in rooms]
        for line in lines:
            for number, part in cells_of(line, table.columns).items():
                cells[number].append(part)
        rows.append(
            tuple(Paragraph(tuple(cell), room) if cell else None for cell, room in zip(cells, rooms, strict=True))
        )
    return Grid(tuple(rows))

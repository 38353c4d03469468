"""This file is where the columns of a table are: lines that follow each other and leave the same gaps free.

At least one of the gaps must be wider than any between words, or a border must stand in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.pdf.glyphs import PrintedLine, Rule
from catalogue.pdf.lines import gaps

Gap = tuple[float, float]

_WIDE = 0.8
"""A gap that no justified line leaves between words, in sizes."""
_NARROW = 0.2
_FAR = 6.0
"""The distance of two baselines, in sizes, beyond which nothing is one table."""
_MARGIN = 1e9
_MARGINS = 2
_LINES_OF_A_ROW = 6
_BORDERS_OF_TWO_CELLS = 3


def table_at(lines: Sequence[PrintedLine], start: int, borders: Sequence[Rule]) -> tuple[int, tuple[Gap, ...]]:
    """Where the table that begins with this line ends, and the gaps between its columns; none where none begins."""
    room = free(lines[start], borders)
    # In a cell of several lines the first stands alone, as the others are half way down: then only borders tell.
    in_a_cell = sum(_beside(border, lines[start]) for border in borders) >= _BORDERS_OF_TWO_CELLS
    columns: list[Gap] = []
    end = start
    for place in range(start + 1, len(lines) if in_a_cell or len(room) > _MARGINS else 0):
        if lines[place - 1].y - lines[place].y > _FAR * lines[place].size:
            break
        room = common(room, free(lines[place], borders), _NARROW * lines[place].size)
        found = _between_columns(lines[start : place + 1], room, borders)
        # The first row may be of several lines; until the second comes, one gap must stay free at least.
        hopeless = (len(room) == _MARGINS and not in_a_cell) or place - start == _LINES_OF_A_ROW
        if len(found) < len(columns) or (hopeless and not found):
            break
        if found:
            columns, end = found, place + 1
    return end, tuple(columns)


def cells_of(line: PrintedLine, columns: Sequence[Gap]) -> dict[int, PrintedLine]:
    """What stands in each column, by the column's number from the left."""
    found: dict[int, list[int]] = {}
    for place, word in enumerate(line.words):
        number = sum((start + end) / 2 < word.centre for start, end in columns)
        found.setdefault(number, []).append(place)
    return {
        number: PrintedLine(tuple(line.words[place] for place in places), line.y, line.size)
        for number, places in found.items()
    }


def stands_between(gap: Gap, line: PrintedLine, borders: Sequence[Rule]) -> bool:
    """Does a border stand in the gap, beside this line?"""
    return any(gap[0] <= border.x0 <= gap[1] and _beside(border, line) for border in borders)


def _beside(border: Rule, line: PrintedLine) -> bool:
    return border.y0 <= line.y + line.size / 2 <= border.y1


def free(line: PrintedLine, borders: Sequence[Rule]) -> list[Gap]:
    """Where a column may end and another begin: wide gaps, those in which a border stands, and both margins."""
    beside = [border.x0 for border in borders if _beside(border, line)]
    inner = [(start, end) for start, end, wide in gaps(line) if wide or any(start <= x <= end for x in beside)]
    return [(-_MARGIN, line.x0), *inner, (line.x1, _MARGIN)]


def common(some: list[Gap], others: list[Gap], least: float) -> list[Gap]:
    """What is free in both; both lists are in order."""
    found = []
    one = other = 0
    while one < len(some) and other < len(others):
        start, end = max(some[one][0], others[other][0]), min(some[one][1], others[other][1])
        if end - start >= least:
            found.append((start, end))
        if some[one][1] < others[other][1]:
            one += 1
        else:
            other += 1
    return found


def _between_columns(lines: Sequence[PrintedLine], free: list[Gap], borders: Sequence[Rule]) -> list[Gap]:
    """Those of the free gaps that have a border, or part words of several lines and are wider than a space in one."""
    found = []
    for start, end in free[1:-1]:
        middle = (start + end) / 2
        parted = [gap for line in lines for gap in gaps(line) if gap[0] <= middle <= gap[1]]
        wide = max((gap[1] - gap[0] for gap in parted), default=0) >= _WIDE * lines[0].size
        bordered = all(stands_between((start, end), line, borders) for line in (lines[0], lines[-1]))
        if (len(parted) > 1 and wide) or (parted and bordered):
            found.append((start, end))
    return found

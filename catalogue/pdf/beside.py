"""This file is which lines stand in columns that are read one after the other, as a newspaper's are.

A table's rows are read across; its first column has the names, and no links. Where every column has links, and words
of its own that name them, reading across would give a link its neighbour's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from catalogue.pdf.columns import Gap, cells_of, common, free
from catalogue.pdf.glyphs import PrintedLine, Rule, Word

_WIDE = 0.8
"""The least room between two columns, in sizes."""
_AT_ONCE = 40
"""Within how many lines a second column must have begun."""


def in_reading_order(
    lines: Sequence[PrintedLine], rules: Sequence[Rule], *, right_to_left: bool
) -> Iterator[tuple[PrintedLine, ...]]:
    """The lines in parts that are read one after the other: what goes across the page, and each column."""
    start = place = 0
    while place < len(lines):
        end, gaps = _columns_at(lines, place, rules)
        if not gaps:
            place += 1
            continue
        yield tuple(lines[start:place])
        columns = _columns(lines[place:end], gaps)
        yield from reversed(columns) if right_to_left else columns
        start = place = end
    yield tuple(lines[start:])


def _columns_at(lines: Sequence[PrintedLine], start: int, rules: Sequence[Rule]) -> tuple[int, tuple[Gap, ...]]:
    """Where the columns that begin with this line end, and the gaps between them; none where none begin."""
    room = free(lines[start], ())
    found: list[Gap] = []
    end = start + 1
    for place in range(start + 1, len(lines)):
        room = common(room, free(lines[place], ()), _WIDE * lines[place].size)
        inner = room[1:-1]
        if (found and not inner) or (not inner and place - start > _AT_ONCE):
            break
        if inner:
            found, end = inner, place + 1
    run = lines[start:end]
    columns = _columns(run, found)
    stand_alone = len(columns) > 1 and all(map(_names_its_links, columns))
    return (end, tuple(found)) if stand_alone and not _is_ruled(run, found, rules) else (start, ())


def _columns(lines: Sequence[PrintedLine], gaps: Sequence[Gap]) -> list[tuple[PrintedLine, ...]]:
    """What stands in each column, from left to right."""
    cells = [cells_of(line, gaps) for line in lines]
    return [tuple(cell[number] for cell in cells if number in cell) for number in range(len(gaps) + 1)]


def _names_its_links(column: Sequence[PrintedLine]) -> bool:
    words = [word for line in column for word in line.words]
    return any(map(_is_link, words)) and any(map(_is_said, words))


def _is_link(word: Word) -> bool:
    return any(glyph.url for glyph in word.glyphs) or "://" in _text(word)


def _is_said(word: Word) -> bool:
    text = _text(word)
    return not _is_link(word) and "/" not in text and any(map(str.isalpha, text))


def _text(word: Word) -> str:
    return "".join(glyph.text for glyph in word.glyphs)


def _is_ruled(lines: Sequence[PrintedLine], gaps: Sequence[Gap], rules: Sequence[Rule]) -> bool:
    """Is a line drawn between two of these, into the gap beside them? Then they are a table's rows."""
    return any(
        rule.level and below.y < rule.y0 <= above.y and rule.x0 < end and start < rule.x1
        for above, below in pairwise(lines)
        for start, end in gaps
        for rule in rules
    )

"""This file is how signs become lines: those on one baseline, in words, from the top of the page to its foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from catalogue.pdf.glyphs import WORD_GAP, Glyph, PrintedLine, Word

_HEIGHT = 0.6
"""How high a letter is above its baseline, in sizes. Two signs are on one line where half the lower one is."""
_RAISED, _SMALL = 0.2, 0.8
"""How high and how small the number of a footnote stands, in sizes of the line."""
_WIDER_THAN_A_SPACE = 0.75
_NO_SPACE = 0.35
"""Gaps in sizes. Where cells stand close, no space is written between them; Word ends each cell with one."""


def printed_lines(glyphs: Iterable[Glyph]) -> tuple[PrintedLine, ...]:
    """All lines of a page, from top to bottom. Raised and lowered signs are on the line that they belong to."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: (-one.y, one.x0)):
        # The first sign of a row is its highest: a raised one may be, so the two rows before are asked too.
        row = next((row for row in reversed(rows[-3:]) if _level(_tallest(row), glyph)), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    lines = (_line(row) for row in rows)
    return tuple(sorted((line for line in lines if line is not None), key=lambda line: (-line.y, line.x0)))


def _tallest(row: list[Glyph]) -> Glyph:
    return max(row[:1] + row[-8:], key=lambda glyph: glyph.size)


def _level(one: Glyph, other: Glyph) -> bool:
    tops = one.y + _HEIGHT * one.size, other.y + _HEIGHT * other.size
    shared = min(tops) - max(one.y, other.y)
    return shared >= _HEIGHT / 2 * min(one.size, other.size)


def _line(row: list[Glyph]) -> PrintedLine | None:
    tallest = max(row, key=lambda glyph: glyph.size)
    row = [glyph for glyph in row if not _is_note_mark(glyph, tallest)]
    words = tuple(_words(sorted(row, key=lambda glyph: (glyph.x0, glyph.x1))))
    if not words:
        return None
    return PrintedLine(words, tallest.y, tallest.size)


def _is_note_mark(glyph: Glyph, tallest: Glyph) -> bool:
    """Is it the number of a footnote? Such a number would be taken for a part of the word before."""
    raised = glyph.y >= tallest.y + _RAISED * tallest.size
    return raised and glyph.size <= _SMALL * tallest.size and glyph.text.isdigit() and not glyph.url


def _words(row: list[Glyph]) -> Iterator[Word]:
    """The row's words: what stands between spaces, and between gaps that no space was written for."""
    word: list[Glyph] = []
    end = 0.0
    spaced = False
    for glyph in row:
        space = glyph.text.isspace()
        if word and (space or glyph.x0 - end > WORD_GAP * max(glyph.size, word[-1].size)):
            yield Word(tuple(word), spaced)
            word, spaced = [], False
        if space:
            spaced = True
        else:
            end = max(end, glyph.x1) if word else glyph.x1
            word.append(glyph)
    if word:
        yield Word(tuple(word), spaced)


def gaps(line: PrintedLine) -> list[tuple[float, float, bool]]:
    """What is free between the line's words: from where to where, and whether that alone may part two columns.

    It may where it is no space, or wider than one.
    """
    found = []
    end = line.x0
    for before, after in pairwise(line.words):
        end = max(end, before.x1)
        if after.x0 > end:
            least = _WIDER_THAN_A_SPACE if after.spaced else _NO_SPACE
            found.append((end, after.x0, after.x0 - end >= least * line.size))
    return found

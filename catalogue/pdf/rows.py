"""This file is which lines of a table are one row.

Where borders are drawn they say so. Where there are none each line is a row, unless it only goes on with cells that
were full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from catalogue.pdf.columns import Gap, cells_of, stands_between
from catalogue.pdf.glyphs import WORD_GAP, PrintedLine, Rule

APART = 1.6
"""The distance of two baselines, in sizes, up to which the lines are of one paragraph."""
_JOINT = 3.0
"""Points between the borders of two cells that are one line across the table."""


def needed_room(before: PrintedLine, after: PrintedLine) -> float:
    """How wide the line before would be with the next line's first word; where there was less room, it had to break."""
    first = min((after.words[0], after.words[-1]), key=lambda word: word.x1 - word.x0)
    return before.x1 - before.x0 + first.x1 - first.x0


def width(lines: Sequence[PrintedLine]) -> float:
    """How much room the lines take, in points."""
    return max((line.x1 for line in lines), default=0) - min((line.x0 for line in lines), default=0)


@dataclass(frozen=True, slots=True)
class Table:
    """Lines in columns, and what is drawn between them."""

    lines: tuple[PrintedLine, ...]
    columns: tuple[Gap, ...]
    rules: tuple[Rule, ...]
    right_to_left: bool

    def room(self, number: int) -> float:
        """How wide the column with this number from the left is."""
        parts = [part for line in self.lines if (part := cells_of(line, self.columns).get(number)) is not None]
        return width(parts) + WORD_GAP * self.lines[0].size

    def ends_in_it(self) -> bool:
        """Is the last line a part of the table, rather than a text under its first column?"""
        last = len(self.lines) - 1
        several = len(cells_of(self.lines[last], self.columns)) > 1
        boxed = all(stands_between(gap, self.lines[last], self.rules) for gap in self.columns)
        return several or boxed or self._goes_on(last)

    def rows(self) -> tuple[tuple[PrintedLine, ...], ...]:
        """The lines, row by row."""
        parted = [self._parted(above, below) for above, below in pairwise(self.lines)]
        borders = [rule for rule in self.rules if not rule.level]
        boxed = any(parted) and any(
            all(stands_between(gap, line, borders) for line in (self.lines[0], self.lines[-1])) for gap in self.columns
        )
        rows = [[self.lines[0]]]
        for place, line in enumerate(self.lines[1:], 1):
            if not parted[place - 1] and (boxed or self._goes_on(place)):
                rows[-1].append(line)
            else:
                rows.append([line])
        return tuple(map(tuple, rows))

    def _goes_on(self, place: int) -> bool:
        """Is this line what did not fit into cells of the line above? A new link is not, nor are names."""
        above, below = self.lines[place - 1 : place + 1]
        before, after = cells_of(above, self.columns), cells_of(below, self.columns)
        names = len(self.columns) if self.right_to_left else 0
        return (
            names not in after
            and above.y - below.y <= APART * below.size
            and not _begins_a_link(above, below)
            and all(
                number in before and needed_room(before[number], part) > self.room(number)
                for number, part in after.items()
            )
        )

    def _parted(self, above: PrintedLine, below: PrintedLine) -> bool:
        """Is a line drawn between these two, across all gaps? The stroke under a link crosses none."""
        drawn = sorted((rule.x0, rule.x1) for rule in self.rules if rule.level and _between(rule, above, below))
        return all(_covered((start + end) / 2, drawn) for start, end in self.columns)


def _between(rule: Rule, above: PrintedLine, below: PrintedLine) -> bool:
    return below.y < rule.y0 and rule.y1 < above.y


def _begins_a_link(above: PrintedLine, below: PrintedLine) -> bool:
    """Does the lower line hold a link that is not in the upper one?"""
    linked = {glyph.url for word in above.words for glyph in word.glyphs} | {""}
    return "://" in below.text or any(glyph.url not in linked for word in below.words for glyph in word.glyphs)


def _covered(x: float, spans: Sequence[Gap]) -> bool:
    """Does one of the spans, or a joint between two of them, lie over this place? The spans are in order."""
    if any(start <= x <= end for start, end in spans):
        return True
    before = max((end for _, end in spans if end < x), default=None)
    after = min((start for start, _ in spans if start > x), default=None)
    return before is not None and after is not None and after - before <= _JOINT

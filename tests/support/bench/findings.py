"""This file is what one benchmark found: lines of a table, each a measurement with its unit."""

from __future__ import annotations

from dataclasses import dataclass

from bench.spread import Spread

_HUNDRED, _TEN = 100, 10


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement. A ratio's unit names the baseline it is a multiple of, after the multiplication sign."""

    what: str
    spread: Spread
    unit: str


@dataclass(frozen=True, slots=True)
class Findings:
    """A titled table; `baseline` says in words what its ratios are relative to."""

    title: str
    baseline: str
    lines: tuple[Line, ...]

    def text(self) -> str:
        """The table for people, in columns."""
        rows: list[tuple[str, ...]] = [("", "min", "median", "max", "unit")]
        rows += [(line.what, *map(_figure, _three(line.spread)), line.unit) for line in self.lines]
        widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
        body = [
            "  ".join(
                cell.ljust(width) if place in {0, 4} else cell.rjust(width)
                for place, (cell, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in rows
        ]
        runs = len(self.lines[0].spread.runs)
        return "\n".join([self.title, f"{runs} rounds; baseline: {self.baseline}", "", *body, ""])


def _three(spread: Spread) -> tuple[float, float, float]:
    return spread.least, spread.median, spread.most


def _figure(number: float) -> str:
    """About three digits that mean something."""
    if abs(number) >= _HUNDRED:
        return f"{number:,.0f}"
    return f"{number:.1f}" if abs(number) >= _TEN else f"{number:.2f}"

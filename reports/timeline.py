"""This file is the picture of a history: a window's stretches as marks along a line, in percent of its length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from checker import Span, State, stretches

_THIN = 0.5
"""A mark less long than this percentage could not be seen; it is drawn as a stroke."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A state between two places of the line, in percent from its beginning; a stroke where both are the same."""

    state: State
    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it is, in percent."""
        return round(self.end - self.start, 2)


def marks(spans: Sequence[Span], start: datetime, end: datetime) -> tuple[Mark, ...]:
    """What to draw of a window that has a length: what is known as bars, short looks as strokes over them."""
    window = end - start

    def place(moment: datetime) -> float:
        return round(100 * ((moment - start) / window), 2)

    bars = [
        Mark(piece.state, place(piece.start), place(piece.end))
        for piece in stretches(spans, start, end)
        if piece.state is not None
    ]
    strokes = [
        Mark(span.state, place(span.first), place(span.first))
        for span in spans
        if span.state.conclusive and start <= span.first <= end and place(span.last) - place(span.first) < _THIN
    ]
    return (*bars, *strokes)

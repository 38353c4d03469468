"""This file is what stands on a page of a PDF: signs, and the thin lines drawn between them.

All lengths are in points, x from the left, y from the bottom.
"""

from __future__ import annotations

from dataclasses import dataclass

WORD_GAP = 0.25
"""How wide a gap between two signs is that parts two words, in sizes of the letters."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One sign: what it says, from where to where, its baseline, its size, and the address it is linked to, if any."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    url: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight line, such as a cell's border or the stroke under a word."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Does it lie, rather than stand?"""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page; `pictures` is how many it shows."""

    glyphs: tuple[Glyph, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """Signs that stand together, from left to right; `spaced` is whether a space was written before them."""

    glyphs: tuple[Glyph, ...]
    spaced: bool = False

    @property
    def x0(self) -> float:
        """Where it begins on the left."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Where it ends on the right."""
        return max(glyph.x1 for glyph in self.glyphs)

    @property
    def centre(self) -> float:
        """Its middle."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """The words that stand on one baseline (or that part of them which stands in one cell), from left to right."""

    words: tuple[Word, ...]
    y: float
    size: float

    @property
    def x0(self) -> float:
        """Where it begins on the left."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends on the right."""
        return max(word.x1 for word in self.words)

    @property
    def text(self) -> str:
        """What it says, in the order of the eye from left to right."""
        return " ".join("".join(glyph.text for glyph in word.glyphs) for word in self.words)

"""This file is lines as they stand on a page, set in letters that are all half as wide as they are high."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.pdf.glyphs import Glyph, PrintedLine
from catalogue.pdf.lines import printed_lines


def signs(text: str, x: float = 0, y: float = 0, *, size: float = 10, url: str = "") -> Iterator[Glyph]:
    """A text's signs, one after the other from left to right, as the eye sees them."""
    for place, sign in enumerate(text):
        yield Glyph(sign, x + place * size / 2, x + (place + 1) * size / 2, y, size, url)


def line(text: str, x: float = 0, y: float = 0, *, size: float = 10) -> PrintedLine:
    """One line; where two spaces stand, nothing is written but a gap."""
    glyphs: list[Glyph] = []
    for place, sign in enumerate(text):
        if text[max(0, place - 1) : place + 2].count("  ") == 0 or sign != " ":
            glyphs.extend(signs(sign, x + place * size / 2, y, size=size))
    return printed_lines(glyphs)[0]

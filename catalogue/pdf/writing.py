"""This file is a PDF's pages said in HTML: headings, paragraphs, tables; links by annotation and links in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from catalogue.markdown import addresses
from catalogue.pdf.blocks import Grid, Paragraph, blocks
from catalogue.pdf.glyphs import PrintedLine, Sheet
from catalogue.pdf.lines import printed_lines
from catalogue.pdf.order import Piece, leans_right_to_left, pieces
from catalogue.pdf.rows import needed_room

_LARGE = 1.25
"""How much larger than most of the text a heading is."""
_UNFINISHED = tuple("/?=&-_%#.")
_TELLING = frozenset("/=&?%_#")


def as_html(sheets: Sequence[Sheet]) -> str:
    """All pages in one; each link says in `data-line` on which of all printed lines it stands, from 1."""
    pages = [(printed_lines(sheet.glyphs), sheet.rules) for sheet in sheets]
    sizes: Counter[float] = Counter()
    for line in (line for lines, _ in pages for line in lines):
        sizes[round(line.size, 1)] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    written: list[str] = []
    number = 1
    for lines, rules in pages:
        page = _Page({id(line): place for place, line in enumerate(lines, number)}, lines, usual)
        written.extend(map(page.block, blocks(lines, rules, right_to_left=page.right_to_left)))
        number += len(lines)
    return "".join(written)


class _Page:
    """What is the same for all of a page: which line has which number, which way it is read, what is large on it."""

    def __init__(self, numbers: dict[int, int], lines: Sequence[PrintedLine], usual: float) -> None:
        self._by_height = [(line.y, numbers[id(line)]) for line in lines]
        self.right_to_left = leans_right_to_left(lines)
        self._large = usual * _LARGE

    def block(self, block: Paragraph | Grid) -> str:
        """A table with its rows, in the direction of the page; a heading; a paragraph."""
        if isinstance(block, Paragraph):
            tag = "h2" if block.lines[0].size >= self._large else "p"
            return f"<{tag}>{self._said(block)}</{tag}>\n"
        rows = (reversed(row) if self.right_to_left else row for row in block.rows)
        cells = ("".join(f"<td>{self._said(cell) if cell else ''}</td>" for cell in row) for row in rows)
        return "<table>\n" + "".join(f"<tr>{row}</tr>\n" for row in cells) + "</table>\n"

    def _said(self, paragraph: Paragraph) -> str:
        text = _Text()
        before: PrintedLine | None = None
        for line in paragraph.lines:
            said = pieces(line, right_to_left=self.right_to_left)
            if before is not None and not (text.broken_before(said) and needed_room(before, line) > paragraph.width):
                text.add("\n")
            text.begin_line(self._number(line))
            for piece, url in said:
                text.add(piece, url)
            before = line
        return "".join(text.html())

    def _number(self, line: PrintedLine) -> int:
        return min(self._by_height, key=lambda known: abs(known[0] - line.y))[1]


@dataclass(slots=True)
class _Text:
    """Running text in pieces, and where in it each printed line begins."""

    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def begin_line(self, number: int) -> None:
        self.starts.append(self.length)
        self.numbers.append(number)

    def add(self, text: str, url: str = "") -> None:
        self.length += len(text)
        if self.pieces and self.pieces[-1][1] == url:
            self.pieces[-1] = (self.pieces[-1][0] + text, url)
        else:
            self.pieces.append((text, url))

    def broken_before(self, after: Sequence[Piece]) -> bool:
        """Does the text end within an address that may go on with these words?"""
        if not self.pieces or not after or self.pieces[-1][1] or after[0][1]:
            return False
        last = (self.pieces[-1][0].split() or [""])[-1]
        first = (after[0][0].split() or [""])[0]
        address = next(iter(address for place, address, _ in addresses(last) if place + len(address) == len(last)), "")
        begun = address or (last if "://" in last else "")
        return bool(begun) and (begun.endswith(_UNFINISHED) or _goes_on_an_address(first))

    def html(self) -> Iterator[str]:
        """The text, with `<br>` between its lines and links where they stand."""
        place = 0
        for text, url in self._joined():
            if url:
                yield self._link(url, text, place)
            else:
                yield from self._linked(text, place)
            place += len(text)

    def _joined(self) -> list[Piece]:
        """The pieces, a link that goes on in the next line made one."""
        joined: list[Piece] = []
        for text, url in self.pieces:
            if url and len(joined) > 1 and joined[-1] == ("\n", "") and joined[-2][1] == url:
                joined[-2:] = [(f"{joined[-2][0]}\n{text}", url)]
            else:
                joined.append((text, url))
        return joined

    def _linked(self, text: str, start: int) -> Iterator[str]:
        done = 0
        for place, address, url in addresses(text):
            yield _escaped(text[done:place])
            yield self._link(url, address, start + place)
            done = place + len(address)
        yield _escaped(text[done:])

    def _link(self, url: str, text: str, place: int) -> str:
        line = self.numbers[bisect_right(self.starts, place) - 1]
        return f'<a href="{escape(url)}" data-line="{line}">{_escaped(text)}</a>'


def _goes_on_an_address(word: str) -> bool:
    """Is this no word of any language, but what remains of an address?"""
    plain = word.isascii() and not _TELLING.isdisjoint(word)
    mixed = word.isascii() and word.isalnum() and not (word.isalpha() and (word.islower() or word.istitle()))
    return plain or (mixed and not word.isdigit())


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>\n")

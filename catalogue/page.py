"""This file is how a letter's HTML is read: into lines, in reading order (the door to bs4 and lxml).

No language is known here, and no judgement made: a line has its words and its links, and knows its table cell.
"""

from __future__ import annotations

import re
from html import escape
from string import whitespace
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString
from bs4.filter import SoupStrainer
from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from catalogue.lines import INVISIBLE, Cell, Line, Link, Part, Row, Table, fold, words
from catalogue.markdown import addresses

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = _HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details div dl dt figcaption figure footer form header "
    "hr iframe li main nav ol option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset("head noembed noscript script style template title".split())
_EMPHASIS = frozenset("b em i strong".split())
_ADDRESSED = {"a": "href", "iframe": "src"}
_WIDEST_CELL = 50
_LINES_COUNTED = 65_535  # libxml2 keeps an element's line in 16 bits

_AROUND_AN_ADDRESS = whitespace + "\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000" + INVISIBLE
_NO_PART_OF_AN_ADDRESS = re.compile(r"[\t\r\n]")  # WHATWG URL, 4.4: a parser removes these
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:/*|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?", re.IGNORECASE)


def read_page(html: str) -> list[Line]:
    """The lines of a page, however broken, those that say nothing left out. Raises nothing."""
    page = _Page()
    page.read(html)
    return [line for line in page.lines if not line.blank]


def declared_charset(page: bytes) -> str | None:
    """The encoding that a page declares of itself, in lower case: in an XML declaration or a meta element."""
    return EncodingDetector.find_declared_encoding(page, is_html=True)


def with_base(html: str, url: str) -> str:
    """The page, saying first what its relative addresses begin with, when it was found at `url` (HTML, 4.2.3)."""
    declared = _declared_base(BeautifulSoup(html, "lxml", parse_only=SoupStrainer("base")))
    return f'<base href="{escape(_absolute(declared, url))}">{html}'


def _declared_base(soup: BeautifulSoup) -> str:
    base = soup.find("base", href=True)
    return _attribute(base, "href") if isinstance(base, Tag) else ""


def _absolute(url: str, base: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:  # brackets that are no IPv6 address
        return url


class _Page:
    """A document on the way to its lines: what is open at the place we have read to."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._line: Line | None = None
        self._link: Link | None = None
        self._block = 0
        self._kinds = [""]
        self._stress = 0
        self._tables: list[Table] = []
        self._cells: list[Cell | None] = [None]
        self._base = ""
        self._number: int | None = None
        self._typed = False

    def read(self, html: str) -> None:
        """Walk through the document without recursion: a hostile one nests as deep as it is long."""
        # The comment keeps bs4 from warning that a short text resembles an address or a file's name.
        clean = "<!---->" + html.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
        soup = BeautifulSoup(clean, "lxml")
        numbers = _line_numbers(soup, clean)
        self._base = _declared_base(soup)
        todo: list[tuple[object, bool]] = [(soup, False)]
        while todo:
            node, closing = todo.pop()
            if closing and isinstance(node, Tag):
                self._close(node)
            elif isinstance(node, Tag):
                if node.name not in _UNSEEN:
                    self._open(node, numbers.get(id(node)))
                    todo.append((node, True))
                    todo.extend((child, False) for child in reversed(node.contents))
            elif type(node) is NavigableString:
                self._say(node)
        self._break()

    def _open(self, tag: Tag, number: int | None) -> None:
        if tag.name in {"tr", "td", "th"}:
            self._end_link()  # an <a> left open does not reach into the next cell
        if tag.name in _BLOCKS:
            inside_heading = self._kinds[-1] == "heading" or tag.name in _HEADINGS
            self._kinds.append("heading" if inside_heading else tag.name)
            self._block += 1
        if tag.name in _BLOCKS or tag.name == "br":
            self._break()
            self._count(tag, number)
        self._stress += tag.name in _EMPHASIS
        if tag.name == "table":
            self._tables.append(Table())
        elif tag.name == "tr" and self._tables:
            table = self._tables[-1]
            table.row = Row(table, table.head)
        elif tag.name in {"td", "th"}:
            self._cells.append(self._new_cell(tag))
        elif tag.name == "img" and self._link is not None:
            self._link.words.append(f" {_attribute(tag, 'alt')} ")
        elif tag.name in _ADDRESSED:
            self._open_link(tag, _number(tag, "data-line") or number)

    def _count(self, tag: Tag, number: int | None) -> None:
        """Know the source's line. In a typed letter each break is a line more, and blocks say where they begin."""
        typed = _number(tag, "data-line")
        if typed is not None:
            self._number, self._typed = typed, True
        elif self._typed and tag.name == "br" and self._number is not None:
            self._number += 1
        elif not self._typed:
            self._number = number

    def _open_link(self, tag: Tag, number: int | None) -> None:
        url = _NO_PART_OF_AN_ADDRESS.sub("", _attribute(tag, _ADDRESSED[tag.name])).strip(_AROUND_AN_ADDRESS)
        if url:
            link = Link(_absolute(url, self._base) if self._base else url, number)
            self._add(link)
            if tag.name == "a":
                self._link = link

    def _end_link(self) -> None:
        if self._link is not None:
            text = fold("".join(self._link.words))
            self._link.text = "" if _ADDRESS.fullmatch(text.strip(INVISIBLE)) else text
            self._link = None

    def _close(self, tag: Tag) -> None:
        self._stress -= tag.name in _EMPHASIS
        if tag.name in _BLOCKS:
            self._kinds.pop()
            self._block += 1
            self._break()
        if tag.name == "table":
            self._tables.pop()
        elif tag.name == "tr" and self._tables:
            self._tables[-1].end_row()
        elif tag.name in {"td", "th"}:
            cell = self._cells.pop()
            if cell is not None:
                cell.end()
        elif tag.name == "a":
            self._end_link()

    def _say(self, text: str) -> None:
        if self._link is not None:
            self._link.words.append(text)
            return
        lines = text.splitlines() if "pre" in self._kinds[-1:] else [text]
        for place, line in enumerate(lines):
            if place:
                self._break()
            if line.strip() or self._line is not None:
                self._say_line(line)

    def _say_line(self, text: str) -> None:
        """Words, and the addresses among them that were typed without a link."""
        start = 0
        for place, address, url in addresses(text):
            self._add((text[start:place], self._stress > 0))
            self._add(Link(url, self._number))
            start = place + len(address)
        self._add((text[start:], self._stress > 0))

    def _add(self, part: Part) -> None:
        if self._line is None:
            cell = self._cells[-1]
            self._line = Line(self._block, self._kinds[-1], cell, number=self._number)
            self.lines.append(self._line)
            if cell is not None:
                cell.lines.append(self._line)
        self._line.parts.append(part)
        if isinstance(part, Link):
            self._line.links.append(part)

    def _break(self) -> None:
        if self._link is not None:
            self._link.words.append(" ")
        elif self._line is not None:
            self._line.text = words(self._line.parts)
            self._line = None

    def _new_cell(self, tag: Tag) -> Cell | None:
        row = self._tables[-1].row if self._tables else None
        if row is None:
            return None
        cell = Cell(row, len(row.columns), is_head=tag.name == "th")
        row.columns.extend([cell] * min(_number(tag, "colspan") or 1, _WIDEST_CELL))
        return cell


def _line_numbers(soup: BeautifulSoup, html: str) -> dict[int, int]:
    """The source's line of each element, by the tag's identity.

    bs4 forgets the lines, so the same parser reads again; what came out otherwise the second time is not numbered.
    """
    root = etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    elements = () if root is None else root.iter("*")
    return {
        id(tag): element.sourceline
        for tag, element in zip(soup.find_all(name=True), elements, strict=False)
        if element.sourceline < _LINES_COUNTED
        and element.tag == tag.name
        and (
            tag.name not in _ADDRESSED or element.get(_ADDRESSED[tag.name], "") == _attribute(tag, _ADDRESSED[tag.name])
        )
    }


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return value if isinstance(value, str) else ""


def _number(tag: Tag, name: str) -> int | None:
    text = _attribute(tag, name)
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,8}", text) else None

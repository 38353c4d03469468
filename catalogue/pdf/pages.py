"""This file is how a PDF is opened: its pages as signs and rules, its links as the signs under them (pdfminer's door).

Invisible signs are read too: a scanned page that a machine has read holds them. Nothing of a PDF is ever carried out.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTItem, LTPage
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import Matrix, apply_matrix_rect

from catalogue.errors import Unreadable
from catalogue.pdf.glyphs import Glyph, Rule, Sheet
from catalogue.pdf.writing import as_html

PAGES = 100
"""How many pages a letter may have."""
GLYPHS = 100_000
"""How many signs a letter may hold; a page full of small print has some five thousand."""
LINKS = 5_000

_THIN = 2.0
_LONG = 6.0
_BAND = 20.0
_HIGHEST = 14_400.0  # ISO 32000-1, annex C: the largest page, in points
_UNKNOWN = "(cid:"

_BROKEN = "is no PDF that can be read; open it in a reader of PDFs and save or print it as a PDF anew"
_LOCKED = "is protected by a password; open it, save it without one, and give that file"
_PICTURES = "holds only pictures of pages; let a program for text recognition (OCR) read it, or give the letter as text"
_EMPTY = "holds no text; look whether it is the right file"
_LARGE = f"holds more than a letter ({PAGES} pages, {GLYPHS:,} signs); give the pages that hold the links"


def pdf_as_html(data: bytes) -> str:
    """A PDF as HTML for `read_letter`. Raises Unreadable: the rest of a sentence that begins with the file's name."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        sheets = list(_sheets(data))
    except Unreadable:
        raise
    except PDFPasswordIncorrect as error:
        raise Unreadable(_LOCKED) from error
    except Exception as error:  # a broken file brings any error out of pdfminer, and none of them is our fault
        raise Unreadable(_BROKEN) from error
    if not any(sheet.glyphs for sheet in sheets):
        raise Unreadable(_PICTURES if any(sheet.pictures for sheet in sheets) else _EMPTY)
    return as_html(sheets)


def _sheets(data: bytes) -> Iterator[Sheet]:
    manager = PDFResourceManager()
    device = _Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(PDFPage.create_pages(PDFDocument(PDFParser(BytesIO(data))))):
        if number == PAGES:
            raise Unreadable(_LARGE)
        interpreter.process_page(page)
        links = _Links(_links(page, device.matrix))
        items = list(_flat(device.get_result()))
        glyphs = [_glyph(item, links) for item in items if isinstance(item, LTChar) and item.upright]
        rules = [rule for item in items if isinstance(item, LTCurve) for rule in _rules(item)]
        pictures = sum(isinstance(item, LTImage) for item in items)
        yield Sheet((*glyphs, *links.wordless()), tuple(rules), pictures)


class _Device(PDFPageAggregator):
    """Keeps what a page shows, as long as that is no more than a letter."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.matrix: Matrix = (1, 0, 0, 1, 0, 0)
        self._left = GLYPHS

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        self.matrix = ctm
        super().begin_page(page, ctm)

    def render_char(self, *arguments: Any) -> float:  # noqa: ANN401 - passed on as they came
        self._left -= 1
        if self._left < 0:
            raise Unreadable(_LARGE)
        return super().render_char(*arguments)


def _flat(page: LTPage) -> Iterator[LTItem]:
    """All that stands on the page, also inside of figures; without recursion."""
    todo: list[LTItem] = [page]
    while todo:
        item = todo.pop()
        yield item
        if isinstance(item, LTPage | LTFigure):
            todo.extend(item)


def _glyph(char: LTChar, links: _Links) -> Glyph:
    text = char.get_text().replace("\0", "")
    text = "\ufffd" if text.startswith(_UNKNOWN) or not text else text
    size = max(char.size, 0.1)
    middle = (char.x0 + char.x1) / 2
    url = links.at(middle, char.matrix[5] + size / 4)
    return Glyph(text, char.x0, char.x1, char.matrix[5], size, url)


def _rules(item: LTCurve) -> Iterator[Rule]:
    """A thin line as it is; of a box its four sides."""
    if item.height <= _THIN or item.width <= _THIN:
        if max(item.width, item.height) >= _LONG:
            yield Rule(item.x0, item.y0, item.x1, item.y1)
    elif item.width >= _LONG and item.height >= _LONG:
        for y in (item.y0, item.y1):
            yield Rule(item.x0, y, item.x1, y)
        for x in (item.x0, item.x1):
            yield Rule(x, item.y0, x, item.y1)


Box = tuple[float, float, float, float]


class _Links:
    """The links of a page: for each place the address that it is linked to."""

    def __init__(self, boxes: Iterable[tuple[Box, str]]) -> None:
        self._boxes = list(boxes)
        self._used: set[str] = set()
        self._bands: dict[int, list[int]] = defaultdict(list)
        for number, ((_, y0, _, y1), _) in enumerate(self._boxes):
            first, last = (int(max(0, min(y, _HIGHEST)) // _BAND) for y in (y0, y1))
            for band in range(first, last + 1):
                self._bands[band].append(number)

    def at(self, x: float, y: float) -> str:
        """The address at this place, or nothing."""
        for number in self._bands.get(int(y // _BAND), ()):
            (x0, y0, x1, y1), url = self._boxes[number]
            if x0 <= x <= x1 and y0 <= y <= y1:
                self._used.add(url)
                return url
        return ""

    def wordless(self) -> Iterator[Glyph]:
        """The links that no sign was asked for, such as those of pictures: as signs that say nothing."""
        for (x0, y0, x1, y1), url in self._boxes:
            if url not in self._used:
                self._used.add(url)
                yield Glyph("\u200b", x0, x1, (y0 + y1) / 2, max(min(y1 - y0, 12.0), 1.0), url)


def _links(page: PDFPage, matrix: Matrix) -> Iterator[tuple[Box, str]]:
    """The boxes of annotations that lead to an address (ISO 32000-1, 12.5.6.5 and 12.6.4.7)."""
    annotations = resolve1(page.annots)
    for annotation in (annotations if isinstance(annotations, list) else [])[:LINKS]:
        entry = resolve1(annotation)
        action = resolve1(entry.get("A")) if isinstance(entry, dict) else None
        target = resolve1(action.get("URI")) if isinstance(action, dict) else None
        if isinstance(target, bytes) and target.strip():
            url = target.decode("utf-8", "replace").strip()
            for box in _boxes(entry):
                yield apply_matrix_rect(matrix, box), url


def _boxes(entry: dict[str, object]) -> Iterator[Box]:
    """A link over two lines has a box for each in its QuadPoints, and one around all in its Rect."""
    quads, rectangle = _numbers(entry.get("QuadPoints")), _numbers(entry.get("Rect"))
    if quads and len(quads) % 8 == 0:
        for start in range(0, len(quads), 8):
            xs, ys = quads[start : start + 8 : 2], quads[start + 1 : start + 8 : 2]
            yield min(xs), min(ys), max(xs), max(ys)
    elif len(rectangle) == 4:  # noqa: PLR2004 - two corners
        xs, ys = rectangle[::2], rectangle[1::2]
        yield min(xs), min(ys), max(xs), max(ys)


def _numbers(value: object) -> list[float]:
    found = resolve1(value)
    numbers = [resolve1(one) for one in found] if isinstance(found, list) else []
    return [float(one) for one in numbers] if all(isinstance(one, int | float) for one in numbers) else []

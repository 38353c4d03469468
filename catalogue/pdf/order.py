"""This file is the order in which a line is read: what stands on a page from left to right, as it was written.

A PDF keeps signs where they are seen. What follows is the Unicode bidirectional algorithm backwards, as far as it can
be turned: runs of letters from right to left are reversed, numbers and words from left to right inside them are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from catalogue.pdf.glyphs import PrintedLine

Piece = tuple[str, str]
"""Some text, and the address it is linked to; empty where it is not."""

_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_SHAPES = re.compile("[\u2f00-\u2fd5\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+")
"""Shapes of letters that fonts name instead of the letters: Arabic and Hebrew forms, ligatures, Chinese radicals."""


def leans_right_to_left(lines: Iterable[PrintedLine]) -> bool:
    """Is most of it written from right to left? Addresses, which never are, do not count."""
    count = 0
    for word in (word for line in lines for word in line.words):
        text = "".join(glyph.text for glyph in word.glyphs)
        if "/" not in text and "@" not in text:
            count += sum({"R": 1, "L": -1}.get(_class(character), 0) for character in text)
    return count > 0


def pieces(line: PrintedLine, *, right_to_left: bool) -> tuple[Piece, ...]:
    """The line in reading order; signs with the same address are one piece."""
    units: list[Piece] = []
    for place, word in enumerate(line.words):
        if place:
            before, after = line.words[place - 1].glyphs[-1].url, word.glyphs[0].url
            units.append((" ", before if before == after else ""))
        units.extend((glyph.text, glyph.url) for glyph in word.glyphs)
    joined: list[Piece] = []
    for text, url in _in_order(units, right_to_left=right_to_left):
        if joined and joined[-1][1] == url:
            joined[-1] = (joined[-1][0] + text, url)
        else:
            joined.append((text, url))
    return tuple((_letters(text), url) for text, url in joined)


def _letters(text: str) -> str:
    return _SHAPES.sub(lambda shapes: unicodedata.normalize("NFKC", shapes[0]), text)


def _in_order(units: Sequence[Piece], *, right_to_left: bool) -> Sequence[Piece]:
    classes = [_class(text) for text, _ in units]
    if "R" not in classes:
        return units
    if right_to_left:
        return _reversed(units, classes)
    ordered: list[Piece] = []
    place = 0
    while place < len(units):
        end = _end_of_run(classes, place, "R", "L") if classes[place] == "R" else place + 1
        run = units[place:end]
        ordered.extend(_reversed(run, classes[place:end]) if classes[place] == "R" else run)
        place = end
    return ordered


def _reversed(units: Sequence[Piece], classes: Sequence[str]) -> list[Piece]:
    """Units as seen, read from the right; words from left to right, and numbers, stay what they are."""
    runs: list[list[Piece]] = []
    place = 0
    while place < len(units):
        if classes[place] in "LN":
            end = _end_of_foreign_run(units, classes, place)
            runs.append(list(units[place:end]))
            place = end
        else:
            text, url = units[place]
            runs.append([(text.translate(_MIRRORED), url)])
            place += 1
    return [unit for run in reversed(runs) for unit in run]


def _end_of_foreign_run(units: Sequence[Piece], classes: Sequence[str], start: int) -> int:
    """Where the words from left to right that begin here end: with spaces between them, and brackets opened in them."""
    end = place = start + 1
    letters = classes[start] == "L"
    apart = False
    opened = 0
    while place < len(units) and classes[place] != "R":
        text = units[place][0]
        apart = apart or text == " "
        if text in _OPENING and not apart:
            opened += 1
        elif text in _CLOSING and opened:
            opened -= 1
            end, apart = place + 1, False
        elif text in _OPENING | _CLOSING and (apart or place + 1 == len(units) or units[place + 1][0] == " "):
            break
        elif classes[place] in "LN":
            if apart and not letters:
                break
            letters = letters or classes[place] == "L"
            end, apart = place + 1, False
        place += 1
    return end


def _end_of_run(classes: Sequence[str], start: int, inside: str, outside: str) -> int:
    end = place = start + 1
    while place < len(classes) and classes[place] != outside:
        end = place + 1 if classes[place] == inside else end
        place += 1
    return end


def _class(text: str) -> str:
    """R, L, N for numbers, or nothing: how a sign leans, by its first strong character."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return "R"
        if kind == "L":
            return "L"
        if kind in {"EN", "AN"}:
            return "N"
    return " "

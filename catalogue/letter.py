"""This file is how a letter becomes its mentions: each link, and what the letter calls it.

A label is looked for from the link outwards: its own text, its line, its table row and column, the line before, the
heading above. No language is known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.heading import title_of
from catalogue.labels import LABEL_LENGTH, trimmed
from catalogue.lines import Cell, Line, Link, short_name, words
from catalogue.page import read_page

_ROW_HINTS = 12
_SENTENCE_END = re.compile(r"[:\uff1a。]|[.!?…]\s")


@dataclass(frozen=True, slots=True)
class Mention:
    """A link as the letter writes it, and what the letter calls it (`label`; empty when it says nothing).

    `line` is that of the source, from 1; None where it is not known. `hints` are other texts around the link that may
    name it, nearest first: the rest of its line, its row and column, or what stands above a link that stands alone.
    """

    url: str
    label: str
    line: int | None
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says: its links in their order, its title if it has one, and all its visible text."""

    mentions: tuple[Mention, ...]
    title: str | None
    text: str


def read_letter(html: str) -> Letter:
    """Read a letter's HTML, however broken. Raises nothing; a text without links is a letter without mentions."""
    lines = read_page(html)
    mentions = _mentions(lines)
    labelled = frozenset(link for link, mention in mentions.items() if mention.label)
    text = "\n".join(line.text for line in lines if line.text)
    return Letter(tuple(mentions.values()), title_of(lines, labelled), text)


def _mentions(lines: list[Line]) -> dict[Link, Mention]:
    """Each link's mention, in the letter's order."""
    called: dict[str, set[str]] = {}
    for link in (link for line in lines for link in line.links):
        called.setdefault(link.text, set()).add(link.url)
    mentions: dict[Link, Mention] = {}
    for line, above in zip(lines, _above(lines), strict=True):
        around = _in_the_table(line.cell)
        for link, beside in _beside(line):
            names = [name for name in map(trimmed, (link.text, *beside, *around)) if name]
            # What several videos are called (“Watch”) is no name, so what stands above may name them still.
            if not names or (line.alone and names == [trimmed(link.text)] and len(called[link.text]) > 1):
                names += above
            label, *hints = dict.fromkeys(names) or [""]
            label = label if len(label) <= LABEL_LENGTH else f"{label[:LABEL_LENGTH]}…"
            mentions[link] = Mention(link.url, label, link.line, tuple(h for h in hints if len(h) <= LABEL_LENGTH))
    return mentions


def _beside(line: Line) -> Iterator[tuple[Link, list[str]]]:
    """Each link with what its line calls it.

    The words since the link before, first those after their last colon or sentence, then all; where there are none and
    no other link, the words after it.
    """
    start = 0
    for place, part in enumerate(line.parts):
        if isinstance(part, Link):
            before = trimmed(words(line.parts[start:place]))
            start = place + 1
            if before or len(line.links) > 1:
                yield part, [_SENTENCE_END.split(before)[-1], before]
            else:
                yield part, [words(line.parts[start:])]


def _in_the_table(cell: Cell | None) -> list[str]:
    """What its row and column call a link; the column first where the row holds several links."""
    if cell is None:
        return []
    row, table = cell.row, cell.row.table
    head = row.head or (table.first if table.linkless == [table.first] else None)
    column = [head.columns[cell.column].name] if head is not None and cell.column < len(head.columns) else []
    names = [other.name for other in row.columns[:_ROW_HINTS]]
    return column + names if row.linked > 1 else names + column


def _above(lines: list[Line]) -> Iterator[list[str]]:
    """For each line what may name it from above: the line before, the one before that, the heading.

    Links that stand alone one under the other share what stands above the first. The second line matters where names
    are listed first and addresses after them: then two names contradict each other, and nothing is guessed.
    """
    heading = ""
    nearest: list[str] = []
    before: Line | None = None
    for line in lines:
        yield [*nearest, heading] if line.alone and heading else list(nearest) if line.alone else []
        if not line.alone:
            name = "" if line.links or line.kind == "heading" else short_name(line.text)
            is_list = name and before is not None and before.kind == line.kind and not before.links
            nearest = [name, short_name(before.text)] if is_list and before is not None else [name]
            nearest = [name for name in nearest if name]
        if line.kind == "heading":
            heading = trimmed(line.text)[:LABEL_LENGTH]
        before = line

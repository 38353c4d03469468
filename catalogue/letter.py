"""This file is how a letter becomes its mentions: each link, and what the letter calls it.

A label is looked for from the link outwards: its own text, its line, its table row and column, the line before, the
heading above. No language is known here, so whether names precede or follow their links is not decided here either:
each mention carries what stands on both its sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from catalogue.heading import title_of
from catalogue.labels import LABEL_LENGTH, trimmed
from catalogue.lines import Cell, Line, Link, Part, short_name, words
from catalogue.page import read_page

_ROW_HINTS = 12
_BEFORE_ALL = frozenset({"heading", "dt", "summary"})
"""Kinds of lines that name what comes after them, never what came before."""
_TIED = re.compile(r"(?:[:\uff1a]|\s[-–—])[\s\u061c\u200e\u200f]*\Z")  # noqa: RUF001 - dashes
_ENCLOSED = re.compile(r"\s*[(\uff08]([^()\uff08\uff09]*)[)\uff09]")
_SENTENCE_END = re.compile(r"[:\uff1a。]|[.!?…]\s")


@dataclass(frozen=True, slots=True)
class Side:
    """What may name a link from one side. `place` is the same for both links that have these words between them.

    `near` words share the link's line; `bound` ones are tied to it by a colon, a dash or brackets.
    """

    texts: tuple[str, ...] = ()
    place: tuple[int, int] = (0, 0)
    near: bool = False
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a link: its `own` words and table cells, and its two sides.

    `open` is whether words of another line may name it: not where it has words of its own that no other link has.
    """

    own: tuple[str, ...]
    before: Side
    after: Side
    open: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A link as the letter writes it, and what the letter calls it (`label`; empty when it says nothing).

    `line` is that of the source, from 1; None where it is not known. `hints` are other texts around the link that may
    name it, nearest first: the rest of its line, its row and column, or what stands above a link that stands alone.
    `around` is all of it by the place where it stands, for those who know languages; None where no letter was read.
    """

    url: str
    label: str
    line: int | None
    hints: tuple[str, ...] = ()
    around: Around | None = field(default=None, compare=False, repr=False)


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
    for number, (line, (above, origin)) in enumerate(zip(lines, _above(lines), strict=True)):
        around = _in_the_table(line.cell)
        for place, link, beside in _beside(line):
            own = [name for name in (trimmed(link.text), *around) if name]
            names = [name for name in map(trimmed, (link.text, *beside, *around)) if name]
            # What several videos are called (“Watch”) is no name, so what stands above may name them still.
            shared = len(called[link.text]) > 1
            if not names or (line.alone and names == [trimmed(link.text)] and shared):
                names += above
            label, *hints = dict.fromkeys(names) or [""]
            label = label if len(label) <= LABEL_LENGTH else f"{label[:LABEL_LENGTH]}…"
            surroundings = Around(
                tuple(own),
                _before(lines, number, place, (above, origin)),
                _after(lines, number, place),
                open=not own or (own == [trimmed(link.text)] and shared),
            )
            short = tuple(hint for hint in hints if len(hint) <= LABEL_LENGTH)
            mentions[link] = Mention(link.url, label, link.line, short, surroundings)
    return mentions


def _before(lines: list[Line], number: int, end: int, above: tuple[list[str], int]) -> Side:
    """The words between the link before and this one; where its line has none, the end of the line above."""
    parts = lines[number].parts
    start = _after_last_link(parts, end)
    said = words(parts[start:end])
    before = trimmed(said)
    if before:
        enclosed = _ENCLOSED.match(said) if start else None  # the name of the link before, perhaps
        rest = _phrases(trimmed(said[enclosed.end() :])) if enclosed else ()
        return Side(
            (*filter(None, rest), *_phrases(before)), (number, start), near=True, bound=_TIED.search(said) is not None
        )
    if start or not number:
        return Side()
    higher = lines[number - 1]
    if higher.links:
        start = _after_last_link(higher.parts, len(higher.parts))
        name = short_name(_SENTENCE_END.split(trimmed(words(higher.parts[start:])))[-1])
        if name:
            return Side(_phrases(name), (number - 1, start))
    texts, origin = above
    # A link with words after it does not stand alone, yet what follows it may be the next link's name.
    if not texts and not higher.links and (name := short_name(_SENTENCE_END.split(trimmed(higher.text))[-1])):
        texts, origin = [name], number - 1
    return Side(tuple(texts), (origin, 0), bound=lines[origin].kind in _BEFORE_ALL)


def _after(lines: list[Line], number: int, place: int) -> Side:
    """The words between this link and the next; where its line has none, the start of the line below."""
    parts = lines[number].parts
    start = place + 1
    end = next((after for after in range(start, len(parts)) if isinstance(parts[after], Link)), len(parts))
    said = words(parts[start:end])
    after = trimmed(said)
    if after:
        enclosed = _ENCLOSED.match(said)
        texts = (trimmed(enclosed[1]), after) if enclosed else _first_phrase(after)
        return Side(texts, (number, start), near=True, bound=enclosed is not None)
    if end < len(parts) or number + 1 == len(lines) or lines[number + 1].kind in _BEFORE_ALL:
        return Side()
    parts = lines[number + 1].parts
    end = next((place for place, part in enumerate(parts) if isinstance(part, Link)), len(parts))
    name = trimmed(words(parts[:end]))
    return Side(_first_phrase(name), (number + 1, 0)) if name else Side()


def _after_last_link(parts: list[Part], end: int) -> int:
    return next((place + 1 for place in range(end - 1, -1, -1) if isinstance(parts[place], Link)), 0)


def _phrases(text: str) -> tuple[str, ...]:
    """What stands after its last colon or sentence, then all of it."""
    return (trimmed(_SENTENCE_END.split(text)[-1]), text)


def _beside(line: Line) -> Iterator[tuple[int, Link, list[str]]]:
    """Each link, its place among its line's parts, and what its line calls it.

    The words since the link before, first those after their last colon or sentence, then all; where there are none and
    no other link, the words after it.
    """
    start = 0
    for place, part in enumerate(line.parts):
        if isinstance(part, Link):
            before = trimmed(words(line.parts[start:place]))
            start = place + 1
            if before or len(line.links) > 1:
                yield place, part, [_SENTENCE_END.split(before)[-1], before]
            else:
                yield place, part, [words(line.parts[start:])]


def _first_phrase(text: str) -> tuple[str, ...]:
    """What stands before its first colon or sentence's end, then its other phrases."""
    return (trimmed(_SENTENCE_END.split(text)[0]), *reversed(_phrases(text)))


def _in_the_table(cell: Cell | None) -> list[str]:
    """What its row and column call a link; the column first where the row holds several links."""
    if cell is None:
        return []
    row, table = cell.row, cell.row.table
    head = row.head or (table.first if table.linkless == [table.first] else None)
    column = [head.columns[cell.column].name] if head is not None and cell.column < len(head.columns) else []
    names = [other.name for other in row.columns[:_ROW_HINTS]]
    return column + names if row.linked > 1 else names + column


def _above(lines: list[Line]) -> Iterator[tuple[list[str], int]]:
    """For each line what may name it from above, and the number of the line that says it first.

    The line before, the one before that, the heading. Links that stand alone one under the other share what stands
    above the first. The second line matters where names are listed first and addresses after them: then two names
    contradict each other, and nothing is guessed.
    """
    heading, headed = "", 0
    nearest: list[str] = []
    origin = 0
    before: Line | None = None
    for number, line in enumerate(lines):
        texts = [*nearest, *([heading] if heading else [])] if line.alone else []
        yield texts, origin if nearest else headed
        if not line.alone:
            name = "" if line.links or line.kind == "heading" else short_name(line.text)
            is_list = name and before is not None and before.kind == line.kind and not before.links
            nearest = [name, short_name(before.text)] if is_list and before is not None else [name]
            nearest = [name for name in nearest if name]
            origin = number
        if line.kind == "heading":
            heading, headed = trimmed(line.text)[:LABEL_LENGTH], number
        before = line

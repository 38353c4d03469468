"""This file is how a letter becomes its mentions: each link, and what the letter calls it.

A label is looked for from the link outwards: its own text, its line, its table row and column, the line before, the
heading above. No language is known here, so whether names precede or follow their links is not decided here either:
each mention carries what stands on both its sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from catalogue.around import Above, Around, above, after, before, phrases
from catalogue.heading import could_be_a_title, is_mail, title_of
from catalogue.heads import Head, heads_in
from catalogue.labels import LABEL_LENGTH, is_silent, tells_of_another_thing, trimmed
from catalogue.lines import INVISIBLE, Cell, Line, Link, short_name, words
from catalogue.page import read_page

_ROW_HINTS = 12
_NAME_AND_TITLE = 2
_SENTENCE_END = re.compile(rf"[\uff1a。]|(?<!\d):|:(?!\d\d)|[.!?…][{INVISIBLE}]*\s")


@dataclass(frozen=True, slots=True)
class Mention:
    """A link as the letter writes it, and what the letter calls it (`label`; empty when it says nothing).

    `line` is that of the source, from 1; None where it is not known. `hints` are other texts around the link that may
    name it, nearest first: the rest of its line, its row and column, or what stands above a link that stands alone.
    `around` is all of it by the place where it stands, for those who know languages; None where no letter was read.
    `phrases` are longer texts that may be its title, nearest first: its own words, those of its line, its row's cells,
    those above it. `under` is how many of the letter's heads stand above it.
    """

    url: str
    label: str
    line: int | None
    hints: tuple[str, ...] = ()
    around: Around | None = field(default=None, compare=False, repr=False)
    phrases: tuple[tuple[str, ...], ...] = field(default=(), compare=False, repr=False)
    under: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of a letter as it is read; `line` is that of the source, from 1; None where it is not known.

    Passages of one `block` are one paragraph.
    """

    text: str
    line: int | None = None
    block: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says: its links in their order, its title if it has one, all its visible text, also by lines.

    `heads` are the lines that may each begin another message.
    """

    mentions: tuple[Mention, ...]
    title: str | None
    text: str
    passages: tuple[Passage, ...] = ()
    heads: tuple[Head, ...] = ()


def read_letter(html: str) -> Letter:
    """Read a letter's HTML, however broken. Raises nothing; a text without links is a letter without mentions."""
    lines = read_page(html)
    heads = list(heads_in(lines))
    mentions = _mentions(lines, heads)
    labelled = frozenset(link for link, mention in mentions.items() if mention.label and not is_mail(link))
    said = [line for line in lines if line.text]
    passages = tuple(Passage(line.text, line.number, line.block) for line in said)
    text = "\n".join(passage.text for passage in passages)
    return Letter(tuple(mentions.values()), title_of(lines, labelled), text, passages, tuple(filter(None, heads)))


def _mentions(lines: list[Line], heads: list[Head | None]) -> dict[Link, Mention]:
    """Each link's mention, in the letter's order."""
    called: dict[str, set[str]] = {}
    for link in (link for line in lines for link in line.links):
        called.setdefault(link.text, set()).add(link.url)
    mentions: dict[Link, Mention] = {}
    under = 0
    for number, (line, head, higher) in enumerate(zip(lines, heads, above(lines), strict=True)):
        under += head is not None
        cells = _in_the_table(line.cell)
        for place, link, beside in _beside(line):
            text = trimmed(link.text)
            own = [name for name in (text, *cells) if not is_silent(name)]
            names = [name for name in map(trimmed, (link.text, *beside, *cells)) if name]
            telling = [name for name in names if not is_silent(name)]
            # What several videos are called (“Watch”) is no name, and no title is, so what stands above may name them.
            shared, is_title = len(called[link.text]) > 1, not short_name(text)
            nameless = shared or is_title
            if not telling or (line.alone and telling == [text] and nameless):
                names += higher.texts
            label, *hints = dict.fromkeys(names) or [""]
            label = label if len(label) <= LABEL_LENGTH else f"{label[:LABEL_LENGTH]}…"
            surroundings = Around(
                tuple(own),
                before(lines, number, place, higher),
                after(lines, number, place),
                open=not own or (own == [text] and nameless),
                title=text if is_title and not shared else "",
                warned=bool(higher.warning) or tells_of_another_thing(_lead(line)),
            )
            short = tuple(hint for hint in hints if len(hint) <= LABEL_LENGTH)
            mentions[link] = Mention(
                link.url, label, link.line, short, surroundings, _titles(line, link, beside[-1], higher), under
            )
    return mentions


def _lead(line: Line) -> str:
    """What stands before the first link of a line, and may speak of all of them."""
    return trimmed(words(takewhile(lambda part: not isinstance(part, Link), line.parts)))[:LABEL_LENGTH]


def _titles(line: Line, link: Link, said: str, higher: Above) -> tuple[tuple[str, ...], ...]:
    """What may be a link's title, nearest first; of its line only what follows a name: “FR: ..., address”."""
    cells = line.cell.row.columns if line.cell is not None else ()
    parts = phrases(said)
    near = parts[1:] if len(parts) == _NAME_AND_TITLE and short_name(parts[0]) else ()
    rows = (cell.text for cell in cells[:_ROW_HINTS])
    groups = ((link.text,), near, rows, higher.titles if line.alone else ())
    return tuple(tuple(dict.fromkeys(filter(could_be_a_title, map(_bare, group)))) for group in groups)


def _bare(text: str) -> str:
    return text.strip(" -–—:|,;•*")  # noqa: RUF001 - dashes


def _beside(line: Line) -> Iterator[tuple[int, Link, list[str]]]:
    """Each link, its place among its line's parts, and what its line calls it.

    The words since the link before, first those after their last colon or sentence, then all; where there are none and
    no other link, the words after it.
    """
    start = 0
    for place, part in enumerate(line.parts):
        if isinstance(part, Link):
            said = trimmed(words(line.parts[start:place]))
            start = place + 1
            if said or len(line.links) > 1:
                yield place, part, [_SENTENCE_END.split(said)[-1], said]
            else:
                yield place, part, [words(line.parts[start:])]


def _in_the_table(cell: Cell | None) -> list[str]:
    """What its row and column call a link; the column first where the row holds several links."""
    if cell is None:
        return []
    row, table = cell.row, cell.row.table
    head = row.head or (table.first if table.linkless == [table.first] else None)
    column = [head.columns[cell.column].name] if head is not None and cell.column < len(head.columns) else []
    names = [other.name for other in row.columns[:_ROW_HINTS]]
    return column + names if row.linked > 1 else names + column

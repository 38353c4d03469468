"""This file is what a page says once it is read: lines of words and links, and the table cells they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from catalogue.labels import LABEL_LENGTH, is_silent, trimmed

INVISIBLE = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""What Arabic text and chats leave at the ends of an address: marks of direction, spaces without width."""

_NAME_WORDS = 4
_NAME_SIGNS = 9  # of a script that writes no spaces: “阿拉伯语版视频”
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

_SAID = re.compile(r"[^\W_]")
_UNSPEAKABLE = re.compile(
    "[\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\u200b\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e007f]"
)


@dataclass(slots=True, eq=False)
class Link:
    """A link as it stands in the page. `line` is that of the source, from 1; None where it is not known.

    `words` are gathered while the page is read; `text` is what they come to, unless that is only an address.
    """

    url: str
    line: int | None
    words: list[str] = field(default_factory=list)
    text: str = ""


Part = Link | tuple[str, bool]
"""A link, or some words and whether they are stressed."""


@dataclass(slots=True, eq=False)
class Line:
    """What stands between two breaks; the number of its block tells which lines are one paragraph.

    `kind` is the name of the innermost block element; `heading` for any heading, and for what stands inside one.
    `number` is the source's line where it begins, or where its element does; None where it is not known.
    """

    block: int
    kind: str
    cell: Cell | None
    parts: list[Part] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    text: str = ""
    number: int | None = None

    @property
    def blank(self) -> bool:
        """Is there neither a link nor a letter or digit?"""
        return not self.links and _SAID.search(self.text) is None

    @property
    def alone(self) -> bool:
        """Is this one link, without a word beside it, or with none but such as “Watch the video”?"""
        return len(self.links) == 1 and is_silent(fold("".join(p[0] for p in self.parts if isinstance(p, tuple))))


@dataclass(slots=True, eq=False)
class Cell:
    """A cell of a table. `name` is what it says, if that may be a name: short, and no link; `text` all of it."""

    row: Row
    column: int
    is_head: bool
    lines: list[Line] = field(default_factory=list)
    name: str = ""
    text: str = ""

    def end(self) -> None:
        """Name the cell, or count it among its row's cells with links: nothing more will be said in it."""
        if any(line.links for line in self.lines):
            self.row.linked += 1
        else:
            self.text = " ".join(line.text for line in self.lines)
            self.name = short_name(self.text)


@dataclass(slots=True, eq=False)
class Row:
    """A row: its cells, one that spans several columns repeated in each; and how many cells hold links."""

    table: Table
    head: Row | None
    columns: list[Cell] = field(default_factory=list)
    linked: int = 0


@dataclass(slots=True, eq=False)
class Table:
    """A row of head cells is the head of the rows under it; else the first row, if no other is without links."""

    head: Row | None = None
    row: Row | None = None
    linkless: list[Row] = field(default_factory=list)
    first: Row | None = None

    def end_row(self) -> None:
        """Close the open row, if there is one, and see whether it is a head."""
        row, self.row = self.row, None
        if row is None or not row.columns:
            return
        self.first = self.first or row
        if all(cell.is_head for cell in row.columns):
            self.head = row
        if not row.linked:
            self.linkless.append(row)


def fold(text: str) -> str:
    """The text on one line, without control characters and characters that turn its direction."""
    return " ".join(_UNSPEAKABLE.sub("", text).split())


def words(parts: Iterable[Part]) -> str:
    """What the parts say, one after the other."""
    return fold("".join(f" {part.text} " if isinstance(part, Link) else part[0] for part in parts))


def short_name(text: str) -> str:
    """The text without its surroundings, if it is short enough to be a name; else nothing."""
    if (
        len(text) > 2 * LABEL_LENGTH
        or len(text.split()) > 2 * _NAME_WORDS
        or len(_UNSPACED.findall(text)) > _NAME_SIGNS
    ):
        return ""
    name = trimmed(text)
    return name if len(name.split()) <= _NAME_WORDS and len(name) <= LABEL_LENGTH else ""

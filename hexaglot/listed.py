"""This file is what `list` shows of each link, and in which forms."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from json.encoder import encode_basestring_ascii
from typing import NamedTuple

from reports.spreadsheet import harmless
from reports.terminal import printable


class Link(NamedTuple):
    """One link of the catalogue, its fields in the order of CONTRACT's `list`."""

    message: str
    language: str
    url: str
    title: str | None
    provider: str | None
    video_id: str | None


Links = Sequence[Link]


def narrowed(links: Links, *, message: str | None, language: str | None) -> Links:
    """Those of this message and in this language, where a slug or a tag is given."""
    if message is not None:
        links = [link for link in links if link.message == message]
    if language is not None:
        links = [link for link in links if link.language == language]
    return links


def as_table(links: Links) -> str:
    """For people: a line for each link, in columns; nothing in it moves a terminal's cursor."""
    return "".join([f"{link[0].ljust(24)} {link[1].ljust(8)} {printable(link[2])}\n" for link in links])


def as_json(links: Links) -> str:
    """As `json.dumps(..., indent=1)` would write it, in a small part of its time: that one is not made for speed."""
    rows = [
        f' {{\n  "message": {_cell(message)},\n  "language": {_cell(language)},\n  "url": {_cell(url)},'
        f'\n  "title": {_cell(title)},\n  "provider": {_cell(provider)},\n  "video_id": {_cell(video_id)}\n }}'
        for message, language, url, title, provider, video_id in links
    ]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def as_csv(links: Links) -> str:
    """RFC 4180 with a head row and plain line feeds; no cell is a formula. What is not known is empty."""
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(Link._fields)
    writer.writerows(map(_harmless, links))
    return "".join(lines)


FORMS: Mapping[str, Callable[[Links], str]] = {"table": as_table, "json": as_json, "csv": as_csv}
"""By the words of `--format`."""


class _Lines(list[str]):
    """What csv writes, with plain line feeds. Told so itself, csv would leave a carriage return in a cell unquoted."""

    def write(self, line: str) -> None:
        self.append(line.removesuffix("\r\n") + "\n")


def _cell(value: str | None) -> str:
    return "null" if value is None else encode_basestring_ascii(value)


def _harmless(cells: Iterable[str | None]) -> list[str | None]:
    return [None if cell is None else harmless(cell) for cell in cells]

"""This file is all that is wrong with a file, as far as it can be told at once.

Reading stops at the first mistake, so that what it returns can be trusted. An editor wants to hear of all of them: so
each message is read piece by piece, as if it held nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from catalogue.errors import Unreadable
from catalogue.file.reading import Reader, read
from catalogue.file.tags import languages_of
from catalogue.file.tree import Mapping, Mark, Node, Scalar, Tree

MOST = 50
"""How many mistakes are told at once."""

_BY_LANGUAGE = frozenset({"title", "videos"})


def troubles_of(tree: Tree) -> tuple[Unreadable, ...]:
    """What is wrong, in file order: of each value of a message, and of each language, the first mistake.

    Where the languages cannot be read, nothing is said of the messages: every tag would look wrong.
    """
    try:
        read(tree)
    except Unreadable as first:
        found = {str(first): first}
        for one in _of_messages(tree):
            if len(found) == MOST:
                break
            found[str(one)] = one
        return tuple(sorted(found.values(), key=lambda one: one.at or (0, 0)))
    return ()


@dataclass(slots=True)
class _Part:
    """A mapping with some of another's entries."""

    value: list[tuple[Scalar, Node]]
    flow_style: bool
    start_mark: Mark
    end_mark: Mark
    id: Literal["mapping"] = "mapping"


def _of_messages(tree: Tree) -> Iterator[Unreadable]:
    fields = _fields(tree.root)
    try:
        reader = Reader(tree.written, languages_of(tree.written, fields.get("languages")))
    except Unreadable:
        return
    messages = fields.get("messages")
    if messages is not None and messages.id == "mapping":
        for slug, node in _pairs(messages):
            for piece in _pieces(node):
                try:
                    reader.message(slug, piece)
                except Unreadable as error:
                    yield error


def _fields(node: Node | None) -> dict[str, Node]:
    return {key.value: value for key, value in _pairs(node)} if node is not None and node.id == "mapping" else {}


def _pairs(node: Mapping) -> Iterator[tuple[Scalar, Node]]:
    """The entries, without those whose key is no word: the first of these is told by reading the whole."""
    for key, value in cast("list[tuple[Node, Node]]", node.value):
        if key.id == "scalar":
            yield key, value


def _pieces(message: Node) -> Iterator[Node]:
    """The message without some of what it holds: each time it holds one value, and at last all."""
    if message.id == "mapping":
        for key, value in _pairs(message):
            if key.value in _BY_LANGUAGE and value.id == "mapping":
                yield from (_with(message, (key, _with(value, pair))) for pair in _pairs(value))
            else:
                yield _with(message, (key, value))
    yield message


def _with(mapping: Mapping, pair: tuple[Scalar, Node]) -> Mapping:
    return _Part([pair], mapping.flow_style, mapping.start_mark, mapping.end_mark)

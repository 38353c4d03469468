"""This file is where in a catalogue file a value stands, looked up by the keys that lead to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from catalogue.file.tree import Mapping, Node, Scalar, Tree, is_null

Keys: TypeAlias = tuple[str, ...]
"""The keys from the outermost mapping to a value; in a list, the item's number from 0."""

_BREAK = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    """A line and a column, both from 1, as an editor counts them."""

    line: int
    column: int


def places_of(tree: Tree, paths: Iterable[Keys]) -> dict[Keys, Place]:
    """Where these values stand.

    A value that is a text is looked for itself, any other by its key. Where keys lead to nothing, as far as they lead
    counts: a missing title stands where its message does.
    """
    starts = [0, *(found.end() for found in _BREAK.finditer(tree.written.text))]
    look = _Look(tree.root)
    found = {}
    for path in paths:
        index = look.index(path)
        line = bisect_right(starts, index)
        found[path] = Place(line, index - starts[line - 1] + 1)
    return found


@dataclass(frozen=True, slots=True)
class _Look:
    """Goes through one tree, and reads each mapping's keys once."""

    root: Node | None
    _known: dict[int, dict[str, tuple[Scalar, Node]]] = field(default_factory=dict)

    def index(self, path: Keys) -> int:
        """Where the value begins, in characters."""
        if self.root is None:
            return 0
        node, index = self.root, self.root.start_mark.index
        for step in path:
            if node.id == "mapping":
                pair = self._entries(node).get(step)
                if pair is None:
                    return index
                key, node = pair
                index = key.start_mark.index
            elif node.id == "sequence":
                node = node.value[int(step)]
                index = node.start_mark.index
            else:  # an address that stands by itself, where a mapping with “url:” could
                break
        return node.start_mark.index if node.id == "scalar" and not is_null(node) else index

    def _entries(self, node: Mapping) -> dict[str, tuple[Scalar, Node]]:
        entries = self._known.get(id(node))
        if entries is None:
            entries = self._known[id(node)] = {key.value: (key, value) for key, value in node.value}
        return entries

"""This file is the excerpt: a large file without the lines of the messages that a change does not concern.

A message in block style is a stretch of whole lines, and what stands before and after it does not depend on it. So a
change can be decided and proven in the excerpt, in milliseconds, and made in the file.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from catalogue.file.splice import Splice
from catalogue.file.tree import Tree
from catalogue.file.written import Written

NEIGHBOURS = 2
"""The last messages stay in every excerpt: they show the file's manner, and new ones go below them."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of a text. `stretches` are the beginning and end, in the whole text, of what was kept."""

    text: str
    stretches: tuple[tuple[int, int], ...]

    def in_the_whole(self, splice: Splice) -> Splice:
        """The same splice as one of the whole text; between two stretches it goes to the end of the first."""
        left = splice.start
        for start, end in self.stretches:
            if left <= end - start:
                return Splice(start + left, start + left + splice.end - splice.start, splice.text)
            left -= end - start
        message = f"there is no character {splice.start} in this excerpt"
        raise IndexError(message)


def starts_of(tree: Tree) -> tuple[int, ...]:
    """Where the lines of each message begin; nothing where messages are not in block style."""
    if tree.root is None or tree.root.id != "mapping" or tree.root.flow_style:
        return ()
    messages = next((value for key, value in tree.root.value if key.value == "messages"), None)
    if messages is None or messages.id != "mapping" or messages.flow_style:
        return ()
    return tuple([key.start_mark.index - key.start_mark.column for key, _ in messages.value])


def excerpt(written: Written, starts: tuple[int, ...], kept: Collection[int]) -> Excerpt:
    """The text without the messages that are not among `kept`, the places of messages from 0. The last one stays."""
    text = written.text
    stretches = [(0, starts[0])]
    for place, (start, end) in enumerate(pairwise((*starts, len(text)))):
        if place not in kept and end != len(text):
            continue
        if stretches[-1][1] == start:
            start, _ = stretches.pop()  # noqa: PLW2901 - two stretches that touch are one
        stretches.append((start, end))
    return Excerpt("".join(text[start:end] for start, end in stretches), tuple(stretches))

"""This file is the manner of a person's file: by how much they indent each level."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.file.tree import Mapping

USUAL = 2
"""Columns, where the file shows no manner of its own."""

_LEVELS = 4


def steps_of(root: Mapping) -> tuple[int, ...]:
    """By how many columns messages, their fields, languages and their fields are indented below what holds them.

    Each is read off the last message that shows it; a level that is shown nowhere is indented as the one above.
    """
    found: dict[int, int] = {}
    for level, step in _shown(root, 0):
        found.setdefault(level, step)
        if len(found) == _LEVELS:
            break
    steps = [USUAL]
    for level in range(_LEVELS):
        steps.append(found.get(level, steps[-1]))
    return tuple(steps[1:])


def _shown(node: Mapping, level: int) -> Iterator[tuple[int, int]]:
    """Levels with their indentation, as far as lines show it, from the end of the file backwards."""
    for key, value in reversed(node.value):
        if value.id == "mapping" and not value.flow_style:
            yield level, value.value[0][0].start_mark.column - key.start_mark.column
            yield from _shown(value, level + 1)

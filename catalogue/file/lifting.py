"""This file is how an entry is lifted out of one person's text as it stands there, comments and all."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import cast

from catalogue.file.margins import after, before, begins_its_line
from catalogue.file.placing import Slot
from catalogue.file.tree import Mapping
from catalogue.file.written import Written

_LINE_END = re.compile(r"\r\n?|\n")


def found(root: Slot, place: Iterable[str]) -> Slot | None:
    """The entry at this place, if there is one."""
    slot: Slot | None = root
    for name in place:
        slot = slot.entries().get(name) if slot else None
    return slot


def first_of(slot: Slot) -> Slot:
    """The first entry of a mapping that has some."""
    mapping = cast("Mapping", slot.value)
    key, value = mapping.value[0]
    return Slot(key, value, slot.flow or mapping.flow_style, slot.steps[1:])


def has_own_lines(written: Written, slot: Slot) -> bool:
    """Whether an entry begins a line, and no braces are around it."""
    return not slot.flow and begins_its_line(written, slot.key)


def stretch(written: Written, slot: Slot) -> tuple[int, int]:
    """Where the lines of an entry begin and end, with the comments below that are indented deeper than its key."""
    return written.line_start(slot.key.start_mark.index), after(written, slot.value, slot.key.start_mark.column)


def lines(written: Written, slot: Slot) -> list[str]:
    """The lines of an entry, without their ends."""
    start, end = stretch(written, slot)
    return _split(written.text[start:end])


def lines_with_comments(written: Written, slot: Slot, known: Container[str]) -> list[str]:
    """The same after the comments that stand directly above it, but for those that are known elsewhere as well."""
    start = before(written, slot.key)
    above = _split(written.text[start : written.line_start(slot.key.start_mark.index)])
    return [line for line in above if line.strip() not in known] + lines(written, slot)


def trimmed_lines(written: Written) -> frozenset[str]:
    """All lines of a text, without their indentation."""
    return frozenset(line.strip() for line in _split(written.text))


def _split(text: str) -> list[str]:
    found = _LINE_END.split(text)
    return found if found[-1] else found[:-1]

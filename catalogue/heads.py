"""This file is which lines of a letter may each begin another message: headings, and paragraphs like titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalogue.heading import could_be_a_title, reads_like_a_title
from catalogue.lines import Line


@dataclass(frozen=True, slots=True)
class Head:
    """A line that may be the title of what stands under it; `heading` is whether the letter says that it is one."""

    text: str
    heading: bool = False


def heads_in(lines: Sequence[Line]) -> Iterator[Head | None]:
    """For each line what it may begin, if anything."""
    block = -1
    for line in lines:
        begins, block = line.block != block, line.block
        if line.links or line.cell is not None:
            yield None
        elif line.kind == "heading":
            yield Head(line.text, heading=True) if could_be_a_title(line.text) else None
        else:
            yield Head(line.text) if begins and reads_like_a_title(line.text) else None

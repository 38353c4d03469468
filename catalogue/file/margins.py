"""This file is where lines can be put into a person's file: after an entry, before it, and with which line ends."""

from __future__ import annotations

import re

from catalogue.file.splice import Splice
from catalogue.file.tree import Mapping, Node, Scalar, end_of
from catalogue.file.written import Written

_LINE_END = re.compile(r"\r\n?|\n")
_BLANKS = " \t\r\n"
_OF_A_HEAD = "|>+-123456789"


def after(written: Written, node: Node, column: int) -> int:
    """Where the line after an entry begins whose key stands at this column.

    Comments below it that are indented deeper belong to it, and so do empty lines between them.
    """
    end = end_of(node)
    place = end if _begins_a_line(written.text, end) else _next_line(written.text, end)
    seen = place
    while seen < len(written.text):
        line_after = _next_line(written.text, seen)
        line = written.text[seen:line_after]
        words = line.lstrip()
        if words.startswith("#") and len(line) - len(words) > column:
            place = line_after
        elif words:
            break
        seen = line_after
    return place


def before(written: Written, key: Scalar) -> int:
    """Where the line of a key begins, or the first of the comments that stand directly above it."""
    place = written.line_start(key.start_mark.index)
    while written.text[(above := _line_above(written, place)) : place].lstrip().startswith("#"):
        place = above
    return place


def lines_at(written: Written, place: int, lines: list[str]) -> Splice:
    """The splice that puts lines at the beginning of a line, or after the last one, with the line ends around it."""
    text = written.text
    if not _begins_a_line(text, place):  # the file's last line has no end, and gets none
        line_end = _line_end(text, len(text))
        return Splice(place, place, "".join(line_end + line for line in lines))
    line_end = _line_end(text, place)
    return Splice(place, place, "".join(line + line_end for line in lines))


def blanked(written: Written, node: Node) -> tuple[Splice, ...]:
    """The splices that take a value away and leave its key, and the comments beside it."""
    start = node.start_mark.index
    while start and written.text[start - 1] in _BLANKS:
        start -= 1
    return swapped(written, node, start, "")


def swapped(written: Written, node: Node, start: int, value: str) -> tuple[Splice, ...]:
    """The splices that put another value in the place of one; `start` may lie before it.

    A text block begins in its key's line, where a comment may follow: that one stays there.
    """
    end = max(start, trimmed_end(written, node))
    if node.id != "scalar" or node.style not in {"|", ">"}:
        return (Splice(start, end, value),)
    head = written.text[node.start_mark.index : _line_stop(written.text, node.start_mark.index)]
    below = node.start_mark.index + len(head)
    return (Splice(start, below - len(head.lstrip(_OF_A_HEAD)), value), Splice(below, end, ""))


def trimmed_end(written: Written, node: Node) -> int:
    """The index past the last visible character of a value: a text block ends where the next line begins."""
    end = end_of(node)
    while end > node.start_mark.index and written.text[end - 1] in _BLANKS:
        end -= 1
    return end


def begins_its_line(written: Written, key: Scalar) -> bool:
    """Whether only blanks stand before a key."""
    start = key.start_mark.index
    return not written.text[written.line_start(start) : start].strip(" ")


def stands_apart(written: Written, messages: Mapping) -> bool:
    """Whether an empty line stands between the last two entries."""
    if len(messages.value) < 2:  # noqa: PLR2004 - there is no between
        return False
    place = before(written, messages.value[-1][0])
    return not written.text[_line_above(written, place) : place].strip()


def _line_end(text: str, place: int) -> str:
    """The line end right before this place; where there is none, the last one above."""
    line_feed = (
        place - 1 if _begins_a_line(text, place) else max(text.rfind("\n", 0, place), text.rfind("\r", 0, place))
    )
    if line_feed < 0 or text[line_feed] == "\r":
        return "\r" if line_feed >= 0 else "\n"
    return "\r\n" if text[line_feed - 1 : line_feed] == "\r" else "\n"


def _next_line(text: str, index: int) -> int:
    found = _LINE_END.search(text, index)
    return found.end() if found else len(text)


def _line_stop(text: str, index: int) -> int:
    found = _LINE_END.search(text, index)
    return found.start() if found else len(text)


def _line_above(written: Written, line: int) -> int:
    return written.line_start(line - (2 if written.text.startswith("\r\n", line - 2) else 1))


def _begins_a_line(text: str, index: int) -> bool:
    return index == 0 or text[index - 1] in "\r\n"

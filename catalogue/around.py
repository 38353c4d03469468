"""This file is what stands around a link in its page, and may name it: before it, after it, above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.heading import reads_like_a_title
from catalogue.labels import LABEL_LENGTH, is_silent, tells_of_another_thing, trimmed
from catalogue.lines import INVISIBLE, Line, Link, Part, short_name, words

_BEFORE_ALL = frozenset({"heading", "dt", "summary"})
"""Kinds of lines that name what comes after them, never what came before."""
_TIED = re.compile(rf"(?:[:\uff1a]|\s[{INVISIBLE}]*[-–—])[\s{INVISIBLE}]*\Z")  # noqa: RUF001 - dashes
_ENCLOSED = re.compile(r"\s*[(\uff08]([^()\uff08\uff09]*)[)\uff09]")
_PHRASE_END = re.compile(
    rf"[\uff1a。]|(?<!\d):|:(?!\d\d)|[.!?…][{INVISIBLE}]*\s|\s[{INVISIBLE}]*[-–—][{INVISIBLE}]*\s"  # noqa: RUF001 - dashes
)
_TITLES_SKIPPED = 2


@dataclass(frozen=True, slots=True)
class Side:
    """What may name a link from one side. `place` is the same for both links that have these words between them.

    `near` words share the link's line; `bound` ones are tied to it by a colon, a dash or brackets.
    """

    texts: tuple[str, ...] = ()
    place: tuple[int, int] = (0, 0)
    near: bool = False
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a link: its `own` words and table cells, and its two sides.

    `open` is whether words of another line may name it: not where it has words of its own that are a name, and that no
    other link has. `title` is its own text where that is longer than a name, and no other link has it. `warned` is a
    link among others that are said to be something else than recordings: “Subtitled versions: ...”.
    """

    own: tuple[str, ...]
    before: Side
    after: Side
    open: bool
    title: str = ""
    warned: bool = False


@dataclass(frozen=True, slots=True)
class Above:
    """What may name a line from above, nearest first, the number of the line that says it first, and titles between.

    `warning` announces that what follows is something else than the recordings: “Subtitled versions:”.
    """

    texts: tuple[str, ...] = ()
    origin: int = 0
    titles: tuple[str, ...] = ()
    warning: str = ""


def before(lines: list[Line], number: int, end: int, above: Above) -> Side:
    """The words between the link before and this one; where its line has none, the end of the line above."""
    parts = lines[number].parts
    start = _after_last_link(parts, end)
    said = words(parts[start:end])
    if not is_silent(said):
        enclosed = _ENCLOSED.match(said) if start else None  # the name of the link before, perhaps
        rest = phrases(said[enclosed.end() :]) if enclosed else ()
        texts = (*rest, *reversed(phrases(said)), trimmed(said))
        return Side(tuple(dict.fromkeys(texts)), (number, start), near=True, bound=_TIED.search(said) is not None)
    if start or not number:
        return Side()
    higher = lines[number - 1]
    if higher.links:
        start = _after_last_link(higher.parts, len(higher.parts))
        name = short_name((phrases(words(higher.parts[start:])) or ("",))[-1])
        if name:
            return Side((name,), (number - 1, start))
    texts, origin = above.texts, above.origin
    # A link with words after it does not stand alone, yet what follows it may be the next link's name.
    if not texts and not higher.links and (name := short_name((phrases(higher.text) or ("",))[-1])):
        texts, origin = (name,), number - 1
    return Side(texts, (origin, 0), bound=lines[origin].kind in _BEFORE_ALL)


def after(lines: list[Line], number: int, place: int) -> Side:
    """The words between this link and the next; where its line has none, the start of the line below."""
    parts = lines[number].parts
    start = place + 1
    end = next((after for after in range(start, len(parts)) if isinstance(parts[after], Link)), len(parts))
    said = words(parts[start:end])
    if not is_silent(said):
        enclosed = _ENCLOSED.match(said)
        texts = (*((trimmed(enclosed[1]),) if enclosed else ()), *phrases(said), trimmed(said))
        return Side(tuple(dict.fromkeys(texts)), (number, start), near=True, bound=enclosed is not None)
    if end < len(parts) or number + 1 == len(lines) or lines[number + 1].kind in _BEFORE_ALL:
        return Side()
    cell, ours = lines[number + 1].cell, lines[number].cell
    if cell is not None and cell.row.linked and (ours is None or ours.row is not cell.row):
        return Side()  # it names what stands in its own row
    parts = lines[number + 1].parts
    end = next((place for place, part in enumerate(parts) if isinstance(part, Link)), len(parts))
    said = words(parts[:end])
    texts = tuple(dict.fromkeys((*phrases(said), trimmed(said))))
    return Side(texts, (number + 1, 0)) if trimmed(said) else Side()


def above(lines: list[Line]) -> Iterator[Above]:
    """For each line what may name it from above, and which titles stand between.

    The line before, the one before that, the heading; a title may stand between a name and its link. Links that stand
    alone one under the other share what stands above the first. The second line matters where names are listed first
    and addresses after them: then two names contradict each other, and nothing is guessed.
    """
    heading, headed = "", 0
    nearest: list[str] = []
    titles: list[str] = []
    origin = 0
    fresh = False  # no link has stood under the nearest name yet
    previous: Line | None = None
    warning = ""
    for number, line in enumerate(lines):
        texts = (*nearest, *([heading] if heading else [])) if line.alone else ()
        yield Above(texts, origin if nearest else headed, tuple(titles), warning)
        if not line.links:
            warning = line.text if _announces(line) and tells_of_another_thing(line.text) else ""
        if line.alone:
            fresh = False
            titles = []
        elif fresh and _may_stand_between(line, titles):
            titles.append(line.text)
        elif not (nearest and fresh and not line.links and is_silent(line.text)):
            name = "" if line.links or line.kind == "heading" else short_name(line.text) or _announcement(line)
            is_list = name and previous is not None and previous.kind == line.kind and not previous.links
            nearest = [name, short_name(previous.text)] if is_list and previous is not None else [name]
            nearest = [name for name in nearest if name]
            origin, fresh = number, True
            titles = [line.text] if reads_like_a_title(line.text) and line.kind != "heading" else []
        if line.kind == "heading":
            heading, headed = trimmed(line.text)[:LABEL_LENGTH], number
        previous = line


def phrases(text: str) -> tuple[str, ...]:
    """What stands between its colons, dashes and sentences' ends, in their order."""
    return tuple(filter(None, map(trimmed, _PHRASE_END.split(text))))


def _announcement(line: Line) -> str:
    """A longer line that ends with a colon, such as “You can watch the video in Arabic here:”."""
    name = trimmed(line.text)
    return name if _TIED.search(line.text) and len(name) <= LABEL_LENGTH else ""


def _announces(line: Line) -> bool:
    return line.kind in _BEFORE_ALL or _TIED.search(line.text) is not None


def _may_stand_between(line: Line, titles: list[str]) -> bool:
    """Is it a title, longer than a name, without links?"""
    plain = not line.links and line.kind not in _BEFORE_ALL
    return plain and len(titles) < _TITLES_SKIPPED and not short_name(line.text) and reads_like_a_title(line.text)


def _after_last_link(parts: list[Part], end: int) -> int:
    return next((place + 1 for place in range(end - 1, -1, -1) if isinstance(parts[place], Link)), 0)

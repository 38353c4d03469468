"""This file is what a validation found: the value that every format of `validate` prints."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue import Unreadable
from catalogue.review import Finding, Level
from reports.findings import in_english

STRUCTURE = "structure"
"""What stands for a rule's name where the file itself cannot be read."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding with its place, in English; what others wrote in it is clean.

    `line` and `column` count from 1, both None where no place is to blame; `message` is a slug, `language` a tag.
    """

    rule: str
    level: Level
    line: int | None
    column: int | None
    message: str | None
    language: str | None
    text: str
    remedy: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Validated:
    """What was found in one file, in file order, and how much it holds.

    `troubles` are why it cannot be read, as every command says them; then the remarks are the same, and nothing else
    was looked at.
    """

    file: str
    remarks: tuple[Remark, ...]
    messages: int = 0
    links: int = 0
    troubles: tuple[str, ...] = ()

    @property
    def readable(self) -> bool:
        """Could the file be read?"""
        return not self.troubles

    def count(self, level: Level) -> int:
        """How many remarks are of this level."""
        return sum(remark.level is level for remark in self.remarks)


def remark_of(slug: str, finding: Finding, place: tuple[int, int]) -> Remark:
    """A finding at its line and column."""
    better = finding.suggestion
    return Remark(
        finding.rule,
        finding.level,
        *place,
        slug,
        None if finding.language is None else finding.language.tag,
        in_english(finding),
        finding.remedy,
        better if better is not None and better.isprintable() else None,
    )


def unreadable(file: str, troubles: tuple[Unreadable, ...]) -> Validated:
    """A file that cannot be read, and why."""
    return Validated(file, tuple(_trouble(file, one) for one in troubles), troubles=tuple(map(str, troubles)))


def _trouble(file: str, error: Unreadable) -> Remark:
    """The reader's sentence, “what; what to do”, as two."""
    line, column = error.at or (None, None)
    sentence = str(error).removeprefix(f"{file}:{line}:{column}: ")
    text, _, remedy = sentence.rpartition("; ")
    text, remedy = (text, remedy) if text else (remedy, "")
    return Remark(
        STRUCTURE, Level.ERROR, line, column, None, None, _whole(text, at_start=error.at is None), _whole(remedy)
    )


def _whole(sentence: str, *, at_start: bool = False) -> str:
    """With a capital, unless it begins with the file's name, and a full stop."""
    if not sentence:
        return ""
    first = sentence[0] if at_start else sentence[0].upper()
    return first + sentence[1:] + ("" if sentence[-1] in ".?" else ".")


def in_order(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """In the order of the file, the worst first where several stand at one place."""
    levels = tuple(Level)
    return tuple(
        sorted(remarks, key=lambda one: (one.line or 0, one.column or 0, levels.index(one.level), one.rule, one.text))
    )


def tally(validated: Validated) -> str:
    """What was found in one sentence."""
    if not validated.readable:
        return f"The file cannot be read: {_counted(len(validated.troubles), 'mistake')}."
    what = f"{_counted(validated.messages, 'message')} with {_counted(validated.links, 'link')}"
    if not validated.remarks:
        return f"Nothing was found in {what}."
    levels = ", ".join(_counted(number, level) for level in Level if (number := validated.count(level)))
    return f"{_counted(len(validated.remarks), 'finding')} in {what}: {levels}."


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

"""This file is the task that git starts to merge a catalogue: read three versions, decide, write the one of both."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from catalogue import Unreadable
from catalogue.file.composed import SIZE_LIMIT
from catalogue.file.reconciling import Sides, Unmergeable, reconcile
from catalogue.file.replacing import present, replace_file
from hexaglot.disputes import CHOOSE, disputes, remarks
from hexaglot.plain_merge import Lines, merge_lines


@dataclass(frozen=True, slots=True)
class Outcome:
    """The file of both, and what to say. Where it is not `clean`, a person must choose between marks in it."""

    content: bytes
    clean: bool = True
    says: tuple[str, ...] = ()


def merge_files(base: Path, ours: Path, theirs: Path) -> Outcome:
    """Make the second file that of both. Raises CatalogueError where it cannot be; then it is as it was."""
    began = present(base, SIZE_LIMIT) if base.is_file() else None  # git has none, or /dev/null, where both began anew
    sides = Sides(began or b"", _content(ours), _content(theirs))
    outcome = merged(sides)
    if outcome.content != sides.ours:
        replace_file(ours, sides.ours, outcome.content)
    return outcome


def merged(sides: Sides) -> Outcome:
    """Decide what becomes of three versions. Raises Unreadable where even their lines cannot be merged."""
    if sides.theirs in (sides.ours, sides.base):
        return Outcome(sides.ours)
    if sides.ours == sides.base:
        return Outcome(sides.theirs)
    lines = merge_lines(sides)
    try:
        both = reconcile(sides, lines.content if lines and lines.clean else None)
    except Unreadable as error:
        return _by_lines(lines, str(error))
    except Unmergeable as error:
        return _by_lines(None if lines and lines.clean else lines, str(error), sides)
    said = (*disputes(both.merged), *remarks(both.merged, by_lines=both.by_lines))
    return Outcome(both.content, not both.merged.conflicts, said)


def _by_lines(lines: Lines | None, reason: str, sides: Sides | None = None) -> Outcome:
    """The merge of lines, and where there is none, both versions whole, so that nothing is lost."""
    said = f"the versions cannot be merged key by key, so lines were merged: {reason}"
    if lines is not None:
        return Outcome(lines.content, lines.clean, (said,) if lines.clean else (said, CHOOSE))
    if sides is None:
        sentence = (
            f"{reason}. Its lines cannot be merged either; ours was left as it is, and theirs is in `git show :3:FILE`"
        )
        raise Unreadable(sentence)
    parts = (
        b"<<<<<<< ours",
        sides.ours.rstrip(b"\r\n"),
        b"=======",
        sides.theirs.rstrip(b"\r\n"),
        b">>>>>>> theirs",
        b"",
    )
    return Outcome(b"\n".join(parts), clean=False, says=(f"{reason}. Both versions stand in the file whole", CHOOSE))


def _content(path: Path) -> bytes:
    content = present(path, SIZE_LIMIT)
    if content is None:
        message = f"{path} does not exist; give the three files that git names: BASE OURS THEIRS"
        raise Unreadable(message)
    return content

"""This file is how two people's versions of one file become one, proven by reading it before it is given out.

A plain merge of lines, as git makes it, keeps both sides' comments best. It is taken where it says exactly what the
merge by key says; else their part is spliced into our text.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass

from catalogue.contents import Contents
from catalogue.errors import CatalogueError
from catalogue.file.collecting import no_collecting
from catalogue.file.composed import compose, decoded
from catalogue.file.ending import kept_open
from catalogue.file.grafting import Version, grafts
from catalogue.file.listing import listed
from catalogue.file.marking import Marking
from catalogue.file.reading import read
from catalogue.file.saying import contents_of
from catalogue.file.splice import spliced
from catalogue.merge import LANGUAGES, Merged, keeping, merge


@dataclass(frozen=True, slots=True)
class Sides:
    """What stands in the three files: bytes. `base` is empty where both began anew."""

    base: bytes
    ours: bytes
    theirs: bytes


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One file of both. Where there are conflicts, marks in it show them. `by_lines` says that lines were merged."""

    content: bytes
    merged: Merged
    by_lines: bool = False


class Unmergeable(CatalogueError):  # noqa: N818 - named for what it is, as the rest of its tree
    """Two versions that cannot be brought together in the form in which they are written."""


def reconcile(sides: Sides, by_lines: bytes | None) -> Reconciled:
    """Bring two versions together. `by_lines` is the clean merge of their lines, if there is one.

    Raises Unreadable for a version that cannot be read, Unmergeable where the result could not be written or shown.
    """
    with no_collecting():
        return _reconciled(sides, by_lines)


def _reconciled(sides: Sides, by_lines: bytes | None) -> Reconciled:
    base = _version(sides.base, "base").contents if sides.base.strip() else Contents()
    ours, theirs = _version(sides.ours, "ours"), _version(sides.theirs, "theirs")
    merged = merge(base, ours.contents, theirs.contents)
    if not merged.conflicts and by_lines is not None and _says(by_lines, merged.contents):
        return Reconciled(by_lines, merged, by_lines=True)
    try:
        text = _woven(ours, theirs, merged)
    except CatalogueError as error:
        raise Unmergeable(str(error)) from error
    mark = BOM_UTF8 if sides.ours.startswith(BOM_UTF8) else b""
    return Reconciled(mark + text.encode(), merged)


def _woven(ours: Version, theirs: Version, merged: Merged) -> str:
    """Our text with theirs spliced in, and marks around what is left to people; all else in it is proven."""
    marking = Marking(ours, theirs, merged.names)
    shown = marking.shown(conflict.entry for conflict in merged.conflicts)
    meant = keeping(merged.contents, merged.names.in_ours(ours.contents), tuple(one.place for one in shown))
    clean = grafts(ours, theirs, meant, merged.names)
    clean = (*clean, *kept_open(ours.tree, clean))
    languages = listed(ours.tree, ours.contents.languages, meant.languages)
    text = spliced(ours.tree.written.text, (*clean, *languages))
    if not _says(text.encode(), meant):
        raise Unmergeable("it would read back as something else")
    if not shown:
        return text
    first, last = marking.marks(shown)
    kept = () if any(one.place == LANGUAGES for one in shown) else languages
    return spliced(ours.tree.written.text, (*first, *clean, *kept, *last))


def _version(content: bytes, name: str) -> Version:
    tree = compose(decoded(content, name))
    return Version(tree, contents_of(tree, read(tree)))


def _says(content: bytes, meant: Contents) -> bool:
    try:
        return _version(content, "the result").contents.agrees_with(meant)
    except CatalogueError:
        return False

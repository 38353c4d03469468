"""This file is the shelf on which the catalogue file stands: open it, change it, lose nothing.

Nothing is ever dumped: a change is spliced into the text, and every byte that it does not concern stays as it was.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass, field
from pathlib import Path

from catalogue.errors import CatalogueError, Unreadable
from catalogue.file.changes import touched
from catalogue.file.collecting import no_collecting
from catalogue.file.composed import SIZE_LIMIT, compose, decoded
from catalogue.file.excerpt import starts_of
from catalogue.file.reading import read
from catalogue.file.replacing import present, replace_file
from catalogue.file.revision import first, revised
from catalogue.language import Language
from catalogue.model import SIX_LANGUAGES, Catalogue


@dataclass(frozen=True, slots=True)
class Document:
    """What stood in a catalogue file when it was read. `content` is its bytes, None where there was no file."""

    path: Path
    content: bytes | None
    catalogue: Catalogue
    starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    """Where the lines of each message begin, in characters; empty where that is not known."""


def open_document(path: Path, *, languages: tuple[Language, ...] = SIX_LANGUAGES) -> Document:
    """Read a catalogue file in order to change it. Where there is none, an empty catalogue in these languages.

    Raises Unreadable, with line, column and remedy where the content is wrong.
    """
    content = present(path, SIZE_LIMIT)
    if content is None:
        return Document(path, None, Catalogue(languages))
    return _read(path, content)


def load(path: Path) -> Catalogue:
    """Read a catalogue file. Raises Unreadable, also where there is none."""
    content = present(path, SIZE_LIMIT)
    if content is None:
        message = f"{path} does not exist; make it with `hexaglot import LETTER`, or say with --catalogue where it is"
        raise Unreadable(message)
    return _read(path, content).catalogue


def write(document: Document, after: Catalogue) -> Document:
    """Change the file so that it reads as `after`, and return what then stands there.

    New messages go after the last one. Within a message, titles, videos, speaker and date may be new, other or gone;
    what a stub says already is kept where its new video is silent about it. Where nothing is to change, nothing is
    touched. Raises CatalogueError for a change that is not supported, EditConflict where the file changed since it
    was read, Unwritable where the system refuses; in all three cases the file is as it was.
    """
    name = str(document.path)
    if document.content is None:
        if after == document.catalogue:
            return document
        revision, mark = first(name, after), b""
    else:
        places = touched(document.catalogue, after)
        if not places:
            return document
        mark = BOM_UTF8 if document.content.startswith(BOM_UTF8) else b""
        with no_collecting():
            written = decoded(document.content, name)
            revision = revised(written, document.catalogue, after, places, starts=document.starts)
    content = mark + revision.text.encode()
    if len(content) > SIZE_LIMIT:
        message = f"{name} would grow past {SIZE_LIMIT >> 20} MiB, so nothing was written; divide the catalogue"
        raise CatalogueError(message)
    replace_file(document.path, document.content, content)
    return Document(document.path, content, revision.catalogue)


def _read(path: Path, content: bytes) -> Document:
    with no_collecting():
        return Document(path, content, *_catalogue_in(content, str(path)))  # here the tree is gone already


def _catalogue_in(content: bytes, name: str) -> tuple[Catalogue, tuple[int, ...]]:
    tree = compose(decoded(content, name))
    return read(tree), starts_of(tree)

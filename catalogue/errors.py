"""This file is the tree of everything that can be wrong with a catalogue or a letter.

CatalogueError
├── InvalidValue          a value that cannot be what it is meant to be (a slug, a tag, a date ...)
│   └── DuplicateLanguage two recordings of one message in one language
├── Unreadable            a file that cannot be read, or holds something else than it should
├── Unwritable            a file that could not be written; what stood there before still stands
└── EditConflict          somebody else changed the file between our reading and our writing

Every message is one or two sentences for the person who edits: what, where (file:line), what to do.
"""

from __future__ import annotations


class CatalogueError(Exception):
    """Something a person should know about a catalogue or a letter; `str(error)` is the sentence."""


class InvalidValue(CatalogueError, ValueError):  # noqa: N818 - named for what it is, as the tree above reads
    """A value that a catalogue cannot hold."""


class DuplicateLanguage(InvalidValue):
    """Two recordings of one message in one language."""


class Unreadable(CatalogueError):  # noqa: N818
    """A file that cannot be read as what it should be.

    `at` is the line and the column, both from 1, that the message names; None where no place is to blame.
    """

    def __init__(self, message: str, *, at: tuple[int, int] | None = None) -> None:
        super().__init__(message)
        self.at = at


class Unwritable(CatalogueError):  # noqa: N818
    """A file that could not be written. Nothing was changed."""


class EditConflict(CatalogueError):  # noqa: N818
    """The file changed while we were working on it. Nothing was changed by us."""

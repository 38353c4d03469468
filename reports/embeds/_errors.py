"""This file is the tree of everything that keeps a snippet from being written.

SnippetError
├── UnknownVariant   a name after `--variant` that is none
├── WrongNumber      no version to show, or several for a form that shows one
├── Unavailable      the video is believed to be gone, and nothing else can stand in its place
└── UnsafeAddress    an address that no page should link to or frame

Every message is one or two sentences for the editor: what, where, what to do. Nothing was written.
"""

from __future__ import annotations


class SnippetError(ValueError):
    """Something that keeps a snippet from being written; `str(error)` is the sentence."""


class UnknownVariant(SnippetError):  # noqa: N818 - named for what it is, as the tree above reads
    """No variant has this name."""


class WrongNumber(SnippetError):  # noqa: N818
    """This variant cannot show so many versions, or so few."""


class Unavailable(SnippetError):  # noqa: N818
    """Nobody could watch what this snippet would show."""


class UnsafeAddress(SnippetError):  # noqa: N818
    """An address that is not a plain http or https one."""

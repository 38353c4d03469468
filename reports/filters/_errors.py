"""This file is what is raised when nobody here knows a content management system."""

from __future__ import annotations

from reports.embeds import SnippetError


class UnknownCms(SnippetError):  # noqa: N818 - named for what it is, as its siblings are
    """No filter has this name; `str(error)` is the sentence for the editor."""

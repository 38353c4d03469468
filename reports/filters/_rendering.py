"""This file is how GitHub's Markdown becomes HTML, the HTML that stands in it included (a door to markdown_it).

Not for browsers: the HTML is as it was written, and goes through a filter next. Letters are read in another way, in
`catalogue/markdown.py`.
"""

from __future__ import annotations

from markdown_it import MarkdownIt

_READER = MarkdownIt("gfm-like", {"html": True})


def rendered(text: str) -> str:
    """The HTML of this Markdown, by GitHub's rules on tables, strikethrough and bare addresses."""
    return str(_READER.render(text))

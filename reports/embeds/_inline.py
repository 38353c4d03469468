"""This file is the snippet for a place within a sentence: a link, which no editor chooses by name."""

from __future__ import annotations

from markupsafe import Markup

from reports.embeds._contract import Order, Sequence, Syntax, Variant
from reports.embeds._html import link, words
from reports.embeds._order import only_version


class Inline:
    """One `<a>` with the title, in no element of its own, so that it may stand where another link stood."""

    name = "inline"
    summary = "A link with the title, to stand within a sentence."
    single = True
    plays = False
    files: tuple[str, ...] = ()
    syntax = Syntax.HTML
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The link of the one version ordered, what must be said before it; raises SnippetError."""
        version = only_version(self, order)
        first = Markup() if version.said is None else words(version.said.text, version.said.language, order) + " "
        return f"{first}{link(version, order)}\n"


INLINE: Variant = Inline()

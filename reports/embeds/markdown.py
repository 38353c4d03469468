"""This file is the snippet for Markdown: a link, or a list of links, that means the same to every reader of it."""

from __future__ import annotations

import re

from reports.embeds._address import page_of
from reports.embeds._contract import Order, Sequence, Syntax, Variant, Version
from reports.embeds._order import some_versions
from reports.embeds._text import isolated, named_and_gone

_MARKS = re.compile(r"[!-/:-@\[-`{-~]")
"""ASCII punctuation: all of it may be escaped, and then none of it means anything (CommonMark 0.31, 2.4)."""


class Markdown:
    """One link with its title; of several, a list, each with its language's own name."""

    name = "markdown"
    summary = "Links in Markdown, for readme files, wikis and forums; one for a language, a list for all."
    single = False
    plays = False
    files: tuple[str, ...] = ()
    syntax = Syntax.MARKDOWN
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The links of the versions in the order given; raises SnippetError."""
        first, *more = some_versions(self, order)
        if more:
            return "".join(f"- {_item(version, order)}\n" for version in order.versions)
        said = "" if first.said is None else f"{_escaped(first.said.text)}\n\n"
        return f"{said}{_link(first, first.title, order)}\n"


def _item(version: Version, order: Order) -> str:
    return _link(version, f"{version.language.autonym}: {version.title}", order)


def _link(version: Version, text: str, order: Order) -> str:
    """The isolates stand within the link, so that they keep it together wherever it is moved."""
    if version.gone is not None:
        parts = named_and_gone(text, version.language, version.gone)
        return ": ".join(isolated(_escaped(part.text), part.language, wanted=order.isolates) for part in parts)
    shown = isolated(_escaped(text), version.language, wanted=order.isolates)
    page = page_of(version)
    # Parentheses may stand in an address between angle brackets (CommonMark 6.3).
    return f"[{shown}](<{page}>)" if re.search(r"[()]", page) else f"[{shown}]({page})"


def _escaped(text: str) -> str:
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", text)


VARIANT: Variant = Markdown()

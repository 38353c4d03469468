"""This file is the private snippet: a panel whose player is loaded when a reader opens it, without any script."""

from __future__ import annotations

from reports.embeds._contract import Order, Sequence, Syntax, Variant
from reports.embeds._order import only_version
from reports.embeds._panel import panel


class Details:
    """One `<details>`, closed; its label is the title."""

    name = "details"
    summary = "Click to load, without a script: nobody is asked for anything before a reader opens it."
    single = True
    plays = True
    files: tuple[str, ...] = ("vm.css", "vm.js")
    syntax = Syntax.HTML
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The panel of the one version ordered; raises SnippetError."""
        version = only_version(self, order)
        return str(panel(version, order, version.title))


VARIANT: Variant = Details()

"""This file is the snippet with a panel for each language, of which one at a time is open, without any script."""

from __future__ import annotations

from markupsafe import Markup

from reports.embeds._contract import Order, Sequence, Syntax, Variant
from reports.embeds._order import some_versions
from reports.embeds._panel import panel

_SWITCHER = Markup('<div class="vm">\n{panels}</div>\n')


class Switcher:
    """A `<details>` for each language by its own name, all closed.

    The panels of one message share a `name`, so if it is pasted twice into one page, one panel of both is open.
    """

    name = "switcher"
    summary = "All languages, each a panel that loads its player when it is opened; one is open at a time."
    single = False
    plays = True
    files: tuple[str, ...] = ("vm.css", "vm.js")
    syntax = Syntax.HTML
    sequence = Sequence.UN

    def render(self, order: Order) -> str:
        """The panels of the versions in the order given; raises SnippetError."""
        panels = (
            panel(version, order, version.language.autonym, f"vm-{order.group}")
            for version in some_versions(self, order)
        )
        return str(_SWITCHER.format(panels=Markup().join(panels)))


VARIANT: Variant = Switcher()

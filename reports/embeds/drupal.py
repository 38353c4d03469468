"""This file is the snippet for Drupal's Basic HTML, which keeps links but no frame: titles that are links."""

from __future__ import annotations

from markupsafe import Markup

from reports.embeds._contract import Order, Sequence, Syntax, Variant
from reports.embeds._html import link, said
from reports.embeds._order import some_versions
from reports.embeds.links import link_list

# Without a class: Basic HTML takes it away. `hreflang`, `lang` and `dir` stay (SNIPPETS finding 8).
_ONE = Markup("{said}<p>{link}</p>\n")


class Drupal:
    """A paragraph, or a list for several versions. The address is also what a Remote video field takes."""

    name = "drupal"
    summary = "Titles as links, for Drupal's Basic HTML; give the same address to Remote video to show a player."
    single = False
    plays = False
    files: tuple[str, ...] = ()
    syntax = Syntax.HTML
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The titles of the versions in the order given; raises SnippetError."""
        first, *more = some_versions(self, order)
        if not more:
            return str(_ONE.format(said=said(first), link=link(first, order)))
        return str(link_list(self, order, lambda version: version.title))


VARIANT: Variant = Drupal()

"""This file is the snippet that every content filter lets through: a plain list of links, one for each language."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from reports.embeds._contract import Order, Sequence, Syntax, Variant, Version
from reports.embeds._html import link, said
from reports.embeds._order import some_versions

# The list has no `dir`, so it stands on the side where the page's own lists stand; each name has its own.
_LIST = Markup("{said}<ul>\n{items}</ul>\n")
_ITEM = Markup("<li>{link}</li>\n")


def link_list(variant: Variant, order: Order, name: Callable[[Version], str]) -> Markup:
    """The list of the versions in the order given, each by the name that it is given; raises SnippetError."""
    versions = some_versions(variant, order)
    links = (link(version, order, name(version)) for version in versions)
    return _LIST.format(said=said(versions[0]), items=Markup().join(_ITEM.format(link=one) for one in links))


class Links:
    """One `<ul>`. Each language by its own name; `zh` as in the catalogue, the tag of speech and name alike."""

    name = "links"
    summary = "A list of links, each language by its own name: survives every content filter, needs no player."
    single = False
    plays = False
    files: tuple[str, ...] = ()
    syntax = Syntax.HTML
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The list of the versions in the order given; raises SnippetError."""
        return str(link_list(self, order, lambda version: version.language.autonym))


VARIANT: Variant = Links()

"""This file is the snippet that every content filter lets through: a plain list of links, one for each language."""

from __future__ import annotations

from markupsafe import Markup

from reports.embeds._address import page_of
from reports.embeds._contract import Order, Variant
from reports.embeds._order import some_versions

# The list has no `dir`, so it stands on the side where the page's own lists stand; each name has its own.
_LIST = Markup("<ul>\n{items}</ul>\n")
_ITEM = Markup('<li><a lang="{lang}" hreflang="{lang}" dir="{dir}" href="{page}">{autonym}</a></li>\n')


class Links:
    """One `<ul>`. Each language by its own name; `zh` as in the catalogue, the tag of speech and name alike."""

    name = "links"
    summary = "A list of links, each language by its own name: survives every content filter, needs no player."
    single = False

    def render(self, order: Order) -> str:
        """The list of the versions in the order given; raises SnippetError."""
        items = (
            _ITEM.format(
                lang=version.language.tag,
                dir=version.language.direction,
                page=page_of(version),
                autonym=version.language.autonym,
            )
            for version in some_versions(self, order)
        )
        return str(_LIST.format(items=Markup().join(items)))


VARIANT: Variant = Links()

"""This file is the snippet with a custom element of ours, whose list of links works where its script is not there."""

from __future__ import annotations

from markupsafe import Markup

from reports.embeds._address import frame_of, page_of
from reports.embeds._contract import Order, Sequence, Syntax, Variant, Version
from reports.embeds._html import link, said
from reports.embeds._order import some_versions
from reports.embeds._text import isolated

_ELEMENT = Markup("{said}<vm-player>\n<ul>\n{items}</ul>\n</vm-player>\n")
_ITEM = Markup("<li>{link}</li>\n")
_LINK = Markup(
    '<a lang="{lang}" hreflang="{lang}" dir="{dir}" href="{page}" data-player="{player}" data-title="{title}">'
    "{text}</a>"
)


class Component:
    """`<vm-player>`, for sites that have our script vm-player.js: a link that is followed shows its player below."""

    name = "component"
    summary = "Links that show their player in place, for sites that have our vm-player.js; without it, just links."
    single = False
    plays = True
    files: tuple[str, ...] = ("vm-player.js", "vm.css")
    syntax = Syntax.HTML
    sequence = Sequence.UN

    def render(self, order: Order) -> str:
        """The element with the versions in the order given; raises SnippetError."""
        versions = some_versions(self, order)
        items = (_ITEM.format(link=_link(version, order)) for version in versions)
        return str(_ELEMENT.format(said=said(versions[0]), items=Markup().join(items)))


def _link(version: Version, order: Order) -> Markup:
    player = frame_of(version)
    if player is None:
        return link(version, order, version.language.autonym)
    return _LINK.format(
        lang=version.language.tag,
        dir=version.language.direction,
        page=page_of(version),
        player=player,
        title=version.title,
        text=isolated(version.language.autonym, version.language, wanted=order.isolates),
    )


VARIANT: Variant = Component()

"""This file is the snippet for pages that may hold a player: one frame, with a link below it that survives it."""

from __future__ import annotations

from markupsafe import Markup

from reports.embeds._contract import Order, Sequence, Syntax, Variant, Version
from reports.embeds._html import WRAPPING, card, link, player, said, style_of
from reports.embeds._order import only_version

# The link is what readers have where the frame is stripped, blocked, or refused by the site.
_FIGURE = Markup('{said}<figure class="vm"{style}>\n{player}<figcaption>{link}</figcaption>\n</figure>\n')


def figure(version: Version, order: Order) -> Markup:
    """The player with its link, or the link alone where there is no player. Raises SnippetError."""
    inside = player(version, order)
    if inside is None:
        return card(version, order)
    style = style_of(order, f"margin-inline:0;{WRAPPING}")
    return _FIGURE.format(said=said(version), style=style, player=inside, link=link(version, order))


class Iframe:
    """One `<figure>`. `lang` is that of title and speech, as short as the catalogue has it: zh, not zh-Hans."""

    name = "iframe"
    summary = "A player in a frame, with a link below it: for editors who may paste any HTML."
    single = True
    plays = True
    files: tuple[str, ...] = ("vm.css",)
    syntax = Syntax.HTML
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The snippet of the one version ordered; raises SnippetError."""
        return str(figure(only_version(self, order), order))


VARIANT: Variant = Iframe()

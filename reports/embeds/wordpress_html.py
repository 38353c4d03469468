"""This file is the snippet for WordPress' editor where one may paste HTML: the frame in a block of its own."""

from __future__ import annotations

from reports.embeds._blocks import block, without_shortcodes
from reports.embeds._contract import Order, Sequence, Syntax, Variant
from reports.embeds._order import only_version
from reports.embeds.iframe import figure


class WordPressHtml:
    """An HTML block, which WordPress leaves as it is for those who have the right `unfiltered_html`."""

    name = "wordpress-html"
    summary = "The frame in an HTML block, for WordPress users who may paste HTML: in its language, without cookies."
    single = True
    plays = True
    files: tuple[str, ...] = ("vm.css",)
    syntax = Syntax.BLOCKS
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The block of the one version ordered; raises SnippetError."""
        return block("html", without_shortcodes(figure(only_version(self, order), order)))


VARIANT: Variant = WordPressHtml()

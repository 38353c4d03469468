"""This file is a panel that is closed until somebody opens it, and asks no player for anything before that."""

from __future__ import annotations

from markupsafe import Markup

from reports.embeds._contract import Order, Version
from reports.embeds._html import WRAPPING, card, link, player, said, style_of, words

# `loading="lazy"` in the frame is what keeps a closed panel silent; with scripting switched off browsers ignore it
# (SNIPPETS findings 3 and 4). `name` lets the browser close one panel when another is opened.
_PANEL = Markup(
    '<details class="vm"{name}{wrap}>\n<summary{style}>{label}</summary>\n{said}{player}<p>{link}</p>\n</details>\n'
)
_NAME = Markup(' name="{group}"')

_MEASURES = "min-block-size:24px"
"""Large enough for a finger (WCAG 2.2, 2.5.8)."""


def panel(version: Version, order: Order, label: str, group: str | None = None) -> Markup:
    """The version behind its label, which must be in its language; just the link where there is no player.

    Of panels of one group only one is open at a time. Raises SnippetError.
    """
    inside = player(version, order)
    if inside is None:
        return card(version, order, label)
    return _PANEL.format(
        name=Markup() if group is None else _NAME.format(group=group),
        wrap=style_of(order, WRAPPING),
        style=style_of(order, _MEASURES),
        label=words(label, version.language, order),
        said=said(version),
        player=inside,
        link=link(version, order),
    )

"""This file is the snippet for WordPress' editor: its own embed block, which needs no right to paste HTML."""

from __future__ import annotations

from markupsafe import Markup

from reports.embeds._address import frame_of, page_of
from reports.embeds._blocks import block, without_shortcodes
from reports.embeds._contract import Order, Sequence, Syntax, Variant, Version
from reports.embeds._html import link, said
from reports.embeds._order import only_version

_UNFURLED = {"youtube": "youtube", "vimeo": "vimeo", "dailymotion": "dailymotion", "tiktok": "tiktok"}
"""The sites whose addresses WordPress unfurls itself (class-wp-oembed.php), by our names; its names for them."""

_WIDE = "wp-embed-aspect-16-9 wp-has-aspect-ratio"
_FIGURE = Markup(
    '<figure class="wp-block-embed is-type-video is-provider-{site} wp-block-embed-{site} {wide}">'
    '<div class="wp-block-embed__wrapper">\n{page}\n</div>'
    '<figcaption class="wp-element-caption">{link}</figcaption></figure>\n'
)
_CARD = Markup("<p>{link}</p>\n")


class WordPress:
    """An embed block: WordPress writes the frame, so it has no language, and is YouTube's with cookies."""

    name = "wordpress"
    summary = "WordPress' own embed block, for authors who may not paste HTML; its frame has no language."
    single = True
    plays = True
    files: tuple[str, ...] = ()
    syntax = Syntax.BLOCKS
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The block of the one version ordered, a paragraph for what WordPress cannot unfurl; raises SnippetError."""
        version = only_version(self, order)
        before = "" if version.said is None else block("paragraph", said(version))
        return before + _shown(version, order)


def _shown(version: Version, order: Order) -> str:
    titled = without_shortcodes(link(version, order))
    site = _UNFURLED.get(version.site)
    if site is None or frame_of(version) is None:
        return block("paragraph", _CARD.format(link=titled))
    page = page_of(version)
    settings: dict[str, str | bool] = {
        "url": page,
        "type": "video",
        "providerNameSlug": site,
        "responsive": True,
        "className": _WIDE,
    }
    return block("embed", _FIGURE.format(site=site, wide=_WIDE, page=page, link=titled), settings)


VARIANT: Variant = WordPress()

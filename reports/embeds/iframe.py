"""This file is the snippet for pages that may hold a player: one frame, with a link below it that survives it."""

from __future__ import annotations

from markupsafe import Markup

from reports.embeds._address import page_of, player_of
from reports.embeds._contract import Order, Variant
from reports.embeds._order import only_version

# The link is what readers have where the frame is stripped, blocked, or refused by the site.
# referrerpolicy: without a Referer YouTube's player answers “Error 153”, and many pages send none by themselves.
_FORM = Markup(
    """\
<figure class="vm">
<iframe lang="{lang}" dir="{dir}" title="{title}" src="{player}" width="560" height="315" loading="lazy" \
referrerpolicy="strict-origin-when-cross-origin" \
allow="autoplay; encrypted-media; fullscreen; picture-in-picture"></iframe>
<figcaption><a lang="{lang}" dir="{dir}" hreflang="{lang}" href="{page}">{title}</a></figcaption>
</figure>
"""
)


class Iframe:
    """One `<figure>`. `lang` is that of title and speech, as short as the catalogue has it: zh, not zh-Hans."""

    name = "iframe"
    summary = "A player in a frame, with a link below it: for editors who may paste any HTML."
    single = True

    def render(self, order: Order) -> str:
        """The snippet of the one version ordered; raises SnippetError."""
        version = only_version(self, order)
        return str(
            _FORM.format(
                lang=version.language.tag,
                dir=version.language.direction,
                title=version.title,
                player=player_of(version),
                page=page_of(version),
            )
        )


VARIANT: Variant = Iframe()

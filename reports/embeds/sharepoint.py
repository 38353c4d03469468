"""This file is the snippet for SharePoint's Embed part, which takes a bare frame and nothing else."""

from __future__ import annotations

from reports.embeds._address import frame_of
from reports.embeds._contract import Order, Sequence, Syntax, Variant
from reports.embeds._errors import Unavailable
from reports.embeds._html import link, player
from reports.embeds._order import only_version


class SharePoint:
    """One `<iframe>`; what has no frame, such as a film's own file, is linked to (for the Text part)."""

    name = "sharepoint"
    summary = "A bare frame, for SharePoint's Embed part; its administrators say which sites it may show."
    single = True
    plays = True
    files: tuple[str, ...] = ()
    syntax = Syntax.HTML
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The frame of the one version ordered; raises SnippetError."""
        version = only_version(self, order)
        if version.said is not None:
            message = (
                "A bare frame cannot tell readers that it shows another language than theirs, so none was made. "
                "Use a variant with words, for example `links`."
            )
            raise Unavailable(message)
        inside = None if frame_of(version) is None else player(version, order)
        return f"{link(version, order)}\n" if inside is None else str(inside)


VARIANT: Variant = SharePoint()

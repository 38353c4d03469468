"""This file is what a finished snippet does not do of what an editor asked for."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from reports.embeds import Variant, Version


def unshown(slug: str, variant: Variant, versions: tuple[Version, ...], code: str) -> Iterator[str]:
    """English sentences about players that a variant's code does not hold, or that nobody can tell of captions.

    Of a recording that has no player at all, reports/snippets.py tells.
    """
    if not variant.plays:
        if any(version.captions for version in versions):
            yield f"`{variant.name}` shows no player, so --captions changes nothing that readers see."
        return
    for version in versions:
        if version.gone is not None or version.player is None or _holds(code, version.player.address):
            continue
        where = f"{slug}/{version.language}"
        # An address that stands alone in its line is what a site unfurls.
        if f"\n{escape(version.page)}\n" not in code:
            yield f"{where}: `{variant.name}` cannot hold this player, so there is a link; `iframe` can."
        elif version.captions:
            yield f"{where}: your site writes this player itself, so it cannot be told to show captions."


def _holds(code: str, player: str) -> bool:
    return any(f'{attribute}="{escape(player)}"' in code for attribute in ("src", "data-player"))

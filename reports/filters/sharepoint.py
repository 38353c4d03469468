"""This file is what the Embed web part of a modern SharePoint page accepts: one frame from an allowed site, alone.

There is no published list to follow. That the code must be a frame and nothing else, and that the administrator's list
of sites (HTML Field Security) decides, is what Microsoft tells its users; which attributes stay is inferred, as the
whole of this is in SNIPPETS, section 4.8. The Script Editor of classic pages takes any code where it is switched on.
"""

from __future__ import annotations

import re
from datetime import date

from checker.verdict import sentence
from reports.filters._contract import Filter
from reports.filters._sieve import Allowed, listed, sieve

_ELEMENTS = listed("iframe: src width height title name loading referrerpolicy allow allowfullscreen frameborder")
_SITES = ("youtube.com", "youtube-nocookie.com", "player.vimeo.com")
"""Of the sites that are allowed at first, those that show videos."""

_FRAME = re.compile(r'<iframe(?: [a-z]+="[^"]*")*? src="https://([^"/:?#]+)[^"]*"(?: [a-z]+="[^"]*")*></iframe>')

_sieved = sieve(Allowed(_ELEMENTS, frozenset({"lang", "dir", "class", "id"}), frozenset({"https"})))


class SharePoint:
    """The Embed web part; SharePoint changes without a version."""

    name = "sharepoint"
    label = sentence("SharePoint, Embed web part")
    source = (
        "No published list: inferred from Microsoft's help on the Embed web part and HTML Field Security, and from "
        "SharePoint/sp-dev-docs issue 10571 (`allow` is cut for what SharePoint does not know)"
    )
    as_of = date(2026, 1, 7)
    advice = sentence(
        "Paste the frame alone into an Embed web part; if it is refused, ask the owner of the site to allow the "
        "player's address under HTML Field Security."
    )
    best = ("sharepoint",)

    def keep(self, code: str) -> str:
        """The frame, or nothing."""
        kept = _sieved(code.strip())
        frame = _FRAME.fullmatch(kept)
        alone = code.strip().lower().startswith("<iframe") and code.strip().lower().endswith("</iframe>")
        return kept if frame and alone and _is_allowed(frame[1]) else ""


def _is_allowed(host: str) -> bool:
    return any(host == site or host.endswith(f".{site}") for site in _SITES)


FILTER: Filter = SharePoint()

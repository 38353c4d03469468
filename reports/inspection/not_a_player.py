"""This file is the rule that neither a video's page nor its mere address stands in place of a player."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.players import player_at
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, Sighting, fault
from reports.inspection._page import Kind

BARE = sentence("Here stands only a video's address, which was meant to become a player.")

_REFUSING = frozenset({"youtube", "vimeo", "dailymotion", "facebook", "x", "tiktok"})
"""Sites whose own pages are no players: other addresses of theirs are (PROVIDERS, sections 1.1 to 2.8)."""


def _is_framed_page(sighting: Sighting) -> bool:
    """Does a frame hold the page of a video, which its site lets nobody frame? A script may mend what waits for it."""
    embed, video = sighting.embed, sighting.video
    if embed.kind is not Kind.FRAME or embed.waiting or embed.srcdoc or video is None or sighting.flaw is not None:
        return False
    return video.provider in _REFUSING and player_at(embed.address) is None


class NotAPlayer:
    """CKEditor's `<oembed>`, and the wrapper of WordPress's embed block."""

    name = "not-a-player"
    level = Level.WARNING
    explanation = "The page holds a video's address where a player should be; no browser makes one of it."
    remedy = sentence("Put a player or a link in its place.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each `<oembed>`, each address that WordPress left as it was, and each page in a frame."""
        for sighting in case.sightings:
            if sighting.embed.kind is Kind.QUOTE or _is_framed_page(sighting):
                yield fault(self, sighting, BARE)


RULE: Rule = NotAPlayer()

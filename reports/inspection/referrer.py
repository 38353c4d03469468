"""This file is the rule that YouTube's player learns which site frames it."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.players import Player, player_at
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._page import Kind
from reports.inspection._policies import SILENT
from reports.inspection.not_a_player import NotAPlayer

OWN = sentence("The frame's referrer policy is “%(policy)s”; YouTube's player will show “Error 153”.")
PAGES = sentence("The page's referrer policy is “%(policy)s”; YouTube's player will show “Error 153”.")
UNSAID = sentence(
    "The frame names no referrer policy; on a site that sends “same-origin” YouTube's player will show “Error 153”."
)
INSIDE = sentence("The player is started from srcdoc, which tells no Referer; YouTube's player will show “Error 153”.")
OUTSIDE = NotAPlayer.remedy
"""What helps against srcdoc: no policy on the frame does."""


class Referrer:
    """SNIPPETS, finding 6: measured in three engines."""

    name = "referrer"
    level = Level.ERROR
    explanation = "The page or the frame keeps from YouTube's player where it stands; it answers “Error 153”."
    remedy = sentence('Write referrerpolicy="strict-origin-when-cross-origin" on the frame.')

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each frame of YouTube's whose policy, its own before the page's, sends no Referer, or may not.

        Of a file nobody knows what its server sends beside it. Of a page that was fetched and names no policy, the
        browser's own is sound; a notice says that the frame relies on it.
        """
        for sighting in case.players():
            embed = sighting.embed
            if embed.kind is not Kind.FRAME or sighting.video is None or sighting.video.provider != "youtube":
                continue
            policy = embed.referrer_policy or case.page.referrer_policy
            if embed.srcdoc:
                yield fault(self, sighting, INSIDE, remedy=OUTSIDE)
            elif policy in SILENT:
                yield fault(self, sighting, OWN if embed.referrer_policy else PAGES, ("policy", policy))
            elif not policy and sighting.flaw is None and player_at(embed.address) is Player.CURRENT:
                level = Level.NOTICE if case.page.address else Level.WARNING
                yield fault(self, sighting, UNSAID, level=level)


RULE: Rule = Referrer()

"""This file is the rule that a player is one that still plays."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.players import Player, player_at
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._page import Kind

OLD = sentence("This player was given up; it shows nothing any more.")
PLUG_IN = sentence("The video stands in <%(element)s>, which was made for plug-ins; some browsers show nothing.")


class OldPlayer:
    """Facts: PROVIDERS, sections 1.1 and 2.2."""

    name = "old-player"
    level = Level.ERROR
    explanation = "The player was given up by its site, or needs Flash, which no browser has since 2021."
    remedy = sentence("Replace it by the site's present player.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each old address, and for each object that only a plug-in could play."""
        for sighting in case.sightings:
            embed = sighting.embed
            if player_at(embed.address) is Player.OLD:
                yield fault(self, sighting, OLD)
            elif embed.kind is Kind.OBJECT:
                yield fault(self, sighting, PLUG_IN, ("element", embed.element), level=Level.WARNING)


RULE: Rule = OldPlayer()

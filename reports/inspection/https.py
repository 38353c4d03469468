"""This file is the rule that a video is asked for with https."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault

PLAYER = sentence("The player's address begins with http://, which browsers block on a page with https.")
LINK = sentence("The address begins with http://, so others on the way can read and change what comes.")


class Https:
    """W3C Mixed Content: a frame is blocked."""

    name = "https"
    level = Level.ERROR
    explanation = "The address begins with http://; a page with https does not load such a player."
    remedy = sentence("Write https:// instead.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each such address: an error for a player, a warning for a link."""
        for sighting in case.sightings:
            embed = sighting.embed
            if embed.address.lower().startswith("http://"):
                if embed.kind.plays:
                    yield fault(self, sighting, PLAYER)
                else:
                    yield fault(self, sighting, LINK, level=Level.WARNING)


RULE: Rule = Https()

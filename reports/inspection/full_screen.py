"""This file is the rule that a player may fill the screen."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._page import Kind

SMALL = sentence("The frame does not let its player fill the screen.")


class FullScreen:
    """HTML: without `allow` or `allowfullscreen` the player's button does nothing."""

    name = "full-screen"
    level = Level.NOTICE
    explanation = "A frame does not let its player fill the screen."
    remedy = sentence('Write allow="fullscreen" on the frame.')

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each frame without that permission."""
        for sighting in case.players():
            if sighting.embed.kind is Kind.FRAME and not sighting.embed.full_screen:
                yield fault(self, sighting, SMALL)


RULE: Rule = FullScreen()

"""This file is the rule that no video starts by itself."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault

LOUD = sentence("The video starts by itself and drowns out screen readers (WCAG 1.4.2).")
MUTED = sentence("The video starts by itself, if only without its sound (WCAG 2.2.2).")


class Autoplay:
    """WCAG 2.2, success criteria 1.4.2 and 2.2.2."""

    name = "autoplay"
    level = Level.WARNING
    explanation = "The video starts by itself."
    remedy = sentence("Let readers start it: take autoplay away.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each player that starts unasked; one that a reader has opened or allowed was asked for."""
        for sighting in case.players():
            embed = sighting.embed
            asked_for = embed.folded or embed.waiting or embed.srcdoc
            if embed.starts and not asked_for:
                yield fault(self, sighting, MUTED if embed.muted else LOUD)


RULE: Rule = Autoplay()

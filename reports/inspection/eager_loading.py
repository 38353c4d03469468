"""This file is the rule that a frame is loaded when it is needed."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._page import Kind

EAGER = sentence("The player is loaded with the page, also for readers who never come to it.")


class EagerLoading:
    """HTML's lazy loading; what a script holds back is loaded when the script says so."""

    name = "eager-loading"
    level = Level.NOTICE
    explanation = "A frame is loaded with the page, also for readers who never come to it."
    remedy = sentence('Write loading="lazy" on the frame.')

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each frame that the browser loads at once."""
        for sighting in case.players():
            embed = sighting.embed
            if embed.kind is Kind.FRAME and embed.loading != "lazy" and not embed.waiting and not embed.srcdoc:
                yield fault(self, sighting, EAGER)


RULE: Rule = EagerLoading()

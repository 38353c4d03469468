"""This file is the rule that a player can be reached with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault

UNREACHED = sentence("The player cannot be reached with the keyboard (WCAG 2.1.1).")


class Keyboard:
    """WCAG 2.2, success criterion 2.1.1; axe does not see it (SNIPPETS, finding 9)."""

    name = "keyboard"
    level = Level.WARNING
    explanation = "A player is left out when readers go through the page with the keyboard."
    remedy = sentence('Take tabindex="-1" off the element.')

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each player with a negative tabindex."""
        for sighting in case.players():
            if sighting.embed.no_focus:
                yield fault(self, sighting, UNREACHED)


RULE: Rule = Keyboard()

"""This file is the rule that a title is shown in the direction of its language."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault

WRONG = sentence("The title is in %(video)s, but it is shown in the other direction.")


class WritingDirection:
    """HTML: the title attribute takes the direction of its element."""

    name = "direction"
    level = Level.WARNING
    explanation = "A player's title is in a language of the other writing direction, and dir does not say so."
    remedy = sentence("Write dir beside lang on the element itself.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each of our players whose direction is said, or left, wrong; `auto` is nobody's word."""
        for sighting in case.players():
            embed, language = sighting.embed, sighting.language
            if language is None or embed.title is None or embed.any_direction:
                continue
            if (embed.direction or case.page.direction) is not language.direction:
                yield fault(self, sighting, WRONG, ("video", language))


RULE: Rule = WritingDirection()

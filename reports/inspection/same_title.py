"""This file is the rule that two frames with different videos have different titles."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, Sighting, fault
from reports.inspection._foreign import quoted
from reports.inspection._generic import says_nothing
from reports.inspection._page import Kind
from reports.titles import clean

SAME = sentence("The frame has the same title as another one before it, which shows another video: “%(title)s”.")


class SameTitle:
    """As axe's `frame-title-unique`, but only for different videos."""

    name = "same-title"
    level = Level.WARNING
    explanation = "Two frames with different videos have the same title."
    remedy = sentence("Give each frame the title of its own video.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each frame whose title another video had before; titles that say nothing are told elsewhere."""
        firsts: dict[str, Sighting] = {}
        for sighting in case.players():
            title = clean(sighting.embed.title).text
            if title is None or sighting.embed.kind is not Kind.FRAME or says_nothing(title):
                continue
            first = firsts.setdefault(title.casefold(), sighting)
            if first.video != sighting.video:
                yield fault(self, sighting, SAME, ("title", quoted(title)))


RULE: Rule = SameTitle()

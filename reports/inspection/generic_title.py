"""This file is the rule that a frame's title tells of its video, not of its player."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._foreign import quoted
from reports.inspection._generic import says_nothing
from reports.inspection._page import Kind
from reports.titles import clean

GENERIC = sentence("The frame's title “%(title)s” could be that of any video.")


class GenericTitle:
    """WCAG 2.2, success criterion 2.4.6: a name describes its purpose."""

    name = "generic-title"
    level = Level.WARNING
    explanation = "A frame's title is that of any video, such as “YouTube video player”, or an address."
    remedy = sentence("Give the frame the video's title, in the video's language.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each title that could stand on any video."""
        for sighting in case.players():
            title = clean(sighting.embed.title).text
            if title is not None and sighting.embed.kind is Kind.FRAME and says_nothing(title):
                yield fault(self, sighting, GENERIC, ("title", quoted(title)))


RULE: Rule = GenericTitle()

"""This file is the rule that a page shows our message in its own language where there is a video in it."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault

WRONG = sentence("The page is in %(page)s, but this is the video in %(shown)s; the message has one in %(page)s.")


class WrongLanguage:
    """Silent where the page shows the right one too, and for links that say which language they lead to."""

    name = "wrong-language"
    level = Level.WARNING
    explanation = "Our video is in another language than the page, and the message has a video in the page's language."
    remedy = sentence("Show the video in the page's language, or offer both.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each video that has a better one; a choice of languages is none."""
        for sighting in case.sightings:
            right, shown = case.better(sighting), sighting.language
            if right is not None and shown is not None and case.language is not None:
                yield fault(self, sighting, WRONG, ("shown", shown), ("page", case.language))


RULE: Rule = WrongLanguage()

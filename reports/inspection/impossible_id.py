"""This file is the rule that the id in an address can be a video's."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault


class ImpossibleId:
    """Nobody is asked: the sites' files know it of an address by itself."""

    name = "impossible-id"
    level = Level.ERROR
    explanation = "The address has the form of a video's, but no video can have this id: it is mistyped."
    remedy = sentence("Copy the address anew from the video's own page.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each such address, with the one that was likely meant."""
        for sighting in case.sightings:
            if sighting.flaw is not None:
                yield fault(self, sighting, sighting.flaw, suggestion=sighting.meant)


RULE: Rule = ImpossibleId()

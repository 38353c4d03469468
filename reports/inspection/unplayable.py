"""This file is the rule that a video on a page can be watched there."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker import Detail, State
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault


class Unplayable:
    """What is held to be true comes from the ledger, or from a look just now; without either it is silent."""

    name = "unplayable"
    level = Level.ERROR
    explanation = "The video is believed to be gone, private, or not to be embedded."
    remedy = sentence("Put the right link into the catalogue and on the page, or take the video off the page.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each video that is known not to play; one that cannot be embedded may still be linked to."""
        for sighting in case.sightings:
            standing = sighting.standing
            if standing is None or sighting.flaw is not None:
                continue
            if standing.state.broken:
                yield fault(self, sighting, standing.reason)
            elif standing.state is State.RESTRICTED and standing.detail is Detail.EMBEDDING:
                if sighting.embed.kind.plays:
                    yield fault(self, sighting, standing.reason)
            elif standing.state in {State.RESTRICTED, State.NOT_YET}:
                yield fault(self, sighting, standing.reason, level=Level.WARNING)


RULE: Rule = Unplayable()

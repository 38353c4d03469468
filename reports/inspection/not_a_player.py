"""This file is the rule that an address for an editor's program has become a player."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._page import Kind

BARE = sentence("Here stands only a video's address, which was meant to become a player.")


class NotAPlayer:
    """CKEditor's `<oembed>`, and the wrapper of WordPress's embed block."""

    name = "not-a-player"
    level = Level.WARNING
    explanation = "The page holds a video's address where a player should be; no browser makes one of it."
    remedy = sentence("Put a player or a link in its place.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each `<oembed>`, and each address that WordPress left as it was."""
        for sighting in case.sightings:
            if sighting.embed.kind is Kind.QUOTE:
                yield fault(self, sighting, BARE)


RULE: Rule = NotAPlayer()

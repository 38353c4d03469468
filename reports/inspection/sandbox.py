"""This file is the rule that a frame's sandbox lets the player run."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault

LACKS = sentence("The frame's sandbox has no %(word)s, so the player does not work.")

_NEEDED = ("allow-scripts", "allow-same-origin")


class Sandbox:
    """SNIPPETS, finding 7: without its own origin a player sends no Referer and has no storage."""

    name = "sandbox"
    level = Level.ERROR
    explanation = "A frame's sandbox keeps the player from running."
    remedy = sentence(
        "Take the sandbox away, or add allow-scripts, allow-same-origin, allow-presentation and allow-popups to it."
    )

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each frame whose sandbox lacks what the player needs."""
        for sighting in case.players():
            sandbox = sighting.embed.sandbox
            missing = next((word for word in _NEEDED if sandbox is not None and word not in sandbox), None)
            if missing is not None:
                yield fault(self, sighting, LACKS, ("word", missing))


RULE: Rule = Sandbox()

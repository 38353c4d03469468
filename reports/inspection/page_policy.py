"""This file is the rule that a page's own policy lets the player in."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._page import Kind, Page
from reports.inspection._policies import forbids, origin_of

FORBIDDEN = sentence("The page's Content-Security-Policy forbids this player: %(directive)s does not name its host.")


def _forbidding(page: Page, kind: Kind, origin: str) -> str | None:
    """The directive of the first policy that forbids it."""
    named = (forbids(policy, kind, origin, page.address) for policy in page.policies)
    return next((name for name in named if name is not None), None)


class PagePolicy:
    """Of a file only what its meta elements say is known."""

    name = "page-policy"
    level = Level.ERROR
    explanation = "The page's Content-Security-Policy keeps browsers from showing the player."
    remedy = sentence("Ask whoever keeps the site to allow the player's host in the policy.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each player that one of the page's policies forbids."""
        judged: dict[tuple[Kind, str], str | None] = {}
        for sighting in case.players():
            place = sighting.embed.kind, origin_of(sighting.embed.address)
            if place not in judged:
                judged[place] = _forbidding(case.page, *place)
            directive = judged[place]
            if directive is not None:
                yield fault(self, sighting, FORBIDDEN, ("directive", directive))


RULE: Rule = PagePolicy()

"""This file is the rule that YouTube's player is the one that waits with its cookies."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.address import Address
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._page import Kind

EARLY = sentence("The player on youtube.com sets cookies before anybody plays the video.")

_HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com"})


class Cookies:
    """YouTube's privacy-enhanced mode (PROVIDERS, section 1.1)."""

    name = "cookies"
    level = Level.NOTICE
    explanation = "The player is on youtube.com, which sets cookies before anybody plays the video."
    remedy = sentence("Use www.youtube-nocookie.com.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each frame on YouTube's own host."""
        for sighting in case.players():
            address = Address.parse(sighting.embed.address)
            if sighting.embed.kind is Kind.FRAME and address is not None and address.host in _HOSTS:
                yield fault(self, sighting, EARLY)


RULE: Rule = Cookies()

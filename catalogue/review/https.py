"""This file is the rule that an address begins with https://."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, sentence

HTTP = sentence("The address begins with http://, so anybody on the way can change what comes.")
BARE = sentence("The address does not begin with https://, so no page can link to it as it stands.")

_SAFE = "https://"


class Https:
    """A warning: sites send their visitors on to https, but an http frame is blocked in an https page.

    A bare address is one that we understand although no browser would follow it from a page: `youtu.be/...`, an id.
    """

    name = "https"
    level = Level.WARNING
    source = Source.FILE
    explanation = "The address begins with http:// instead of https://, or with neither."
    remedy = sentence("Write the address with https://, and look whether it opens.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each such address, mirrors included."""
        for one in case.addresses():
            start = one.address.strip().casefold()
            if one.link.video is None or start.startswith(_SAFE):
                continue
            said = HTTP if start.startswith("http://") else BARE
            proper = one.link.proper or ""
            better = proper if proper.startswith(_SAFE) else None
            yield Finding(self.name, self.level, one.language, said, (), self.remedy, one.at, better)


RULE: Rule = Https()

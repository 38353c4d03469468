"""This file is the rule that an address names a video that there can be."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, sentence


class ImpossibleId:
    """An error: nobody will ever watch this, whatever a site answers. The sentence is that of the site's own file."""

    name = "impossible-id"
    level = Level.ERROR
    source = Source.FILE
    explanation = "The address has the form of a video's, but no video can have this id: it is mistyped."
    remedy = sentence("Copy the address anew from the video's own page.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each such address, mirrors included."""
        for one in case.addresses():
            said = one.link.impossible
            if said is not None:
                yield Finding(self.name, self.level, one.language, said, (), self.remedy, one.at, one.link.meant)


RULE: Rule = ImpossibleId()

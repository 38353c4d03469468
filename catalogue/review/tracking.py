"""This file is the rule that an address follows nobody."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence

FIELDS = sentence("The address holds fields that say who passed it on or where readers come from: %(fields)s.")


class Tracking:
    """A warning: the video plays, but a public body's page tells its readers' ways to others.

    Which fields these are, the site's own file knows.
    """

    name = "tracking"
    level = Level.WARNING
    source = Source.FILE
    explanation = "The address holds fields that track readers, such as `si` or `utm_source`."
    remedy = sentence("Write the address without these fields.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each such address, mirrors included."""
        for one in case.addresses():
            if one.link.trackers:
                values = (("fields", quoted(", ".join(one.link.trackers))),)
                yield Finding(self.name, self.level, one.language, FIELDS, values, self.remedy, one.at, one.link.proper)


RULE: Rule = Tracking()

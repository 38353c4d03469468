"""This file is the rule that a video stands in one message only."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence

ELSEWHERE = sentence("The same video stands in the message “%(slug)s” under %(other)s too.")


class VideoElsewhere:
    """A warning and no error: a video may be filed under two occasions on purpose.

    Two parts of one recording, with two beginnings, are not the same. Told in the message that comes later in the
    file, which is likelier to be the one that was pasted wrongly.
    """

    name = "video-elsewhere"
    level = Level.WARNING
    source = Source.FILE
    explanation = "The same video stands in an earlier message too."
    remedy = sentence("Look which message this video belongs to, and put the right link into the other.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each address that an earlier message holds already."""
        for one in case.addresses():
            here = (case.message.slug, one.language)
            slug, other = here if one.link.recording is None else case.firsts.get(one.link.recording, here)
            if slug != case.message.slug:
                values = (("slug", quoted(slug)), ("other", other))
                yield Finding(self.name, self.level, one.language, ELSEWHERE, values, self.remedy, one.at)


RULE: Rule = VideoElsewhere()

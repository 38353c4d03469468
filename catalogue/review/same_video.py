"""This file is the rule that each language of a message has a video of its own."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.language import Language
from catalogue.review._contract import Case, Finding, Level, Recording, Rule, Source, sentence

TWICE = sentence("The same video stands under %(other)s too.")


class SameVideo:
    """A warning and no error: one recording may serve two languages, with subtitles or a sound track for each.

    Two parts of one recording, with two beginnings, are not the same; nor are the pages of an entry in two languages.
    Told where the video stands for the second time, mirrors included.
    """

    name = "same-video"
    level = Level.WARNING
    source = Source.FILE
    explanation = "The same video stands under two languages of one message."
    remedy = sentence("Put each language's own video here, unless one video really serves both.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each recording that stands under an earlier language already."""
        first: dict[Recording, Language] = {}
        told: set[tuple[Language, Recording]] = set()
        for one in case.addresses():
            recording = one.link.recording
            if recording is None:
                continue
            other = first.setdefault(recording, one.language)
            if other != one.language and (one.language, recording) not in told:
                told.add((one.language, recording))
                yield Finding(self.name, self.level, one.language, TWICE, (("other", other),), self.remedy, one.at)


RULE: Rule = SameVideo()

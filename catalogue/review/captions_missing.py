"""This file is the rule that a video has captions (WCAG 1.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model import Captions
from catalogue.review._contract import Case, Finding, Level, Rule, Source, sentence

NONE = sentence("The site says that the video has no captions.")
DISAGREE = sentence("The site says that the video has no captions, but the catalogue says that people made some.")


class CaptionsMissing:
    """Silent where the catalogue says `automatic`: it is not known that any site's answer counts those."""

    name = "captions-missing"
    level = Level.NOTICE
    source = Source.SITES
    explanation = "The site says that the video has no captions."
    remedy = sentence("Add captions on the site, or correct what the catalogue says about them.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each video without captions."""
        for video, told in case.slots():
            if told.captions is False and video.captions is not Captions.AUTOMATIC:
                said = DISAGREE if video.captions is Captions.MANUAL else NONE
                yield Finding(self.name, self.level, video.language, said, (), self.remedy)


RULE: Rule = CaptionsMissing()

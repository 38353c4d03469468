"""This file is the rule that a frame has a title."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._page import Kind
from reports.titles import clean

MISSING = sentence("The frame has no title; a screen reader cannot say what it holds (WCAG 4.1.2).")
BLANK = sentence("The frame's title is blank; a screen reader cannot say what it holds (WCAG 4.1.2).")


class FrameTitle:
    """WCAG 2.2, success criterion 4.1.2, technique H64."""

    name = "frame-title"
    level = Level.ERROR
    explanation = "A frame with a video has no title, or one that is blank, so a screen reader only says “frame”."
    remedy = sentence("Give the frame the video's title, in the video's language.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each frame without a name that can be seen."""
        for sighting in case.players():
            embed = sighting.embed
            if embed.kind is Kind.FRAME and not embed.named and clean(embed.title).text is None:
                yield fault(self, sighting, MISSING if embed.title is None else BLANK)


RULE: Rule = FrameTitle()

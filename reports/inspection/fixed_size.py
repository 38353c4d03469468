"""This file is the rule that a frame fits small screens."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._page import Kind

WIDE = sentence("The frame is %(width)s pixels wide on every screen (WCAG 1.4.10).")

_SMALL = 320
"""CSS pixels: the width at which nothing may need scrolling sideways (WCAG 1.4.10)."""


class FixedSize:
    """WCAG 2.2, success criterion 1.4.10."""

    name = "fixed-size"
    level = Level.NOTICE
    explanation = "A frame is wider than a small screen, and no class or style makes it give way."
    remedy = sentence("Add a style such as max-width: 100%, or use the snippet below with its stylesheet.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each wide frame that nothing around it can make smaller."""
        for sighting in case.players():
            embed = sighting.embed
            wide = embed.width.removesuffix("px").strip()
            if embed.kind is Kind.FRAME and wide.isdecimal() and int(wide) > _SMALL and not embed.styled:
                yield fault(self, sighting, WIDE, ("width", wide))


RULE: Rule = FixedSize()

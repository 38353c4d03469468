"""This file is the rule that a message has a video in each language of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence

MISSING = sentence("There is no video in: %(languages)s.")


class LanguageMissing:
    """A notice: translations come one after the other, and the pages show what is missing in any case."""

    name = "language-missing"
    level = Level.NOTICE
    source = Source.FILE
    explanation = "A message has no video in a language of the catalogue."
    remedy = sentence("Put the link here when the translation is there.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding at most, about all the languages without a video."""
        missing = [one.tag for one in case.languages if case.message.video_in(one) is None]
        if missing:
            values = (("languages", quoted(", ".join(missing))),)
            yield Finding(self.name, self.level, None, MISSING, values, self.remedy, ("videos",))


RULE: Rule = LanguageMissing()

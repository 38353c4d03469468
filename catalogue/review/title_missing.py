"""This file is the rule that a message has a title in each language in which it has a video."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence

MISSING = sentence("There is no title in: %(languages)s.")


class TitleMissing:
    """A notice: letters bring links without titles, and our pages then show the one that there is, or the slug."""

    name = "title-missing"
    level = Level.NOTICE
    source = Source.FILE
    explanation = "A message has no title in a language in which it has a video."
    remedy = sentence("Write the titles under “title:”, so that readers are told in their language what they will see.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding at most, about all the languages without a title."""
        missing = [video.language.tag for video, _ in case.slots() if case.message.title_in(video.language) is None]
        if missing:
            values = (("languages", quoted(", ".join(missing))),)
            yield Finding(self.name, self.level, None, MISSING, values, self.remedy, ("title",))


RULE: Rule = TitleMissing()

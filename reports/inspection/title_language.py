"""This file is the rule that a frame's title is in the language of its video."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._foreign import is_foreign, quoted
from reports.inspection._generic import says_nothing
from reports.titles import clean

FOREIGN = sentence("The title “%(title)s” is not in %(video)s, but the video is.")


class TitleLanguage:
    """Sure or silent, as the editorial rule of the same name, which judges here too."""

    name = "title-language"
    level = Level.WARNING
    explanation = "A frame's title is in another language than its video, or than the frame says it is in."
    remedy = sentence("Write the title in the video's language, and say so with lang and dir on the frame.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each title that is certainly in another language."""
        for sighting in case.players():
            embed = sighting.embed
            language = sighting.language or embed.language
            title = clean(embed.title).text
            if title is None or language is None or says_nothing(title):
                continue
            if is_foreign(title, language, sighting.message, case.languages):
                yield fault(self, sighting, FOREIGN, ("title", quoted(title)), ("video", language))


RULE: Rule = TitleLanguage()

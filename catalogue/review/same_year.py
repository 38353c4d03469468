"""This file is the rule that the titles of one message speak of the same year."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.language import Language
from catalogue.review._agreement import usual
from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence
from catalogue.review._years import years_in

SISTERS = sentence(
    "The site's title “%(title)s” speaks of %(years)s, but the titles in most other languages speak of %(usual)s."
)
DATE = sentence("The site's title “%(title)s” speaks of %(years)s, but the message is for %(usual)s.")


class SameYear:
    """Last year's video is the likeliest one to be pasted by mistake.

    A title without a year says nothing, and one whose years include the expected one is fine. The message's own date
    counts only where a title of the message bears its year: then the year is part of the name, and not a topic.
    """

    name = "same-year"
    level = Level.WARNING
    source = Source.SITES
    explanation = "The site's title speaks of another year than the titles in the other languages, or than the message."
    remedy = sentence("Look whether this is the video of another year, and put the right link here.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each title of another year."""
        titles = {video.language: told.title for video, told in case.slots() if told.title}
        years = {language: found for language, title in titles.items() if (found := years_in(title))}
        common, dated = usual(years.values()), _year_of_the_message(case)
        for language, found in years.items():
            if case.message.date is not None and case.message.date.year in found:
                continue
            if common is not None and found.isdisjoint(common):
                yield self._finding(SISTERS, language, titles[language], found, common)
            elif common is None and dated is not None and all(abs(year - dated) > 1 for year in found):
                yield self._finding(DATE, language, titles[language], found, frozenset({dated}))

    def _finding(
        self, template: str, language: Language, title: str, found: frozenset[int], expected: frozenset[int]
    ) -> Finding:
        values = (("title", quoted(title)), ("years", _written(found)), ("usual", _written(expected)))
        return Finding(self.name, self.level, language, template, values, self.remedy)


def _year_of_the_message(case: Case) -> int | None:
    """The year of its date, if a title of its own bears that year and no title bears another."""
    named = frozenset[int]().union(*(years_in(title.text) for title in case.message.titles))
    return next(iter(named)) if case.message.date is not None and named == {case.message.date.year} else None


def _written(years: frozenset[int]) -> str:
    return quoted(", ".join(map(str, sorted(years))))


RULE: Rule = SameYear()

"""This file is the rule that the titles of a message and its date are of one year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence
from catalogue.review._years import years_in

YEAR = sentence("The title “%(title)s” speaks of %(years)s, but the date of the message is %(date)s.")

FURTHEST = 10
"""Years; a title that speaks of a year further off has it for its topic (“Kyoto 1994”)."""

_AUTUMN, _SPRING = 10, 3
"""From this month on, a title may be for the year to come; up to this one, about the year that is over."""


class YearAndDate:
    """A warning: whoever begins a message by copying last year's forgets one of the two.

    Silent where the years are the topic, as far as that can be told: plans (“2030 Agenda”), years far off, the year
    before in January, the next one in December. Where all titles contradict the date, it is told at the date, once.
    """

    name = "year-and-date"
    level = Level.WARNING
    source = Source.FILE
    explanation = "The titles of a message speak of another year than its date."
    remedy = sentence("Correct the year in the title, or the date.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each title of another year, or one alone where none agrees with the date."""
        day = case.message.date
        titles = [] if day is None else [(one, years) for one in case.titles() if (years := years_in(one.text))]
        wrong = [(one, years) for one, years in titles if day is not None and not _may_be_of(day, years)]
        alone = len(wrong) == len(titles)
        for one, years in wrong[:1] if alone else wrong:
            said = quoted(", ".join(map(str, sorted(years))))
            values = (("title", quoted(one.text)), ("years", said), ("date", str(day)))
            at = ("date",) if alone else one.at
            yield Finding(self.name, self.level, one.language, YEAR, values, self.remedy, at)


def _may_be_of(day: dt.date, years: frozenset[int]) -> bool:
    """May a title of these years be that of a message of this day?"""
    near = {day.year}
    if day.month >= _AUTUMN:
        near.add(day.year + 1)
    if day.month <= _SPRING:
        near.add(day.year - 1)
    return not near.isdisjoint(years) or all(abs(year - day.year) > FURTHEST for year in years)


RULE: Rule = YearAndDate()

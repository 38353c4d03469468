"""This file is the rule that a title in the file is in the letters of its language."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence
from catalogue.review._letters import is_in_other_letters
from catalogue.review._words import is_phrase, seen, words_of

LETTERS = sentence("The title “%(title)s” is in letters that are not those of %(slot)s.")

LEAST_OWN = 0.1
"""The share of a language's own letters from which on a title is silently taken for one with a long foreign name:
“قمة AI for Good Global Summit” has 0.13. Half of what is asked of a site's title: an editor wrote this one."""


class TitleScript:
    """A warning: a title that was copied under the wrong language is read aloud wrongly, and laid out wrongly.

    Abbreviations, words with digits, and names of up to three words are in no language (“WTISD 2021”).
    """

    name = "title-script"
    level = Level.WARNING
    source = Source.FILE
    explanation = "A title is written in letters that its language does not use."
    remedy = sentence("Put the title in this language here, or move it to its own language.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each title in other letters."""
        for one in case.titles():
            words = words_of(seen(one.text))
            if is_phrase(words) and is_in_other_letters(words, one.language, least=LEAST_OWN):
                values = (("title", quoted(one.text)), ("slot", one.language))
                yield Finding(self.name, self.level, one.language, LETTERS, values, self.remedy, one.at)


RULE: Rule = TitleScript()

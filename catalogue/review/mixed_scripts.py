"""This file is the rule that a word, and a title, is in one script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from catalogue.language import Language
from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence
from catalogue.review._letters import is_in_other_letters
from catalogue.review._lookalikes import slipped
from catalogue.review._words import is_phrase, seen, words_of
from catalogue.tongue import letters_by_script, scripts_of

WORD = sentence("In the title “%(title)s”, the word “%(word)s” mixes letters of two scripts that look the same.")
PARTS = sentence("A part of the title “%(title)s” is in letters that are not those of %(slot)s.")

LEAST_OWN = 0.1
"""As for `title-script`."""

_BETWEEN = re.compile(r"\s[-–—/]\s|[|•·｜\n]")  # noqa: RUF001 - dashes and bars between the parts of a title


class MixedScripts:
    """A warning: a word with one Latin letter among Cyrillic ones looks right, and is found by no search.

    Only letters that look like those around them are noticed, so that a word that is mixed on purpose stays
    (“COVID-тест”, “AI时代”). Of a whole title, only a part between bars or dashes that is a phrase in other letters:
    names and abbreviations in Latin letters are usual in every language.
    """

    name = "mixed-scripts"
    level = Level.WARNING
    source = Source.FILE
    explanation = "A title mixes scripts: within a word, by letters that look the same, or in two languages at once."
    remedy = sentence("Type the word anew, or leave only the title in this language here.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding at most for each title."""
        for one in case.titles():
            title = unicodedata.normalize("NFC", one.text)
            mixed = slipped(title)
            if mixed is not None:
                word, better = mixed
                values = (("title", quoted(one.text)), ("word", quoted(word)))
                yield Finding(self.name, self.level, one.language, WORD, values, self.remedy, one.at, better)
            elif _is_in_two(title, one.language):
                values_ = (("title", quoted(one.text)), ("slot", one.language))
                yield Finding(self.name, self.level, one.language, PARTS, values_, self.remedy, one.at)


def _is_in_two(title: str, language: Language) -> bool:
    """Is one part of the title a phrase in other letters, and another in the language's own?"""
    parts = [words_of(seen(part)) for part in _BETWEEN.split(title)]
    other = [is_phrase(part) and is_in_other_letters(part, language, least=LEAST_OWN) for part in parts]
    own = scripts_of(language)
    return any(other) and any(
        not foreign and not own.isdisjoint(letters_by_script(part)) for part, foreign in zip(parts, other, strict=True)
    )


RULE: Rule = MixedScripts()

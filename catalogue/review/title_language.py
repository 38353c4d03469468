"""This file is the rule that a title on a site is in the language that its link stands under."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.language import Language
from catalogue.model import Message
from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence
from catalogue.review._letters import has_foreign_letters, is_in_other_letters
from catalogue.review._naming import languages_named
from catalogue.review._words import has_common_word, is_short, seen, words_of
from catalogue.tongue import scripts_of, tongue_of

NAMES = sentence("The site's title “%(title)s” names %(found)s, but the link stands under %(slot)s.")
WRITTEN = sentence("The site's title “%(title)s” is in %(found)s, but the link stands under %(slot)s.")
LETTERS = sentence("The site's title “%(title)s” is in letters that are not those of %(slot)s.")

SURE = 0.95
"""How sure py3langid must be, from 0 to 1, where the letters do not tell.

Measured on the titles of tests/catalogue/review, in our own words after the manner of public bodies: 223 in English,
French and Spanish, many of them full of foreign names, 24 in Arabic, Chinese and Russian, 38 of names and
abbreviations alone. The surest wrong answer about a title with three words, one of them common, was 0.85 (“El Niño
explained”); at 0.95 there is no false alarm, and 60 % of the English, French and Spanish titles are noticed in each
other's slots, 80 % in those of another script. Of 60 titles and ten lists of names written afterwards, none raised a
false alarm in a Latin slot; five of the lists did in another, so a common word is asked for there as well, and of 15
more lists written after that, none did.
"""


class TitleLanguage:
    """Silent where a title names its slot's language, is what the catalogue itself calls the video, or is short."""

    name = "title-language"
    level = Level.WARNING
    source = Source.SITES
    explanation = "The site's title is in another language than the one the video stands under, or names another one."
    remedy = sentence(
        "Look at the video: if it is in another language, put the right link here; if not, correct its title on the "
        "site."
    )

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each title in another language."""
        for video, told in case.slots():
            title = seen(told.title or "")
            ours = case.message.title_in(video.language)
            if not title or (ours is not None and seen(ours.text).casefold() == title.casefold()):
                continue
            slot = ("slot", video.language)
            sister = _title_of_a_sister(title, video.language, case.message)
            wrong = ((WRITTEN, sister),) if sister else _wrong(title, video.language, case.languages)
            for template, found in wrong:
                values = (("title", quoted(told.title or "")), *((("found", found),) if found else ()), slot)
                yield Finding(self.name, self.level, video.language, template, values, self.remedy)


def _title_of_a_sister(title: str, slot: Language, message: Message) -> Language | None:
    """The other language in which the catalogue gives the message just this title, but for years and signs.

    The slot must have a title of its own, and another one: names are the same in many languages.
    """
    letters = _letters(title)
    by_language = {one.language: _letters(seen(one.text)) for one in message.titles}
    if not letters or by_language.get(slot, letters) == letters:
        return None
    same = (one for one, theirs in by_language.items() if theirs == letters and not one.sounds_like(slot))
    return next(same, None)


def _letters(title: str) -> str:
    return "".join(sign for sign in title.casefold() if sign.isalpha())


def _wrong(title: str, slot: Language, languages: tuple[Language, ...]) -> Iterator[tuple[str, Language | None]]:
    """What speaks against the title in this slot: a sentence, and the language that it seems to be in."""
    known = languages if slot in languages else (*languages, slot)
    named = languages_named(title, known)
    if any(one.sounds_like(slot) for one in named):
        return
    if named:
        if len(named) == 1:
            yield NAMES, next(iter(named))
        return
    words = words_of(title)
    if is_short(words) or not has_common_word(words):
        return
    foreign = is_in_other_letters(words, slot) or has_foreign_letters(words, slot)
    if foreign or scripts_of(slot) == {"LATIN"}:
        found = tongue_of(words, languages, sure=SURE)
        if found is not None and not found.sounds_like(slot) and not has_foreign_letters(words, found):
            yield WRITTEN, found
        elif foreign:
            yield LETTERS, None


RULE: Rule = TitleLanguage()

"""This file is whether a title's letters can be those of a language."""

from __future__ import annotations

from catalogue.language import Language
from catalogue.tongue import letters_by_script, scripts_of

LEAST_OWN = 0.2
"""The share of a language's own letters from which on a title may be in it: foreign names take up the rest."""

_WEIGHTS = {"CJK": 3, "KANA": 2, "HANGUL": 2}
"""How many letters of an alphabet one sign of these stands for: the Chinese titles of the test's set have a third of
the letters of the English ones with the same sense."""

_TWO_SCRIPTS = frozenset("az bs kk ks ku mn ms pa sd sh sr tg tk tt ug uz".split())
"""Languages that are written in two scripts, whatever CLDR's own name of them is in."""

_TELLING = {
    "ar": ("پچژگٹڈڑںے", "ةىإؤ"),
    "fa": ("ٹڈڑںے", "ژ"),
    "ru": ("іїєґў", "ыэёъ"),
    "uk": ("ыэёъ", "іїєґ"),
    "zh": ("".join(map(chr, range(0x3041, 0x3097))), ""),
}
"""Letters that the language does not have, and letters that its neighbours in the same script do not have."""

_ENOUGH = 3
_KINDS = 2


def is_in_other_letters(text: str, language: Language, *, least: float = LEAST_OWN) -> bool:
    """Is nearly all of it in a script that the language does not use? False where its script is not known.

    `least` is the share of the language's own letters, from 0 to 1, from which on it is not.
    """
    own = scripts_of(language)
    code, _, rest = language.tag.partition("-")
    counted = {script: _WEIGHTS.get(script, 1) * letters for script, letters in letters_by_script(text).items()}
    total = sum(counted.values())
    if not own or not total or (code in _TWO_SCRIPTS and not rest):
        return False
    return sum(counted.get(script, 0) for script in own) < least * total


def has_foreign_letters(text: str, language: Language) -> bool:
    """Is it certainly in another language of the same script, by its letters?

    Three foreign letters of two kinds, and none that only this language has: names bring in one or two (Київ).
    """
    foreign, own = _TELLING.get(language.tag.partition("-")[0], ("", ""))
    small = text.casefold()
    met = [letter for letter in small if letter in foreign]
    return len(met) >= _ENOUGH and len(set(met)) >= _KINDS and not any(letter in own for letter in small)

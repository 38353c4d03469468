"""This file is which of the catalogue's languages a text is written in, or that it is not clear (py3langid's door)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from catalogue.language import Direction, Language

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

CONFIDENCE = 0.8
"""How sure py3langid must be, from 0 to 1.

Measured on some thirty titles as the ITU writes them, judged between English, French and Spanish: right answers stood
at 0.80 or above, except for phrases made of names and of words that all three share (“Message”, “Plenipotentiary
Conference Bucharest”), which stood below 0.69 together with all wrong answers.
"""

READ_AT_MOST = 2_000
"""Characters; more make the answer slower, not better."""

_ONE_SCRIPT = 0.8
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")


def tongue_of(text: str, languages: tuple[Language, ...], *, sure: float = CONFIDENCE) -> Language | None:
    """The one of the languages that the text is written in; None where that is not clear.

    `sure` is how sure py3langid must be, from 0 to 1, where the letters do not tell.

    The script decides first: a text in letters that no listed language uses is in none of them, and letters that only
    one of them uses mean it. Between languages that share a script py3langid decides, if it is sure.
    """
    script = _script_of(_ADDRESS.sub(" ", text[:READ_AT_MOST]))
    candidates = tuple(language for language in languages if script in scripts_of(language))
    if script is None or not candidates:
        return None
    if len(candidates) == 1 and all(map(scripts_of, languages)):
        return candidates[0]
    return _told_apart(text[:READ_AT_MOST], candidates, sure)


def letters_by_script(text: str) -> Counter[str]:
    """How many letters of each script, as Unicode names it (LATIN, CJK, KANA for both kinds of kana ...)."""
    return Counter(_script(letter) for letter in text if letter.isalpha())


@lru_cache(maxsize=1024)
def scripts_of(language: Language) -> frozenset[str]:
    """The script of its own name; none where CLDR has only the English name, which says nothing of its letters."""
    code = language.tag.partition("-")[0]
    name = language.autonym
    known = code == "en" or name.casefold() != language.name_in(Language("en")).casefold()
    script = _script_of(name.partition("(")[0]) if known else None
    if script is None or (script == "LATIN" and language.direction is Direction.RTL):
        return frozenset()
    return frozenset({script, *({_KANA} if code == "ja" else ())})


def _told_apart(text: str, candidates: tuple[Language, ...], enough: float) -> Language | None:
    by_code: dict[str, Language | None] = {}
    for language in candidates:
        code = language.tag.partition("-")[0]
        code = _CODES.get(code, code)
        # Two variants of one language (pt, pt-BR) are one to py3langid: it cannot say which.
        by_code[code] = None if code in by_code else language
    sure = dict(_identifier().rank(_ADDRESS.sub(" ", text)))
    if not by_code.keys() <= sure.keys():
        return None  # it has not learnt one of them, so it would take that one for another
    likeliest = max(sure, key=sure.__getitem__)
    if likeliest not in by_code and sure[likeliest] >= CONFIDENCE:
        return None  # in none of ours
    code = max(by_code, key=sure.__getitem__)
    return by_code[code] if sure[code] >= enough * sum(sure[other] for other in by_code) else None


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """Judges between all languages that it knows."""
    # Most runs never ask, and its model takes most of a second to load.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - as explained above

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _script_of(text: str) -> str | None:
    """The script of four letters in five, as Unicode names it (LATIN, CJK ...); None when no script has so many."""
    counted = letters_by_script(text)
    if _KANA in counted and "CJK" in counted:  # Japanese mixes them, and Chinese has no kana
        counted[_KANA] += counted.pop("CJK")
    enough = _ONE_SCRIPT * counted.total()
    return next((script for script, letters in counted.items() if letters >= enough), None)


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0]
    return _KANA if name in {"HIRAGANA", "KATAKANA"} else name


_KANA = "KANA"
_CODES = {"nb": "no", "fil": "tl", "yue": "zh", "iw": "he", "in": "id"}
"""Where py3langid's code is another than BCP 47's canonical one."""

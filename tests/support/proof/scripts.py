"""This file is which scripts a text is written in, and whether they are those of a language."""

from __future__ import annotations

import unicodedata

import langcodes

from catalogue import Language

_NAMES = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Beng": "BENGALI",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hans": "CJK",
    "Hant": "CJK",
    "Hebr": "HEBREW",
    "Jpan": "CJK HIRAGANA KATAKANA",
    "Khmr": "KHMER",
    "Kore": "HANGUL CJK",
    "Laoo": "LAO",
    "Latn": "LATIN",
    "Mymr": "MYANMAR",
    "Sinh": "SINHALA",
    "Taml": "TAMIL",
    "Telu": "TELUGU",
    "Thaa": "THAANA",
    "Thai": "THAI",
    "Tibt": "TIBETAN",
}
"""ISO 15924 code -> how Unicode's character names of that script begin."""


def misfit(text: str, language: Language) -> str | None:
    """A script in the text that the language is not written in; None where all fits.

    Latin names may stand in a text of another script, but no text may be Latin only; nothing else may be mixed.
    """
    expected = _scripts_of(language)
    found = {script for script in map(_script, text) if script is not None}
    foreign = found - expected
    if found & expected:
        foreign -= {"LATIN"}
    return min(foreign, default=None)


def writes(text: str) -> bool:
    """Is there a letter in it, of whatever script?"""
    return any(_script(char) for char in text)


def shows(text: str) -> bool:
    """Is there anything in it that a reader can see?"""
    return any(unicodedata.category(char)[0] not in "CMZ" for char in text)


_ALIASES = {
    "FEMININE": "LATIN",
    "FULLWIDTH": "LATIN",
    "HALFWIDTH": "KATAKANA",
    "IDEOGRAPHIC": "CJK",
    "KATAKANA-HIRAGANA": "KATAKANA",
    "MASCULINE": "LATIN",
    "MICRO": None,
    "MODIFIER": None,
}
"""First words of character names that are no script's name; None for letters of no script."""


def _script(char: str) -> str | None:
    if not unicodedata.category(char).startswith("L"):
        return None
    first = unicodedata.name(char, "UNKNOWN").partition(" ")[0]
    return _ALIASES.get(first, first)


def _scripts_of(language: Language) -> frozenset[str]:
    script = langcodes.Language.get(language.tag).maximize().script or "Latn"
    if script not in _NAMES:
        message = f"the lint does not know the script {script} of {language}; add it to the table"
        raise LookupError(message)
    return frozenset(_NAMES[script].split())

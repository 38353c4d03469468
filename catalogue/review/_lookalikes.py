"""This file is the letters of Latin, Cyrillic and Greek that look the same, and the words in which one slipped in.

The pairs are those of which most fonts draw one shape (compare Unicode Technical Standard 39, confusables).
"""

from __future__ import annotations

import re
import unicodedata

_LATIN, _CYRILLIC, _GREEK = "LATIN", "CYRILLIC", "GREEK"

_PAIRS = {
    _CYRILLIC: ("АВЕІКМНОРСТХаеіорсху", "ABEIKMHOPCTXaeiopcxy"),  # noqa: RUF001 - the letters themselves
    _GREEK: ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"),  # noqa: RUF001 - the letters themselves
}
"""Letters of a script, and the Latin letters that look like them, in the same order."""

_TO_LATIN = {script: dict(zip(*pair, strict=True)) for script, pair in _PAIRS.items()}
_FROM_LATIN = {script: {latin: own for own, latin in letters.items()} for script, letters in _TO_LATIN.items()}

_INFLECTED = re.compile("[A-Z]{2,}[\u0430-\u044f\u0451]+")
"""An abbreviation in Latin capitals with a Russian ending, as in a talk about “SMS”."""


_WORD = re.compile(r"[^\W\d_]+")


def slipped(text: str) -> tuple[str, str] | None:
    """The first word of a text (in NFC) in which letters of another script slipped in, and the text without any such.

    None where no word has any.
    """
    mixed = next((word for word in _WORD.findall(text) if mended(word) is not None), None)
    return None if mixed is None else (mixed, _WORD.sub(lambda word: mended(word[0]) or word[0], text))


def mended(word: str) -> str | None:
    """The word in one script, where letters of another have slipped in; None where none have.

    Letters slipped in if each of them has a lookalike in the script of the others. Where both can be, the fewer did;
    of as many, those that are not Latin, as in a formula (CO2).
    """
    if word.isascii() or _INFLECTED.fullmatch(word):
        return None
    scripts = {letter: unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    there = set(scripts.values())
    script = next((one for one in _PAIRS if there == {one, _LATIN}), None)
    if script is None:
        return None
    latin = [letter for letter in word if scripts[letter] == _LATIN]
    other = [letter for letter in word if scripts[letter] == script]
    ways = sorted(
        (len(letters), place, table)
        for place, (letters, table) in enumerate(((other, _TO_LATIN[script]), (latin, _FROM_LATIN[script])))
        if all(letter in table for letter in letters)
    )
    return "".join(ways[0][2].get(letter, letter) for letter in word) if ways else None

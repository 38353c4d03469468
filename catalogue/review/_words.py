"""This file is the words of a title: those that can tell its language, and whether they are enough."""

from __future__ import annotations

import re
import unicodedata

_READ_AT_MOST = 300
_FEWEST_WORDS = 3
_MORE_THAN_A_NAME = 4
_SIGNS_OF_A_WORD = 2  # of a script that writes no spaces
_SHORTEST_COMMON_WORD = 4

# Addresses, words with digits in them, and abbreviations (WTISD, JMTSI-21, UNESCO): they are in no language.
_NO_WORDS = re.compile(
    r"\S*(?:://|www\.|[@#])\S*"
    r"|(?<![A-Za-z\d])(?:[A-Za-z]*\d[A-Za-z\d]*|[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?![A-Za-z\d])"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def seen(title: str) -> str:
    """The beginning of a title without what nobody sees, on one line, full-width and bold letters made plain."""
    signs = unicodedata.normalize("NFKC", title[:_READ_AT_MOST])
    return " ".join("".join(sign for sign in signs if unicodedata.category(sign) not in {"Cf", "Cs"}).split())


def words_of(title: str) -> str:
    """What of a title can be in a language: no addresses, no words with digits, no abbreviations."""
    return _NO_WORDS.sub(" ", title)


def is_short(words: str) -> bool:
    """Are these fewer than three words? Two signs of a script without spaces count as one."""
    return _count(words) < _FEWEST_WORDS


def has_common_word(words: str) -> bool:
    """Is there a word that no name has, not even as “van der” and “de la”?

    Titles of names alone are in no language, and look like another one. A script without capitals does not tell.
    """
    return any(
        not word[0].isupper() and (len(word) >= _SHORTEST_COMMON_WORD or not word[0].islower())
        for word in _WORD.findall(words)
    )


def is_phrase(words: str) -> bool:
    """Are these more than a name of two or three words: four, or three with one that is not written like a name?"""
    if is_short(words):
        return False
    return _count(words) >= _MORE_THAN_A_NAME or any(not word[0].isupper() for word in _WORD.findall(words))


def _count(words: str) -> int:
    signs = len(_UNSPACED.findall(words))
    return len(_WORD.findall(_UNSPACED.sub(" ", words))) + -(-signs // _SIGNS_OF_A_WORD)

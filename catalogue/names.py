"""This file is which language a name means: tables from CLDR's names, in whatever language they are written."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from catalogue.everyday import EVERYDAY
from catalogue.language import Language, well_known_languages

_SHORTEST_ELSEWHERE = 5
"""Letters. What a language is called far from ours is taken for its name only if it is no shorter: Breton has “rus”,
Lingala “fala”, and the world is full of words as short as these. Writing without an alphabet says much in two signs."""
_Names = Callable[[Language, tuple[Language, ...]], set[str]]
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")


@lru_cache(maxsize=64)
def names_of(languages: tuple[Language, ...]) -> dict[str, Language]:
    """Every name of the languages by its key; one that would mean two of them means none.

    What is called so in one of the languages themselves, or in English, goes before what is called so elsewhere.
    """
    codes = {language.code_of_three: language for language in languages if language.code_of_three}
    return codes | _told_apart(languages, _elsewhere) | _told_apart(languages, _at_home)


@lru_cache(maxsize=64)
def other_names(languages: tuple[Language, ...]) -> dict[str, Language]:
    """The names of well-known languages that are not listed; where two share one, it is either's.

    Their tags are there in capitals only, as no key of a name is: “or” and “is” are tags too.
    """
    ours = names_of(languages)
    codes = {language.tag.partition("-")[0] for language in languages}
    others = [other for other in well_known_languages() if other.tag not in codes]
    names = {key(name): other for other in others for name in _at_home(other, languages) - {other.tag}}
    tags = {other.tag.upper(): other for other in others}
    return {name: other for name, other in (names | tags).items() if name and name not in ours}


def key(name: str) -> str:
    """What two spellings of one name share: case, accents, vowel signs and lengthening strokes are not told apart.

    Accents are given up because letters typed on an English keyboard say “Francais”.
    """
    letters = unicodedata.normalize("NFKD", name.casefold()).replace("\u2010", "-").replace("ـ", "")
    bare = "".join(letter for letter in letters if not _is_accent(letter) and unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFC", bare).casefold().split())


def _told_apart(languages: tuple[Language, ...], names: _Names) -> dict[str, Language]:
    meanings: dict[str, set[Language]] = {}
    for language in languages:
        for name in filter(None, map(key, names(language, languages))):
            meanings.setdefault(name, set()).add(language)
    return {name: next(iter(meant)) for name, meant in meanings.items() if len(meant) == 1}


def _at_home(language: Language, languages: tuple[Language, ...]) -> set[str]:
    """Its tags, its names in the languages themselves, in itself and in English, and what people say besides."""
    readers = {*languages, language, Language("en")}
    names = {language.tag, *(language.name_in(reader) for reader in readers)}
    names.update(EVERYDAY.get(language.tag, "").split("; "))
    if language.tag == "zh":  # one list, one Chinese: “Chinese (Simplified)” means it, unless zh-Hans is listed too
        names.update(Language("zh-Hans").name_in(reader) for reader in readers)
    # Chinese writes the word for “version” onto the name, without a space.
    names.update(f"{name}版" for name in tuple(names) if name and unicodedata.name(name[-1], "").startswith("CJK"))
    return names


def _elsewhere(language: Language, languages: tuple[Language, ...]) -> set[str]:  # noqa: ARG001 - as _at_home
    return {name for name in language.names() if len(name) >= _SHORTEST_ELSEWHERE or not _is_spelled(name)}


def _is_spelled(name: str) -> bool:
    return any(unicodedata.name(letter, "").startswith(_ALPHABETS) for letter in name)


def _is_accent(character: str) -> bool:
    # Classes up to 9 (nukta, virama, kana voicing) make another letter of the one before; the rest decorate it.
    return unicodedata.combining(character) > 9  # noqa: PLR2004 - explained above

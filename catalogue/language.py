"""This file is what a language is to us: a tag, a direction, its own name (the one door to langcodes)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Self

import langcodes
from language_data.names import code_to_names  # type: ignore[import-untyped]  # it ships no types

from catalogue.directions import LTR_EXCEPTIONS, RTL_LANGUAGES, RTL_SCRIPTS
from catalogue.errors import InvalidValue


class Direction(StrEnum):
    """The base direction of a language's usual script, as HTML's `dir` spells it."""

    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, slots=True, order=True)
class Language:
    """One language by its canonical BCP 47 tag (RFC 5646), for example `ar`, `zh`, `pt-BR`.

    Make one with `Language.parse`, which checks and canonicalises; the bare constructor trusts its caller.
    """

    tag: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a BCP 47 tag; raises InvalidValue for what is none, or names no registered language."""
        return cls(_canonical(text))

    @property
    def direction(self) -> Direction:
        """The direction of its script: CLDR's likely script, unless the tag names one itself."""
        return _direction(self.tag)

    @property
    def autonym(self) -> str:
        """Its name in itself, with a capital for menus: Français, العربية, 中文."""
        return _capital(_own_name(self.tag))

    @property
    def code_of_three(self) -> str:
        """Its code of three letters (ISO 639-2/T), as “ENG | FRA” has it; empty where it has none, or a script."""
        return "" if "-" in self.tag else _three_letters(self.tag)

    def name_in(self, other: Language) -> str:
        """Its name in another language, as CLDR gives it: `Arabic` in English, `arabe` in French."""
        return _name(self.tag, other.tag)

    def names(self) -> frozenset[str]:
        """Its names in all the languages that CLDR has it in, whatever the case: Französisch, francés, 法语."""
        return _names(self.tag)

    def sounds_like(self, other: Language) -> bool:
        """Is a recording in this one no surprise to the other's listeners: the same language, or a dialect of it?

        Regions and scripts do not count; what is near is CLDR's (languageMatching), as langcodes reads it.
        """
        return _near(self.tag, other.tag)

    def __str__(self) -> str:
        return self.tag


@lru_cache(maxsize=1)
def well_known_languages() -> tuple[Language, ...]:
    """The languages, without scripts and regions, that CLDR itself is written in: those that a label may well name."""
    return tuple(sorted({Language(tag.partition("-")[0]) for tag in code_to_names("en")}))


@lru_cache(maxsize=1024)
def _canonical(text: str) -> str:
    try:
        tag = langcodes.standardize_tag(text)
        valid = langcodes.Language.get(tag).is_valid()
    except ValueError as error:
        message = f"“{text}” is not a language tag; write one like en, ar or pt-BR (BCP 47)"
        raise InvalidValue(message) from error
    if not valid or tag in {"und", "mul", "zxx", "mis"}:
        message = f"“{text}” names no language that is registered; write a tag like en, ar or pt-BR (BCP 47)"
        raise InvalidValue(message)
    return tag


@lru_cache(maxsize=1024)
def _direction(tag: str) -> Direction:
    # Read as written: langcodes would fill in a likely script, and its choice is wrong for most of these.
    language = langcodes.Language.get(tag, normalize=False)
    if language.script is not None:
        return Direction.RTL if language.script in RTL_SCRIPTS else Direction.LTR
    here = f"{language.language}-{language.territory}"
    if here in LTR_EXCEPTIONS:
        return Direction.LTR
    return Direction.RTL if RTL_LANGUAGES.intersection((here, language.language)) else Direction.LTR


@lru_cache(maxsize=4096)
def _name(tag: str, other: str) -> str:
    return langcodes.Language.get(tag).display_name(other)


@lru_cache(maxsize=1024)
def _three_letters(tag: str) -> str:
    try:
        return langcodes.Language.get(tag).to_alpha3()
    except LookupError:  # a tag that no registry knows: the constructor trusts its caller
        return ""


@lru_cache(maxsize=1024)
def _names(tag: str) -> frozenset[str]:
    return frozenset(code_to_names(tag).values())


_DIALECT = 14
"""CLDR's distance from Moroccan to Standard Arabic, the largest between a dialect and its language; Catalan is 20 from
Spanish, Ukrainian 24 from Russian, unrelated languages 84."""

_NORWEGIAN = frozenset({"no", "nb", "nn"})


@lru_cache(maxsize=4096)
def _near(tag: str, other: str) -> bool:
    one, two = (str(langcodes.Language.get(each).language) for each in (tag, other))
    if one == two or {one, two} <= _NORWEGIAN:
        return True
    # In one script: Cantonese is far from Mandarin only because it is written in the other characters.
    script = langcodes.Language.get(two).maximize().script
    one, two = f"{one}-{script}", f"{two}-{script}"
    return min(langcodes.tag_distance(one, two), langcodes.tag_distance(two, one)) <= _DIALECT


def _own_name(tag: str) -> str:
    """Its name in itself; langcodes falls back to English for some regions, where the language's own form will do."""
    language = langcodes.Language.get(tag)
    script = language.assume_script().script or language.maximize().script
    base = str(language.language)
    english = _name(base, "en")
    names = tuple(_name(tag, other) for other in (tag, f"{base}-{script}", base))
    return next((name for name in names if not name.startswith(english)), names[0])


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]

"""This file is our own words in other languages: gettext catalogues, read as the translators write them.

Only the text files (.po) are kept; they are turned into gettext's form in memory, once for each language.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from catalogue import Language

SOURCE = Language("en")
"""The language our words are written in: British spelling and dates, as the United Nations write English."""

TRANSLATED = tuple(Language(tag) for tag in ("fr", "es", "ar", "zh", "ru"))
"""The languages that have a file in reports/locale/."""


_SINGLETON = 1
"""The length of the subtag that begins an extension or a private part (BCP 47, 2.2.6)."""


@dataclass(frozen=True, slots=True)
class Interface:
    """What our own words on a page are written in: `locale` gives dates and numbers their form."""

    language: Language
    locale: Locale
    translations: NullTranslations

    def has(self, text: str) -> bool:
        """Is this English text understood here, that is, written in this language or translated into it?"""
        return self.language.tag.partition("-")[0] == SOURCE.tag or self.translations.gettext(text) != text


def interface(language: Language) -> Interface:
    """Our words for the readers of this language; English where nobody has translated them yet.

    A regional tag (fr-CA) is served by its language. Another script (zh-Hant, zh-TW) is not: its readers
    are better served by English than by a script they do not write.
    """
    primary = language.tag.partition("-")[0]
    if _script(language.tag) == _script(primary):
        if Language(primary) in TRANSLATED:
            return Interface(language, _locale(language.tag), translations(Language(primary)))
        if primary == SOURCE.tag:
            return Interface(language, _locale(language.tag), NullTranslations())
    return Interface(SOURCE, _locale(SOURCE.tag), NullTranslations())


@cache
def translations(language: Language) -> GNUTranslations:
    """The translations into one of the TRANSLATED languages."""
    place = files("reports") / "locale" / language.tag / "LC_MESSAGES" / "hexaglot.po"
    compiled = BytesIO()
    with place.open("rb") as text:
        write_mo(compiled, read_po(text, locale=language.tag))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _locale(tag: str) -> Locale:
    """What CLDR knows of a tag whose language it knows; the region is left out where it does not know it."""
    if tag == SOURCE.tag:
        return Locale("en", territory="001")
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(tag.partition("-")[0])


def _script(tag: str) -> str | None:
    """The script a language is written in: the one its tag names, else CLDR's likely one for it, there."""
    primary, *others = tag.split("-")
    likely = get_global("likely_subtags")
    full: str = likely.get(primary, "")
    for part in others:
        if len(part) == _SINGLETON:
            break
        if len(part) == len("Arab") and part.isalpha():
            return part
        full = likely.get(f"{primary}_{part}", full)
    return next((part for part in full.split("_")[1:] if len(part) == len("Arab")), None)

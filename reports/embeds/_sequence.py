"""This file is in which order the languages of a message stand."""

from __future__ import annotations

from catalogue import Language
from reports.embeds._contract import Sequence, Version

_UN = ("ar", "zh", "en", "fr", "ru", "es")
"""The alphabetical order of the six languages' English names, which the United Nations prescribe for their pages
(Minimum standards for multilingualism, item 3; SNIPPETS section 2)."""


def in_sequence(
    versions: tuple[Version, ...], sequence: Sequence, page_language: Language | None
) -> tuple[Version, ...]:
    """The versions, which come in the catalogue's order, in the order asked for.

    By the United Nations' rule other languages follow the six as the catalogue has them, and the page's own language
    comes before all.
    """
    if sequence is Sequence.CATALOGUE:
        return versions
    return tuple(sorted(versions, key=lambda version: _rank(version.language, page_language)))


def _rank(language: Language, page_language: Language | None) -> tuple[bool, int]:
    primary = _primary(language)
    at_home = page_language is not None and primary == _primary(page_language)
    return not at_home, _UN.index(primary) if primary in _UN else len(_UN)


def _primary(language: Language) -> str:
    return language.tag.partition("-")[0]

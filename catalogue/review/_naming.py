"""This file is which languages a title names as its own: “(Français)”, “[AR]”, “| Русский”, “中文字幕”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalogue.labels import language_of
from catalogue.language import Language

_BRACKETS = re.compile(r"([(\[{【\uff08])([^()\[\]{}【】\uff08\uff09]{1,80})[)\]}】\uff09]")
_SEPARATORS = re.compile(r"\s[-–—/]\s|[|•·｜]")  # noqa: RUF001 - dashes and bars between the parts of a title
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?")
_SUBTITLES = re.compile(
    r"\b(?:(?:with|avec|con|с)\s+)?"  # noqa: RUF001 - Russian for “with”
    r"(?:(?:sub(?:title[sd]|s)?|captions|sous-titr(?:es?|ée?)|subt[ií]tulos|subtitulado|субтитры|субтитрами)"
    r"(?:\s+(?:in|en|на)\b)?)\b|字幕|ترجمة|مترجم(?:ة)?",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\b(?:version|versión|versão|версия|نسخة|النسخة)\b|版\b", re.IGNORECASE)
_WORDS = 3
"""How many words, at most, name a language at the end of a title (“version en español”)."""

ENGLISH = "en"


def languages_named(title: str, languages: tuple[Language, ...]) -> frozenset[Language]:
    """The languages that a part of the title is the name of; a name in the middle of a sentence names a topic.

    Subtitles count as the language for whose readers a video is, except English ones: these are put on recordings of
    every language.
    """
    return frozenset(named for part in _parts(title) for named in _named(part, languages))


def words_name(text: str, language: Language) -> bool:
    """Does a word of the text, or up to three together, name this language? A small “en” or “es” may be a word."""
    words = re.findall(r"[^\W_]+", text)
    spans = (words[start : start + length] for length in range(1, _WORDS + 1) for start in range(len(words)))
    return any(
        language_of(" ".join(span), (language,)) is not None
        for span in spans
        if not all(_TAG.fullmatch(word) and word.islower() for word in span)
    )


def _named(part: str, languages: tuple[Language, ...]) -> Iterator[Language]:
    bare = _SUBTITLES.sub(" ", part)
    named = language_of(bare, languages)
    if named is not None and (bare == part or named.tag.partition("-")[0] != ENGLISH):
        yield named


def _parts(title: str) -> Iterator[str]:
    """The parts that can be a name: what is in brackets, the first and last of several parts, the last words.

    A bare tag must look like one: “[ar]”, “(AR)”, “| AR”; and not like an abbreviation of the words before it, as
    in “augmented reality (AR)”.
    """
    for match in _BRACKETS.finditer(title):
        if match[1] in "[【" or _may_name(match[2], title[: match.start()]):
            yield match[2]
    plain = _BRACKETS.sub(" ", title).strip()
    pieces = [piece.strip() for piece in _SEPARATORS.split(plain) if piece.strip()]
    if len(pieces) > 1:
        yield from (piece for piece in (pieces[0], pieces[-1]) if _may_name(piece, ""))
    words = plain.split()
    for length in range(1, min(_WORDS, len(words) - 1) + 1):
        ending = " ".join(words[-length:])
        if _VERSION.search(ending) or _SUBTITLES.search(ending):
            yield ending


def _may_name(part: str, before: str) -> bool:
    part = part.strip()
    if not _TAG.fullmatch(part):
        return True
    words = re.findall(r"[^\W\d_]+", before)[-len(part) :]
    return part.isupper() and "".join(word[0] for word in words).casefold() != part.casefold()

"""This file is what a title may hold: every title is made clean here before it is printed anywhere.

Titles come from people, letters and video sites, and are hostile text: they may hold controls that turn the
page's own text round, characters that nobody sees, or a megabyte. Markup is no worry of this file: a title is
text, and whoever writes it into HTML, Markdown or JSON escapes it there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from catalogue import Language
from reports.titles_unicode import (
    FLAG,
    JOINERS,
    LINE_BREAKS,
    called,
    ends_well,
    harm,
    is_mark,
    leans,
    may_divide,
    shows,
    stacks,
)

LONGEST = 300
"""Code points of a clean title, the “…” of a cut one included."""

LONGEST_WORD = 60
"""A cut goes back this far to find the end of a word; text without spaces is cut between two characters."""

LONGEST_READ = 10_000
"""Code points of the raw title that are looked at: what comes after cannot be part of a title."""

TALLEST = 6
"""Marks piled on one letter. Hebrew with points and accents has five, Burmese six; more only hides a page's text."""


@dataclass(frozen=True, slots=True)
class Removed:
    """One character that was taken out: `what` in English, `position` in the title as it came, counted from 1."""

    what: str
    position: int


@dataclass(frozen=True, slots=True)
class CleanTitle:
    """A title that is safe to print, or None where nothing of it can be seen; and what was taken out of it.

    A cut is not listed in `removed`: the “…” tells of it.
    """

    text: str | None
    removed: tuple[Removed, ...] = ()


@lru_cache(maxsize=4096)
def clean(text: str | None) -> CleanTitle:
    """Make a title clean: one line in NFC, at most LONGEST long, nothing invisible that reorders or hides.

    Bidi embeddings, overrides and isolates go: the direction of a title is known from its language. Marks
    (LRM, RLM, ALM), ZWJ and ZWNJ stay. A single space of any kind stays as it is, a run becomes one plain space.
    """
    if text is None:
        return CleanTitle(None)
    removed: list[Removed] = []
    letters = _letters(_harmless(text[:LONGEST_READ], removed), removed)
    whole = unicodedata.normalize("NFC", "".join(_lightened(letters, removed))).rstrip()
    short = _shortened(whole)
    ordered = tuple(sorted(removed, key=lambda one: one.position))
    if not shows(short):
        return CleanTitle(None, ordered)
    return CleanTitle(short if short == whole else f"{short}…", ordered)


def _harmless(text: str, removed: list[Removed]) -> Iterator[tuple[int, str]]:
    """The characters that may stay, with their positions; those that may not are added to `removed`."""
    flags = {place for flag in FLAG.finditer(text) for place in range(*flag.span())}
    for place, char in enumerate(text):
        what = None if place in flags else harm(char)
        if what is None:
            yield place + 1, " " if char in LINE_BREAKS else char
        else:
            removed.append(Removed(what, place + 1))


def _letters(chars: Iterable[tuple[int, str]], removed: list[Removed]) -> list[tuple[int, str]]:
    """Each letter with the marks and joiners on it, at the letter's position; spaces folded, none at the start."""
    letters: list[tuple[int, str]] = []
    for position, char in chars:
        start, last = letters[-1] if letters else (position, " ")
        if leans(char) and not letters:
            removed.append(Removed(f"{called(char)} without a letter to stand on", position))
        elif letters and (is_mark(char) or char in JOINERS):
            letters[-1] = (start, last + char)
        elif not (char.isspace() and last.isspace()):
            letters.append((position, char))
        elif letters:
            letters[-1] = (start, " ")
    return letters


def _lightened(letters: list[tuple[int, str]], removed: list[Removed]) -> Iterator[str]:
    """Letters with at most TALLEST marks piled on them, decomposed where any had more."""
    for position, letter in letters:
        parts = unicodedata.normalize("NFD", letter)
        surplus = frozenset([place for place, char in enumerate(parts) if stacks(char)][TALLEST:])
        if surplus:
            removed.append(Removed(f"{len(surplus)} of the marks piled on one letter", position))
        yield "".join(char for place, char in enumerate(parts) if place not in surplus)


def _shortened(text: str) -> str:
    """As much of the text as leaves room for “…”: to the end of a word, else between two characters."""
    if len(text) <= LONGEST:
        return text
    places = range(LONGEST - 1, 0, -1)
    for place in places[:LONGEST_WORD]:
        if text[place].isspace() and ends_well(text[place - 1]):
            return text[:place]
    for place in places:
        if may_divide(text, place) and ends_well(text[place - 1]):
            return text[:place]
    # Every letter bears a mark: the last one goes without its own.
    rest = text[: LONGEST - 1]
    while rest and not ends_well(rest[-1]):
        rest = rest[:-1]
    return rest


_DEFAULTS = {
    "en": ("Video message", ", "),
    "fr": ("Message vidéo", ", "),
    "es": ("Mensaje en vídeo", ", "),
    "ar": ("رسالة مرئية", "، "),
    "ru": ("Видеообращение", ", "),
} | {
    tag: (words, "，")  # noqa: RUF001 - the Chinese comma
    for words, tags in (("视频致辞", "zh zh-Hans"), ("影片致辭", "zh-Hant zh-TW zh-HK zh-MO"))
    for tag in tags.split()
}

_SCRIPT_SUBTAG = 4


def default_title(language: Language, year: int | None = None) -> str:
    """What a video is called where nobody wrote a title in its language: wholly in that language, never empty.

    The six have words of their own, in their usual script; any other language is called by its own name.
    """
    tag = language.tag
    while tag and tag not in _DEFAULTS:
        tag, _, last = tag.rpartition("-")
        if len(last) == _SCRIPT_SUBTAG and last.isalpha():  # another script: its readers may not read ours
            tag = ""
    if not tag:
        return language.autonym if year is None else f"{language.autonym} ({year})"
    words, comma = _DEFAULTS[tag]
    return words if year is None else f"{words}{comma}{year}"

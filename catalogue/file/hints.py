"""This file is the turns of phrase that our errors share: what to quote, what to list, what was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

QUOTED = 60
"""Characters of a person's own text that fit into a sentence."""


def perhaps(word: str, words: Iterable[str]) -> str:
    """How a sentence ends that refuses a word: with the likely intended one, if there is one."""
    close = get_close_matches(short(word), words, 1)
    return f"; did you mean “{close[0]}”?" if close else "; correct it, or remove it"


def listed(words: Iterable[str]) -> str:
    """The words, with commas."""
    return ", ".join(words)


def short(text: str) -> str:
    """As much of a text as an error can quote, in one line."""
    line = "".join(character if character.isprintable() else "�" for character in text[:QUOTED])
    return line if len(text) <= QUOTED else f"{line}…"

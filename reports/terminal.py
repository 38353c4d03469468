"""This file is what may be shown on a terminal of text that others wrote."""

from __future__ import annotations


def printable(text: str) -> str:
    """The text with a mark for every character that a terminal would obey, or that would reorder the line."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else "\ufffd" for character in text)

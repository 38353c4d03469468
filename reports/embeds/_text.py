"""This file is text in one direction that keeps it wherever it is pasted, by the characters that Unicode has for it."""

from __future__ import annotations

from catalogue import Direction, Language
from reports.embeds._contract import Phrase

_OPENING = {Direction.RTL: "\N{RIGHT-TO-LEFT ISOLATE}", Direction.LTR: "\N{LEFT-TO-RIGHT ISOLATE}"}
_CLOSING = "\N{POP DIRECTIONAL ISOLATE}"


def isolated(text: str, language: Language, *, wanted: bool = True) -> str:
    """The text between isolates of its language's direction; as it is where they are not wanted.

    For plain text, and for filters that take `dir` away: isolates survive all that were tried (SNIPPETS finding 8).
    Not for names that are read out, such as a frame's title: there they are read as characters.
    """
    return f"{_OPENING[language.direction]}{text}{_CLOSING}" if wanted else text


def named_and_gone(name: str, language: Language, gone: Phrase) -> tuple[Phrase, ...]:
    """What stands in place of a link: the name and what became of the video, in one piece if the language is one."""
    if gone.language == language:
        return (Phrase(language, f"{name}: {gone.text}"),)
    return (Phrase(language, name), gone)

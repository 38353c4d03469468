"""This file is how the closed list of languages is read, and what is said about a tag outside it."""

from __future__ import annotations

from difflib import get_close_matches

from catalogue.errors import InvalidValue
from catalogue.file.hints import listed, short
from catalogue.file.tree import Node, is_null
from catalogue.file.written import Written
from catalogue.language import Language
from catalogue.model import SIX_LANGUAGES


def languages_of(written: Written, node: Node | None) -> tuple[Language, ...]:
    """The languages of a catalogue, in its order; the six where it lists none."""
    if node is None or is_null(node):
        return SIX_LANGUAGES
    if node.id != "sequence" or not node.value:
        sentence = "“languages:” is a list of at least one language tag; write it as in [en, fr, ar]"
        raise written.trouble(node.start_mark.index, sentence)
    first: dict[Language, Node] = {}
    for item in node.value:
        language = _language(written, item)
        if language in first:
            line, _ = written.place(first[language].start_mark.index)
            sentence = f"the language {language} stands here again after line {line}; remove one of the two"
            raise written.trouble(item.start_mark.index, sentence)
        first[language] = item
    return tuple(first)


def _language(written: Written, node: Node) -> Language:
    if node.id != "scalar" or is_null(node):
        raise written.trouble(node.start_mark.index, "here a language tag belongs; write one like en, ar or pt-BR")
    try:
        language = Language.parse(node.value)
    except InvalidValue as error:
        raise written.trouble(node.start_mark.index, str(error)) from error
    if language.tag != node.value:
        sentence = f"the language “{short(node.value)}” is written “{language}” (BCP 47); write it so"
        raise written.trouble(node.start_mark.index, sentence)
    return language


def no_language(text: str, known: dict[str, Language]) -> str:
    """Why a tag cannot stand here, with the one that was perhaps meant; names of languages are understood too."""
    english = Language("en")
    names = {tag.casefold(): tag for tag in known}
    names |= {language.autonym.casefold(): tag for tag, language in known.items()}
    names |= {language.name_in(english).casefold(): tag for tag, language in known.items()}
    close = get_close_matches(short(text).casefold(), names, 1)
    remedy = f"did you mean “{names[close[0]]}”?" if close else "add it to “languages:” above, or correct it"
    return f"“{short(text)}” is not among the languages of this catalogue ({listed(known)}); {remedy}"

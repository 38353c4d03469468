"""This file is whether a title on a page is in another language, as the editorial rules judge titles on sites."""

from __future__ import annotations

from catalogue import Language, Message, Video
from catalogue.review import RULES, Case, Finding, Told, review
from catalogue.review.title_language import NAMES

_RULE = tuple(rule for rule in RULES if rule.name == "title-language")

LONGEST_QUOTE = 80
"""Characters of a title that a finding repeats, the “…” of a cut one included."""


def is_foreign(title: str, language: Language, message: Message | None, languages: tuple[Language, ...]) -> bool:
    """Is a title certainly in another language than this one, or does it name another one as its own?

    `message` is whose title it is, where that is known.
    """
    return bool(_found(title, language, message, languages))


def is_written_in_another(text: str, language: Language, languages: tuple[Language, ...]) -> bool:
    """Is a text certainly in another language than this one, whatever it is about?"""
    return any(finding.template != NAMES for finding in _found(text, language, None, languages))


def _found(
    title: str, language: Language, message: Message | None, languages: tuple[Language, ...]
) -> tuple[Finding, ...]:
    if message is None:
        message = Message("page", videos=(Video(language, ""),))
    known = languages if language in languages else (*languages, language)
    return review(Case(message, known, {language: Told(title=title)}), _RULE)


def quoted(title: str) -> str:
    """As much of a title as a finding repeats."""
    return title if len(title) <= LONGEST_QUOTE else f"{title[: LONGEST_QUOTE - 1]}…"

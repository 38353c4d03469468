"""This file is whether a title on a page is in another language, as the editorial rules judge titles on sites."""

from __future__ import annotations

from catalogue import Language, Message, Video
from catalogue.review import RULES, Case, Told, review

_RULE = tuple(rule for rule in RULES if rule.name == "title-language")

LONGEST_QUOTE = 80
"""Characters of a title that a finding repeats, the “…” of a cut one included."""


def is_foreign(title: str, language: Language, message: Message | None, languages: tuple[Language, ...]) -> bool:
    """Is a title certainly in another language than this one? `message` is whose title it is, where that is known."""
    if message is None:
        message = Message("page", videos=(Video(language, ""),))
    known = languages if language in languages else (*languages, language)
    return bool(review(Case(message, known, {language: Told(title=title)}), _RULE))


def quoted(title: str) -> str:
    """As much of a title as a finding repeats."""
    return title if len(title) <= LONGEST_QUOTE else f"{title[: LONGEST_QUOTE - 1]}…"

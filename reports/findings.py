"""This file is how an editorial finding is put into words: in any language, what others wrote made clean."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from catalogue import Language
from catalogue.review import Finding
from reports.titles import clean
from reports.translation import SOURCE

UNSEEN = "…"
"""What stands for a text of which nothing can be seen."""


def in_english(finding: Finding) -> str:
    """The sentence as plain text."""
    return finding.template % {
        name: value.name_in(SOURCE) if isinstance(value, Language) else _shown(value) for name, value in finding.values
    }


def as_html(finding: Finding, say: Callable[[str], str], reader: Language) -> Markup:
    """The sentence as `say` translates it, with the names of languages in the reader's.

    What others wrote stands in `bdi`: nobody knows its language, and its direction must not turn ours round.
    """
    return Markup.escape(say(finding.template)) % {
        name: value.name_in(reader) if isinstance(value, Language) else Markup("<bdi>%s</bdi>") % _shown(value)
        for name, value in finding.values
    }


def _shown(text: str) -> str:
    return clean(text).text or UNSEEN

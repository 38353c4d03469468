"""This file is the rule that a link to a video in another language says so."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue import Language
from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._page import Kind

UNSAID = sentence("The link leads to a video in %(video)s, and nothing tells readers so.")


def _names(text: str, language: Language) -> bool:
    words = text.casefold()
    return any(name.casefold() in words for name in (language.autonym, *language.names()))


class Hreflang:
    """United Nations, Minimum standards for multilingualism, item 5 (SNIPPETS, section 2)."""

    name = "hreflang"
    level = Level.NOTICE
    explanation = "A link to a video in another language than the text around it does not say which."
    remedy = sentence("Write hreflang on the link, and name the language in its words.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each such link to our videos; its own lang, or the language's name in its words, will do."""
        for sighting in case.sightings:
            embed, language = sighting.embed, sighting.language
            if embed.kind is not Kind.LINK or language is None:
                continue
            around = case.language_around(sighting)
            said = embed.hreflang or around
            if said is not None and not said.sounds_like(language) and not _names(embed.title or "", language):
                yield fault(self, sighting, UNSAID, ("video", language))


RULE: Rule = Hreflang()

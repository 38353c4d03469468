"""This file is the fate of a letter's link: added, known or unclear, and the reason a person is given."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from catalogue.candidate import Candidate, Recognise, Recognised
from catalogue.labels import is_silent, nearly
from catalogue.language import Language
from catalogue.letter import Mention
from catalogue.model import Catalogue, Message
from catalogue.slug import slug_of_title


class Fate(StrEnum):
    """What becomes of a mention."""

    ADDED = "added"
    KNOWN = "known"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Taken:
    """One mention and what became of it. `reason` is one sentence or two; `address` is the one to be stored."""

    mention: Mention
    fate: Fate
    language: Language | None
    address: str | None
    reason: str


class Fates:
    """What the letter and the catalogue hold already, asked for each link."""

    def __init__(
        self,
        catalogue: Catalogue,
        message: Message,
        links: list[Candidate],
        recognise: Recognise,
        parts: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        """`parts` are the titles of several messages, by the number of heads above a link; none where it is one."""
        self._parts = parts
        self._languages = catalogue.languages
        self._message = message
        self._in_language: dict[Language, set[str]] = {}
        self._first: dict[str, Language] = {}
        for link in links:
            if link.language is not None and link.identity is not None:
                self._in_language.setdefault(link.language, set()).add(link.identity)
                self._first.setdefault(link.identity, link.language)
        self._places: dict[str, list[tuple[str, Language]]] = {}
        for holder, video in catalogue.places():
            for address in (video.url, *video.mirrors):
                found = recognise(address)
                if isinstance(found, Recognised):
                    self._places.setdefault(found.identity, []).append((holder.slug, video.language))

    def of(self, link: Candidate) -> Taken:
        """The fate of one link."""
        language, found = link.language, link.found
        if not isinstance(found, Recognised):
            stranger = f"What the letter calls “{link.mention.label}” is not a link to a video site we know."
            reason = stranger if found is None else found.reason
            return Taken(link.mention, Fate.UNCLEAR, language, None, reason)
        if language is None:
            return Taken(link.mention, Fate.UNCLEAR, None, found.address, self._unnamed(link, found))
        places = self._places.get(found.identity, ())
        if any(language == held and (self._parts or slug == self._message.slug) for slug, held in places):
            return Taken(link.mention, Fate.KNOWN, language, found.address, "The catalogue holds it already.")
        objection = self._objection(link, language, found)
        fate = Fate.UNCLEAR if objection else Fate.ADDED
        return Taken(link.mention, fate, language, found.address, objection or "New in the catalogue.")

    def _unnamed(self, link: Candidate, found: Recognised) -> str:
        remedy = self._remedy(link, "LANG", found)
        known = [language for language in self._languages if language in link.languages]
        others = sorted(link.languages.difference(known))
        named = " and ".join(map(in_english, (*known, *others)))
        if link.contested:
            return f"The letter names {named} where it may mean this link or its neighbour. Decide which: {remedy}"
        if others and not known and len(others) == 1:
            return f"The letter names {named}, which is not among “languages:” in the catalogue. Add it there first."
        if len(link.languages) > 1:
            return f"The letter names {named} beside this link. Decide which it is: {remedy}"
        called = next((name for name in (link.mention.label, *link.mention.hints) if not is_silent(name)), "")
        if not called:
            return f"The letter does not say which language this video is in. If you know it: {remedy}"
        alike = nearly(called, self._languages)
        if alike is not None:
            meant = f"Perhaps {in_english(alike)} is meant; then: {self._remedy(link, alike.tag, found)}"
            return f"“{called}” names no language of this catalogue. {meant}"
        return f"“{called}” names no language of this catalogue. If you know which it is: {remedy}"

    def _objection(self, link: Candidate, language: Language, found: Recognised) -> str:
        """Why this video cannot simply be added in this language; empty when it can."""
        if self._parts:
            return self._part_of(link, language, found)
        count = len(self._in_language[language])
        if count > 1:
            remedy = self._remedy(link, language.tag, found)
            return f"The letter gives {count} videos in {in_english(language)}. Choose one: {remedy}"
        first = self._first[found.identity]
        if first != language:
            remedy = self._remedy(link, language.tag, found, "--force")
            return f"The letter gives the same video in {in_english(first)} too. If that is meant: {remedy}"
        here = self._message.video_in(language)
        if here is not None:
            remedy = self._remedy(link, language.tag, found, "--replace")
            return f"{self._message.slug}/{language} holds {here.url} already. To replace it: {remedy}"
        places = ", ".join(f"{slug}/{other}" for slug, other in self._places.get(found.identity, ()))
        if places:
            remedy = self._remedy(link, language.tag, found, "--force")
            return f"This video stands in {places} already. If that is meant: {remedy}"
        return ""

    def _part_of(self, link: Candidate, language: Language, found: Recognised) -> str:
        title = self._parts[link.mention.under]
        place = f"stands under “{title}”" if title else "stands above all titles"
        remedy = self._remedy(link, language.tag, found)
        return f"It {place}, and the letter seems to hold several messages. To file it: {remedy}"

    def _remedy(self, link: Candidate, tag: str, found: Recognised, *options: str) -> str:
        slug = slug_of_title(self._parts[link.mention.under]) or "SLUG" if self._parts else self._message.slug
        return shlex.join(("hexaglot", "add", slug, tag, found.address, *options))


def in_english(language: Language) -> str:
    """A language as our reasons name it: in English, with its tag."""
    return f"{language.name_in(Language('en'))} ({language})"

"""This file is what a mention means before the catalogue is asked: the languages it names, the video it leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from catalogue.labels import language_of, other_language_of, tells_of_another_thing
from catalogue.language import Language
from catalogue.letter import Mention
from catalogue.wrappers import unwrapped

ADDRESS_LENGTH = 2_048
"""Characters. A longer address is no link to a video, and is not asked about."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A link to one video. The same video has the same `identity`; `address` is the proper one, to be stored."""

    identity: str
    address: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A link of a video site that names no possible video; `reason` is a full sentence."""

    reason: str


Recognise = Callable[[str], Recognised | Refused | None]
"""What a link is to those who know the video sites; None for what is no video link at all."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention, all the languages that its names mean, and what its address was found to be.

    `contested` is a link beside a name that may as well be its neighbour's. `listed` are the catalogue's languages; a
    name may mean another one.
    """

    mention: Mention
    languages: frozenset[Language]
    found: Recognised | Refused | None
    contested: bool = False
    listed: frozenset[Language] = frozenset()

    @property
    def language(self) -> Language | None:
        """The one language that its names mean; None where they mean none, several, another, or may be another's."""
        only = next(iter(self.languages)) if len(self.languages) == 1 and not self.contested else None
        return only if only in self.listed else None

    @property
    def worth_telling(self) -> bool:
        """Is it a link of a video site, or called by one of our languages' names?"""
        return self.found is not None or not self.languages.isdisjoint(self.listed)

    @property
    def identity(self) -> str | None:
        """The video that it leads to, if it leads to one."""
        return self.found.identity if isinstance(self.found, Recognised) else None


def candidate(mention: Mention, languages: tuple[Language, ...], recognise: Recognise) -> Candidate:
    """What the label and the hints name, and what the address is."""
    names = (mention.label, *mention.hints)
    named = () if any(map(tells_of_another_thing, names)) else (meant_by(name, languages) for name in names)
    url = unwrapped(mention.url) if len(mention.url) <= ADDRESS_LENGTH else None
    found = None if url is None else recognise(url)
    means = frozenset(language for language in named if language is not None)
    return Candidate(mention, means, found, listed=frozenset(languages))


def meant_by(name: str, languages: tuple[Language, ...]) -> Language | None:
    """The language that a name means, be it one of the list or not."""
    return language_of(name, languages) or other_language_of(name, languages)


def without_repetitions(links: list[Candidate]) -> list[Candidate]:
    """The links without those that say nothing new: a video's second mention, in the same language or in none."""
    named = {link.identity for link in links if link.identity and link.languages}
    seen: set[tuple[str, frozenset[Language], bool]] = set()
    kept: list[Candidate] = []
    for link in links:
        if link.identity is not None:
            key = (link.identity, link.languages, link.contested)
            if key in seen or (link.identity in named and not link.languages):
                continue
            seen.add(key)
        kept.append(link)
    return kept

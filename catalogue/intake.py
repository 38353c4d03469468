"""This file is what a letter changes in the catalogue: each link added, known or unclear, each with its reason."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from catalogue.candidate import Candidate, Recognise, Recognised, without_repetitions
from catalogue.fate import Fate, Fates, Taken, in_english
from catalogue.heading import clean_title
from catalogue.language import Language
from catalogue.letter import Letter
from catalogue.model import Catalogue, Message, Title, Video
from catalogue.sides import candidates
from catalogue.slug import propose_slug

START_OF_TEXT = 1_000
"""How much of the letter's text helps to tell the language of its title, in characters."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a letter changes. `after` is the catalogue with everything added, and nothing else changed.

    Every mention is in exactly one place: in `taken`; among the `ignored`, which are no video links and carry no
    language's name; or among the `folded`, which only repeat a video that is in `taken`.
    `title` is the one to be filed: None when the letter has none, or the message has one. `remark` says what was
    assumed about it; it is empty when nothing was.
    """

    slug: str
    title: Title | None
    taken: tuple[Taken, ...]
    ignored: int
    folded: int
    remark: str
    after: Catalogue

    @property
    def added(self) -> int:
        """How many links are new."""
        return self._count(Fate.ADDED)

    @property
    def known(self) -> int:
        """How many links the catalogue holds already, in this place."""
        return self._count(Fate.KNOWN)

    @property
    def unclear(self) -> int:
        """How many links a person must decide about."""
        return self._count(Fate.UNCLEAR)

    def _count(self, fate: Fate) -> int:
        return sum(taken.fate is fate for taken in self.taken)


def intake(
    letter: Letter,
    catalogue: Catalogue,
    *,
    recognise: Recognise,
    today: dt.date,
    slug: str | None = None,
    title: str | None = None,
    on: dt.date | None = None,
    tongue: Callable[[str], Language | None],
) -> Intake:
    """Decide what becomes of each of the letter's mentions.

    `slug`, `title` and `on` are what a person gave; without them the first two are taken from the letter, and a date
    is not guessed. Without a slug, the message that holds one of the letter's videos in the same language is meant. A
    slug that stands in the catalogue means that message, so a second import finds everything known.
    Raises InvalidValue for a given slug that is none.
    """
    written = clean_title(title or letter.title or "")
    links = candidates(letter.mentions, catalogue.languages, recognise)
    worth = [link for link in links if link.found is not None or link.languages]
    kept = without_repetitions(worth)
    message = _meant(catalogue, slug, kept, recognise)
    if message is None:
        held = {message.slug for message in catalogue.messages}
        proposed = slug or propose_slug(written, letter.text, today, held)
        message = catalogue.message(proposed) or Message(proposed)
    fates = Fates(catalogue, message, kept, recognise)
    taken = tuple(map(fates.of, kept))
    filed, remark = _file(written, letter.text, message, catalogue.languages, tongue)
    after = _after(catalogue, message, taken, title=filed, today=today, on=on)
    return Intake(message.slug, filed, taken, len(links) - len(worth), len(worth) - len(kept), remark, after)


def _meant(catalogue: Catalogue, slug: str | None, links: list[Candidate], recognise: Recognise) -> Message | None:
    """Without a slug, the message that holds most of these videos in their languages; the first of several."""
    if slug:
        return None
    wanted = {(link.identity, link.language) for link in links if link.identity and link.language}
    shared = Counter(
        message.slug
        for message, video in catalogue.places()
        if any(
            isinstance(found := recognise(address), Recognised) and (found.identity, video.language) in wanted
            for address in (video.url, *video.mirrors)
        )
    )
    return catalogue.message(shared.most_common(1)[0][0]) if shared else None


def _file(
    title: str, text: str, message: Message, languages: tuple[Language, ...], tongue: Callable[[str], Language | None]
) -> tuple[Title | None, str]:
    """The title under its language, for a message that has none; and what was assumed."""
    if not title or message.titles:
        return None, ""
    language = tongue(f"{title}\n{text[:START_OF_TEXT]}")
    if language is not None:
        return Title(language, title), ""
    first = in_english(languages[0])
    remark = f"The language of the title is not clear; it is filed under {first}, the catalogue's first."
    return Title(languages[0], title), remark


def _after(
    catalogue: Catalogue,
    message: Message,
    taken: tuple[Taken, ...],
    *,
    title: Title | None,
    today: dt.date,
    on: dt.date | None,
) -> Catalogue:
    """The catalogue with what was added: a message's new videos in the catalogue's order of languages."""
    addresses = {link.language: link.address for link in taken if link.fate is Fate.ADDED}
    if not addresses:
        return catalogue
    added = tuple(
        Video(language, address, added=today)
        for language in catalogue.languages
        if (address := addresses.get(language)) is not None
    )
    changed = replace(
        message,
        titles=message.titles or ((title,) if title else ()),
        date=message.date or on,
        videos=(*message.videos, *added),
    )
    if catalogue.message(message.slug) is None:
        return replace(catalogue, messages=(*catalogue.messages, changed))
    messages = tuple(changed if held.slug == message.slug else held for held in catalogue.messages)
    return replace(catalogue, messages=messages)

"""This file is what a letter changes in the catalogue: each link added, known or unclear, each with its reason."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from catalogue.candidate import Candidate, Recognise, Recognised, without_repetitions
from catalogue.fate import Fate, Fates, Taken, in_english
from catalogue.heading import clean_title
from catalogue.language import Language
from catalogue.letter import Letter
from catalogue.model import Catalogue, Message, Title, Video
from catalogue.parts import parts_of
from catalogue.said import Said, said_by
from catalogue.sides import candidates
from catalogue.slug import propose_slug

START_OF_TEXT = 1_000
"""How much of the letter's text helps to tell the language of its title, in characters."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a letter changes. `after` is the catalogue with everything added, and nothing else changed.

    Every mention is in exactly one place: in `taken`; among the `ignored`, which are no video links and carry no
    language's name; or among the `folded`, which only repeat a video that is in `taken`.
    `title` is the one to be filed: None when the letter has none, or the message has one. `said` is all that the letter
    says of the message, and `remark` what was assumed or left: sentences, or nothing. `filled` names what a message
    that was there before has now and had not: a date, a speaker, titles. Of a letter that holds several messages
    nothing is filed, so `title`, `said` and `filled` are empty.
    """

    slug: str
    title: Title | None
    taken: tuple[Taken, ...]
    ignored: int
    folded: int
    remark: str
    after: Catalogue
    said: Said = field(default_factory=Said)
    filled: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Is there something to be written?"""
        return bool(self.added or self.filled)

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
    one: bool = False,
    tongue: Callable[[str], Language | None],
) -> Intake:
    """Decide what becomes of each of the letter's mentions.

    `slug`, `title` and `on` are what a person gave; without them the first two are taken from the letter, and a date
    is not guessed. Without a slug, the message that holds one of the letter's videos in the same language is meant. A
    slug that stands in the catalogue means that message, so a second import finds everything known. `one` is that a
    person said that the letter holds one message, whatever its headings.
    Raises InvalidValue for a given slug that is none.
    """
    written = clean_title(title or letter.title or "")
    links = candidates(letter.mentions, catalogue.languages, recognise, tongue)
    worth = [link for link in links if link.worth_telling]
    kept = without_repetitions(worth)
    message = _meant(catalogue, slug, kept, recognise)
    if message is None:
        held = {message.slug for message in catalogue.messages}
        proposed = slug or propose_slug(written, letter.text, today, held)
        message = catalogue.message(proposed) or Message(proposed)
    parts = {} if one else parts_of(letter.heads, kept, catalogue.languages, tongue)
    fates = Fates(catalogue, message, kept, recognise, parts)
    taken = tuple(map(fates.of, kept))
    ignored, folded = len(links) - len(worth), len(worth) - len(kept)
    if parts and any(link.language is not None and link.fate is Fate.UNCLEAR for link in taken):
        return Intake(message.slug, None, taken, ignored, folded, _several(taken, parts), catalogue)
    own, assumed = _titled(written, letter.text, catalogue.languages, tongue)
    said = said_by(letter, own if own is not None and not assumed else None, kept, catalogue.languages, tongue)
    differing = tuple(_kept(message, said if on is None else replace(said, date=None)))
    if on is not None:
        said = replace(said, date=on, lines=tuple(line for line in said.lines if line[0] != "date"))
    filed = None if message.titles else own
    changed = _with(message, said, filed)
    wished = _not_taken(message, changed, on, own if title else None)
    remarks = (assumed if filed else "", *said.doubts, *differing, *wished)
    after = _after(catalogue, changed, taken, today=today)
    remark = " ".join(filter(None, remarks))
    filled = tuple(_filled(catalogue.message(message.slug), after.message(message.slug)))
    return Intake(message.slug, filed, taken, ignored, folded, remark, after, said, filled)


def _several(taken: Iterable[Taken], parts: Mapping[int, str]) -> str:
    """What a person does with a letter that holds several messages."""
    titles = list(dict.fromkeys(parts[one.mention.under] for one in taken if one.language is not None))
    named = "; ".join(f"“{title}”" if title else "what stands above all titles" for title in titles)
    return (
        f"The letter seems to hold {len(titles)} messages: {named}. None was filed, so that they are not mixed. "
        "Import each part by itself (copy it, and give it to: hexaglot import -), or use the commands above. "
        "If it is one message after all, import it with --one-message."
    )


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


def _titled(
    title: str, text: str, languages: tuple[Language, ...], tongue: Callable[[str], Language | None]
) -> tuple[Title | None, str]:
    """The letter's title under its language, and what was assumed about that."""
    if not title:
        return None, ""
    language = tongue(title) or tongue(f"{title}\n{text[:START_OF_TEXT]}")
    if language is not None:
        return Title(language, title), ""
    first = in_english(languages[0])
    remark = f"The language of the title is not clear; it is filed under {first}, the catalogue's first."
    return Title(languages[0], title), remark


def _with(message: Message, said: Said, filed: Title | None) -> Message:
    """The message with what it lacks and the letter says; what it has stays."""
    titles = message.titles or ((filed,) if filed else ())
    has = {title.language for title in titles}
    more = tuple(title for title in said.titles if title.language not in has)
    return replace(
        message, titles=(*titles, *more), date=message.date or said.date, speaker=message.speaker or said.speaker
    )


def _kept(message: Message, said: Said) -> Iterator[str]:
    """What the letter says otherwise than the catalogue, which keeps its own."""
    if message.date and said.date and message.date != said.date:
        yield f"The letter says {said.date} where {message.slug} keeps its date, {message.date}."
    if message.speaker and said.speaker and message.speaker != said.speaker:
        yield f"The letter says that {said.speaker} speaks, where {message.slug} keeps {message.speaker}."


def _not_taken(message: Message, changed: Message, on: dt.date | None, title: Title | None) -> Iterator[str]:
    """What a person gave, and the message has otherwise already."""
    if on is not None and on != changed.date:
        yield f"{message.slug} keeps its date, {message.date}. If {on} is right, write it there by hand."
    if title is not None and title not in changed.titles:
        held = changed.title_in(title.language) or changed.titles[0]
        yield f"{message.slug} keeps its title, “{held.text}”. If “{title.text}” is right, write it there by hand."


def _filled(before: Message | None, after: Message | None) -> Iterator[str]:
    """What a message has now, besides links, that it had not."""
    if before is None or after is None:
        return
    if before.date != after.date:
        yield "its date"
    if before.speaker != after.speaker:
        yield "its speaker"
    yield from (f"its title in {in_english(title.language)}" for title in after.titles if title not in before.titles)


def _after(catalogue: Catalogue, message: Message, taken: tuple[Taken, ...], *, today: dt.date) -> Catalogue:
    """The catalogue with what was added: a message's new videos in the catalogue's order of languages.

    A letter whose links are all unclear may be about another message: of it nothing is taken.
    """
    addresses = {link.language: link.address for link in taken if link.fate is Fate.ADDED}
    if all(link.fate is Fate.UNCLEAR for link in taken):
        return catalogue
    added = tuple(
        Video(language, address, added=today)
        for language in catalogue.languages
        if (address := addresses.get(language)) is not None
    )
    changed = replace(message, videos=(*message.videos, *added))
    if catalogue.message(message.slug) is None:
        return replace(catalogue, messages=(*catalogue.messages, changed))
    messages = tuple(changed if held.slug == message.slug else held for held in catalogue.messages)
    return replace(catalogue, messages=messages)

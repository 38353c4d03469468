"""This file is one address of a recording, and how it may stand in somebody's page by what is believed of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from catalogue import Language
from checker import Belief, Opinion
from checker.providers import PROVIDERS, File, Playback, Provider, VideoRef, provider_of, recognise
from checker.verdict import Verdict
from reports.fitness import Fitness, fitness


@dataclass(frozen=True, slots=True)
class Wish:
    """What an editor wants of players: where to begin, in seconds, and captions from the beginning.

    `anyway` asks for players of videos that are believed to be gone or not to be embeddable, too; `player` is False for
    a form that has none.
    """

    start: int | None = None
    captions: bool = False
    anyway: bool = False
    player: bool = True


FILE = "file"
"""The name of the provider that is no site: a film's own file, wherever it lies."""


@dataclass(frozen=True, slots=True)
class Home:
    """An address of a recording: its own, or that of a mirror.

    `flaw` is why no video can be there, `player` how it stands in another page; None where its site has none.
    """

    url: str
    provider: Provider | None
    ref: VideoRef | None
    opinion: Opinion
    flaw: Verdict | None
    fitness: Fitness
    player: Playback | None

    @classmethod
    def of(cls, url: str, language: Language, opinion: Opinion, wish: Wish) -> Self:
        """The home at this address, for a recording in this language."""
        ref = recognise(url)
        provider = None if ref is None else provider_of(ref)
        flaw = _flaw(url, provider, ref)
        if ref is not None and wish.start is not None:
            ref = replace(ref, start=wish.start)
        held = None if wish.anyway else opinion.belief
        return cls(
            url=url,
            provider=provider,
            ref=ref,
            opinion=opinion,
            flaw=flaw,
            fitness=Fitness.GONE if flaw is not None else fitness(held),
            player=None if provider is None or ref is None else _player(provider, ref, language, wish),
        )

    @property
    def page(self) -> str:
        """Its proper address."""
        return self.url if self.provider is None or self.ref is None else self.provider.page(self.ref)

    @property
    def picture(self) -> str | None:
        """A still at its site."""
        return None if self.provider is None or self.ref is None else self.provider.picture(self.ref)

    @property
    def label(self) -> str:
        """What people call its site."""
        return "This site" if self.provider is None else self.provider.label

    @property
    def is_file(self) -> bool:
        """Is it a film's own file, which the reader's browser plays, or cannot?"""
        return self.provider is not None and self.provider.name == FILE

    @property
    def starts_late(self) -> bool:
        """Does a link to it begin where it is asked to?"""
        return self.provider is not None and self.ref is not None and self.page != self.provider.page(_whole(self.ref))

    @property
    def links(self) -> bool:
        """Does a link to it lead anywhere?"""
        return self.fitness >= Fitness.LINKED

    @property
    def plays(self) -> bool:
        """Does it play in another page?"""
        return self.fitness is Fitness.PLAYED and self.player is not None

    @property
    def bad(self) -> Belief | None:
        """What is believed of it that limits it, whether that was heeded or not."""
        belief = self.opinion.belief
        return None if belief is None or fitness(belief) is Fitness.PLAYED else belief

    def ignored(self, language: Language, wish: Wish, *, track: bool) -> tuple[str, ...]:
        """Which wishes its player cannot fulfil: a player that is the same without the wish does not know it.

        `track` says that there is a file with captions, which the video element shows.
        """
        if self.provider is None or self.ref is None or self.player is None:
            return ()
        ignored = []
        unstarted = _player(self.provider, _whole(self.ref), language, wish)
        if self.ref.start and unstarted == self.player:
            ignored.append("start later")
        uncaptioned = _player(self.provider, self.ref, language, replace(wish, captions=False))
        shown = isinstance(self.player, File) and track
        if wish.captions and uncaptioned == self.player and not shown:
            ignored.append(
                "show captions: the catalogue names no captions_file" if self.is_file else "be told to show captions"
            )
        return tuple(ignored)


def _whole(ref: VideoRef) -> VideoRef:
    """The video from its beginning."""
    return replace(ref, start=None)


def _player(provider: Provider, ref: VideoRef, language: Language, wish: Wish) -> Playback | None:
    return provider.player(ref, language.tag, captions=wish.captions)


def _flaw(url: str, provider: Provider | None, ref: VideoRef | None) -> Verdict | None:
    if provider is not None and ref is not None:
        return provider.impossible(ref)
    return next((flaw for one in PROVIDERS if (flaw := one.flaw(url)) is not None), None)

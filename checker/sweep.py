"""This file is one sweep: which addresses make which conversations, and what they said of each address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from checker.address import Address, is_web_address
from checker.controls import Instrument, Outcome, Wave
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.providers import PROVIDERS, Conversation, Given, VideoRef, provider_of, recognise_anything
from checker.verdict import Evidence, State, Verdict, sentence, unheard

NO_ADDRESS = sentence("This is not a web address; a video link begins with https://.")
NO_SITE = sentence("This is not an address of a video site that we know, so we cannot tell.")
_STOPPED = unheard(Silence(Cause.STOPPED)).reason


@dataclass(frozen=True, slots=True)
class Sweep:
    """The record of one sweep: times in UTC, counts of addresses and requests, bytes of body received."""

    id: str
    started: datetime
    finished: datetime
    links: int
    requests: int
    bytes: int
    instrument: Instrument = Instrument.UNCHECKED
    complete: bool = True
    """False when it was stopped before every link had its turn."""
    controls: tuple[Outcome, ...] = ()
    waves: tuple[Wave, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Each video once, with every address that names it; and the addresses that need no question."""

    videos: dict[VideoRef, tuple[str, ...]]
    settled: tuple[tuple[str, Verdict], ...]

    @property
    def links(self) -> int:
        """How many different addresses this is about."""
        return len(self.settled) + sum(len(urls) for urls in self.videos.values())

    def conversations(self, given: Given) -> dict[Conversation, tuple[VideoRef, ...]]:
        """The conversations to hold, each with its videos: as many as their site takes at once."""
        return {provider_of(videos[0]).inspect(videos, given): videos for videos in self._portions(given)}

    def _portions(self, given: Given) -> Iterator[tuple[VideoRef, ...]]:
        waiting: dict[str, list[VideoRef]] = {}
        for video in self.videos:
            portion = waiting.setdefault(video.provider, [])
            portion.append(video)
            if len(portion) == provider_of(video).batch(given):
                yield tuple(portion)
                portion.clear()
        for portion in waiting.values():
            if portion:
                yield tuple(portion)


def plan(urls: Iterable[str]) -> Plan:
    """Sort addresses into videos to ask about, and addresses that can be judged as they stand."""
    videos: dict[VideoRef, tuple[str, ...]] = {}
    settled: list[tuple[str, Verdict]] = []
    for url in dict.fromkeys(urls):
        video = recognise_anything(url)
        if video is None:
            settled.append((url, no_video(url)))
        else:
            videos[video] = (*videos.get(video, ()), url)
    return Plan(videos, tuple(settled))


def no_video(url: str) -> Verdict:
    """The verdict on an address that names no video of a site we know."""
    flaw = next((flaw for provider in PROVIDERS if (flaw := provider.flaw(url)) is not None), None)
    if flaw is not None:
        return flaw
    if Address.parse(url) is None and not is_web_address(url):
        return Verdict(State.INVALID, NO_ADDRESS, watchable=False, embeddable=False, agreed=True)
    return Verdict(State.UNKNOWN, NO_SITE)


def concerning(video: VideoRef, exchanges: Iterable[tuple[Probe, Reply]]) -> tuple[tuple[Probe, Reply], ...]:
    """Those of a conversation's exchanges that are about this video: not the ones about another video alone."""
    return tuple((probe, reply) for probe, reply in exchanges if probe.about in {None, video.id})


def with_evidence(verdict: Verdict, exchanges: Iterable[tuple[Probe, Reply]]) -> Verdict:
    """The verdict together with all that was asked for it."""
    return replace(verdict, evidence=tuple(Evidence.of(probe, reply) for probe, reply in exchanges))


def was_asked(exchanges: Iterable[tuple[Probe, Reply]]) -> int:
    """How many of these questions really went out."""
    return sum(isinstance(reply, Answer) or not reply.note.startswith("not asked") for _, reply in exchanges)


def was_stopped(exchanges: tuple[tuple[Probe, Reply], ...]) -> bool:
    """Did a stop come before its first answer? Then there was no look."""
    return bool(exchanges) and isinstance(exchanges[0][1], Silence) and exchanges[0][1].cause is Cause.STOPPED


def was_cut_short(verdict: Verdict) -> bool:
    """Did a stop come before this video's turn, in a conversation about several? Then there was no look at it."""
    return verdict.reason == _STOPPED

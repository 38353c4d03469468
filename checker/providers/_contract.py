"""This file is what every video site's file must answer, without asking the web anything itself."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from checker.exchange import Probe, Reply
from checker.verdict import Verdict


@dataclass(frozen=True, slots=True)
class VideoRef:
    """One video of one site.

    `where` is what else must be known to ask about it: the host, for a site that lives on many (PeerTube), the
    secret part of an unlisted address (Vimeo), the partner (Kaltura). `start` is where the address asks to begin,
    in seconds, `skin` the player that it names where a site has many (Kaltura); neither names another video. Of a
    file or a page, `id` is the address.
    """

    provider: str
    id: str
    where: str | None = None
    start: int | None = field(default=None, compare=False)
    skin: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Frame:
    """A player of the site's own: the address for an `<iframe>`."""

    address: str


@dataclass(frozen=True, slots=True)
class File:
    """A film that browsers play by themselves: the address for a `<video>`, and its media type where it is known."""

    address: str
    media: str | None = None


Playback = Frame | File
"""How a video can stand in another page."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a conversation may know of us: our own site's address (for Referer), and the countries we speak to.

    `countries` are ISO 3166-1 alpha-2 codes; empty means that region rules are reported, not judged. `keys` are the
    names of the keys that are at hand, never the keys.
    """

    site: str | None = None
    countries: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Controls:
    """Two addresses of one site whose true state is known: each sweep asks about them too.

    `plays` is a public video that is likely to stay; `never` has the form of an address, but no video.
    """

    plays: str
    never: str


Conversation = Generator[Probe, Reply, Mapping[VideoRef, Verdict]]
"""Yields probes, is sent the replies, returns a verdict for each video it was asked about."""


class Provider(Protocol):
    """One video site: pure questions, and a conversation that somebody else holds."""

    @property
    def name(self) -> str:
        """The code that answers use, for example `youtube` (CONTRACT, `provider`)."""

    @property
    def label(self) -> str:
        """The site's own name for people, for example `YouTube`."""

    def batch(self, given: Given, /) -> int:
        """How many videos one conversation may be about: more than 1 where the site answers for many at once."""

    def recognise(self, url: str) -> VideoRef | None:
        """Which single video this address names; None for anything else, collections included."""

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of this site that names no possible video, without asking the web.

        None for what is not this site's, and for what is well.
        """

    def impossible(self, ref: VideoRef) -> Verdict | None:
        """Why no video can have this id, with a suggestion where there is one; None when it is possible."""

    def page(self, ref: VideoRef) -> str:
        """The proper address to give to people."""

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Playback | None:
        """What plays it inside another page, from where the address asks to begin, in this language (BCP 47).

        With `captions`, those of this language show from the beginning; without, as the site and its readers like
        it. What a site has no option for is left to it. None where it has no player for other pages.
        """

    def picture(self, ref: VideoRef) -> str | None:
        """The address of a still of the video on the site's own hosts; None where it cannot be told without asking."""

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:
        """Find out how these videos are; at most `batch` of them."""

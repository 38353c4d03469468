"""This file is UN Web TV, whose videos Kaltura keeps and is asked about (facts: PROVIDERS.md section 2.5)."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from urllib.parse import urlsplit

from checker.address import Address
from checker.exchange import Probe, Reply, Silence
from checker.providers._contract import Controls, Conversation, Frame, Given, Provider, VideoRef
from checker.providers._kaltura_entry import ask, judge, possible
from checker.providers._kaltura_players import frame, still
from checker.providers._start import seconds
from checker.verdict import State, Verdict, dead, sentence

_HOST = "webtv.un.org"
_PARTNER = "2503451"
_SKIN = "embedPlaykitJs/49754663"
"""The UN's own player: four public repositories frame it by this number, or load it."""

_START = "kalturaStartTime"
"""Where the site's own shared addresses begin, in seconds."""

_LANGUAGES = frozenset({"ar", "zh", "en", "fr", "ru", "es"})
_GROUP = re.compile(r"[A-Za-z0-9_]+")
_ASSET = re.compile(r"k([01])([a-z0-9]{8})")
_PLAYED = re.compile(r"""\bkentryID\s*=\s*["'][01]_[a-z0-9]{8}["']""")
_OLD = "watch"
"""Where the site's old addresses began, each of which was one video; what became of them we do not know."""

NO_ID = sentence("This UN Web TV address names no video: an asset's id is k0 or k1 and 8 lower-case letters or digits.")
NOT_ONE_VIDEO = sentence("This is a page of UN Web TV, but not one video.")
PAGE_REMAINS = sentence("Kaltura does not play the video, but UN Web TV's page still offers one.")


class UnWebTv:
    """webtv.un.org; `id` is the entry at Kaltura, `where` the language of the page."""

    name = "unwebtv"
    label = "UN Web TV"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video an asset's page names: asset `k1o7stmi6p` is Kaltura's entry `1_o7stmi6p`."""
        parts = _asset(url)
        match = None if parts is None else _ASSET.fullmatch(parts[1])
        if parts is None or match is None:
            return None
        return VideoRef(self.name, f"{match[1]}_{match[2]}", parts[0], start=_start(url))

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of the site that names no video."""
        address = Address.parse(url)
        if address is None or address.host != _HOST or self.recognise(url) is not None or _OLD in address.segments:
            return None
        return dead(State.INVALID, NOT_ONE_VIDEO if _asset(url) is None else NO_ID, agreed=True)

    def impossible(self, ref: VideoRef) -> Verdict | None:
        """The verdict on an id that no entry can have."""
        return None if possible(ref.id, _PARTNER) else dead(State.INVALID, NO_ID, agreed=True)

    def page(self, ref: VideoRef) -> str:
        """The asset's page in the language of the address, in English where none was named, with the start time."""
        return _page(ref) + (f"?{_START}={ref.start}" if ref.start else "")

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:
        """The UN's player at Kaltura: of the interpreters that a meeting has, the one of this language is heard."""
        return frame(_PARTNER, ref.id, _SKIN, ref.start, language, captions=captions)

    def picture(self, ref: VideoRef) -> str:
        """A picture out of the video, from Kaltura."""
        return still(_PARTNER, ref.id)

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:
        """Ask Kaltura about each; where it says no, ask also what the page offers."""
        verdicts = {}
        for video in videos:
            verdicts[video] = yield from _inspect(video, given)
        return verdicts


def _inspect(video: VideoRef, given: Given) -> Generator[Probe, Reply, Verdict]:
    flaw = PROVIDER.impossible(video)
    if flaw is not None:
        return flaw
    first = yield ask(video.id, _PARTNER, given)
    verdict = judge(video.id, first, given)
    if verdict.state is not State.REMOVED:
        return verdict
    second = yield Probe.get(_page(video))
    return corroborate(verdict, second)


def corroborate(verdict: Verdict, reply: Reply) -> Verdict:
    """The verdict after the page too. An asset may play another entry than its id says, so the page has a say."""
    if isinstance(reply, Silence) or urlsplit(reply.url).hostname != _HOST:
        return verdict
    if reply.status in {404, 410}:
        return replace(verdict, agreed=True)
    if reply.status == 200 and _PLAYED.search(reply.text):  # noqa: PLR2004 - found
        return Verdict(State.UNKNOWN, PAGE_REMAINS)
    return verdict


def _page(ref: VideoRef) -> str:
    asset = f"k{ref.id.replace('_', '')}"
    return f"https://{_HOST}/{ref.where or 'en'}/asset/{asset[:3]}/{asset}"


def _start(url: str) -> int | None:
    address = Address.parse(url)
    return None if address is None else seconds(address.first(_START))


def _asset(url: str) -> tuple[str, str] | None:
    """The language of an asset's page and what stands where the asset's id should; None for other pages."""
    address = Address.parse(url)
    if address is None or address.host != _HOST or len(address.segments) != 4:  # noqa: PLR2004 - as named below
        return None
    language, word, group, asset = address.segments
    known = language in _LANGUAGES and word == "asset" and _GROUP.fullmatch(group)
    return (language, asset) if known else None


PROVIDER: Provider = UnWebTv()

CONTROLS = Controls(
    plays="https://webtv.un.org/en/asset/k1o/k1o7stmi6p",
    never="https://webtv.un.org/en/asset/k10/k100000000",
)
"""A recorded meeting, and an entry that was never given."""

EXAMPLES: dict[str, str | None] = {
    "https://webtv.un.org/en/asset/k1o/k1o7stmi6p": "1_o7stmi6p",
    "http://webtv.un.org/ar/asset/k1o/k1o7stmi6p?autoplay=1#main": "1_o7stmi6p",
    "webtv.un.org/zh/asset/k14/k140iyou7p/": "1_40iyou7p",
    "https://webtv.un.org/en/schedule": None,
    "https://webtv.un.org/de/asset/k1o/k1o7stmi6p": None,
    "https://webtv.un.org/en/asset/k1o/k1o7stmi6": None,
    "https://webtv.un.org.evil.example/en/asset/k1o/k1o7stmi6p": None,
}

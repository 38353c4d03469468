"""This file is TikTok, asked by oEmbed (facts: PROVIDERS.md section 2.4)."""

from __future__ import annotations

import re

from checker.address import Address
from checker.providers._contract import Controls, Conversation, Frame, Given, Provider, VideoRef
from checker.providers._oembed import Facts, House, judge
from checker.providers._refusals import not_one_video, short_link
from checker.verdict import State, Verdict, dead, sentence

_ID = re.compile(r"[0-9]{5,25}")
_HOSTS = frozenset({"tiktok.com", "www.tiktok.com", "m.tiktok.com"})
_SHORT_HOSTS = frozenset({"vm.tiktok.com", "vt.tiktok.com"})
_SHORT_WORDS = frozenset({"t", "v"})
_ID_FOLLOWS = frozenset(
    {
        ("embed",),
        ("embed", "v2"),
        ("embed", "v3"),
        ("player", "v1"),
        ("share", "video"),
        ("i18n", "share", "video"),
        ("video",),
    }
)
_NAMED_ID = re.compile(r"""\sdata-video-id=["']([0-9]+)["']""")

PLAYS = sentence("TikTok plays it and lets other pages embed it.")
PRIVATE = sentence("TikTok does not show this video to everybody: it is private, or restricted.")
REMOVED = sentence("TikTok shows no such video: it was removed, or made private.")
NOT_ONE_VIDEO = sentence("This is an address of TikTok, but not of one video.")


class TikTok:
    """tiktok.com. Its oEmbed and its pages take any name for the author's, so an id is enough."""

    name = "tiktok"
    label = "TikTok"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video an address names; not short links, profiles, live broadcasts or photographs."""
        address = Address.parse(url)
        if address is None or address.host not in _HOSTS:
            return None
        found = _id_of(address.segments)
        return None if found is None or not _ID.fullmatch(found) else VideoRef(self.name, found)

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with a TikTok address that names no video; a short link may well be one."""
        address = Address.parse(url)
        if address is None or self.recognise(url) is not None:
            return None
        if address.host in _SHORT_HOSTS:
            return short_link()
        if address.host not in _HOSTS:
            return None
        short = len(address.segments) == 2 and address.segments[0] in _SHORT_WORDS  # noqa: PLR2004 - the word and the code
        return short_link() if short else not_one_video(NOT_ONE_VIDEO)

    def impossible(self, ref: VideoRef) -> Verdict | None:  # noqa: ARG002 - the contract's signature
        """Nothing is known about which numbers cannot be."""
        return None

    def page(self, ref: VideoRef) -> str:
        """TikTok moves to the author's name by itself."""
        return f"https://www.tiktok.com/@i/video/{ref.id}"

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:  # noqa: ARG002 - the contract's signature
        """The player without others' videos at its end; it has no option for language, captions or start.

        Of captions its options only show or hide the button (developers.tiktok.com, "Embed Player").
        """
        return Frame(f"https://www.tiktok.com/player/v1/{ref.id}?rel=0")

    def picture(self, ref: VideoRef) -> str | None:  # noqa: ARG002 - the contract's signature
        """None: TikTok's pictures have addresses that expire."""
        return None

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask oEmbed for each."""
        verdicts = {}
        for video in videos:
            reply = yield _HOUSE.probe(self.page(video))
            verdicts[video] = judge(_HOUSE, video.id, reply)
        return verdicts


def _id_of(segments: tuple[str, ...]) -> str | None:
    """What stands where an id should stand."""
    if not segments:
        return None
    before, last = segments[:-1], segments[-1]
    if before in _ID_FOLLOWS:
        return last
    if before == ("v",):
        return last.removesuffix(".html")
    return last if len(before) == 2 and before[0].startswith("@") and before[1] == "video" else None  # noqa: PLR2004 - author, word


def _named(facts: Facts) -> str | None:
    """TikTok names the video in its snippet; newer answers hold its id as a field too."""
    match = _NAMED_ID.search(str(facts.get("html")))
    named = match.group(1) if match else facts.get("embed_product_id")
    return named if facts.get("type") == "video" and isinstance(named, str) else None


_HOUSE = House(
    "https://www.tiktok.com/oembed",
    _named,
    Verdict(State.AVAILABLE, PLAYS, watchable=True, embeddable=True),
    private=PRIVATE,
    removed=REMOVED,
    bad_request=dead(State.REMOVED, REMOVED),
)

PROVIDER: Provider = TikTok()

CONTROLS = Controls(
    plays="https://www.tiktok.com/@scout2015/video/6718335390845095173",
    never="https://www.tiktok.com/@scout2015/video/1000000000000000000",
)
"""The example of TikTok's own documentation, and a number from before TikTok."""

EXAMPLES: dict[str, str | None] = {
    "https://www.tiktok.com/@psg/video/6850560663916449029?lang=en": "6850560663916449029",
    "https://www.tiktok.com/@/video/7668090902816017671/": "7668090902816017671",
    "https://www.tiktok.com/player/v1/6718335390845095173?rel=0": "6718335390845095173",
    "https://m.tiktok.com/v/6749869095467945218.html": "6749869095467945218",
    "https://vm.tiktok.com/ZTR45GpSF/": None,
    "https://www.tiktok.com/@juanpazurita": None,
    "https://www.tiktok.com.evil.example/@psg/video/6850560663916449029": None,
}

"""This file is Bilibili, which cannot be asked (facts: PROVIDERS.md section 2.8)."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from checker.address import Address
from checker.providers._bilibili_ids import BV_SIGNS, bv_of
from checker.providers._by_policy import unasked
from checker.providers._contract import Conversation, Frame, Given, Provider, VideoRef
from checker.providers._refusals import not_one_video, short_link
from checker.providers._start import seconds
from checker.verdict import Verdict, sentence

_BV = re.compile(rf"[Bb][Vv]1([{BV_SIGNS}]{{9}})")
_AV = re.compile(r"[Aa][Vv]([0-9]{1,16})")
_EPISODE = re.compile(r"ep([0-9]{1,12})")
_PART = re.compile(r"[1-9][0-9]{0,3}")
_HOSTS = frozenset({"www.bilibili.com", "bilibili.com", "m.bilibili.com"})
_FRAME_HOST = "player.bilibili.com"
_FRAMES = frozenset({("player.html",), ("blackboard", "html5mobileplayer.html"), ("blackboard", "player.html")})
_SHORT_HOSTS = frozenset({"b23.tv", "bili2233.cn"})
_EPISODES = "bangumi"

UNASKED = sentence("Hexaglot has no trustworthy way to ask Bilibili; a person must look.")
NOT_ONE_VIDEO = sentence("This is an address of Bilibili, but not of one video.")


class Bilibili:
    """bilibili.com. An av number is read as the BV id that means the same video.

    `where` is the number of a part, from 2 on, or `bangumi` when the id is an episode's number.
    """

    name = "bilibili"
    label = "Bilibili"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video an address names; not short links, seasons and lists."""
        address = Address.parse(url)
        if address is None or address.host not in {*_HOSTS, _FRAME_HOST}:
            return None
        segments = address.segments
        if segments[:2] == (_EPISODES, "play") and len(segments) == 3:  # noqa: PLR2004 - two words and the id
            match = _EPISODE.fullmatch(segments[2])
            return None if match is None else VideoRef(self.name, match.group(1), where=_EPISODES)
        found = _id_of(address)
        part = address.first("p", "page") or ""
        where = part if _PART.fullmatch(part) and part != "1" else None
        return None if found is None else VideoRef(self.name, found, where=where, start=seconds(address.first("t")))

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of Bilibili that names no video; a short link may well be one."""
        address = Address.parse(url)
        if address is None or self.recognise(url) is not None:
            return None
        if address.host in _SHORT_HOSTS:
            return short_link()
        return not_one_video(NOT_ONE_VIDEO) if address.host in {*_HOSTS, _FRAME_HOST} else None

    def impossible(self, ref: VideoRef) -> Verdict | None:  # noqa: ARG002 - the contract's signature
        """An id that can be written is possible."""
        return None

    def page(self, ref: VideoRef) -> str:
        """`https://www.bilibili.com/video/BV.../`, with its part and its beginning."""
        if ref.where == _EPISODES:
            return f"https://www.bilibili.com/bangumi/play/ep{ref.id}"
        fields = {"p": ref.where, "t": ref.start}
        query = urlencode({name: value for name, value in fields.items() if value})
        return f"https://www.bilibili.com/video/{ref.id}/" + (f"?{query}" if query else "")

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame | None:  # noqa: ARG002 - the contract's signature
        """The frame, told not to begin by itself; it has no language option, and an episode has no frame."""
        if ref.where == _EPISODES:
            return None
        fields = {"bvid": ref.id, "p": ref.where or 1, "autoplay": 0} | ({"t": ref.start} if ref.start else {})
        return Frame(f"https://player.bilibili.com/player.html?{urlencode(fields)}")

    def picture(self, ref: VideoRef) -> str | None:  # noqa: ARG002 - the contract's signature
        """None: the addresses of its pictures tell nothing of the video."""
        return None

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask nothing: a page that comes proves nothing, and the interface behind it is not public."""
        return unasked(videos, UNASKED)


def _id_of(address: Address) -> str | None:
    """The BV id that an address names, however it names it."""
    segments = address.segments
    if segments in _FRAMES:
        number = address.first("aid", "avid")
        return _bv(address.first("bvid") or f"av{number}")
    named = address.host in _HOSTS and len(segments) == 2 and segments[0] == "video"  # noqa: PLR2004 - the word and the id
    return _bv(segments[1]) if named else None


def _bv(text: str) -> str | None:
    bv, av = _BV.fullmatch(text), _AV.fullmatch(text)
    if bv is not None:
        return f"BV1{bv.group(1)}"
    return None if av is None else bv_of(int(av.group(1)))


PROVIDER: Provider = Bilibili()

EXAMPLES: dict[str, str | None] = {
    "https://www.bilibili.com/video/av8903802/": "BV13x41117TL",
    "https://www.bilibili.com/video/BV1ms411Q7vw/?p=4&spm_id_from=333": "BV1ms411Q7vw",
    "https://m.bilibili.com/video/BV1Ks411f7aQ": "BV1Ks411f7aQ",
    "//player.bilibili.com/player.html?bvid=BV1Ks411f7aQ&autoplay=0": "BV1Ks411f7aQ",
    "https://www.bilibili.com/bangumi/play/ep267851": "267851",
    "https://www.bilibili.com/list/1958703906?sid=547718&oid=687146339&bvid=BV1DU4y1r7tz": None,
    "https://b23.tv/AbCdEfG": None,
    "https://www.bilibili.com.evil.example/video/BV1Ks411f7aQ": None,
}

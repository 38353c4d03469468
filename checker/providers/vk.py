"""This file is VK Video, which cannot be asked (facts: PROVIDERS.md section 2.9)."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from checker.address import Address
from checker.providers._by_policy import unasked
from checker.providers._contract import Conversation, Frame, Given, Provider, VideoRef
from checker.providers._refusals import not_one_video
from checker.providers._start import seconds
from checker.verdict import Verdict, sentence

_HOSTS = frozenset(
    """
    vk.com www.vk.com m.vk.com new.vk.com vk.ru www.vk.ru m.vk.ru
    vkvideo.ru www.vkvideo.ru m.vkvideo.ru vksport.vkvideo.ru
    """.split()
)
_NAMED = re.compile(r"(?:video|clip)(-?[0-9]{1,15}_[0-9]{1,12})")
_OWNER = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"[0-9]{1,12}")
_HASH = re.compile(r"[0-9a-f]{6,40}")
_LINK_KEY = re.compile(r"ln-[A-Za-z0-9]{4,40}")

UNASKED = sentence("Hexaglot has no trustworthy way to ask VK Video; a person must look.")
NOT_ONE_VIDEO = sentence("This is an address of VK Video, but not of one video.")


class VK:
    """vk.com, vk.ru and vkvideo.ru; an id is the owner's number and the video's.

    `where` is the hash without which its frame does not play, or the key (`ln-...`) of a video for those with the link.
    """

    name = "vk"
    label = "VK Video"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video or clip an address names, also one that is shown over another page (`z`)."""
        address = Address.parse(url)
        if address is None or address.host not in _HOSTS:
            return None
        if address.segments == ("video_ext.php",):
            return self._framed(address)
        shown = (address.first("z") or "").partition("/")[0]
        match = _NAMED.fullmatch(shown) or _NAMED.fullmatch(address.segments[-1] if address.segments else "")
        key = address.first("list") or ""
        where = key if _LINK_KEY.fullmatch(key) else None
        return (
            None
            if match is None
            else VideoRef(self.name, match.group(1), where=where, start=seconds(address.first("t")))
        )

    def _framed(self, address: Address) -> VideoRef | None:
        owner, number, key = (address.first(name) or "" for name in ("oid", "id", "hash"))
        if not _OWNER.fullmatch(owner) or not _NUMBER.fullmatch(number):
            return None
        where = key if _HASH.fullmatch(key) else None
        return VideoRef(self.name, f"{owner}_{number}", where=where, start=seconds(address.first("t")))

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of VK that names no video."""
        address = Address.parse(url)
        if address is None or address.host not in _HOSTS or self.recognise(url) is not None:
            return None
        return not_one_video(NOT_ONE_VIDEO)

    def impossible(self, ref: VideoRef) -> Verdict | None:  # noqa: ARG002 - the contract's signature
        """Nothing is known about which numbers cannot be."""
        return None

    def page(self, ref: VideoRef) -> str:
        """The watch page, with the key of an unlisted video; the frame's own page where a hash is known."""
        framed = self.player(ref, "")
        if framed is not None:
            return framed.address
        fields = {"list": ref.where, "t": ref.start}
        query = urlencode({name: value for name, value in fields.items() if value})
        return f"https://vkvideo.ru/video{ref.id}" + (f"?{query}" if query else "")

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame | None:  # noqa: ARG002 - the contract's signature
        """The frame; None without the hash that VK's own snippet has. It has no language option."""
        if ref.where is None or not _HASH.fullmatch(ref.where):
            return None
        owner, _, number = ref.id.partition("_")
        fields = {"oid": owner, "id": number, "hash": ref.where, "t": ref.start}
        query = urlencode({name: value for name, value in fields.items() if value})
        return Frame(f"https://vk.com/video_ext.php?{query}")

    def picture(self, ref: VideoRef) -> str | None:  # noqa: ARG002 - the contract's signature
        """None: only VK's answers tell where a picture is."""
        return None

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask nothing: a page that comes proves nothing, and its words are for people."""
        return unasked(videos, UNASKED)


PROVIDER: Provider = VK()

EXAMPLES: dict[str, str | None] = {
    "https://vk.com/video-93049196_456239755?list=ln-cBjJ7S4jYYx3ADnmDT": "-93049196_456239755",
    "https://vk.com/videos-77521?z=video-77521_162222515%2Fclub77521": "-77521_162222515",
    "https://vkvideo.ru/video-50883936_456244102": "-50883936_456244102",
    "https://vk.com/video_ext.php?oid=-77521&id=162222515&hash=87b046504ccd8bfa": "-77521_162222515",
    "https://vk.com/videos-77521": None,
    "https://vk.com.evil.example/video-93049196_456239755": None,
}

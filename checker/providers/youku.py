"""This file is Youku, which cannot be asked (facts: PROVIDERS.md section 2.8)."""

from __future__ import annotations

import re

from checker.address import Address
from checker.providers._by_policy import unasked
from checker.providers._contract import Conversation, Frame, Given, Provider, VideoRef
from checker.providers._refusals import not_one_video
from checker.verdict import Verdict, sentence

_ID = re.compile(r"(X[A-Za-z0-9_-]{5,31})={0,2}")
_HOSTS = frozenset({"youku.com", "www.youku.com", "v.youku.com", "m.youku.com", "player.youku.com", "static.youku.com"})

UNASKED = sentence("Hexaglot has no trustworthy way to ask Youku; a person must look.")
NOT_ONE_VIDEO = sentence("This is an address of Youku, but not of one video.")


class Youku:
    """youku.com. An id is X and a number in base64, kept without the `=` at its end."""

    name = "youku"
    label = "Youku"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video an address names."""
        address = Address.parse(url)
        match = None if address is None else _ID.fullmatch(_id_of(address) or "")
        return None if match is None else VideoRef(self.name, match.group(1))

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of Youku that names no video."""
        address = Address.parse(url)
        if address is None or address.host not in _HOSTS or self.recognise(url) is not None:
            return None
        return not_one_video(NOT_ONE_VIDEO)

    def impossible(self, ref: VideoRef) -> Verdict | None:  # noqa: ARG002 - the contract's signature
        """Nothing is known about which ids cannot be."""
        return None

    def page(self, ref: VideoRef) -> str:
        """`https://v.youku.com/v_show/id_X....html`, with the `=` that Youku's own addresses have."""
        return f"https://v.youku.com/v_show/id_{_padded(ref.id)}.html"

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:  # noqa: ARG002 - the contract's signature
        """The frame; it has no language option."""
        return Frame(f"https://player.youku.com/embed/{_padded(ref.id)}")

    def picture(self, ref: VideoRef) -> str | None:  # noqa: ARG002 - the contract's signature
        """None: the addresses of its pictures tell nothing of the video."""
        return None

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask nothing: a page that comes proves nothing, and the interface behind it is not public."""
        return unasked(videos, UNASKED)


def _padded(video_id: str) -> str:
    return video_id + "=" * (-(len(video_id) - 1) % 4)


def _id_of(address: Address) -> str | None:
    """What stands where an id should stand."""
    match address.host, address.segments:
        case "v.youku.com", ("v_show", name):
            return _between(name)
        case "m.youku.com", ("video", name):
            return _between(name)
        case "v.youku.com", ("video",):
            return address.first("vid")
        case "player.youku.com", ("embed", name):
            return name
        case "player.youku.com", ("player.php", *folders, "sid", name, "v.swf") if len(folders) in {0, 2}:
            return name
        case "static.youku.com", (*_, "loader.swf"):
            return address.first("VideoIDS")
        case _:
            return None


def _between(name: str) -> str | None:
    return name.removeprefix("id_").removesuffix(".html") if name.startswith("id_") else None


PROVIDER: Provider = Youku()

EXAMPLES: dict[str, str | None] = {
    "http://v.youku.com/v_show/id_XNjA1NzA2Njgw.html?f=18736842": "XNjA1NzA2Njgw",
    "https://v.youku.com/v_show/id_XNTE1MzczOTg4MA==.html": "XNTE1MzczOTg4MA",
    "http://player.youku.com/embed/XMTQ3OTM4MzMxMg": "XMTQ3OTM4MzMxMg",
    "https://youku.com": None,
    "https://v.youku.com.evil.example/v_show/id_XNjA1NzA2Njgw.html": None,
}

"""This file is Tencent Video, which cannot be asked (facts: PROVIDERS.md section 2.8)."""

from __future__ import annotations

import re

from checker.address import Address
from checker.providers._by_policy import unasked
from checker.providers._contract import Conversation, Frame, Given, Provider, VideoRef
from checker.providers._refusals import not_one_video
from checker.verdict import Verdict, sentence

_ID = re.compile(r"[A-Za-z0-9]{11}")
_HOSTS = frozenset({"v.qq.com", "m.v.qq.com"})
_FILE = re.compile(r"(?:x/page|x/cover/\w+|(?:boke/)?page/\w/\w/\w|page)/(\w+)\.html", re.ASCII)
_ID_IN_QUERY = re.compile(
    r"txp/iframe/player\.html|iframe/player\.html|x/m/play|x/cover/\w+\.html|play\.html", re.ASCII
)

UNASKED = sentence("Hexaglot has no trustworthy way to ask Tencent Video; a person must look.")
NOT_ONE_VIDEO = sentence("This is an address of Tencent Video, but not of one video.")


class Tencent:
    """v.qq.com. A cover without a video's id is a series, not one video."""

    name = "tencent"
    label = "Tencent Video"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video an address names."""
        address = Address.parse(url)
        if address is None or address.host not in _HOSTS:
            return None
        path = "/".join(address.segments)
        match = _FILE.fullmatch(path)
        queried = address.first("vid") if _ID_IN_QUERY.fullmatch(path) else None
        found = match.group(1) if match is not None else queried or ""
        return VideoRef(self.name, found) if _ID.fullmatch(found) else None

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of Tencent Video that names no video."""
        address = Address.parse(url)
        if address is None or address.host not in _HOSTS or self.recognise(url) is not None:
            return None
        return not_one_video(NOT_ONE_VIDEO)

    def impossible(self, ref: VideoRef) -> Verdict | None:  # noqa: ARG002 - the contract's signature
        """Nothing is known about which ids cannot be."""
        return None

    def page(self, ref: VideoRef) -> str:
        """`https://v.qq.com/x/page/ID.html`."""
        return f"https://v.qq.com/x/page/{ref.id}.html"

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:  # noqa: ARG002 - the contract's signature
        """The frame; it has no language option."""
        return Frame(f"https://v.qq.com/txp/iframe/player.html?vid={ref.id}")

    def picture(self, ref: VideoRef) -> str | None:  # noqa: ARG002 - the contract's signature
        """None: the addresses of its pictures hold numbers that tell nothing of the video."""
        return None

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask nothing: a page that comes proves nothing, and the interface behind it is not public."""
        return unasked(videos, UNASKED)


PROVIDER: Provider = Tencent()

EXAMPLES: dict[str, str | None] = {
    "https://v.qq.com/x/page/o3013za7cse.html": "o3013za7cse",
    "https://v.qq.com/x/cover/mcv8hkc8zk8lnov/x0036x5qqsr.html": "x0036x5qqsr",
    "https://v.qq.com/txp/iframe/player.html?vid=o3013za7cse&tiny=0": "o3013za7cse",
    "https://v.qq.com/x/cover/7ce5noezvafma27.html": None,
    "https://v.qq.com.evil.example/x/page/o3013za7cse.html": None,
}

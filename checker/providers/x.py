"""This file is X, once Twitter, asked by oEmbed about posts (facts: PROVIDERS.md section 2.4)."""

from __future__ import annotations

import re
from collections.abc import Generator

from checker.address import Address
from checker.exchange import Answer, Probe, Reply
from checker.providers._contract import Controls, Conversation, Given, Provider, VideoRef
from checker.providers._oembed import OUR_FAULT, Facts, House, blocked, judge
from checker.providers._refusals import not_one_video, short_link
from checker.verdict import State, Verdict, dead, sentence

_HOSTS = frozenset(
    """
    x.com www.x.com mobile.x.com twitter.com www.twitter.com mobile.twitter.com m.twitter.com
    twitter3e4tixl4xyajtrzo62zg5vztmjuricljdp2c5kshju4avyoid.onion
    """.split()
)
_FRAME_HOSTS = frozenset({"platform.x.com", "platform.twitter.com"})
_SHORT_HOST = "t.co"
_POST = re.compile(
    r"(?:i/web/status|i/videos/tweet|i/videos|i/cards/tfw/v1|statuses|\w{1,20}/status(?:es)?)/([0-9]{1,20})"
    r"(?:/(?:photo/[0-9]{1,2}|video/([1-9])))?",
    re.ASCII,
)
_LIVE = re.compile(r"i/(broadcasts|spaces)/([A-Za-z0-9]{10,20})(?:/peek)?")
_XML = 356
"""What X calls a question for XML, which it never answers (recorded 2020 and 2024)."""

POST_ONLY = sentence(
    "X shows this post to everybody, but does not say whether a video plays in it; a person must look."
)
PRIVATE = sentence("X shows this post to its author's followers only.")
REMOVED = sentence("X knows no such post: it was removed, or its account is closed.")
NO_POST = sentence("X says that this address cannot be a post.")
LIVE = sentence("X answers questions about posts only, not about broadcasts and spaces; a person must look.")
NOT_ONE_VIDEO = sentence("This is an address of X, but not of one post.")


class X:
    """x.com and twitter.com. A post is what can be named, and it may hold several videos.

    `where` is `2` for the second video of a post and so on, or `broadcasts` or `spaces` for what is no post.
    """

    name = "x"
    label = "X"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which post an address names, whoever is said to have written it."""
        address = Address.parse(url)
        if address is None:
            return None
        if address.host in _FRAME_HOSTS and address.segments == ("embed", "Tweet.html"):
            return self._ref(f"statuses/{address.first('id')}")
        return self._ref("/".join(address.segments)) if address.host in _HOSTS else None

    def _ref(self, path: str) -> VideoRef | None:
        live = _LIVE.fullmatch(path)
        if live is not None:
            return VideoRef(self.name, live.group(2), where=live.group(1))
        post = _POST.fullmatch(path)
        if post is None:
            return None
        number = post.group(2)
        return VideoRef(self.name, post.group(1), where=None if number == "1" else number)

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of X that names no post; a short link may well be one."""
        address = Address.parse(url)
        if address is None or self.recognise(url) is not None:
            return None
        if address.host == _SHORT_HOST:
            return short_link()
        return not_one_video(NOT_ONE_VIDEO) if address.host in _HOSTS | _FRAME_HOSTS else None

    def impossible(self, ref: VideoRef) -> Verdict | None:  # noqa: ARG002 - the contract's signature
        """Nothing is known about which numbers cannot be."""
        return None

    def page(self, ref: VideoRef) -> str:
        """`https://x.com/i/status/ID`, which moves to the author's name by itself."""
        if ref.where in {"broadcasts", "spaces"}:
            return f"https://x.com/i/{ref.where}/{ref.id}"
        return _post(ref) + (f"/video/{ref.where}" if ref.where else "")

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> None:  # noqa: ARG002 - the contract's signature
        """None: X documents no frame, only a script that draws a whole post."""
        return

    def picture(self, ref: VideoRef) -> str | None:  # noqa: ARG002 - the contract's signature
        """None: only X's answers tell where a picture is."""
        return None

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask oEmbed for each post; nobody can be asked about the rest."""
        verdicts = {}
        for video in videos:
            verdicts[video] = yield from _inspect(video)
        return verdicts


def _inspect(video: VideoRef) -> Generator[Probe, Reply, Verdict]:
    if video.where in {"broadcasts", "spaces"}:
        return Verdict(State.UNKNOWN, LIVE)
    reply = yield _HOUSE.probe(_post(video))
    if isinstance(reply, Answer) and blocked(reply, _HOUSE.endpoint) is None and _asks_for_json(reply):
        return Verdict(State.UNKNOWN, OUR_FAULT)
    return judge(_HOUSE, video.id, reply)


def _post(ref: VideoRef) -> str:
    return f"https://x.com/i/status/{ref.id}"


def _asks_for_json(answer: Answer) -> bool:
    facts = answer.json()
    errors = facts.get("errors") if isinstance(facts, dict) else None
    return isinstance(errors, list) and any(isinstance(error, dict) and error.get("code") == _XML for error in errors)


def _named(facts: Facts) -> str | None:
    """The post that X itself links to; its snippet is not searched, for authors write into that."""
    ref = PROVIDER.recognise(str(facts.get("url")))
    return None if ref is None or ref.where in {"broadcasts", "spaces"} else ref.id


_HOUSE = House(
    "https://publish.x.com/oembed",
    _named,
    Verdict(State.AVAILABLE, POST_ONLY),
    private=PRIVATE,
    removed=REMOVED,
    bad_request=dead(State.INVALID, NO_POST),
)

PROVIDER: Provider = X()

CONTROLS = Controls(
    plays="https://x.com/jack/status/20",
    never="https://x.com/jack/status/1",
)
"""The first post there is, and a number before it."""

EXAMPLES: dict[str, str | None] = {
    "https://twitter.com/ELTIEMPO/status/1212856150288424960": "1212856150288424960",
    "https://x.com/i/status/1212848621844074497?s=20": "1212848621844074497",
    "https://mobile.twitter.com/CTVJLaidlaw/status/1600649710662213632/video/2": "1600649710662213632",
    "https://twitter.com/i/broadcasts/1yNGaQLWpejGj": "1yNGaQLWpejGj",
    "https://twitter.com/potus": None,
    "https://t.co/AbCdEfGhIj": None,
    "https://xx.com/ELTIEMPO/status/1212856150288424960": None,
}

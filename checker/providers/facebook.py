"""This file is Facebook, asked by the Graph's oEmbed without a token (facts: PROVIDERS.md section 2.3)."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from urllib.parse import urlencode

from checker.exchange import Answer, Reply
from checker.providers._contract import Controls, Conversation, Frame, Given, Provider, VideoRef
from checker.providers._facebook_addresses import id_and_place, is_ours, is_veiled, start_in
from checker.providers._oembed import OUR_FAULT, SITE_FAULT, TOO_MANY, Facts, House, blocked, judge
from checker.providers._refusals import not_one_video, short_link
from checker.verdict import State, Verdict, dead, sentence

_GRAPH = "https://graph.facebook.com/v26.0"
_FRAMED = re.compile(r"""\sdata-href=["']([^"']+)["']""")
_LOCALES = {
    "ar": "ar_AR",
    "de": "de_DE",
    "en": "en_US",
    "es": "es_ES",
    "fr": "fr_FR",
    "pt": "pt_PT",
    "pt-BR": "pt_BR",
    "ru": "ru_RU",
    "zh": "zh_CN",
    "zh-Hans": "zh_CN",
    "zh-Hant": "zh_TW",
}
_NO_SUCH_THING = 24
_NO_PERMISSION = 10
_OVERLOADED = frozenset({1, 2})
_TOO_MANY = frozenset({4, 17, 32, 341, 613})
_ABOUT_US = ("application", "oembed", "review", "token", "endpoint")

PLAYS = sentence("Facebook shows it to everybody and lets other pages embed it.")
POST_ONLY = sentence(
    "Facebook shows this post to everybody, but does not say whether a video plays in it; a person must look."
)
PRIVATE = sentence("Facebook does not show this to everybody: it is private, or restricted.")
REMOVED = sentence("Facebook knows no such video or post: it was removed, or is not public.")
NOT_ONE_VIDEO = sentence("This is an address of Facebook, but not of one video.")


class Facebook:
    """facebook.com. A video is known by its number alone; a post also needs `where`, the path before its number."""

    name = "facebook"
    label = "Facebook"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video or post an address names; not posts under a veiled id, and not the links that share them."""
        found = id_and_place(url)
        return None if found is None else VideoRef(self.name, found[0], where=found[1], start=start_in(url))

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of Facebook that names no video; a veiled one may well be one."""
        if not is_ours(url) or self.recognise(url) is not None:
            return None
        return short_link() if is_veiled(url) else not_one_video(NOT_ONE_VIDEO)

    def impossible(self, ref: VideoRef) -> Verdict | None:  # noqa: ARG002 - the contract's signature
        """Nothing is known about which numbers cannot be."""
        return None

    def page(self, ref: VideoRef) -> str:
        """`https://www.facebook.com/watch/?v=ID`, or the post."""
        if ref.where is None:
            return f"https://www.facebook.com/watch/?v={ref.id}"
        return f"https://www.facebook.com/{ref.where}/{ref.id}"

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:
        """The frame that Facebook documents, its buttons in the language where Facebook has it.

        `show_captions` is the documented `data-show-captions` of its script; `t` stands in the frames that Facebook's
        own dialogue gives out. A post has neither.
        """
        fields = {"href": self.page(ref), "show_text": "false"}
        locale = _LOCALES.get(language)
        if locale is not None:
            fields["locale"] = locale
        if ref.where is not None:
            return Frame(f"https://www.facebook.com/plugins/post.php?{urlencode(fields)}")
        fields |= ({"show_captions": "true"} if captions else {}) | ({"t": str(ref.start)} if ref.start else {})
        return Frame(f"https://www.facebook.com/plugins/video.php?{urlencode(fields)}")

    def picture(self, ref: VideoRef) -> str | None:  # noqa: ARG002 - the contract's signature
        """None: Facebook tells no more where its pictures are (section 2.3)."""
        return None

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask the Graph for each, about a video or about a post."""
        verdicts = {}
        for video in videos:
            house = _VIDEOS if video.where is None else _POSTS
            asked = f"https://www.facebook.com/video.php?v={video.id}" if video.where is None else self.page(video)
            reply = yield house.probe(asked)
            verdicts[video] = _refused(house, reply) or judge(house, video.id, reply)
        return verdicts


def _refused(house: House, reply: Reply) -> Verdict | None:
    """What the Graph's error says, whatever its status; None when there is none that we know."""
    if not isinstance(reply, Answer) or blocked(reply, house.endpoint) is not None:
        return None
    facts = reply.json()
    error = facts.get("error") if isinstance(facts, dict) else None
    if not isinstance(error, dict):
        return None
    code = error.get("code")
    match code if isinstance(code, int) else None:
        case code if code == _NO_SUCH_THING:
            return dead(State.REMOVED, REMOVED)
        case code if code == _NO_PERMISSION and not _is_about_us(error):
            return dead(State.PRIVATE, PRIVATE)
        case code if code in _OVERLOADED:
            return Verdict(State.UNREACHABLE, SITE_FAULT)
        case code if code in _TOO_MANY:
            return Verdict(State.RATE_LIMITED, TOO_MANY)
        case _:
            return Verdict(State.UNKNOWN, OUR_FAULT)


def _is_about_us(error: Facts) -> bool:
    """Does a refusal speak of who asks, rather than of the video?"""
    message = str(error.get("message")).lower()
    return any(word in message for word in _ABOUT_US)


def _named(facts: Facts) -> str | None:
    """The snippet names the video or post by its address."""
    match = _FRAMED.search(str(facts.get("html")))
    ref = None if match is None else PROVIDER.recognise(unescape(match.group(1)))
    return None if ref is None else ref.id


_VIDEOS = House(
    f"{_GRAPH}/oembed_video",
    _named,
    Verdict(State.AVAILABLE, PLAYS, watchable=True, embeddable=True),
    private=PRIVATE,
    removed=REMOVED,
    bad_request=Verdict(State.UNKNOWN, OUR_FAULT),
)
_POSTS = replace(_VIDEOS, endpoint=f"{_GRAPH}/oembed_post", available=Verdict(State.AVAILABLE, POST_ONLY))

PROVIDER: Provider = Facebook()

CONTROLS = Controls(
    plays="https://www.facebook.com/facebook/videos/10153231379946729/",
    never="https://www.facebook.com/facebook/videos/100000000000000001/",
)
"""The example of Facebook's own documentation, and a number that was never given."""

EXAMPLES: dict[str, str | None] = {
    "https://www.facebook.com/radiokicksfm/videos/3676516585958356/": "3676516585958356",
    "https://m.facebook.com/watch/?ref=external&v=123696502806971": "123696502806971",
    "https://www.facebook.com/reel/1195289147628387": "1195289147628387",
    "https://m.facebook.com/story.php?story_fbid=1035862816472149&id=116132035111903": "1035862816472149",
    "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Ffacebook.com%2Fgov%2Fvideos%2F10154383743583686": (
        "10154383743583686"
    ),
    "https://www.facebook.com/watchparty/211641140192478": None,
    "https://fb.watch/aBcDeFgHiJ/": None,
    "https://www.facebook.com.evil.example/watch/?v=123696502806971": None,
}

"""This file is Rutube, asked by oEmbed and then by what its player asks (facts: PROVIDERS.md section 2.9)."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from urllib.parse import urlencode

from checker.address import Address
from checker.exchange import Probe, Reply, Silence
from checker.providers._contract import Controls, Conversation, Frame, Given, Provider, VideoRef
from checker.providers._oembed import UNNAMED, Facts, House, blocked, judge
from checker.providers._refusals import not_one_video
from checker.providers._start import seconds
from checker.verdict import State, Verdict, dead, sentence

_ID = re.compile(r"[0-9a-f]{32}")
_NUMBER = re.compile(r"[0-9]{1,12}")
_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")
_HOSTS = frozenset({"rutube.ru", "www.rutube.ru", "m.rutube.ru"})
_ID_FOLLOWS = frozenset({"video", "video/private", "live/video", "live/video/private", "shorts", "shorts/private"})
_FRAME_WORDS = frozenset({"play/embed", "embed", "video/embed"})
_FRAMED_ID = re.compile(r"""\ssrc=["'](?:https?:)?//rutube\.ru/(?:play|video)/embed/([0-9a-f]+)""")
_STREAMS = ("m3u8", "default")

PLAYS = sentence("Rutube plays it and lets other pages embed it.")
PRIVATE = sentence("Rutube does not show this video to everybody: it is private, or restricted.")
REMOVED = sentence("Rutube knows no such video: it was removed, or made private.")
NO_VIDEO = sentence("Rutube says that this address cannot be a video.")
NO_STREAM = sentence("Rutube knows the video but offers us no stream of it: it is blocked, or not for our country.")
CONTRADICTION = sentence("Rutube's answers contradict each other, so we cannot tell.")
NOT_ONE_VIDEO = sentence("This is an address of Rutube, but not of one video.")


class Rutube:
    """rutube.ru. `where` is the key of a private video, `p` in its addresses; old frames name videos by a number."""

    name = "rutube"
    label = "Rutube"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video an address names."""
        address = Address.parse(url)
        if address is None or address.host not in _HOSTS or not address.segments:
            return None
        before, last = "/".join(address.segments[:-1]), address.segments[-1]
        framed = before in _FRAME_WORDS and (_ID.fullmatch(last) or _NUMBER.fullmatch(last))
        if not framed and not (before in _ID_FOLLOWS and _ID.fullmatch(last)):
            return None
        key = address.first("p")
        where = key if key is not None and _KEY.fullmatch(key) else None
        return VideoRef(self.name, last, where=where, start=seconds(address.first("t")))

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of Rutube that names no video."""
        address = Address.parse(url)
        if address is None or address.host not in _HOSTS or self.recognise(url) is not None:
            return None
        return not_one_video(NOT_ONE_VIDEO)

    def impossible(self, ref: VideoRef) -> Verdict | None:  # noqa: ARG002 - the contract's signature
        """Nothing is known about which ids cannot be."""
        return None

    def page(self, ref: VideoRef) -> str:
        """The watch page, with a private video's key; a video known by its number has only the page of its frame."""
        return _page(ref, ref.start)

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:  # noqa: ARG002 - the contract's signature
        """The frame, with a private video's key; it has no language option."""
        return Frame(_with_fields(f"https://rutube.ru/play/embed/{ref.id}", p=ref.where, t=ref.start))

    def picture(self, ref: VideoRef) -> str | None:
        """Where Rutube sends on to the picture, as many sites use it; None for private and numbered videos."""
        if ref.where is not None or _NUMBER.fullmatch(ref.id):
            return None
        return f"https://rutube.ru/api/video/{ref.id}/thumbnail/?redirect=1"

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask oEmbed for each, and then, where that told something, whether its player would find a stream."""
        verdicts = {}
        for video in videos:
            verdicts[video] = yield from _inspect(video)
        return verdicts


def _inspect(video: VideoRef) -> Generator[Probe, Reply, Verdict]:
    house = _house(video.id)
    first = judge(house, video.id, (yield house.probe(_page(video, None), format="json")))
    if first.state not in {State.AVAILABLE, State.REMOVED, State.PRIVATE} and first.reason != UNNAMED:
        return first
    options = _with_fields(
        f"https://rutube.ru/api/play/options/{video.id}/", format="json", no_404="true", p=video.where
    )
    return corroborate(first, video.id, options, (yield Probe.get(options)))


def corroborate(first: Verdict, video_id: str, asked: str, reply: Reply) -> Verdict:
    """The verdict after the player's question too; what that leaves open stays as oEmbed said."""
    if isinstance(reply, Silence) or blocked(reply, asked) is not None:
        return first
    facts = reply.json()
    found = facts if isinstance(facts, dict) else {}
    if reply.status in {404, 410} or (reply.status == 200 and _is_excuse(found)):  # noqa: PLR2004 - RFC 9110
        return _denied(first)
    if reply.status != 200 or video_id not in _ids(found):  # noqa: PLR2004 - RFC 9110
        return first
    if not _has_stream(found):
        return Verdict(State.UNKNOWN, NO_STREAM)
    if first.state in {State.REMOVED, State.PRIVATE}:
        return Verdict(State.UNKNOWN, CONTRADICTION)
    agreed = first.state is State.AVAILABLE
    return replace(_AVAILABLE, title=first.title, author=first.author, agreed=agreed)


def _denied(first: Verdict) -> Verdict:
    """The verdict when the player would find no video."""
    match first.state:
        case State.REMOVED:
            return replace(first, agreed=True)
        case State.AVAILABLE:
            return Verdict(State.UNKNOWN, CONTRADICTION)
        case _:
            return first


def _is_excuse(facts: Facts) -> bool:
    """Is this what `no_404` makes of a 404: a detail, and no stream?"""
    return bool(facts.get("detail")) and not _has_stream(facts)


def _ids(facts: Facts) -> set[str]:
    return {str(facts.get(key)) for key in ("effective_video", "video_id", "track_id")}


def _has_stream(facts: Facts) -> bool:
    streams = facts.get("video_balancer")
    return isinstance(streams, dict) and any(isinstance(streams.get(key), str) for key in _STREAMS)


def _named(facts: Facts, video_id: str) -> str | None:
    """The video in the frame of the snippet; a number there cannot be compared with an id, nor an id with a number."""
    match = _FRAMED_ID.search(str(facts.get("html")))
    if match is None or facts.get("type") != "video":
        return None
    named = match.group(1)
    return named if bool(_ID.fullmatch(named)) == bool(_ID.fullmatch(video_id)) else None


def _page(ref: VideoRef, start: int | None) -> str:
    if _NUMBER.fullmatch(ref.id):
        return _with_fields(f"https://rutube.ru/play/embed/{ref.id}", p=ref.where, t=start)
    folder = "video" if ref.where is None else "video/private"
    return _with_fields(f"https://rutube.ru/{folder}/{ref.id}/", p=ref.where, t=start)


def _with_fields(address: str, **fields: str | int | None) -> str:
    query = urlencode({name: value for name, value in fields.items() if value is not None})
    return f"{address}?{query}" if query else address


def _house(video_id: str) -> House:
    return House(
        "https://rutube.ru/api/oembed/",
        lambda facts: _named(facts, video_id),
        _AVAILABLE,
        private=PRIVATE,
        removed=REMOVED,
        bad_request=dead(State.INVALID, NO_VIDEO),
    )


_AVAILABLE = Verdict(State.AVAILABLE, PLAYS, watchable=True, embeddable=True)

PROVIDER: Provider = Rutube()

CONTROLS = Controls(
    plays="https://rutube.ru/video/3eac3b4561676c17df9132a9a1e62e3e/",
    never="https://rutube.ru/video/00000000000000000000000000000000/",
)
"""An old film of a news channel, and an id that was never given."""

EXAMPLES: dict[str, str | None] = {
    "https://rutube.ru/video/3eac3b4561676c17df9132a9a1e62e3e/?pl_id=4252": "3eac3b4561676c17df9132a9a1e62e3e",
    "https://rutube.ru/video/private/884fb55f07a97ab673c7d654553e0f48/?p=x2QojCumHTS3rsKHWXN8Lg": (
        "884fb55f07a97ab673c7d654553e0f48"
    ),
    "https://rutube.ru/play/embed/10631925?p=IbAigKqWd1do4mjaM5XLIQ": "10631925",
    "https://rutube.ru/plst/308547/": None,
    "https://notrutube.ru/video/3eac3b4561676c17df9132a9a1e62e3e/": None,
}

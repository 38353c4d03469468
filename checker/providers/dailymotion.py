"""This file is Dailymotion, asked without a key (facts: PROVIDERS.md section 2.2, and the table of section 5)."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from urllib.parse import urlencode, urlsplit

from checker.exchange import Cause, Probe, Reply, Silence
from checker.providers._contract import Controls, Conversation, Frame, Given, Provider, VideoRef
from checker.providers._dailymotion_addresses import id_and_start, is_mistaken, is_ours
from checker.providers._dailymotion_answers import (
    API_HOST,
    CONTRADICTION,
    OEMBED_HOST,
    facts_in,
    judge_alone,
    judge_facts,
    judge_oembed,
    no_such_video,
    rate_limited,
)
from checker.verdict import State, Verdict, sentence, unheard

_FIELDS = "id,title,owner.screenname,status,published,private,password_protected,allow_embed,geoblocking"
_MOST_IN_A_LIST = 100
_MOVED = frozenset({Cause.NO_NAME, Cause.NO_CONNECTION, Cause.REDIRECTS, Cause.FAILING})

NO_ID = sentence("This Dailymotion address names no video: a video's id begins with x or k.")
NOT_ONE_VIDEO = sentence("This is a page of Dailymotion, but not one video.")


class Dailymotion:
    """dailymotion.com, dai.ly and the player's host. Ids with x are public, those with k are private links."""

    name = "dailymotion"
    label = "Dailymotion"

    def batch(self, _: Given, /) -> int:
        """50 videos, with any key or none."""
        return 50

    def recognise(self, url: str) -> VideoRef | None:
        """Which video an address names, those of the player that ended in February 2026 too; playlists are none."""
        found = id_and_start(url)
        return None if found is None else VideoRef(self.name, found[0], start=found[1])

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with a Dailymotion address that names no video."""
        if not is_ours(url) or self.recognise(url) is not None:
            return None
        reason = NO_ID if is_mistaken(url) else NOT_ONE_VIDEO
        return Verdict(State.INVALID, reason, watchable=False, embeddable=False, agreed=True)

    def impossible(self, ref: VideoRef) -> Verdict | None:  # noqa: ARG002 - the contract's signature
        """None: any id that begins well may be a video's."""
        return None

    def page(self, ref: VideoRef) -> str:
        """`https://www.dailymotion.com/video/ID`, with the start time if the address had one."""
        return _page(ref) + (f"?start={ref.start}" if ref.start else "")

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:  # noqa: ARG002 - the contract's signature
        """The player of 2026. No option of it is about language (developers.dailymotion.com, runtime parameters)."""
        fields: dict[str, str | int] = {"video": ref.id}
        if ref.start:
            fields["startTime"] = ref.start
        return Frame(f"https://geo.dailymotion.com/player.html?{urlencode(fields)}")

    def picture(self, ref: VideoRef) -> str:
        """Where Dailymotion sends on to the picture, as many sites use it."""
        return f"https://www.dailymotion.com/thumbnail/video/{ref.id}"

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:
        """Ask the data API for all public ids at once, then for each that it left out; at most two questions a video.

        A video with a private id is asked about alone: lists hold public ones only.
        """
        public = [video for video in videos if video.id.startswith("x")]
        verdicts: dict[VideoRef, Verdict] = {}
        if len(public) > 1:
            verdicts = yield from _inspect_together(public, given.countries)
        for video in videos:
            if video not in verdicts:
                verdicts[video] = yield from _inspect(video, given.countries)
        return verdicts


def _inspect_together(
    videos: Sequence[VideoRef], countries: frozenset[str]
) -> Generator[Probe, Reply, dict[VideoRef, Verdict]]:
    query = urlencode({"ids": ",".join(video.id for video in videos), "fields": _FIELDS, "limit": _MOST_IN_A_LIST})
    reply = yield Probe.get(f"https://{API_HOST}/videos?{query}")
    stop = _stop(reply)
    if stop is not None:
        return dict.fromkeys(videos, stop)
    listed = _listed(reply, frozenset(video.id for video in videos))
    verdicts: dict[VideoRef, Verdict] = {}
    for video in videos:
        if listed is not None and video.id in listed:
            verdicts[video] = judge_facts(video.id, listed[video.id], countries)
        elif _is_elsewhere(reply):
            verdicts[video] = judge_oembed(video.id, (yield _oembed(video)))
        else:
            verdicts[video] = judge_alone(video.id, (yield _single(video)), countries, agreed=listed is not None)
    return verdicts


def _inspect(video: VideoRef, countries: frozenset[str]) -> Generator[Probe, Reply, Verdict]:
    reply = yield _single(video)
    stop = _stop(reply)
    if stop is not None:
        return stop
    facts = facts_in(reply)
    # Asked for a private id, the API may name the public one: then only oEmbed can say that it is the same video.
    if facts is not None and (facts.get("id") == video.id or video.id.startswith("x")):
        return judge_facts(video.id, facts, countries)
    verdict = judge_oembed(video.id, (yield _oembed(video)))
    absent = no_such_video(reply, agreed=verdict.state is State.REMOVED)
    if absent is None:
        return verdict
    return Verdict(State.UNKNOWN, CONTRADICTION) if verdict.state is State.AVAILABLE else absent


def _stop(reply: Reply) -> Verdict | None:
    """The verdict when no further question would help: it is about us, or about the way to the site."""
    if isinstance(reply, Silence):
        return None if _is_elsewhere(reply) else unheard(reply)
    return rate_limited(reply)


def _is_elsewhere(reply: Reply) -> bool:
    """Has this API moved away, or shut its doors? Its successor wants a key (section 2.2), and then oEmbed is left."""
    if isinstance(reply, Silence):
        return reply.cause in _MOVED
    moved = urlsplit(reply.url).hostname != API_HOST
    return moved or reply.status in {401, 403, 410} or reply.status >= 500  # noqa: PLR2004 - RFC 9110: server errors


def _listed(reply: Reply, asked: frozenset[str]) -> dict[str, dict[str, object]] | None:
    """What a list says of each video; None when it is no list of what was asked for, and nothing in it counts."""
    facts = facts_in(reply) or {}
    rows = facts.get("list")
    if not isinstance(rows, list) or facts.get("has_more"):
        return None
    listed = {row["id"]: row for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)}
    return listed if len(listed) == len(rows) and asked.issuperset(listed) else None


def _single(video: VideoRef) -> Probe:
    return Probe.get(f"https://{API_HOST}/video/{video.id}?{urlencode({'fields': _FIELDS})}")


def _oembed(video: VideoRef) -> Probe:
    return Probe.get(f"https://{OEMBED_HOST}/services/oembed?{urlencode({'url': _page(video), 'format': 'json'})}")


def _page(ref: VideoRef) -> str:
    return f"https://www.dailymotion.com/video/{ref.id}"


PROVIDER: Provider = Dailymotion()

CONTROLS = Controls(
    plays="https://www.dailymotion.com/video/x5kesuj",
    never="https://www.dailymotion.com/video/x0000000",
)
"""An old film of a news channel, and an id that was never given."""

EXAMPLES: dict[str, str | None] = {
    "http://www.dailymotion.com/video/x1e2b95_bruce-lee_animals?start=10": "x1e2b95",
    "https://dai.ly/x1e2b95": "x1e2b95",
    "https://geo.dailymotion.com/player/xakln.html?video=x8mjju4": "x8mjju4",
    "https://www.dailymotion.com/embed/video/k2Y4Mjp7krAF9iCuINM": "k2Y4Mjp7krAF9iCuINM",
    "https://www.dailymotion.com/playlist/xv4bw": None,
    "https://geo.dailymotion.com/player.html?playlist=x6hynp": None,
    "https://dailymotion.com.evil.example/video/x1e2b95": None,
}

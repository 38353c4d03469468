"""This file is YouTube, asked with a key where there is one (facts: PROVIDERS.md section 1)."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from urllib.parse import urlencode

from checker.exchange import Cause, Probe, Reply, Silence
from checker.providers import _youtube_data as data
from checker.providers._contract import Controls, Conversation, Frame, Given, Provider, VideoRef
from checker.providers._youtube_addresses import canonical, id_and_start, is_mistaken, is_ours, possible
from checker.providers._youtube_key import KEY, caveat
from checker.providers._youtube_oembed import CAPTCHA, corroborate, judge, picture, question
from checker.verdict import State, Verdict, dead, sentence, unheard

_PLAYER_LANGUAGES = {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}

IMPOSSIBLE = sentence("No YouTube video can have this id: its last character is impossible, so it is mistyped.")
NO_ID = sentence(
    "This YouTube address names no video: a video's id has exactly 11 letters, digits, hyphens or underscores."
)
NOT_ONE_VIDEO = sentence("This is a page of YouTube, but not one video.")
LEFT_OUT = sentence(
    "YouTube's answers contradict each other: its data service leaves the video out, its player does not."
)


class YouTube:
    """youtube.com and its sister addresses. Canonical forms: youtu.be for people, youtube-nocookie.com for frames."""

    name = "youtube"
    label = "YouTube"

    def batch(self, given: Given, /) -> int:
        """Fifty with the key, whose service answers for so many at once; one without it."""
        return data.MOST if KEY in given.keys else 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video an address names; bare ids are known too, collections and pictures are not videos."""
        found = id_and_start(url)
        return None if found is None else VideoRef(self.name, found[0], start=found[1])

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with a YouTube address that names no video."""
        if not is_ours(url) or self.recognise(url) is not None:
            return None
        reason = NO_ID if is_mistaken(url) else NOT_ONE_VIDEO
        return Verdict(State.INVALID, reason, watchable=False, embeddable=False, agreed=True)

    def impossible(self, ref: VideoRef) -> Verdict | None:
        """The verdict on an id whose last character no id can have; meant is likely the id YouTube would take."""
        if possible(ref.id):
            return None
        meant = VideoRef(self.name, canonical(ref.id), start=ref.start)
        return dead(State.INVALID, IMPOSSIBLE, agreed=True, suggestion=self.page(meant))

    def page(self, ref: VideoRef) -> str:
        """`https://youtu.be/ID`, with the start time if the address had one."""
        return f"https://youtu.be/{ref.id}" + (f"?t={ref.start}" if ref.start else "")

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:
        """The player without cookies before play (section 1.6): `hl` is its language, `cc_lang_pref` that of captions.

        `cc_load_policy` shows them from the beginning.
        """
        code = _PLAYER_LANGUAGES.get(language, language)
        fields: dict[str, str | int] = {"hl": code, "cc_lang_pref": code, "rel": 0}
        fields |= ({"cc_load_policy": 1} if captions else {}) | ({"start": ref.start} if ref.start else {})
        return Frame(f"https://www.youtube-nocookie.com/embed/{ref.id}?{urlencode(fields)}")

    def picture(self, ref: VideoRef) -> str:
        """The largest of the pictures that every video has (section 1.3)."""
        return picture(ref.id).url

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:
        """With a key, ask the data service for all at once, then oEmbed for those that it left out; else for each.

        Where the key is refused or of no use, all are asked about without it, and each verdict's caveat says so.
        """
        flaws = {video: flaw for video in videos if (flaw := self.impossible(video)) is not None}
        possible_ones = tuple(video for video in videos if video not in flaws)
        if not possible_ones:
            return flaws
        if KEY in given.keys:
            return flaws | (yield from _inspect_together(possible_ones, given.countries))
        return flaws | (yield from _one_by_one(possible_ones, _inspect))


Inspection = Generator[Probe, Reply, Verdict]


def _inspect_together(
    videos: tuple[VideoRef, ...], countries: frozenset[str]
) -> Generator[Probe, Reply, dict[VideoRef, Verdict]]:
    reply = yield data.question(video.id for video in videos)
    told = data.listed(reply)
    if told is None:
        alone = yield from _one_by_one(videos, _inspect)
        return {video: replace(verdict, caveat=caveat(reply)) for video, verdict in alone.items()}
    now = data.time_of(reply)
    verdicts = {video: data.judge(told[video.id], countries, now) for video in videos if video.id in told}
    left_out = tuple(video for video in videos if video not in verdicts)
    return verdicts | (yield from _one_by_one(left_out, _inspect_left_out))


def _one_by_one(
    videos: tuple[VideoRef, ...], inspect: Callable[[VideoRef], Inspection]
) -> Generator[Probe, Reply, dict[VideoRef, Verdict]]:
    """Inspect each; once YouTube takes us for a robot, no further one of this conversation."""
    verdicts: dict[VideoRef, Verdict] = {}
    robot = False
    for video in videos:
        verdicts[video] = unheard(Silence(Cause.LEFT_ALONE)) if robot else (yield from inspect(video))
        robot = robot or verdicts[video].reason == CAPTCHA
    return verdicts


def _inspect(video: VideoRef) -> Inspection:
    """Ask oEmbed; where it says no, ask also whether the video's picture is still there."""
    verdict = judge(video.id, (yield question(video.id)))
    if verdict.state not in {State.PRIVATE, State.REMOVED}:
        return verdict
    return corroborate(verdict, (yield picture(video.id)))


def _inspect_left_out(video: VideoRef) -> Inspection:
    """Private or removed (section 1.5)? Only oEmbed can tell; its no is then the second one, of two questions."""
    verdict = judge(video.id, (yield question(video.id)))
    if verdict.state in {State.PRIVATE, State.REMOVED}:
        return replace(verdict, agreed=True)
    return Verdict(State.UNKNOWN, LEFT_OUT) if verdict.state in {State.AVAILABLE, State.RESTRICTED} else verdict


PROVIDER: Provider = YouTube()

CONTROLS = Controls(
    plays="https://youtu.be/jNQXAC9IVRw",
    never="https://youtu.be/00000000000",
)
"""The first video there ever was on YouTube, and an id that PROVIDERS section 1.2 has as never given."""

EXAMPLES: dict[str, str | None] = {
    "https://youtu.be/OGSyYP5v6PM": "OGSyYP5v6PM",
    "https://youtu.be/-FWuObmSstQ?si=AbCdEf&t=83": "-FWuObmSstQ",
    "HTTPS://www.YouTube.com/watch?v=wwHOsWsInD0&list=PL46F0A159EC02DF82": "wwHOsWsInD0",
    "https://m.youtube.com/shorts/hmM44jmcE3g": "hmM44jmcE3g",
    "//www.youtube-nocookie.com/embed/jyVi5-NFNBU?hl=es": "jyVi5-NFNBU",
    "https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3DFmrrS4BiAW8": "FmrrS4BiAW8",
    "https://www.youtube.com/embed/videoseries?list=PL6IaIsEjSbf96XFRuNccS_RuEXwNdsoEu": None,
    "https://www.youtube.com/@ITU": None,
    "https://i.ytimg.com/vi/OGSyYP5v6PM/hqdefault.jpg": None,
    "https://youtube.com.evil.example/watch?v=OGSyYP5v6PM": None,
    "https://youtu.be/OGSyYP5v6PMx": None,
}

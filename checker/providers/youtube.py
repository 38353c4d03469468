"""This file is YouTube, asked without a key (facts: PROVIDERS.md section 1)."""

from __future__ import annotations

import re
from collections.abc import Generator
from urllib.parse import urlencode, urlsplit

from checker.exchange import Answer, Probe, Reply, Silence
from checker.providers._contract import Controls, Conversation, Given, Provider, VideoRef
from checker.providers._youtube_addresses import canonical, id_and_start, is_mistaken, is_ours, possible
from checker.verdict import Detail, State, Verdict, dead, sentence, site_text, unheard

_FRAMED_ID = re.compile(r"""\ssrc=["']https?://www\.youtube(?:-nocookie)?\.com/embed/([A-Za-z0-9_-]+)""")
_PICTURED_ID = re.compile(r"https?://(?:i\d?\.ytimg|img\.youtube)\.com/vi(?:_webp)?/([A-Za-z0-9_-]+)/")
_CAPTCHA = ("unusual traffic", "g-recaptcha", "recaptcha/api.js", "das_captcha")
_PLAYER_LANGUAGES = {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}

PLAYS = sentence("YouTube plays it and lets other pages embed it.")
EMBEDDING_OFF = sentence("The video plays on YouTube, but its owner does not let other pages embed it.")
PRIVATE = sentence("YouTube says that the video is private.")
REMOVED = sentence("YouTube knows no such video: it was removed, or made private.")
CONTRADICTION = sentence("YouTube's answers contradict each other: no such video, but its picture is still there.")
HALF_PRIVATE = sentence("YouTube refuses to speak of the video, but its picture is still there: restricted or private.")
NO_VIDEO = sentence("YouTube says that this address cannot be a video.")
IMPOSSIBLE = sentence("No YouTube video can have this id: its last character is impossible, so it is mistyped.")
NO_ID = sentence(
    "This YouTube address names no video: a video's id has exactly 11 letters, digits, hyphens or underscores."
)
NOT_ONE_VIDEO = sentence("This is a page of YouTube, but not one video.")
SUBSTITUTED = sentence("YouTube answered about another video.")
UNNAMED = sentence("YouTube answered, but without naming this video.")
CAPTCHA = sentence("YouTube took us for a robot and asked for proof of the contrary.")
TOO_MANY = sentence("YouTube asked us to send fewer questions.")
CONSENT = sentence("YouTube showed a consent page instead of an answer.")
OUR_FAULT = sentence("YouTube refused the question itself; that says nothing about the video.")
SITE_FAULT = sentence("YouTube answered with an error of its own.")
UNEXPECTED = sentence("YouTube gave an answer that we cannot read.")


class YouTube:
    """youtube.com and its sister addresses. Canonical forms: youtu.be for people, youtube-nocookie.com for frames."""

    name = "youtube"
    label = "YouTube"
    batch = 1

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

    def player(self, ref: VideoRef, language: str) -> str:
        """The player without cookies before play; `hl` is its own language, `cc_lang_pref` that of captions."""
        code = _PLAYER_LANGUAGES.get(language, language)
        fields: dict[str, str | int] = {"hl": code, "cc_lang_pref": code, "rel": 0}
        if ref.start:
            fields["start"] = ref.start
        return f"https://www.youtube-nocookie.com/embed/{ref.id}?{urlencode(fields)}"

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask oEmbed for each; where it says no, ask also whether the video's picture is still there."""
        verdicts = {}
        for video in videos:
            verdicts[video] = yield from _inspect(video)
        return verdicts


def _inspect(video: VideoRef) -> Generator[Probe, Reply, Verdict]:
    flaw = PROVIDER.impossible(video)
    if flaw is not None:
        return flaw
    watch = f"https://www.youtube.com/watch?v={video.id}"
    query = urlencode({"url": watch, "format": "json"})
    first = yield Probe.get(f"https://www.youtube.com/oembed?{query}")
    verdict = judge(video.id, first)
    if verdict.state not in {State.PRIVATE, State.REMOVED}:
        return verdict
    second = yield Probe.head(f"https://i.ytimg.com/vi/{video.id}/hqdefault.jpg")
    return corroborate(verdict, second)


def judge(video_id: str, reply: Reply) -> Verdict:
    """What oEmbed's reply means (PROVIDERS section 5, table "YouTube oEmbed")."""
    if isinstance(reply, Silence):
        return unheard(reply)
    block = _block(reply)
    if block is not None:
        return block
    if reply.status == 200:  # noqa: PLR2004 - RFC 9110
        return _judge_content(video_id, reply)
    if reply.status >= 500:  # noqa: PLR2004 - RFC 9110: the server's own failure
        return Verdict(State.UNREACHABLE, SITE_FAULT)
    if isinstance(reply.json(), dict):
        return Verdict(State.UNKNOWN, OUR_FAULT)
    # Only YouTube's own words count: a proxy or a filter on the way has its own pages under the same statuses.
    match reply.status, reply.text.strip().lower():
        case 401, "unauthorized" | "":
            return Verdict(State.RESTRICTED, EMBEDDING_OFF, detail=Detail.EMBEDDING, watchable=True, embeddable=False)
        case 403, "forbidden" | "":
            return dead(State.PRIVATE, PRIVATE)
        case 404 | 410, "not found" | "":
            return dead(State.REMOVED, REMOVED)
        case 400, "bad request" | "":
            return dead(State.INVALID, NO_VIDEO)
        case _:
            return Verdict(State.UNKNOWN, UNEXPECTED)


def corroborate(verdict: Verdict, reply: Reply) -> Verdict:
    """The verdict after the picture's status too: only its status counts, a missing one has a body (section 1.3)."""
    if isinstance(reply, Silence) or _block(reply) is not None:
        return verdict
    match reply.status:
        case 404 | 410 if not (reply.header("content-type") or "").startswith("text/"):
            return dead(verdict.state, verdict.reason, agreed=True)
        case 200:
            return Verdict(State.UNKNOWN, CONTRADICTION if verdict.state is State.REMOVED else HALF_PRIVATE)
        case _:
            return verdict


def _judge_content(video_id: str, answer: Answer) -> Verdict:
    facts = answer.json()
    if not isinstance(facts, dict):
        return Verdict(State.UNKNOWN, UNEXPECTED)
    framed, pictured = _FRAMED_ID.search(str(facts.get("html"))), _PICTURED_ID.match(str(facts.get("thumbnail_url")))
    named = {found.group(1) for found in (framed, pictured) if found is not None}
    if facts.get("type") != "video" or not named:
        return Verdict(State.UNKNOWN, UNNAMED)
    if named != {video_id}:
        return Verdict(State.UNKNOWN, SUBSTITUTED)
    return Verdict(
        State.AVAILABLE,
        PLAYS,
        watchable=True,
        embeddable=True,
        title=site_text(facts.get("title")),
        author=site_text(facts.get("author_name")),
    )


def _block(answer: Answer) -> Verdict | None:
    """The verdict when the answer is about us and not about any video."""
    landed = urlsplit(answer.url)
    page = answer.text.lower() if answer.is_html else ""
    if answer.status == 429:  # noqa: PLR2004 - RFC 6585: too many requests
        return Verdict(State.RATE_LIMITED, CAPTCHA if any(mark in page for mark in _CAPTCHA) else TOO_MANY)
    if landed.path.startswith("/sorry") or any(mark in page for mark in _CAPTCHA):
        return Verdict(State.RATE_LIMITED, CAPTCHA)
    if landed.hostname == "consent.youtube.com" or "consent.youtube.com" in page:
        return Verdict(State.UNKNOWN, CONSENT)
    if landed.hostname not in {"www.youtube.com", "i.ytimg.com"}:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    return None


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

"""This file is Vimeo, asked without a key (facts: PROVIDERS.md section 2.1, and the table of section 5)."""

from __future__ import annotations

import re
from collections.abc import Generator
from urllib.parse import urlencode, urlsplit

from checker.exchange import Answer, Probe, Reply, Silence
from checker.providers._contract import Controls, Conversation, Frame, Given, Provider, VideoRef
from checker.providers._vimeo_addresses import EVENT, id_where_start, is_mistaken, is_named, is_ours
from checker.verdict import Detail, State, Verdict, dead, sentence, site_text, unheard

_HOST = "vimeo.com"
_FRAMED = re.compile(r"""\ssrc=["']([^"']+)["']""")
_PRIVACY = "because of its privacy settings, this video cannot be played here"
_CAPTCHA = ("captcha", "challenge-platform", "cf-chl")

PLAYS = sentence("Vimeo plays it and lets other pages embed it.")
CHOSEN_SITES = sentence("The video's owner lets only chosen sites embed it.")
REFUSED = sentence("Vimeo refuses the video because of its privacy settings: it is private, or for chosen sites only.")
PASSWORD = sentence("Vimeo keeps the video's title to itself: viewers are asked for a password.")
REMOVED = sentence("Vimeo knows no such video: it was removed, or is private, or its secret part is missing.")
LEGAL = sentence("Vimeo took the video down for legal reasons.")
CONTRADICTION = sentence("Vimeo's answers contradict each other: no such video, but its page is still there.")
NO_ID = sentence(
    "This Vimeo address names no video: a video has a number and, if it is unlisted, a secret of digits and letters "
    "from a to f."
)
NAMED = sentence("This Vimeo address has a name instead of a number, so we cannot ask about it.")
NOT_ONE_VIDEO = sentence("This is a page of Vimeo, but not one video.")
SUBSTITUTED = sentence("Vimeo answered about another video.")
UNNAMED = sentence("Vimeo answered, but without naming this video.")
TOO_MANY = sentence("Vimeo took us for a robot, or asked us to send fewer questions.")
SITE_FAULT = sentence("Vimeo answered with an error of its own.")
UNEXPECTED = sentence("Vimeo gave an answer that we cannot read.")


class Vimeo:
    """vimeo.com, its player and vimeopro.com. `where` holds the secret of an unlisted video, or begins with `event`."""

    name = "vimeo"
    label = "Vimeo"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video or event an address names; showcases, channels and people are none."""
        found = id_where_start(url)
        return None if found is None else VideoRef(self.name, found[0], found[1], found[2])

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with a Vimeo address that names no video; of one with a chosen name we cannot tell."""
        if not is_ours(url) or self.recognise(url) is not None:
            return None
        if is_mistaken(url):
            return dead(State.INVALID, NO_ID, agreed=True)
        if is_named(url):
            return Verdict(State.UNKNOWN, NAMED)
        return dead(State.INVALID, NOT_ONE_VIDEO, agreed=True)

    def impossible(self, ref: VideoRef) -> Verdict | None:  # noqa: ARG002 - the contract's signature
        """None: any number may be a video's."""
        return None

    def page(self, ref: VideoRef) -> str:
        """`https://vimeo.com/ID` or `…/ID/SECRET`, or the same of an event, with the start time if there was one."""
        return _page(ref) + (f"#t={ref.start}s" if ref.start else "")

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:
        """The player that is told not to track; `texttrack` turns captions on, its buttons follow readers."""
        kind, _, secret = (ref.where or "").partition("/")
        if kind == EVENT:
            return Frame(f"https://vimeo.com/event/{ref.id}/embed" + (f"/{secret}" if secret else ""))
        fields = {"h": ref.where} if ref.where else {}
        query = urlencode({**fields, **({"texttrack": language} if captions else {}), "dnt": 1})
        return Frame(f"https://player.vimeo.com/video/{ref.id}?{query}" + (f"#t={ref.start}s" if ref.start else ""))

    def picture(self, ref: VideoRef) -> str | None:  # noqa: ARG002 - the contract's signature
        """None: only Vimeo's answers tell where a picture is."""
        return None

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:
        """Ask oEmbed for each, in our site's name; where it knows none, ask also for its page's status."""
        verdicts = {}
        for video in videos:
            verdicts[video] = yield from _inspect(video, given.site)
        return verdicts


def _inspect(video: VideoRef, site: str | None) -> Generator[Probe, Reply, Verdict]:
    url = f"https://{_HOST}/api/oembed.json?{urlencode({'url': _page(video)})}"
    first = yield Probe.get(url, Referer=site) if site else Probe.get(url)
    verdict = judge(video, first, site)
    if verdict.state is not State.REMOVED:
        return verdict
    second = yield Probe.head(_page(video))
    return corroborate(verdict, second)


def judge(video: VideoRef, reply: Reply, site: str | None) -> Verdict:
    """What oEmbed's reply means; `site` is the address that we asked in the name of."""
    if isinstance(reply, Silence):
        return unheard(reply)
    if urlsplit(reply.url).hostname != _HOST:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    match reply.status:
        case 200:
            return _judge_content(video, reply, site)
        case 403 if _PRIVACY in reply.text.lower():
            return _restricted(CHOSEN_SITES, site)
        case 403 if isinstance(reply.json(), dict):
            return _restricted(REFUSED, site)
        case 403 | 429:
            return Verdict(State.RATE_LIMITED, TOO_MANY)
        case 404 | 410:
            return dead(State.REMOVED, REMOVED)
        case status if status >= 500:  # noqa: PLR2004 - RFC 9110: 5xx is the server's own failure
            return Verdict(State.UNREACHABLE, SITE_FAULT)
        case _:
            return Verdict(State.UNKNOWN, UNEXPECTED)


def corroborate(verdict: Verdict, reply: Reply) -> Verdict:
    """The verdict that there is no such video, after its page's status too (a page may be 200 for a password)."""
    if isinstance(reply, Silence) or urlsplit(reply.url).hostname != _HOST:
        return verdict
    match reply.status:
        case 404 | 410:
            return dead(State.REMOVED, verdict.reason, agreed=True)
        case 451:
            return dead(State.REMOVED, LEGAL, agreed=True)
        case 200:
            return Verdict(State.UNKNOWN, CONTRADICTION)
        case _:
            return verdict


def _judge_content(video: VideoRef, answer: Answer, site: str | None) -> Verdict:
    facts = answer.json()
    if not isinstance(facts, dict):
        robot = answer.is_html and any(mark in answer.text.lower() for mark in _CAPTCHA)
        return Verdict(State.RATE_LIMITED, TOO_MANY) if robot else Verdict(State.UNKNOWN, UNEXPECTED)
    named = _named(video, facts)
    if named is not None and named != video.id:
        return Verdict(State.UNKNOWN, SUBSTITUTED)
    if facts.get("domain_status_code") in (403, "403"):
        return _restricted(CHOSEN_SITES, site)
    if facts.get("type") != "video" or named is None:
        return Verdict(State.UNKNOWN, UNNAMED)
    # Vimeo's help pages: of a video behind a password, the answer leaves out the title and all else that is private.
    if "title" not in facts and "video_id" not in facts:
        return Verdict(State.RESTRICTED, PASSWORD, detail=Detail.PASSWORD, watchable=True, embeddable=True)
    return Verdict(
        State.AVAILABLE,
        PLAYS,
        watchable=True,
        embeddable=True,
        title=site_text(facts.get("title")),
        author=site_text(facts.get("author_name")),
    )


def _named(video: VideoRef, facts: dict[object, object]) -> str | None:
    """The number that an answer is about; the frame's where no `video_id` is, and always for an event."""
    event = (video.where or "").startswith(EVENT)
    number, html = facts.get("video_id"), facts.get("html")
    if not event and isinstance(number, int | str):
        return str(number)
    framed = _FRAMED.search(html) if isinstance(html, str) else None
    ref = None if framed is None else PROVIDER.recognise(framed[1])
    return None if ref is None or (ref.where or "").startswith(EVENT) != event else ref.id


def _page(ref: VideoRef) -> str:
    kind, slash, secret = (ref.where or "").partition("/")
    if kind == EVENT:
        return f"https://{_HOST}/event/{ref.id}{slash}{secret}"
    return f"https://{_HOST}/{ref.id}" + (f"/{kind}" if kind else "")


def _restricted(reason: str, site: str | None) -> Verdict:
    """Not to be embedded here; where we asked in no site's name, that says nothing about our site."""
    return Verdict(State.RESTRICTED, reason, detail=Detail.DOMAIN, embeddable=False if site else None)


PROVIDER: Provider = Vimeo()

CONTROLS = Controls(
    plays="https://vimeo.com/76979871",
    never="https://vimeo.com/9999999999",
)
"""Vimeo's own film about its player, and a number far above all that were given."""

EXAMPLES: dict[str, str | None] = {
    "https://vimeo.com/76979871": "76979871",
    "https://vimeo.com/36881035/f9ad567296#t=3m28s": "36881035",
    "//player.vimeo.com/video/36881035?h=f9ad567296&dnt=1": "36881035",
    "https://vimeo.com/groups/shortfilms/videos/97688625": "97688625",
    "https://vimeo.com/event/4606123/embed/358d60ce2e": "4606123",
    "https://vimeo.com/showcase/11803104/embed2": None,
    "https://vimeo.com/user7108434": None,
    "https://vimeo.com.evil.example/76979871": None,
}

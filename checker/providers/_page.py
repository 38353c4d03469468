"""This file is any other page of the web, asked what video it offers (facts: PROVIDERS.md section 2.12)."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from checker.exchange import Answer, Probe, Reply, Silence
from checker.providers._contract import Conversation, Given, Provider, VideoRef
from checker.providers._page_facts import Facts
from checker.providers._page_schema import VideoObject
from checker.providers._robots import is_captcha
from checker.providers._whole_address import same_site, whole
from checker.verdict import Detail, State, Verdict, sentence, site_text, unheard

_LONGEST = 1024 * 1024
_GATES = frozenset("consent cookies login log-in signin sign-in sso auth account accounts".split())

OFFERED = sentence("The page offers a video; whether it plays was not tried.")
SOME_COUNTRIES = sentence("The page offers a video for some countries only; whether it plays was not tried.")
OTHER_COUNTRIES = sentence("The page says that its video may not be seen in all the countries that we speak to.")
EXPIRED = sentence("The page says that its video was to be seen until a day that is past.")
OTHER_SITE = sentence("This page shows a video of another site; use that video's own address.")
FILE = sentence("The page holds a video file; use the file's own address if that is the video.")
LEADS_AWAY = sentence("The address leads to another site.")
FRONT_PAGE = sentence("The address leads to the site's front page: its own page may be gone.")
GATE = sentence("A page to sign in, or to agree to something, came instead.")
UNTOLD = sentence("The page does not say which video it offers, if it offers one.")
NO_PAGE = sentence("What came is not a web page.")
GONE = sentence("The page is gone.")
REFUSED = sentence("The site did not show us the page; it may still open for people.")
LEGAL = sentence("The site may not show the page for legal reasons, perhaps only in some countries.")
TOO_MANY = sentence("The page's site asked us to send fewer questions.")
CAPTCHA = sentence("The page's site took us for a robot and asked for proof of the contrary.")
SITE_FAULT = sentence("The page's site answered with an error of its own.")
UNEXPECTED = sentence("The page's site gave an answer that we cannot read.")


class Page:
    """A page of a site that has no file here; the id is its address. `sites` are those that have one."""

    name = "page"
    label = "Web page"

    def __init__(self, sites: tuple[Provider, ...]) -> None:
        self._sites = sites

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Any address of a public-looking host that no site's file knows better, be it to say what is wrong."""
        found = whole(url)
        if found is None or any(site.recognise(url) or site.flaw(url) for site in self._sites):
            return None
        return VideoRef(self.name, found)

    def flaw(self, url: str) -> None:
        """None: any page may offer a video."""

    def impossible(self, ref: VideoRef) -> None:
        """None: any page may offer a video."""

    def page(self, ref: VideoRef) -> str:
        """The page's own address."""
        return ref.id

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> None:
        """None: what a page offers for other pages is known only after asking it."""

    def picture(self, ref: VideoRef) -> None:
        """None: what a page offers for other pages is known only after asking it."""

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:
        """Read each page; where it names an oEmbed endpoint of its own site, ask that too."""
        verdicts = {}
        for video in videos:
            verdicts[video] = yield from self._inspect(video.id, given)
        return verdicts

    def _inspect(self, url: str, given: Given) -> Generator[Probe, Reply, Verdict]:
        reply = yield Probe("GET", url, max_bytes=_LONGEST, truncate=True)
        if isinstance(reply, Silence):
            return unheard(reply)
        refusal = refused(reply) or self._led_away(url, reply)
        if refusal is not None:
            return refusal
        from checker.providers._page_reading import read  # noqa: PLC0415 - bs4 is slow to load, and few links are pages

        facts = read(reply)
        verdict = self.judge(facts, given, _date(reply))
        if facts.oembed is None or not _is_of(facts.oembed, reply.url):
            return verdict
        return with_oembed(verdict, (yield Probe.get(facts.oembed)), facts.oembed)

    def judge(self, facts: Facts, given: Given, today: datetime | None) -> Verdict:
        """What a page's own words mean. `today` is the site's own date, against which its dates are held."""
        video = facts.video
        named = video.addresses if video else (facts.og_video,) if facts.og_video else ()
        meant = self._elsewhere(*named) or (
            None if named else self._elsewhere(facts.player or "", *facts.frames, *facts.sources)
        )
        if meant is not None:
            return Verdict(State.UNKNOWN, OTHER_SITE, suggestion=meant)
        if not named:
            files = [ref for url in facts.sources for site in self._sites if (ref := site.recognise(url))]
            return Verdict(State.UNKNOWN, FILE, suggestion=files[0].id) if files else Verdict(State.UNKNOWN, UNTOLD)
        offered = Verdict(State.AVAILABLE, OFFERED, title=video.title if video and video.title else facts.title)
        return offered if video is None else _within_terms(offered, video, given, today)

    def _elsewhere(self, *addresses: str) -> str | None:
        """The proper address of the first of these that is one of another site's videos; plain files are no site's."""
        for address in addresses:
            for site in self._sites:
                ref = site.recognise(address)
                if ref is not None and ref.id != whole(address):
                    return site.page(ref)
        return None

    def _led_away(self, url: str, answer: Answer) -> Verdict | None:
        """The verdict when what came is not the page that was asked for."""
        asked, landed = urlsplit(url), urlsplit(answer.url)
        if not same_site(asked.hostname or "", landed.hostname or ""):
            return Verdict(State.UNKNOWN, LEADS_AWAY, suggestion=self._elsewhere(answer.url))
        place = {*landed.path.lower().split("/"), (landed.hostname or "").partition(".")[0]}
        if (asked.hostname, asked.path) != (landed.hostname, landed.path) and _GATES & place:
            return Verdict(State.UNKNOWN, GATE)
        if asked.path.strip("/") and not landed.path.strip("/") and not landed.query:
            return Verdict(State.UNKNOWN, FRONT_PAGE)
        kind = (answer.header("content-type") or "").lower()
        if not answer.is_html and not kind.startswith(("text/html", "application/xhtml+xml")):
            return Verdict(State.UNKNOWN, NO_PAGE)
        return None


def refused(answer: Answer) -> Verdict | None:
    """The verdict where no page came. A 401 or 403 says nothing: many sites send it to whoever is no browser."""
    if is_captcha(answer):
        return Verdict(State.RATE_LIMITED, CAPTCHA)
    match answer.status:
        case 200:
            return None
        case 404 | 410:
            return Verdict(State.REMOVED, GONE, watchable=False, embeddable=False)
        case 401 | 403:
            return Verdict(State.UNKNOWN, REFUSED)
        case 451:
            return Verdict(State.RESTRICTED, LEGAL, detail=Detail.REGION)
        case 429:
            return Verdict(State.RATE_LIMITED, TOO_MANY)
        case status if status >= 500:  # noqa: PLR2004 - RFC 9110: 5xx is the server's own failure
            return Verdict(State.UNREACHABLE, SITE_FAULT)
        case _:
            return Verdict(State.UNKNOWN, UNEXPECTED)


def with_oembed(verdict: Verdict, reply: Reply, endpoint: str) -> Verdict:
    """The verdict after oEmbed too: only type `video` names a video by itself, as blogs send `rich` for any text."""
    if isinstance(reply, Silence):
        return verdict if verdict.state.conclusive or verdict.suggestion else unheard(reply)
    if (reply.status == 429 or is_captcha(reply)) and not verdict.state.conclusive:  # noqa: PLR2004 - as above
        return Verdict(State.RATE_LIMITED, TOO_MANY)
    facts = reply.json() if reply.status == 200 and _is_of(reply.url, endpoint) else None  # noqa: PLR2004 - RFC 9110
    if not isinstance(facts, dict) or not site_text(facts.get("html")):
        return verdict
    if verdict.state in {State.AVAILABLE, State.RESTRICTED} and facts.get("type") in {"video", "rich"}:
        return replace(verdict, embeddable=True, author=site_text(facts.get("author_name")))
    if facts.get("type") != "video":
        return verdict
    title, author = site_text(facts.get("title")), site_text(facts.get("author_name"))
    return Verdict(State.AVAILABLE, OFFERED, embeddable=True, title=title, author=author)


def _within_terms(offered: Verdict, video: VideoObject, given: Given, today: datetime | None) -> Verdict:
    if video.expires is not None and today is not None and video.expires < today:
        return replace(offered, state=State.UNKNOWN, reason=EXPIRED)
    if not video.countries or (given.countries and given.countries <= video.countries):
        return offered
    if not given.countries:
        return replace(offered, reason=SOME_COUNTRIES, detail=Detail.REGION)
    return replace(offered, state=State.RESTRICTED, reason=OTHER_COUNTRIES, detail=Detail.REGION)


def _is_of(url: str, other: str) -> bool:
    """Is this address of the same site, and no less safe?"""
    one, two = urlsplit(url), urlsplit(other)
    return same_site(one.hostname or "", two.hostname or "") and one.scheme >= two.scheme


def _date(answer: Answer) -> datetime | None:
    try:
        moment = parsedate_to_datetime(answer.header("date") or "")
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

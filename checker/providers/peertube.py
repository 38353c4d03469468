"""This file is PeerTube on whatever host it lives, asked through its API (facts: PROVIDERS.md section 2.10)."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from urllib.parse import urlencode, urlsplit

from checker.exchange import Answer, Probe, Reply, Silence
from checker.providers._contract import Conversation, Frame, Given, Provider, VideoRef
from checker.providers._peertube_addresses import is_mistaken, is_playlist, named, shortened, uuid_of
from checker.verdict import Detail, State, Verdict, dead, sentence, site_text, unheard

_DOCUMENTATION = "https://docs.joinpeertube.org/"
"""Where an error of PeerTube's API says that it is explained: the mark by which we know one."""
_OEMBED_WORDS = ("Video not found", "Video is not publicly available")

PLAYS = sentence("This PeerTube site plays it and lets other pages embed it.")
EMBEDDING_OFF = sentence("The video plays on this PeerTube site, but its owner does not let other pages embed it.")
LISTED_PAGES = sentence("The video plays on this PeerTube site, but only pages that its owner listed may embed it.")
NOT_LISTED = sentence("The video plays on this PeerTube site, but its owner does not let our site embed it.")
PASSWORD = sentence("This PeerTube site asks for a password before it plays the video.")
INTERNAL = sentence("This PeerTube site shows the video only to its own users.")
NOT_FOLLOWED = sentence("This PeerTube site hides the video from visitors: it does not follow the site it is from.")
PRIVATE = sentence("This PeerTube site says that the video is private or blocked.")
REMOVED = sentence("This PeerTube site has no such video: it was removed, or the address is mistyped.")
CONTRADICTION = sentence("This PeerTube site contradicts itself: it has no such video, but tells how to embed it.")
FAILED = sentence("This PeerTube site could not prepare the video, or its live stream ended without a recording.")
PREPARING = sentence("This PeerTube site has the video, but it is not published yet.")
UNSETTLED = sentence("This PeerTube site has the video, but in a state that we do not know.")
NO_ID = sentence("This PeerTube address names no video: a video's id is a UUID, or one shortened to 22 characters.")
NO_VIDEO = sentence("This PeerTube site says that no video can have this id.")
PLAYLIST = sentence("This is a playlist of a PeerTube site, not one video.")
SUBSTITUTED = sentence("This PeerTube site answered about another video.")
TOO_MANY = sentence("This PeerTube site asked us to send fewer questions.")
SITE_FAULT = sentence("This PeerTube site answered with an error of its own.")
MOVED = sentence("This PeerTube site sent us to another host for the answer.")
NOT_PEERTUBE = sentence("The address looks like PeerTube's, but the site did not answer as PeerTube does.")

_NOT_YET = frozenset({2, 3, 4, 6, 9, 10, 13})
_NEVER = frozenset({5, 7, 12})


class PeerTube:
    """Any host that has PeerTube's addresses. An id is the UUID in its long form; `where` is the host."""

    name = "peertube"
    label = "PeerTube"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video on which host an address names; the short and the long form of an id are one video."""
        found = named(url)
        return None if found is None else VideoRef(self.name, found.uuid, found.host, found.start)

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address that is PeerTube's by its form. Of other addresses on any host nothing is."""
        if is_playlist(url):
            return dead(State.INVALID, PLAYLIST, agreed=True)
        return dead(State.INVALID, NO_ID, agreed=True) if is_mistaken(url) else None

    def impossible(self, ref: VideoRef) -> Verdict | None:
        """The verdict on what is no UUID, or stands on no host."""
        return None if ref.where and uuid_of(ref.id) == ref.id else dead(State.INVALID, NO_ID, agreed=True)

    def page(self, ref: VideoRef) -> str:
        """`https://HOST/w/SHORT`, with the start time if the address had one."""
        return f"https://{ref.where}/w/{shortened(ref.id)}" + (f"?start={ref.start}s" if ref.start else "")

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:
        """The bare player; `subtitle` turns captions on (docs.joinpeertube.org), its buttons follow the browser."""
        fields = ({"subtitle": language} if captions else {}) | ({"start": f"{ref.start}s"} if ref.start else {})
        return Frame(f"https://{ref.where}/videos/embed/{ref.id}" + (f"?{urlencode(fields)}" if fields else ""))

    def picture(self, ref: VideoRef) -> str | None:  # noqa: ARG002 - the contract's signature
        """None: only the API tells where a picture is."""
        return None

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:
        """Ask the API for each; where it says no, or lists who may embed, ask once more."""
        verdicts = {}
        for video in videos:
            verdicts[video] = yield from _inspect(video, given)
        return verdicts


def _inspect(video: VideoRef, given: Given) -> Generator[Probe, Reply, Verdict]:
    flaw = PROVIDER.impossible(video)
    if flaw is not None:
        return flaw
    api = f"https://{video.where}/api/v1/videos/{video.id}"
    first = yield Probe.get(api)
    verdict = judge(video, first)
    if (
        verdict.state in {State.REMOVED, State.PRIVATE}
        and isinstance(first, Answer)
        and first.status in {401, 403, 404}
    ):
        # Of all forms, every release's oEmbed takes the long watch address (section 2.10).
        query = urlencode({"url": f"https://{video.where}/videos/watch/{video.id}", "format": "json"})
        return corroborate(video, verdict, (yield Probe.get(f"https://{video.where}/services/oembed?{query}")))
    site = urlsplit(given.site or "").hostname
    if verdict.detail is Detail.DOMAIN and site:
        return admit(video, verdict, (yield Probe.get(f"{api}/embed-privacy/allowed?{urlencode({'domain': site})}")))
    return verdict


def judge(video: VideoRef, reply: Reply) -> Verdict:
    """What the API's reply means (PROVIDERS section 5, "PeerTube API")."""
    if isinstance(reply, Silence):
        return unheard(reply)
    if reply.status == 429:  # noqa: PLR2004 - RFC 6585: too many requests
        return Verdict(State.RATE_LIMITED, TOO_MANY)
    if urlsplit(reply.url).hostname != video.where:
        return Verdict(State.UNKNOWN, MOVED)
    if reply.status >= 500:  # noqa: PLR2004 - RFC 9110: 5xx is the server's own failure
        return Verdict(State.UNREACHABLE, SITE_FAULT)
    facts = reply.json()
    if not isinstance(facts, dict):
        return Verdict(State.UNKNOWN, NOT_PEERTUBE)
    if reply.status == 200:  # noqa: PLR2004 - RFC 9110: OK
        return _judge_video(video, facts)
    if not _is_problem(reply.status, facts):
        return Verdict(State.UNKNOWN, NOT_PEERTUBE)
    return _judge_problem(video, reply.status, facts)


def corroborate(video: VideoRef, verdict: Verdict, reply: Reply) -> Verdict:
    """The verdict after oEmbed too, which passes blocked videos: its yes contradicts a removal, not a privacy."""
    if isinstance(reply, Silence) or urlsplit(reply.url).hostname != video.where:
        return verdict
    facts = reply.json()
    if not isinstance(facts, dict):
        return verdict
    if reply.status == 200 and verdict.state is State.REMOVED:  # noqa: PLR2004 - RFC 9110: OK
        return Verdict(State.UNKNOWN, CONTRADICTION) if facts.get("type") == "video" else verdict
    same = {404} if verdict.state is State.REMOVED else {401, 403}
    agreed = reply.status in same and _is_problem(reply.status, facts)
    return dead(verdict.state, verdict.reason, agreed=True) if agreed else verdict


def admit(video: VideoRef, verdict: Verdict, reply: Reply) -> Verdict:
    """The verdict on a video that only some pages may embed, after the API said whether ours may."""
    if not isinstance(reply, Answer) or reply.status != 200 or urlsplit(reply.url).hostname != video.where:  # noqa: PLR2004 - RFC 9110: OK
        return verdict
    facts = reply.json()
    match facts.get("domainAllowed") if isinstance(facts, dict) else None:
        case True:
            return replace(verdict, state=State.AVAILABLE, reason=PLAYS, detail=None, embeddable=True)
        case False:
            return replace(verdict, reason=NOT_LISTED, embeddable=False)
    return verdict


def _judge_video(video: VideoRef, facts: Mapping[str, object]) -> Verdict:
    uuid = facts.get("uuid")
    if not isinstance(uuid, str):
        return Verdict(State.UNKNOWN, NOT_PEERTUBE)
    if uuid.lower() != video.id:
        return Verdict(State.UNKNOWN, SUBSTITUTED)
    privacy, state = _id(facts.get("privacy")), _id(facts.get("state"))
    if state in _NEVER:
        return dead(State.REMOVED, FAILED)
    if state in _NOT_YET or (privacy not in {1, 2} and facts.get("scheduledUpdate")):
        return dead(State.NOT_YET, PREPARING)
    match privacy:
        case 1 | 2 if state == 1:
            return _judge_embedding(facts)
        case 3:
            return dead(State.PRIVATE, PRIVATE)
        case 4:
            return dead(State.RESTRICTED, INTERNAL, detail=Detail.LOGIN)
        case 5:
            return dead(State.RESTRICTED, PASSWORD, detail=Detail.PASSWORD)
    return Verdict(State.UNKNOWN, UNSETTLED)


def _judge_embedding(facts: Mapping[str, object]) -> Verdict:
    """Who may embed a video that plays; releases before 8.1 do not say, and let everybody."""
    channel = facts.get("channel")
    author = site_text(channel.get("displayName")) if isinstance(channel, dict) else None
    title = site_text(facts.get("name"))
    plays = Verdict(State.AVAILABLE, PLAYS, watchable=True, embeddable=True, title=title, author=author)
    match _id(facts.get("embedPrivacyPolicy", {"id": 1})):
        case 1:
            return plays
        case 2 | 3:
            return replace(plays, state=State.RESTRICTED, reason=LISTED_PAGES, detail=Detail.DOMAIN, embeddable=None)
        case 4:
            return replace(
                plays, state=State.RESTRICTED, reason=EMBEDDING_OFF, detail=Detail.EMBEDDING, embeddable=False
            )
    return replace(plays, state=State.UNKNOWN, reason=UNSETTLED, embeddable=None)


def _judge_problem(video: VideoRef, status: int, facts: Mapping[str, object]) -> Verdict:
    kind = str(facts.get("code") or facts.get("type")).rpartition("/")[2]
    match status, kind:
        case 403, "video_requires_password" | "incorrect_video_password":
            return dead(State.RESTRICTED, PASSWORD, detail=Detail.PASSWORD)
        case 403, "does_not_respect_follow_constraints":
            return dead(State.RESTRICTED, NOT_FOLLOWED, detail=Detail.LOGIN, suggestion=_origin(video, facts))
        case 401 | 403, _:
            return dead(State.PRIVATE, PRIVATE)
        case 404 | 410, _:
            return dead(State.REMOVED, REMOVED)
        case 400, _:
            return dead(State.INVALID, NO_VIDEO)
    return Verdict(State.UNKNOWN, NOT_PEERTUBE)


def _is_problem(status: int, facts: Mapping[str, object]) -> bool:
    """Is this an error as PeerTube writes them (RFC 7807), and not any other site's?"""
    ours = any(str(facts.get(field)).startswith(_DOCUMENTATION) for field in ("docs", "type"))
    return facts.get("status") == status and (ours or facts.get("detail") in _OEMBED_WORDS)


def _origin(video: VideoRef, facts: Mapping[str, object]) -> str | None:
    """The video's address on the site it comes from, if the error names it."""
    url = facts.get("originUrl")
    origin = PROVIDER.recognise(url) if isinstance(url, str) else None
    return PROVIDER.page(origin) if origin is not None and origin.id == video.id else None


def _id(constant: object) -> object:
    """The number in `{"id": 1, "label": "Public"}`; 1.0 and true are none of PeerTube's."""
    number = constant.get("id") if isinstance(constant, dict) else None
    return number if type(number) is int else None


PROVIDER: Provider = PeerTube()

EXAMPLES: dict[str, str | None] = {
    "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv": "9c9de5e8-0a1e-484a-b099-e80766180a6d",
    "https://framatube.org/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d": "9c9de5e8-0a1e-484a-b099-e80766180a6d",
    "https://framatube.org/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv?start=1m3s": "9c9de5e8-0a1e-484a-b099-e80766180a6d",
    "peertube:spacepub.space:d8943b2d-8280-497b-85ec-bc282ec2afdc": "d8943b2d-8280-497b-85ec-bc282ec2afdc",
    "https://framatube.org/w/p/kkGMgK9ZtnKfYAgnEtQxbv": None,
    "https://framatube.org/w/ZZZZZZZZZZZZZZZZZZZZZZ": None,
}

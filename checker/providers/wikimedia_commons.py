"""This file is Wikimedia Commons, asked about fifty films at once (facts: PROVIDERS.md section 2.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, urlencode, urlsplit

from checker.exchange import Probe, Reply, Silence
from checker.providers._contract import Controls, Conversation, Frame, Given, Provider, VideoRef
from checker.providers._wikimedia_commons_addresses import is_ours, name_of, normal
from checker.verdict import State, Verdict, dead, sentence, site_text, unheard

_API = "https://commons.wikimedia.org/w/api.php"
_LONGEST_QUESTION = 6_000
"""Characters of titles in one address. RFC 9110 (4.1) has servers take 8,000 octets; fifty Arabic names are more."""

_IN_PATH = "!$()*,;@~"
"""What Wikimedia's own addresses leave as it is, besides letters, digits, and `-._`."""

PLAYS = sentence("Wikimedia Commons has the video, and lets other pages embed it.")
REMOVED = sentence("Wikimedia Commons has no file of this name: it was deleted, renamed, or the name is mistyped.")
NO_VIDEO = sentence("Wikimedia Commons has this file, but it is not a video.")
IMPOSSIBLE = sentence("No video on Wikimedia Commons can have this name.")
NOT_ONE_VIDEO = sentence("This is an address of Wikimedia Commons, but not of one video.")
UNNAMED = sentence("Wikimedia Commons answered, but without naming this video.")
TOO_MANY = sentence("Wikimedia Commons asked us to send fewer questions.")
OUR_FAULT = sentence("Wikimedia Commons refused the question itself; that says nothing about the video.")
SITE_FAULT = sentence("Wikimedia Commons answered with an error of its own.")
UNEXPECTED = sentence("Wikimedia Commons gave an answer that we cannot read.")


class WikimediaCommons:
    """commons.wikimedia.org and its part of upload.wikimedia.org. An id is the file's name with underscores."""

    name = "wikimedia-commons"
    label = "Wikimedia Commons"

    def batch(self, _: Given, /) -> int:
        """50 videos, with any key or none."""
        return 50

    def recognise(self, url: str) -> VideoRef | None:
        """Which film an address names; the same page on a Wikipedia is not Commons' page."""
        name = name_of(url)
        return None if name is None else VideoRef(self.name, name)

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of Commons that names no film."""
        if not is_ours(url) or name_of(url) is not None:
            return None
        return dead(State.INVALID, NOT_ONE_VIDEO, agreed=True)

    def impossible(self, ref: VideoRef) -> Verdict | None:
        """The verdict on a name that no film can have."""
        return None if normal(ref.id) == ref.id else dead(State.INVALID, IMPOSSIBLE, agreed=True)

    def page(self, ref: VideoRef) -> str:
        """The page about the file."""
        return f"https://commons.wikimedia.org/wiki/File:{quote(ref.id, safe=_IN_PATH)}"

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:  # noqa: ARG002 - the contract's signature
        """The page as a bare player; `uselang` is its own language, in lower case as MediaWiki has it.

        It reads nothing else from its address, neither a start nor captions (TimedMediaHandler, `outputIframe`).
        """
        return Frame(f"{self.page(ref)}?{urlencode({'embedplayer': 'yes', 'uselang': language.lower()})}")

    def picture(self, ref: VideoRef) -> str:
        """Where Commons sends on to a still of that width."""
        return f"https://commons.wikimedia.org/wiki/Special:FilePath/{quote(ref.id, safe=_IN_PATH)}?width=640"

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask once for all, or for as many as one address can hold."""
        flaws = {video: self.impossible(video) for video in videos}
        verdicts = {video: flaw for video, flaw in flaws.items() if flaw is not None}
        for portion in _portions(video for video, flaw in flaws.items() if flaw is None):
            fields = {
                "action": "query",
                "format": "json",
                "redirects": 1,
                "prop": "videoinfo",
                "viprop": "mime|mediatype",
                "titles": "|".join(_title(video) for video in portion),
            }
            reply = yield Probe.get(f"{_API}?{urlencode(fields)}")
            verdicts |= judge(portion, reply)
        return verdicts


def judge(videos: Iterable[VideoRef], reply: Reply) -> dict[VideoRef, Verdict]:
    """What one answer means for each of the films that were asked about."""
    facts = _facts(reply)
    if isinstance(facts, Verdict):
        return dict.fromkeys(videos, facts)
    spelt, moved = _moves(facts.get("normalized")), _moves(facts.get("redirects"))
    listed = [_mapping(page) for page in _mapping(facts.get("pages")).values()]
    pages = {str(page.get("title")): page for page in listed}
    verdicts = {}
    for video in videos:
        asked = _title(video)
        title = spelt.get(asked, asked)
        verdicts[video] = _judge_page(pages.get(moved.get(title, title)))
    return verdicts


def _facts(reply: Reply) -> Mapping[str, object] | Verdict:
    """The answer's `query` part, or the verdict when the answer is about us and not about any film."""
    if isinstance(reply, Silence):
        return unheard(reply)
    if reply.status == 429:  # noqa: PLR2004 - RFC 6585: too many requests
        return Verdict(State.RATE_LIMITED, TOO_MANY)
    if reply.status >= 500:  # noqa: PLR2004 - RFC 9110: 5xx is the server's own failure
        return Verdict(State.UNREACHABLE, SITE_FAULT)
    if reply.status == 403:  # noqa: PLR2004 - how Wikimedia refuses a User-Agent that it does not like
        return Verdict(State.UNKNOWN, OUR_FAULT)
    facts = reply.json()
    if reply.status != 200 or urlsplit(reply.url).hostname != urlsplit(_API).hostname or not isinstance(facts, dict):  # noqa: PLR2004 - RFC 9110: OK
        return Verdict(State.UNKNOWN, UNEXPECTED)
    if "error" in facts:
        limited = _mapping(facts["error"]).get("code") == "ratelimited"
        return Verdict(State.RATE_LIMITED, TOO_MANY) if limited else Verdict(State.UNKNOWN, OUR_FAULT)
    query = facts.get("query")
    return query if isinstance(query, dict) else Verdict(State.UNKNOWN, UNEXPECTED)


def _judge_page(page: Mapping[str, object] | None) -> Verdict:
    if page is None:
        return Verdict(State.UNKNOWN, UNNAMED)
    if "missing" in page:
        return dead(State.REMOVED, REMOVED)
    if "invalid" in page:
        return dead(State.INVALID, IMPOSSIBLE)
    versions = page.get("videoinfo")
    info = _mapping(versions[0]) if isinstance(versions, list) and versions else {}
    mime, kind = info.get("mime"), info.get("mediatype")
    if not isinstance(mime, str):
        return Verdict(State.UNKNOWN, UNNAMED)
    if not mime.startswith("video/") and kind != "VIDEO":
        return dead(State.INVALID, NO_VIDEO)
    title = site_text(str(page.get("title")).removeprefix("File:"))
    return Verdict(State.AVAILABLE, PLAYS, watchable=True, embeddable=True, title=title)


def _portions(videos: Iterable[VideoRef]) -> Iterator[tuple[VideoRef, ...]]:
    """The films in portions, each small enough for one address."""
    portion: list[VideoRef] = []
    length = 0
    for video in videos:
        more = len(urlencode({"": f"|{_title(video)}"}))
        if portion and length + more > _LONGEST_QUESTION:
            yield tuple(portion)
            portion, length = [], 0
        portion.append(video)
        length += more
    if portion:
        yield tuple(portion)


def _title(video: VideoRef) -> str:
    return "File:" + video.id.replace("_", " ")


def _moves(listed: object) -> dict[str, str]:
    """Which title the answer writes for which, from a list of `{from, to}`."""
    moves = [_mapping(move) for move in listed] if isinstance(listed, list) else []
    return {str(move.get("from")): str(move.get("to")) for move in moves}


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


PROVIDER: Provider = WikimediaCommons()

CONTROLS = Controls(
    plays="https://commons.wikimedia.org/wiki/File:Big_Buck_Bunny_4K.webm",
    never="https://commons.wikimedia.org/wiki/File:A_film_that_Hexaglot_knows_not_to_exist.webm",
)
"""A free film, and a name that nobody took."""

EXAMPLES: dict[str, str | None] = {
    "https://commons.wikimedia.org/wiki/File:Big_Buck_Bunny_4K.webm": "Big_Buck_Bunny_4K.webm",
    "https://commons.m.wikimedia.org/wiki/file:big%20Buck%20Bunny_4K.webm?uselang=fr": "Big_Buck_Bunny_4K.webm",
    "https://commons.wikimedia.org/w/index.php?title=File:Big+Buck+Bunny+4K.webm": "Big_Buck_Bunny_4K.webm",
    "https://upload.wikimedia.org/wikipedia/commons/c/c0/Big_Buck_Bunny_4K.webm": "Big_Buck_Bunny_4K.webm",
    "https://commons.wikimedia.org/wiki/File:ITU_headquarters.jpg": None,
    "https://commons.wikimedia.org/wiki/Category:Videos": None,
    "https://en.wikipedia.org/wiki/File:Big_Buck_Bunny_4K.webm": None,
    "https://upload.wikimedia.org/wikipedia/en/c/c0/Big_Buck_Bunny_4K.webm": None,
    "https://commons.wikimedia.org.evil.example/wiki/File:Big_Buck_Bunny_4K.webm": None,
}

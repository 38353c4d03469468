"""This file is the Internet Archive, asked for what an item holds (facts: PROVIDERS.md section 2.7)."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from urllib.parse import quote, urlsplit

from checker.exchange import Answer, Probe, Reply, Silence
from checker.providers._contract import Controls, Conversation, Frame, Given, Provider, VideoRef
from checker.providers._internet_archive_addresses import id_of, is_ours, possible, start_in
from checker.verdict import Detail, State, Verdict, dead, sentence, site_text, unheard

_HOST = "archive.org"
_MAX_BYTES = 4 * 1024 * 1024
"""An item of thousands of files has an answer of megabytes (PROVIDERS section 5)."""

_FILM = re.compile(
    r".+\.(?:mp4|m4v|ogv|webm|mkv|mov|avi|mpe?g|mpe|m2v|m2ts|mts|wmv|asf|flv|f4v|3gp|3g2|divx|vob|dv)", re.IGNORECASE
)

PLAYS = sentence("The Internet Archive has the video, and lets other pages embed it.")
NO_ITEM = sentence("The Internet Archive has no such item: it was removed, or its name is mistyped.")
DARK = sentence("The Internet Archive has withdrawn this item from the public.")
NO_FILE = sentence("The Internet Archive has the item, but no longer this file of it.")
LOCKED = sentence("The Internet Archive does not give this video's files to everybody.")
NO_VIDEO = sentence("This item of the Internet Archive holds no video.")
COLLECTION = sentence("This is a collection of the Internet Archive, not one video.")
IMPOSSIBLE = sentence("The Internet Archive can have no item of this name.")
NOT_ONE_VIDEO = sentence("This is a page of the Internet Archive, but not of one video.")
SUBSTITUTED = sentence("The Internet Archive answered about another item.")
TOO_MANY = sentence("The Internet Archive asked us to send fewer questions.")
SITE_FAULT = sentence("The Internet Archive answered with an error of its own.")
UNEXPECTED = sentence("The Internet Archive gave an answer that we cannot read.")


class InternetArchive:
    """archive.org. An id is an item's, or `ITEM/FILE` where an address names one file of it."""

    name = "internet-archive"
    label = "Internet Archive"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which item or file an address names; that an item holds no video cannot be seen in its address."""
        found = id_of(url)
        return None if found is None else VideoRef(self.name, found, start=start_in(url))

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with an address of the Archive that names no item."""
        if not is_ours(url) or id_of(url) is not None:
            return None
        return dead(State.INVALID, NOT_ONE_VIDEO, agreed=True)

    def impossible(self, ref: VideoRef) -> Verdict | None:
        """The verdict on a name that no item can have."""
        return None if possible(ref.id) else dead(State.INVALID, IMPOSSIBLE, agreed=True)

    def page(self, ref: VideoRef) -> str:
        """The page about the item, opened at the file if one is named."""
        return f"https://{_HOST}/details/{quote(ref.id)}"

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Frame:  # noqa: ARG002 - the contract's signature
        """The bare player of the item or file, which has no language; `start` is as the Archive's own clips have it."""
        return Frame(f"https://{_HOST}/embed/{quote(ref.id)}" + (f"?start={ref.start}" if ref.start else ""))

    def picture(self, ref: VideoRef) -> str:
        """The item's picture, which the Archive makes for every item."""
        return f"https://{_HOST}/services/img/{ref.id.partition('/')[0]}"

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask for the metadata of each item: whether it exists, is public, and which files it holds."""
        verdicts = {}
        for video in videos:
            verdicts[video] = yield from _inspect(video)
        return verdicts


def _inspect(video: VideoRef) -> Generator[Probe, Reply, Verdict]:
    flaw = PROVIDER.impossible(video)
    if flaw is not None:
        return flaw
    item = video.id.partition("/")[0]
    return judge(video.id, (yield Probe("GET", f"https://{_HOST}/metadata/{item}", max_bytes=_MAX_BYTES)))


def judge(video_id: str, reply: Reply) -> Verdict:
    """What the metadata say of an item, or of one file of it."""
    if isinstance(reply, Silence):
        return unheard(reply)
    if reply.status == 429:  # noqa: PLR2004 - RFC 6585: too many requests
        return Verdict(State.RATE_LIMITED, TOO_MANY)
    if reply.status >= 500:  # noqa: PLR2004 - RFC 9110: 5xx is the server's own failure
        return Verdict(State.UNREACHABLE, SITE_FAULT)
    facts = _facts(reply)
    if facts is None:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    if not facts:
        return dead(State.REMOVED, NO_ITEM)
    item, _, file = video_id.partition("/")
    about = facts.get("metadata")
    named = about.get("identifier") if isinstance(about, dict) else None
    if named is not None and named != item:
        return Verdict(State.UNKNOWN, SUBSTITUTED)
    if facts.get("is_dark") is True:
        return dead(State.REMOVED, DARK)
    if not isinstance(about, dict) or named is None:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    if about.get("mediatype") == "collection":
        return dead(State.INVALID, COLLECTION)
    return _judge_files(file, about, facts.get("files"))


def _judge_files(wanted: str, about: Mapping[str, object], listed: object) -> Verdict:
    """What the list of files says: one of the wanted name, or any film at all, must be there and open."""
    if not isinstance(listed, list):
        return Verdict(State.UNKNOWN, UNEXPECTED)
    files = {entry["name"]: entry for entry in listed if isinstance(entry, dict) and isinstance(entry.get("name"), str)}
    if wanted and wanted not in files:
        return dead(State.REMOVED, NO_FILE)
    films = [entry for name, entry in files.items() if _FILM.fullmatch(name) and wanted in {"", name}]
    if not films:
        return dead(State.INVALID, NO_VIDEO)
    title, author = _text(about.get("title")), _text(about.get("creator"))
    if all(entry.get("private") in ("true", True) for entry in films):
        return Verdict(State.RESTRICTED, LOCKED, detail=Detail.LOGIN, title=title, author=author)
    return Verdict(State.AVAILABLE, PLAYS, watchable=True, embeddable=True, title=title, author=author)


def _facts(answer: Answer) -> Mapping[str, object] | None:
    facts = answer.json()
    ours = answer.status == 200 and urlsplit(answer.url).hostname == _HOST  # noqa: PLR2004 - RFC 9110: OK
    return facts if ours and isinstance(facts, dict) else None


def _text(value: object) -> str | None:
    """A field's text; where it was given several times, the first."""
    value = value[0] if isinstance(value, list) and value else value
    return site_text(value)


PROVIDER: Provider = InternetArchive()

CONTROLS = Controls(
    plays="https://archive.org/details/BigBuckBunny_124",
    never="https://archive.org/details/a-film-that-hexaglot-knows-not-to-exist",
)
"""A free film, and a name that nobody took."""

EXAMPLES: dict[str, str | None] = {
    "https://archive.org/details/BigBuckBunny_124": "BigBuckBunny_124",
    "http://www.archive.org/download/BigBuckBunny_124/Content/big_buck_bunny_720p_surround.mp4": (
        "BigBuckBunny_124/Content/big_buck_bunny_720p_surround.mp4"
    ),
    "https://archive.org/embed/BigBuckBunny_124?autoplay=1": "BigBuckBunny_124",
    "https://archive.org/details/CNN_20201103_180000/start/60/end/120": "CNN_20201103_180000",
    "https://archive.org/details/@itu": None,
    "https://archive.org/details/wessextales0000thom_z1o2/page/n9/mode/2up": None,
    "https://archive.org/search?query=itu": None,
    "https://web.archive.org/web/2021/https://www.itu.int/": None,
    "https://archive.org.evil.example/details/BigBuckBunny_124": None,
}

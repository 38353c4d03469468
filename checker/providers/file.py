"""This file is a video that is a file or a stream's playlist, at any address (facts: PROVIDERS.md sections 2.11, 5)."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from checker.exchange import Answer, Probe, Reply, Silence
from checker.providers._contract import Conversation, Given, Provider, VideoRef
from checker.providers._contract import File as Film
from checker.providers._file_addresses import file_and_start
from checker.providers._file_boxes import Walk, walk
from checker.providers._file_parts import BEGINNING, HEADS, PART, WHOLE, Extent, part
from checker.providers._file_playback import playback
from checker.providers._file_streams import Stream, dash, first_variant, hls, is_dash, is_hls, is_master
from checker.providers._robots import is_captcha
from checker.verdict import Detail, State, Verdict, dead, sentence, unheard

_PLAYLIST = 1024 * 1024
_FILM_BOXES = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
_TS_PACKET = 188
_EBML = b"\x1a\x45\xdf\xa3"

PLAYS = sentence("The file is there, and it is a video.")
BEGINS = sentence("The file is there and begins as a video; whether it plays to its end is not known.")
STREAMS = sentence("The stream's playlist is there and complete.")
LIVE = sentence("The stream's playlist is there and still growing, or was left so: whether it is live is not known.")
WAITING = sentence("The stream's playlist is still empty: the live stream has not begun.")
EMPTY = sentence("The site has the file, but there is nothing in it.")
REMOVED = sentence("The site has no such file.")
PRIVATE = sentence("The site refuses to give the file out: it is private, or it was removed.")
LEGAL = sentence("The site may not give the file out for legal reasons, perhaps only in some countries.")
TOO_MANY = sentence("The file's site asked us to send fewer questions.")
CAPTCHA = sentence("The file's site took us for a robot and asked for proof of the contrary.")
SITE_FAULT = sentence("The file's site answered with an error of its own.")
PAGE_INSTEAD = sentence("A page came instead of a video: the file may be gone, or somebody must sign in first.")
NO_VIDEO = sentence("What came is not a video of a kind that we know.")
CUT_SHORT = sentence("The file breaks off before its own end: it was not uploaded as a whole.")
NO_INDEX = sentence("The file lacks its index, without which no player can play it: it was not uploaded as a whole.")
MOVED = sentence("The site sent us on to something else than this file.")
NO_VARIANT = sentence("The stream's playlist is there, but the list of its pieces did not come.")
UNEXPECTED = sentence("The file's site gave an answer that we cannot read.")


class File:
    """Files and playlists on any public-looking host, known by how their path ends. The id is the address."""

    name = "file"
    label = "File"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """A file's address; a wiki's page about a file is none, and another site's file is that site's."""
        found = file_and_start(url)
        return None if found is None else VideoRef(self.name, found[0], start=found[1])

    def flaw(self, url: str) -> None:
        """None: no address can be said to be a file's, but name none."""

    def impossible(self, ref: VideoRef) -> None:
        """None: any address may hold a file."""

    def page(self, ref: VideoRef) -> str:
        """The file's own address."""
        return ref.id

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Film | None:  # noqa: ARG002 - the contract's signature
        """The file itself, where every browser plays its kind; its sound and captions are what they are."""
        return playback(ref.id, ref.start)

    def picture(self, ref: VideoRef) -> str | None:  # noqa: ARG002 - the contract's signature
        """None: a file has no picture beside it."""
        return None

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:  # noqa: ARG002 - the contract's signature
        """Ask for the beginning of each; where the index is at the end, or elsewhere, ask for that too."""
        verdicts = {}
        for video in videos:
            verdicts[video] = yield from _inspect(video.id)
        return verdicts


def _inspect(url: str) -> Generator[Probe, Reply, Verdict]:
    first = yield part(url, 0, BEGINNING)
    if isinstance(first, Silence):
        return unheard(first)
    refusal = refused(url, first)
    if refusal is not None:
        return refusal
    if is_hls(first.body):
        return (yield from _follow(first))
    if first.body[4:8] not in _FILM_BOXES:
        return judge(first)
    extent, seen = Extent.of(first), walk(first.body)
    if (seen.index and seen.film) or seen.next is None or not _more(seen, extent) or first.status != PART:
        return judge_film(first, seen, extent)
    second = yield part(url, seen.next, HEADS)
    if isinstance(second, Answer) and second.status == PART and Extent.of(second).start == seen.next:
        further = walk(second.body, seen.next)
        seen = replace(further, index=seen.index or further.index, film=seen.film or further.film)
    return judge_film(first, seen, extent)


def _follow(first: Answer) -> Generator[Probe, Reply, Verdict]:
    """From a master playlist to one that names pieces, or from a long playlist's beginning to all of it."""
    if is_master(first.text):
        variant = first_variant(first.text, first.url)
        if variant is None:
            return Verdict(State.UNKNOWN, UNEXPECTED)
        return judge_variant((yield Probe("GET", variant, max_bytes=_PLAYLIST)))
    if len(first.body) >= BEGINNING:
        return judge_variant((yield Probe("GET", first.url, max_bytes=_PLAYLIST)))
    return judge(first)


def refused(url: str, reply: Answer) -> Verdict | None:
    """The verdict where no part of the file came; None where one did."""
    if is_captcha(reply):
        return Verdict(State.RATE_LIMITED, CAPTCHA)
    if reply.status == 429:  # noqa: PLR2004 - RFC 6585: too many requests
        return Verdict(State.RATE_LIMITED, TOO_MANY)
    if reply.status >= 500:  # noqa: PLR2004 - RFC 9110: 5xx is the server's own failure
        return Verdict(State.UNREACHABLE, SITE_FAULT)
    if _name(reply.url) != _name(url):
        return Verdict(State.UNKNOWN, PAGE_INSTEAD if reply.is_html else MOVED)
    match reply.status:
        case status if status in {WHOLE, PART}:
            return _judge_wrapping(reply)
        case 401 | 403:
            return dead(State.PRIVATE, PRIVATE)
        case 404 | 410:
            return dead(State.REMOVED, REMOVED)
        case 416 if Extent.of(reply).total == 0:
            return dead(State.REMOVED, EMPTY)
        case 451:
            return Verdict(State.RESTRICTED, LEGAL, detail=Detail.REGION)
        case _:
            return Verdict(State.UNKNOWN, UNEXPECTED)


def judge(answer: Answer) -> Verdict:
    """What the beginning of a file means, for all kinds but MP4's (magic numbers: section 2.11)."""
    body = answer.body
    if is_hls(body):
        return _judge_stream(answer, hls(answer.text))
    if is_dash(body):
        return _judge_stream(answer, dash(body))
    if body.startswith(b"OggS") or (body.startswith(_EBML) and b"webm" in body[:64]):
        return _there(answer, PLAYS, watchable=True)
    if body.startswith(_EBML) or _is_transport(body):
        return _there(answer, BEGINS, watchable=None)
    return Verdict(State.UNKNOWN, NO_VIDEO)


def judge_variant(reply: Reply) -> Verdict:
    """What the playlist means that a master playlist named; that it does not come proves nothing about the others."""
    if isinstance(reply, Silence):
        return unheard(reply)
    if reply.status == 429:  # noqa: PLR2004 - as above
        return Verdict(State.RATE_LIMITED, TOO_MANY)
    if reply.status >= 500:  # noqa: PLR2004 - as above
        return Verdict(State.UNREACHABLE, SITE_FAULT)
    if reply.status != WHOLE or not is_hls(reply.body) or is_master(reply.text):
        return Verdict(State.UNKNOWN, NO_VARIANT)
    return _judge_stream(reply, hls(reply.text))


def _judge_wrapping(answer: Answer) -> Verdict | None:
    extent = Extent.of(answer)
    if extent.total == 0:
        return dead(State.REMOVED, EMPTY)
    if answer.is_html:
        return Verdict(State.UNKNOWN, PAGE_INSTEAD)
    if extent.start != 0 or not answer.body:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    return None


def judge_film(answer: Answer, seen: Walk, extent: Extent) -> Verdict:
    """What an MP4 file's boxes mean, all that were met."""
    if extent.total is not None and seen.next is not None and seen.next > extent.total:
        return Verdict(State.UNKNOWN, CUT_SHORT)
    if seen.index:
        return _there(answer, PLAYS, watchable=True)
    if not seen.sound or _more(seen, extent):
        return _there(answer, BEGINS, watchable=None)
    return Verdict(State.UNKNOWN, NO_INDEX)


def _judge_stream(answer: Answer, stream: Stream) -> Verdict:
    match stream:
        case Stream.WHOLE:
            return _there(answer, STREAMS, watchable=True, scripted=True)
        case Stream.LIVE:
            return _there(answer, LIVE, watchable=None, scripted=True)
        case Stream.WAITING:
            return Verdict(State.NOT_YET, WAITING, watchable=False)
    return dead(State.REMOVED, EMPTY)


def _there(answer: Answer, reason: str, *, watchable: bool | None, scripted: bool = False) -> Verdict:
    """Available. Other pages may show it unless it forbids that; what scripts must fetch, only if it allows that."""
    if answer.header("cross-origin-resource-policy") in {"same-origin", "same-site"}:
        embeddable: bool | None = False
    elif scripted:
        embeddable = watchable if answer.header("access-control-allow-origin") == "*" else None
    else:
        embeddable = watchable if answer.url.startswith("https:") else None
    return Verdict(State.AVAILABLE, reason, watchable=watchable, embeddable=embeddable)


def _more(seen: Walk, extent: Extent) -> bool:
    """Can there be boxes that were not met?"""
    return seen.next is not None and (extent.total is None or seen.next < extent.total)


def _is_transport(body: bytes) -> bool:
    places = range(0, min(len(body), 5 * _TS_PACKET), _TS_PACKET)
    return len(places) > 1 and all(body[place] == ord("G") for place in places)


def _name(url: str) -> str:
    """The last part of an address' path: what a file is called, whichever machine of the site sends it."""
    return unquote(urlsplit(url).path).rpartition("/")[2]


PROVIDER: Provider = File()

EXAMPLES: dict[str, str | None] = {
    "https://media.example.int/films/message-ar.mp4": "https://media.example.int/films/message-ar.mp4",
    "http://Media.Example.int/Message.WebM?v=2#t=1": "http://media.example.int/Message.WebM?v=2",
    "media.example.int/live/master.m3u8": "https://media.example.int/live/master.m3u8",
    "https://media.example.int/films/message.pdf": None,
    "https://media.example.int/watch?file=message.mp4": None,
    "https://wiki.example.int/wiki/File:Message.webm": None,
}

"""This file tests the file provider: which addresses are files, and what their beginnings mean."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.drive import hold
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Web
from checker.lanes import Manner, Manners
from checker.providers import PAGE, Given, VideoRef, recognise
from checker.providers._file_boxes import Walk, walk
from checker.providers._file_streams import Stream, dash, first_variant, hls, is_dash, is_hls
from checker.providers._whole_address import same_site, whole
from checker.providers.file import EXAMPLES, PROVIDER
from checker.verdict import Detail, State, Verdict
from replica.file import FTYP, INDEX_FIRST, INDEX_LAST, LARGE_INDEX, MASTER, PIECE, VOD, Files, box
from replica.web import SimulatedWeb

URL = "https://media.example.int/film.mp4"
LIST = "https://media.example.int/live/list.m3u8"
WEBM = b"\x1a\x45\xdf\xa3\x42\x82\x84webm" + bytes(100)
MATROSKA = b"\x1a\x45\xdf\xa3\x42\x82\x88matroska" + bytes(100)
TRANSPORT = (b"G" + bytes(187)) * 4
CHALLENGE = b'<html><script src="/cdn-cgi/challenge-platform/x.js"></script>'


def answer(status: int, body: bytes = b"", url: str = URL, **headers: str) -> Answer:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(status, url, named, body)


def part(body: bytes, first: int = 0, length: int = 65_536, url: str = URL) -> Answer:
    """What a server of ranges sends of this file."""
    piece = body[first : first + length]
    return answer(206, piece, url, content_range=f"bytes {first}-{first + len(piece) - 1}/{len(body)}")


def converse(url: str, *replies: Reply) -> tuple[Verdict, list[Probe]]:
    ref = VideoRef("file", url)
    conversation = PROVIDER.inspect((ref,), Given())
    probes = [next(conversation)]
    waiting = list(replies)
    try:
        while True:
            probes.append(conversation.send(waiting.pop(0)))
    except StopIteration as end:
        assert waiting == []
        assert len(probes) <= 2
        return end.value[ref], probes


@pytest.mark.parametrize(("url", "found"), EXAMPLES.items())
def test_a_file_is_known_by_how_its_path_ends(url: str, found: str | None) -> None:
    ref = recognise(url)
    assert (ref.id if ref else None) == found
    if ref is not None:
        assert (PROVIDER.page(ref), PROVIDER.impossible(ref)) == (found, None)
        assert recognise(PROVIDER.page(ref)) == ref
    assert PROVIDER.flaw(url) is None


@pytest.mark.parametrize(
    "ending", [".mp4", ".m4v", ".mov", ".webm", ".ogv", ".ogg", ".mkv", ".m3u8", ".mpd", ".ts", ".MP4", "%2Emp4"]
)
def test_each_ending_is_a_file(ending: str) -> None:
    assert PROVIDER.recognise(f"http://a.example/x{ending}") == VideoRef("file", f"http://a.example/x{ending}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("http://clips.vorwaerts-gmbh.de/big_buck_bunny.mp4#t=1", "http://clips.vorwaerts-gmbh.de/big_buck_bunny.mp4"),
        (" //A.Example:443/x.mp4?a=%2F&amp;b=1 ", "https://a.example/x.mp4?a=%2F&b=1"),
        ("https://a.example/x.mp4?a=1&amp;amp;b=1", "https://a.example/x.mp4?a=1&b=1"),
        ("http://a.example:443/x.mp4", "http://a.example:443/x.mp4"),
        ("https://a.example/a//b%20c/x.mp4", "https://a.example/a//b%20c/x.mp4"),
        ("https://a.example?x.mp4", "https://a.example/?x.mp4"),
        ("https://10.0.0.1/x.mp4", None),
        ("https://printer.local/x.mp4", None),
        ("https://a.test/x.mp4", None),
        ("https://localhost/x.mp4", None),
        ("https://a.example:8443/x.mp4", None),
        ("https://me:pass@a.example/x.mp4", None),
        ("ftp://a.example/x.mp4", None),
        ("file:///x.mp4", None),
        ("https://a.example/x\ud800.mp4", None),
        ("https://a.example/\u202e4pm.x.mp4", None),
        ("https://a.example/?x=&amp;&#10;y", None),
        ("https://a.example/?x=&amp;amp;&#32;y", None),
        ("javascript:alert(1).mp4", None),
        ("", None),
    ],
)
def test_an_address_is_tidied_without_being_changed(text: str, found: str | None) -> None:
    assert whole(text) == found


@pytest.mark.parametrize(
    "url", ["x.mp4", "https://a.example/x.mp4/", "https://a.example/mp4", "https://archive.org/details/a/x.mp4"]
)
def test_what_only_looks_like_a_file_is_none(url: str) -> None:
    assert PROVIDER.recognise(url) is None


@given(st.text(max_size=200))
def test_no_text_makes_the_address_reader_fail(text: str) -> None:
    for url in (text, f"https://{text}", f"https://a.example/{text}.mp4", f"https://a.example/x.mp4?{text}&amp;"):
        ref = PROVIDER.recognise(url) or PAGE.recognise(url)
        if ref is not None:
            assert whole(ref.id) == ref.id
            ref.id.encode()
        assert PROVIDER.flaw(url) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a.example", "a.example", True),
        ("www.a.example", "a.example", True),
        ("tv.a.example", "a.example", True),
        ("a.example", "tv.a.example", True),
        ("aa.example", "a.example", False),
        ("tv.a.example", "www.b.example", False),
    ],
)
def test_one_site_may_have_several_hosts(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same


@pytest.mark.parametrize(
    ("reply", "state", "watchable"),
    [
        (part(INDEX_FIRST), State.AVAILABLE, True),
        (answer(200, INDEX_FIRST[:65_536]), State.AVAILABLE, True),
        (answer(200, INDEX_LAST[:65_536]), State.AVAILABLE, None),
        (answer(200, INDEX_LAST[:65_536], content_length="205032"), State.AVAILABLE, None),
        (answer(200, INDEX_LAST[:65_536], content_length="205031"), State.AVAILABLE, None),
        (answer(200, INDEX_LAST[:65_536], content_length="200000"), State.UNKNOWN, None),
        (answer(200, INDEX_LAST[:65_536], content_length="99", content_encoding="gzip"), State.AVAILABLE, None),
        (part(FTYP + box(b"moov", 100) + (0).to_bytes(4, "big") + b"mdat"), State.AVAILABLE, True),
        (part(FTYP + (0).to_bytes(4, "big") + b"mdat" + bytes(99)), State.UNKNOWN, None),
        (part(FTYP + (3).to_bytes(4, "big") + b"mdat" + bytes(99)), State.AVAILABLE, None),
        (part(FTYP + box(b"moov", 9_000)[:4_000]), State.UNKNOWN, None),
        (part(WEBM), State.AVAILABLE, True),
        (part(b"OggS" + bytes(99)), State.AVAILABLE, True),
        (part(MATROSKA), State.AVAILABLE, None),
        (part(TRANSPORT), State.AVAILABLE, None),
        (part(b"G" + bytes(100)), State.UNKNOWN, None),
        (part(TRANSPORT[:188] + bytes(188)), State.UNKNOWN, None),
        (part(b"export const x = 1;"), State.UNKNOWN, None),
        (part(b'{"error": "no such file"}'), State.UNKNOWN, None),
        (part(box(b"styp", 20)), State.UNKNOWN, None),
        (part(VOD.encode()), State.AVAILABLE, True),
        (part(b"\xef\xbb\xbf" + VOD.encode()), State.AVAILABLE, True),
        (part(b"#EXTM3U\n" + PIECE.encode()), State.AVAILABLE, None),
        (part(b"#EXTM3U\n"), State.NOT_YET, False),
        (part(b"#EXTM3U\n#EXT-X-ENDLIST"), State.REMOVED, False),
        (part(b"#EXTM3U8 is what I like"), State.UNKNOWN, None),
        (part(b'<?xml version="1.0"?>\n<!-- x --><MPD type="static"><Period/></MPD>'), State.AVAILABLE, True),
        (part(b'<MPD type="dynamic"><Period/></MPD>'), State.AVAILABLE, None),
        (part(b"<MPD type='dynamic'></MPD>"), State.NOT_YET, False),
        (part(b"<MPD></MPD>"), State.REMOVED, False),
        (answer(200), State.UNKNOWN, None),
        (answer(200, content_length="0"), State.REMOVED, False),
        (answer(206, b"OggS", content_range="bytes 5-8/9"), State.UNKNOWN, None),
        (answer(206, b"OggS", content_range="bytes 0-3/*"), State.AVAILABLE, True),
        (answer(206, b"OggS", content_range="lots"), State.UNKNOWN, None),
        (answer(206, b"OggS"), State.UNKNOWN, None),
        (answer(204), State.UNKNOWN, None),
        (answer(416, content_range="bytes */0"), State.REMOVED, False),
        (answer(416, content_range="bytes */9"), State.UNKNOWN, None),
        (answer(416), State.UNKNOWN, None),
        (answer(200, b"<!DOCTYPE html>not here"), State.UNKNOWN, None),
        (answer(200, b"<html>", "https://media.example.int/login"), State.UNKNOWN, None),
        (part(WEBM, url="https://media.example.int/other.mp4"), State.UNKNOWN, None),
        (part(WEBM, url="https://cdn.example/abc/film.mp4?signed=1"), State.AVAILABLE, True),
        (answer(404, url="https://elsewhere.example/"), State.UNKNOWN, None),
        (answer(401), State.PRIVATE, False),
        (answer(403, b"<html>Forbidden"), State.PRIVATE, False),
        (answer(403, CHALLENGE), State.RATE_LIMITED, None),
        (answer(503, b"", cf_mitigated="challenge"), State.RATE_LIMITED, None),
        (answer(404, b"<html>"), State.REMOVED, False),
        (answer(410), State.REMOVED, False),
        (answer(451), State.RESTRICTED, None),
        (answer(429), State.RATE_LIMITED, None),
        (answer(500), State.UNREACHABLE, None),
        (answer(418), State.UNKNOWN, None),
        (Silence(Cause.TIMEOUT), State.UNREACHABLE, None),
        (Silence(Cause.LEFT_ALONE), State.RATE_LIMITED, None),
    ],
)
def test_what_the_beginning_of_a_file_means(reply: Reply, state: State, watchable: bool | None) -> None:
    verdict, probes = converse(URL, reply)
    assert (verdict.state, verdict.watchable, verdict.agreed) == (state, watchable, False)
    assert probes == [
        Probe("GET", URL, (("Range", "bytes=0-65535"), ("Accept-Encoding", "identity")), 65_536, truncate=True)
    ]
    assert verdict.detail is (Detail.REGION if state is State.RESTRICTED else None)


@pytest.mark.parametrize(
    ("film", "second", "state", "watchable"),
    [
        (INDEX_LAST, part(INDEX_LAST, 200_032, 4_096), State.AVAILABLE, True),
        (LARGE_INDEX, part(LARGE_INDEX, 100_032, 4_096), State.AVAILABLE, True),
        (LARGE_INDEX[:250_000], part(LARGE_INDEX[:250_000], 100_032, 4_096), State.UNKNOWN, None),
        (INDEX_LAST[:-1], part(INDEX_LAST[:-1], 200_032, 4_096), State.UNKNOWN, None),
        (INDEX_LAST, answer(200, INDEX_LAST[:4_096]), State.AVAILABLE, None),
        (INDEX_LAST, part(INDEX_LAST, 7, 4_096), State.AVAILABLE, None),
        (INDEX_LAST, answer(404), State.AVAILABLE, None),
        (INDEX_LAST, Silence(Cause.TIMEOUT), State.AVAILABLE, None),
        (LARGE_INDEX, Silence(Cause.TIMEOUT), State.AVAILABLE, True),
    ],
)
def test_what_stands_further_on_is_asked_for_too(film: bytes, second: Reply, state: State, watchable: object) -> None:
    verdict, probes = converse(URL, part(film), second)
    assert (verdict.state, verdict.watchable) == (state, watchable)
    place = 100_032 if len(film) > 205_032 else 200_032
    assert probes[1].headers[0] == ("Range", f"bytes={place}-{place + 4_095}")
    assert probes[1].max_bytes == 4_096


@pytest.mark.parametrize("film", [INDEX_LAST[:150_000], INDEX_LAST[:-5_000]])
def test_a_film_that_must_be_cut_short_needs_no_second_question(film: bytes) -> None:
    verdict, _ = converse(URL, part(film))
    assert verdict.state is State.UNKNOWN
    assert "not uploaded as a whole" in verdict.reason


@pytest.mark.parametrize(
    ("headers", "url", "embeddable"),
    [
        ({}, URL, True),
        ({}, URL.replace("https", "http"), None),
        ({"cross_origin_resource_policy": "same-site"}, URL, False),
        ({"cross_origin_resource_policy": "same-origin"}, URL, False),
        ({"cross_origin_resource_policy": "cross-origin"}, URL, True),
    ],
)
def test_a_file_may_stand_in_other_pages_unless_it_forbids_that(
    headers: dict[str, str], url: str, embeddable: bool | None
) -> None:
    assert converse(url, answer(200, WEBM, url, **headers))[0].embeddable is embeddable


@pytest.mark.parametrize(("allowed", "embeddable"), [("*", True), ("https://own.example", None)])
def test_a_stream_may_stand_in_other_pages_where_scripts_may_fetch_it(allowed: str, embeddable: bool | None) -> None:
    reply = answer(200, VOD.encode(), LIST, access_control_allow_origin=allowed)
    assert converse(LIST, reply)[0].embeddable is embeddable


@pytest.mark.parametrize(
    ("second", "state"),
    [
        (answer(200, VOD.encode()), State.AVAILABLE),
        (answer(200, b"#EXTM3U\n"), State.NOT_YET),
        (answer(200, MASTER.encode()), State.UNKNOWN),
        (answer(200, b"<html>"), State.UNKNOWN),
        (answer(404), State.UNKNOWN),
        (answer(403), State.UNKNOWN),
        (answer(429), State.RATE_LIMITED),
        (answer(502), State.UNREACHABLE),
        (Silence(Cause.NO_NAME), State.UNREACHABLE),
        (Silence(Cause.TOO_LARGE), State.UNKNOWN),
    ],
)
def test_a_master_playlist_is_as_good_as_the_list_it_names(second: Reply, state: State) -> None:
    verdict, probes = converse(LIST, part(MASTER.format("../low.m3u8?x=1").encode(), url=LIST), second)
    assert verdict.state is state
    assert probes[1] == Probe("GET", "https://media.example.int/low.m3u8?x=1", (), 1_048_576)


def test_a_long_playlist_is_read_to_its_end_before_it_is_said_to_be_live() -> None:
    long = VOD.replace(PIECE, PIECE * 5_000).encode()
    verdict, probes = converse(LIST, part(long, url=LIST), answer(200, long, LIST))
    assert (verdict.state, verdict.watchable) == (State.AVAILABLE, True)
    assert probes[1] == Probe("GET", LIST, (), 1_048_576)


@pytest.mark.parametrize(
    "named", ["javascript:alert(1)", "data:text/plain,x", "https://10.0.0.1/x", "//[", "# nothing", ""]
)
def test_a_master_playlist_leads_nowhere_that_we_do_not_ask(named: str) -> None:
    playlist = MASTER.partition("{}")[0] + named
    verdict, probes = converse(LIST, part(playlist.encode(), url=LIST))
    assert (verdict.state, len(probes)) == (State.UNKNOWN, 1)


def test_a_playlist_without_variants_names_none() -> None:
    assert first_variant(VOD, LIST) is None


def test_two_files_are_asked_about_one_after_the_other() -> None:
    first, second = VideoRef("file", URL), VideoRef("file", LIST)
    conversation = PROVIDER.inspect((first, second), Given())
    next(conversation)
    assert conversation.send(answer(200, WEBM)).url == LIST
    with pytest.raises(StopIteration) as end:
        conversation.send(answer(404, url=LIST))
    assert [end.value.value[ref].state for ref in (first, second)] == [State.AVAILABLE, State.REMOVED]


@pytest.mark.parametrize(
    ("piece", "at", "expected"),
    [
        (b"", 0, Walk(index=False, film=False, next=0)),
        (FTYP, 0, Walk(index=False, film=False, next=32)),
        (INDEX_FIRST, 0, Walk(index=True, film=True, next=205_032)),
        (
            (1).to_bytes(4, "big") + b"mdat" + (2**33).to_bytes(8, "big"),
            9,
            Walk(index=False, film=True, next=2**33 + 9),
        ),
        ((1).to_bytes(4, "big") + b"mdat", 9, Walk(index=False, film=False, next=9)),
        (
            (1).to_bytes(4, "big") + b"mdat" + (15).to_bytes(8, "big"),
            0,
            Walk(index=False, film=False, next=None, sound=False),
        ),
        (bytes(4) + b"moov", 0, Walk(index=True, film=False, next=None)),
    ],
)
def test_boxes_are_walked_from_head_to_head(piece: bytes, at: int, expected: Walk) -> None:
    assert walk(piece, at) == expected


@given(st.binary(max_size=300))
def test_no_bytes_make_a_verdict_fail(body: bytes) -> None:
    walk(body, 7)
    text = body.decode("latin-1")
    assert isinstance(hls(text), Stream)
    assert isinstance(dash(body), Stream)
    assert is_hls(body) in {True, False}
    assert is_dash(body) in {True, False}
    first_variant(f"#EXT-X-STREAM-INF:\n{text}", LIST)
    conversation = PROVIDER.inspect((VideoRef("file", URL),), Given())
    next(conversation)
    with pytest.raises(StopIteration) as end:
        conversation.send(answer(200, FTYP + body))
    assert end.value.value[VideoRef("file", URL)].state in {State.AVAILABLE, State.UNKNOWN}


@pytest.fixture
def simulated(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[SimulatedWeb, Web]]:
    with SimulatedWeb(Files()) as web:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(web.ca_file))
        there = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", web.port))]
        fetch = Web(user_agent="hexaglot/test", allow_private=True, resolve=lambda _host, _port: list(there))
        yield web, fetch
        fetch.close()


LIVES = {
    "index-first.mp4": (State.AVAILABLE, True, 1),
    "index-last.mp4": (State.AVAILABLE, True, 2),
    "large-index.mp4": (State.AVAILABLE, True, 2),
    "cut-in-film.mp4": (State.UNKNOWN, None, 1),
    "cut-at-index.mp4": (State.UNKNOWN, None, 1),
    "cut-after-large-index.mp4": (State.UNKNOWN, None, 2),
    "whole/index-first.mp4": (State.AVAILABLE, True, 1),
    "whole/index-last.mp4": (State.AVAILABLE, None, 1),
    "moved/index-last.mp4": (State.AVAILABLE, True, 4),
    "moved/nowhere.mp4": (State.REMOVED, False, 2),
    "film.webm": (State.AVAILABLE, True, 1),
    "empty.mp4": (State.REMOVED, False, 1),
    "soft-404.mp4": (State.UNKNOWN, None, 1),
    "private.mp4": (State.PRIVATE, False, 1),
    "legal.mp4": (State.RESTRICTED, None, 1),
    "too-many.mp4": (State.RATE_LIMITED, None, 1),
    "gone.mp4": (State.REMOVED, False, 1),
    "nowhere.mp4": (State.REMOVED, False, 1),
    "vod.m3u8": (State.AVAILABLE, True, 1),
    "long.m3u8": (State.AVAILABLE, True, 2),
    "master.m3u8": (State.AVAILABLE, True, 2),
    "waiting.m3u8": (State.NOT_YET, False, 2),
    "lost.m3u8": (State.UNKNOWN, None, 2),
}


@pytest.mark.parametrize(("path", "expected"), LIVES.items())
def test_whole_conversations_over_real_sockets(
    simulated: tuple[SimulatedWeb, Web], path: str, expected: tuple[State, bool | None, int]
) -> None:
    web, fetch = simulated
    ref = recognise(f"https://media.example.int/{path}")
    assert ref is not None
    (held,) = hold([PROVIDER.inspect((ref,), Given())], fetch, Manners(Manner(rate=10_000)))
    verdict = held.verdicts[ref]
    assert (verdict.state, verdict.watchable, len(web.log)) == expected
    assert sum(reply.received for _, reply in held.exchanges if isinstance(reply, Answer)) < 250_000

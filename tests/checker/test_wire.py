"""This file tests how strictly an HTTP answer is read: over real sockets, against sites that mean harm."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest

from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Web
from replica import attacks, faults
from replica.attacks import CHUNKED, GONE, OK
from replica.films import Film
from replica.steps import Fault
from replica.web import SimulatedWeb

ID = "OGSyYP5v6PM"
OTHER = "FmrrS4BiAW8"
OEMBED = "https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D"
ASK = Probe.get(OEMBED + ID)
MOVED = b"HTTP/1.1 302 Found\r\nLocation: https://www.youtube.com/oembed\r\n"
GZIP = b"\x1f\x8b\x08" + bytes(6) + b"\xff"
EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"
HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"


@pytest.fixture(autouse=True)
def _two_films(films: dict[str, Film]) -> None:
    films |= {ID: Film(), OTHER: Film()}


def cause(reply: Reply) -> Cause | None:
    return reply.cause if isinstance(reply, Silence) else None


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (attacks.said_for_ever(CHUNKED + b"-1\r\n"), Cause.MALFORMED),
        (attacks.said_for_ever(CHUNKED + b"-4096\r\n"), Cause.MALFORMED),
        (attacks.said_for_ever(CHUNKED + b"ffffffffffffffff\r\n"), Cause.TOO_LARGE),
        (attacks.said_for_ever(MOVED + b"\r\n"), Cause.TOO_LARGE),
        (attacks.redirected_with_a_bomb("https://www.youtube.com/"), Cause.TOO_LARGE),
        (attacks.said_for_ever(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100), Cause.MALFORMED),
        (attacks.said_for_ever(b"", HINTS * 100), Cause.MALFORMED),
        (attacks.said_for_ever(OK, b"X-Header: one more\r\n" * 100), Cause.MALFORMED),
        (attacks.said_for_ever(OK + b"X-Header: "), Cause.MALFORMED),
    ],
    ids=lambda value: str(value) if isinstance(value, Cause) else "",
)
def test_what_has_no_end_takes_no_room(fetch: Web, web: SimulatedWeb, fault: Fault, expected: Cause) -> None:
    fetch(Probe.get("https://www.youtube.com/"))
    web.faults.at_video(ID, fault)
    tracemalloc.start()
    try:
        reply = fetch(ASK)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert cause(reply) is expected
    assert peak < 20_000_000
    assert len(web.log) == 2


@pytest.mark.parametrize(
    "fault",
    [
        attacks.said_for_ever(OK + b"\r\n", b" ", 0.2),
        attacks.said_for_ever(b"HTTP/1.0 200 OK\r\n\r\n", b" ", 0.2),
        attacks.said_for_ever(OK + b"Content-Length: 99\r\nConnection: close\r\n\r\n", b" ", 0.2),
        attacks.said_for_ever(OK + b"Content-Encoding: gzip\r\n\r\n" + GZIP, EMPTY_BLOCK * 10_000),
    ],
    ids=["until its end", "HTTP 1.0", "closing", "unfolding to nothing"],
)
def test_an_answer_that_lasts_until_its_connection_ends_has_a_deadline_too(
    make_fetch: Callable[..., Web], web: SimulatedWeb, fault: Fault
) -> None:
    web.faults.at_video(ID, fault)
    assert cause(make_fetch(total=1.0)(ASK)) is Cause.TIMEOUT


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 404",
        b"HTTP/1.1 404 Not Found\r\n",
        b"HTTP/1.1 404 Not Found\r\nContent-Type: text/pl",
        MOVED[:-3],
        MOVED,
        CHUNKED + b"2\r\n{}\r\n0",
    ],
)
def test_a_head_or_a_chunk_that_ends_politely_in_its_middle_is_no_answer(
    fetch: Web, web: SimulatedWeb, answer: bytes
) -> None:
    web.faults.at_video(ID, attacks.said(answer))
    assert cause(fetch(ASK)) is Cause.CUT
    assert len(web.log) == 1


def test_a_last_chunk_without_the_empty_line_after_it_is_forgiven(fetch: Web, web: SimulatedWeb) -> None:
    web.faults.at_video(ID, attacks.said(CHUNKED + b"2\r\n{}\r\n0\r\n"))
    reply = fetch(ASK)
    assert isinstance(reply, Answer)
    assert reply.body == b"{}"


@pytest.mark.parametrize("start", [HINTS, b"HTTP/1.1 102 Processing\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n" + HINTS])
def test_the_answer_is_the_final_one_and_belongs_to_its_question(fetch: Web, web: SimulatedWeb, start: bytes) -> None:
    web.faults.at_video(ID, attacks.preceded(start, 0.05))
    for video in (ID, OTHER):
        reply = fetch(Probe.get(OEMBED + video))
        assert isinstance(reply, Answer)
        assert reply.status == 200
        assert f"/embed/{video}?" in reply.text
    assert {asked.connection for asked in web.log} == {1}


@pytest.mark.parametrize("at", [0, 8192, 16_000])
def test_what_follows_an_answer_unasked_is_never_the_next_ones(fetch: Web, web: SimulatedWeb, at: int) -> None:
    """8192 bytes are read at once: what comes right after them is unpacked, and waits where no poll shows it."""
    web.faults.at_video(ID, attacks.followed(GONE, at))
    for video in (ID, OTHER, OTHER):
        reply = fetch(Probe.get(OEMBED + video))
        assert isinstance(reply, Answer)
        assert (reply.status, f"/embed/{video}?" in reply.text) == (200, True)


@pytest.mark.parametrize("length", [0, 10, 12, 15, 100, 300, 600, 900])
def test_a_polite_end_before_the_end_is_a_cut(fetch: Web, web: SimulatedWeb, length: int) -> None:
    web.faults.at_video(ID, attacks.cut_politely_after(length))
    assert cause(fetch(ASK)) is Cause.CUT


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/oembed?é", "/oembed?%C3%A9"),
        ("/رسالة", "/%D8%B1%D8%B3%D8%A7%D9%84%D8%A9"),
        ("HTTPS://WWW.YOUTUBE.COM/x", "/x"),
    ],
)
def test_a_redirect_leads_where_a_browser_would_go(
    make_fetch: Callable[..., Web], web: SimulatedWeb, location: str, target: str
) -> None:
    web.faults.at_video(ID, faults.redirected(location))
    make_fetch()(ASK)
    assert [asked.target for asked in web.log][1:] == [target]


def test_a_redirect_that_names_no_place_leads_nowhere(fetch: Web, web: SimulatedWeb) -> None:
    web.faults.at_video(ID, attacks.instead("", status=302))
    assert cause(fetch(ASK)) is Cause.REDIRECTS
    assert len(web.log) == 1

"""This file is what a site that means harm, or a broken machine before it, may do to one link; the rest stays whole."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator

import pytest

from bad_day import CLIP, FILE, FILM, MEGABYTE, MOTION, OTHER_FILM, Bureau, Day
from checker.fetch import Web
from replica import attacks, faults
from replica.attacks import CHUNKED, GONE, OK
from replica.exchange import Reply, Request
from replica.steps import Fault, Step

Suffers = Callable[..., None]
Straight = Callable[..., Web]
IDS = {"en": FILM, "es": CLIP, "ar": MOTION, "zh": FILE}

LATE = "The site did not answer in time."
TOO_LARGE = "The answer was larger than any true answer could be."
REDIRECTS = "The site redirected without end, or to where we do not follow."
PRIVATE = "The address leads into a private network, where we do not go."
CUT = "The connection broke before the answer was complete."
MALFORMED = "What came back was not a proper HTTP answer."
SUBSTITUTED = "YouTube answered about another video."
UNREADABLE = "YouTube gave an answer that we cannot read."

HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
MOVED = b"HTTP/1.1 302 Found\r\nLocation: https://www.youtube.com/\r\n\r\n"
OTHER_FRAME = b', "html": "<iframe src=\\"https://www.youtube.com/embed/' + OTHER_FILM.encode() + b'\\">"}'


def wrapped(layers: int, body: bytes) -> bytes:
    """Compressed so many times."""
    for _ in range(layers):
        body = gzip.compress(body)
    return body


def encoded(body: bytes, encoding: str) -> Fault:
    return attacks.instead(body, ("Content-Encoding", encoding))


def in_utf_16(request: Request, reply: Reply) -> Iterator[Step]:
    yield from attacks.instead(reply.body.decode().encode("utf-16"))(request, reply)


HEAVY: dict[str, tuple[str, Fault, str, str]] = {
    "a redirect whose body has no end": ("en", attacks.said_for_ever(MOVED), "unknown", TOO_LARGE),
    "a redirect whose body is a bomb": ("es", attacks.redirected_with_a_bomb("/"), "unknown", TOO_LARGE),
    "a chunk of negative size": ("ar", attacks.said_for_ever(CHUNKED + b"-1\r\n"), "unreachable", MALFORMED),
    "interim answers for ever": ("zh", attacks.said_for_ever(b"", HINTS * 100), "unreachable", MALFORMED),
    "bombs in a bomb": ("en", encoded(wrapped(3, bytes(300 * MEGABYTE)), "gzip, gzip, gzip"), "unknown", TOO_LARGE),
}


@pytest.mark.parametrize(("language", "fault", "state", "reason"), HEAVY.values(), ids=HEAVY)
def test_what_has_no_end_takes_no_room(
    bureau: Bureau, suffers: Suffers, language: str, fault: Fault, state: str, reason: str
) -> None:
    bureau.web.faults.at_video(IDS[language], fault)
    day = bureau.run()
    suffers(day, language, state, reason, more=0)
    assert 20 * MEGABYTE < day.peak < 250 * MEGABYTE


NO_HTTP: dict[str, tuple[Fault, str]] = {
    "more promised than sent": (faults.promised_more(), CUT),
    "two lengths": (attacks.said(OK + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"), MALFORMED),
    "chunks without a size": (attacks.said(CHUNKED + b"size\r\n{}\r\n0\r\n\r\n"), CUT),
    "a head without end": (attacks.said_for_ever(OK, b"X-Header: one more\r\n" * 100), MALFORMED),
    "letters for a status": (attacks.said(b"HTTP/1.1 2OO OK\r\n\r\n"), MALFORMED),
    "HTTP 0.9": (attacks.said(b"<html>\nNot Found</html>\n"), MALFORMED),
    "HTTP 2": (attacks.said(b"HTTP/2.0 200 OK\r\n\r\n"), MALFORMED),
    "a name of bytes": (attacks.said(bytes(range(256))), MALFORMED),
    "what is no gzip": (encoded(b"Not Found", "gzip"), MALFORMED),
    "what is no deflate": (encoded(b"\x00Not Found", "deflate"), MALFORMED),
    "twenty layers": (encoded(wrapped(20, b"{}"), ", ".join(["gzip"] * 20)), MALFORMED),
    "a line break in a Location": (faults.redirected("https://www.youtube.com\r\n\t/oembed"), MALFORMED),
    "a NUL in a Location": (faults.redirected("https://www.youtube.com\0.example/"), MALFORMED),
}


@pytest.mark.parametrize(("fault", "reason"), NO_HTTP.values(), ids=NO_HTTP)
def test_what_is_no_proper_http_is_no_answer(
    bureau: Bureau, suffers: Suffers, straight: Straight, fault: Fault, reason: str
) -> None:
    bureau.web.faults.at_video(FILM, fault)
    suffers(bureau.look(straight()), "en", "unreachable", reason, more=1)


def test_trailers_without_end_are_given_up_in_time(bureau: Bureau, suffers: Suffers, straight: Straight) -> None:
    bureau.web.faults.at_video(CLIP, attacks.said_for_ever(CHUNKED + b"0\r\n", b"X-Trailer: one more\r\n" * 100))
    suffers(bureau.look(straight(total=3.0)), "es", "unreachable", LATE, more=0)


NO_FACTS: dict[str, tuple[Fault, str]] = {
    "fewer promised than sent": (attacks.said(OK + b'Content-Length: 9\r\n\r\n{"type": "video"}'), UNREADABLE),
    "brotli, which nobody asked for": (encoded(b"\x0b\x02\x80{}\x03", "br"), UNREADABLE),
    "an encoding nobody knows": (encoded(b"\x00\x01", "x-own"), UNREADABLE),
    "a gzip that breaks off": (encoded(gzip.compress(b'{"type": "video"}' * 99)[:-30], "gzip"), UNREADABLE),
    "nothing": (attacks.instead(""), UNREADABLE),
    "NULs": (attacks.instead(bytes(1000)), UNREADABLE),
    "a hundred thousand brackets": (attacks.instead("[" * 100_000), UNREADABLE),
    "fifty thousand objects": (attacks.instead('{"a":' * 50_000), UNREADABLE),
    "a number of many digits": (attacks.instead('{"type": ' + "9" * 200_000 + "}"), UNREADABLE),
    "deep HTML": (attacks.instead("<div>" * 50_000, kind="text/html"), UNREADABLE),
    "two frames": (attacks.edited(b"}", OTHER_FRAME), SUBSTITUTED),
    "a title of a megabyte": (attacks.edited(b"The message", b"t" * MEGABYTE), TOO_LARGE),
    "to a file": (faults.redirected("file:///etc/passwd"), REDIRECTS),
    "to data": (faults.redirected("data:application/json,{}"), REDIRECTS),
    "to nowhere": (attacks.instead("", status=302), REDIRECTS),
}


@pytest.mark.parametrize(("fault", "reason"), NO_FACTS.values(), ids=NO_FACTS)
def test_an_answer_without_facts_proves_nothing(
    bureau: Bureau, suffers: Suffers, straight: Straight, fault: Fault, reason: str
) -> None:
    bureau.web.faults.at_video(FILM, fault)
    suffers(bureau.look(straight()), "en", "unknown", reason, more=0)


def test_a_picture_that_is_there_without_a_byte_contradicts_that_the_film_is_gone(
    bureau: Bureau, suffers: Suffers, straight: Straight
) -> None:
    def fault(request: Request, reply: Reply) -> Iterator[Step]:
        picture = request.method == "HEAD"
        yield from attacks.instead("" if picture else "Not Found", status=200 if picture else 404)(request, reply)

    bureau.web.faults.at_video(FILM, fault)
    reason = "YouTube's answers contradict each other: no such video, but its picture is still there."
    suffers(bureau.look(straight()), "en", "unknown", reason, more=1)


@pytest.mark.parametrize("wish", ["\u00a0" * 12 + "1", "\u00b2", "1e9", "Fri, 31 Dec 9999 23:59:59 -1400"])
def test_no_wish_for_rest_stops_the_sweep(bureau: Bureau, straight: Straight, wish: str) -> None:
    """Another link of YouTube's may have to rest with it; all that is asked of other sites goes on."""
    refusal = f"HTTP/1.1 429 Slow down\r\nRetry-After: {wish}\r\nContent-Length: 0\r\n\r\n"
    bureau.web.faults.at_video(FILM, attacks.said(refusal.encode("latin-1")))
    day = bureau.look(straight())
    assert day.told("en") == ("rate_limited", "YouTube asked us to send fewer questions.")
    assert [day.results[language]["state"] for language in ("es", "ar", "zh", "ru")] == ["available"] * 4
    assert day.code == 3


SPELLINGS = (
    "http://2130706433/",
    "https://0177.1/",
    "https://0.0.0.0/",
    "https://100.64.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://[fd00:ec2::254]/latest/meta-data/",
    "https://[::ffff:127.0.0.1]/",
    "https://[fe80::1%25eth0]/",
    "https://localhost./",
    "https://127.0.0.1\\@vimeo.com/",
    "https://%31%32%37.0.0.1/",
)


@pytest.mark.parametrize("place", SPELLINGS)
def test_no_spelling_of_a_private_address_is_followed(
    bureau: Bureau, suffers: Suffers, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """The guard is the real one, and the first hop goes through a proxy, which would go anywhere."""
    for name, value in bureau.web.environment().items():
        monkeypatch.setenv(name, value)
    bureau.web.faults.at_video(CLIP, faults.redirected(place))
    guarded = Web(user_agent="hexaglot/test")
    day = bureau.look(guarded)
    guarded.close()
    http = place.startswith("http:")
    suffers(day, "es", *(("unknown", REDIRECTS) if http else ("unreachable", PRIVATE)), more=0)
    assert bureau.web.refused == ()


HONEST: dict[str, Fault] = {
    "UTF-16": in_utf_16,
    "a hint before the answer": attacks.preceded(HINTS, 0.05),
    "bytes after the answer": attacks.followed(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    "another answer after the answer": attacks.followed(GONE, 8192),
    "a title that no paper can hold": attacks.edited(b'"The message"', b'"\\ud800\\u0000\\u202e\\u001b[2J"'),
}


@pytest.mark.parametrize("fault", HONEST.values(), ids=HONEST)
def test_what_is_odd_but_names_the_film_is_an_answer(
    bureau: Bureau, good: tuple[Bureau, Day], straight: Straight, fault: Fault
) -> None:
    bureau.web.faults.at_video(FILM, fault)
    fetch = straight()
    for _ in range(3):
        day = bureau.look(fetch)
        assert day.code == 0
        assert day.unlike(good[1]) <= {"en"}
        assert day.told("en") == good[1].told("en")

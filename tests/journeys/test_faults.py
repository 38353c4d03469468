"""This file puts one link of a message in trouble, in each way that a site can fail: the rest is as on a good day."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from bad_day import CLIP, FILE, FILM, MEGABYTE, MOTION, OTHER_FILM, Bureau, Day
from checker.fetch import Web
from replica import attacks, faults
from replica.steps import Fault
from replica.trouble import Door

Suffers = Callable[..., None]
Straight = Callable[..., Web]
IDS = {"en": FILM, "es": CLIP, "ar": MOTION, "zh": FILE}
HOSTS = {"es": "vimeo.com", "ar": "api.dailymotion.com"}

LATE = "The site did not answer in time."
TOO_LARGE = "The answer was larger than any true answer could be."
REDIRECTS = "The site redirected without end, or to where we do not follow."
PRIVATE = "The address leads into a private network, where we do not go."
CERTIFICATE = "The site's certificate could not be verified."
CUT = "The connection broke before the answer was complete."
MALFORMED = "What came back was not a proper HTTP answer."
SUBSTITUTED = "YouTube answered about another video."
UNREADABLE = "YouTube gave an answer that we cannot read."


SLOW: dict[str, tuple[str, Fault]] = {
    "to begin": ("en", faults.slow_first_byte(60)),
    "body": ("es", faults.dripped_body(0.2)),
    "body without end": ("ar", faults.endless_body(2)),
    "body without a length": ("en", attacks.said_for_ever(attacks.OK + b"\r\n", b" ", 0.5)),
}


@pytest.mark.parametrize(("language", "fault"), SLOW.values(), ids=SLOW)
def test_a_slow_link_is_given_up_in_time(bureau: Bureau, suffers: Suffers, language: str, fault: Fault) -> None:
    bureau.web.faults.at_video(IDS[language], fault)
    suffers(bureau.run(total_seconds=3), language, "unreachable", LATE, more=0)


HEAVY: dict[str, tuple[str, Fault, str, str]] = {
    "body without end": ("en", faults.endless_body(), "unknown", TOO_LARGE),
    "bomb": ("es", faults.gzip_bomb(), "unknown", TOO_LARGE),
    "bomb for a file": ("zh", faults.gzip_bomb(), "unknown", "What came is not a video of a kind that we know."),
    "many headers": ("en", faults.many_headers(), "unreachable", MALFORMED),
    "long header": ("ar", faults.long_header(), "unreachable", MALFORMED),
}


@pytest.mark.parametrize(("language", "fault", "state", "reason"), HEAVY.values(), ids=HEAVY)
def test_a_heavy_answer_is_put_down_before_it_hurts(
    bureau: Bureau, suffers: Suffers, language: str, fault: Fault, state: str, reason: str
) -> None:
    bureau.web.faults.at_video(IDS[language], fault)
    day = bureau.run()
    suffers(day, language, state, reason, more=0)
    assert 20 * MEGABYTE < day.peak < 250 * MEGABYTE


ASTRAY: dict[str, tuple[str, Fault, int]] = {
    "to itself": ("en", faults.redirect_loop(), 5),
    "ever elsewhere": ("es", faults.redirect_maze(), 5),
    "from https to http": ("zh", faults.redirect_to_plain_http(), 0),
}


@pytest.mark.parametrize(("language", "fault", "more"), ASTRAY.values(), ids=ASTRAY)
def test_a_redirect_that_leads_astray_is_not_followed(
    bureau: Bureau, suffers: Suffers, straight: Straight, language: str, fault: Fault, more: int
) -> None:
    bureau.web.faults.at_video(IDS[language], fault)
    suffers(bureau.look(straight()), language, "unknown", REDIRECTS, more=more)


@pytest.mark.parametrize(("language", "place"), [("en", "https://127.0.0.1/"), ("zh", f"https://10.0.0.1/{FILE}")])
def test_a_redirect_into_a_private_network_is_not_followed(
    bureau: Bureau, suffers: Suffers, language: str, place: str
) -> None:
    bureau.web.faults.at_video(IDS[language], faults.redirected(place))
    suffers(bureau.run(), language, "unreachable", PRIVATE, more=0)
    assert bureau.web.refused == ()


@pytest.mark.parametrize("door", [Door.WRONG_NAME, Door.UNKNOWN_AUTHORITY, Door.EXPIRED])
def test_a_wrong_certificate_is_the_ways_fault_not_the_videos(
    bureau: Bureau, suffers: Suffers, straight: Straight, door: Door
) -> None:
    bureau.web.faults.at_door("vimeo.com", door)
    suffers(bureau.look(straight()), "es", "unreachable", CERTIFICATE, more=0)


OTHER_ANSWERS: dict[str, tuple[str, Fault, str, str]] = {
    "about another film": ("en", attacks.edited(FILM.encode(), OTHER_FILM.encode()), "unknown", SUBSTITUTED),
    "the frame is another film's": (
        "en",
        attacks.edited(b"/embed/" + FILM.encode(), b"/embed/" + OTHER_FILM.encode()),
        "unknown",
        SUBSTITUTED,
    ),
    "about another clip": (
        "es",
        attacks.edited(CLIP.encode(), b"1"),
        "unknown",
        "Vimeo answered about another video.",
    ),
    "text called JSON": ("en", attacks.instead("Forbidden"), "unknown", UNREADABLE),
    "a page called JSON": ("es", attacks.instead("<html>"), "unknown", "Vimeo gave an answer that we cannot read."),
    "a page to agree to": (
        "en",
        faults.redirected("https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2F"),
        "unknown",
        "YouTube showed a consent page instead of an answer.",
    ),
}


@pytest.mark.parametrize(("language", "fault", "state", "reason"), OTHER_ANSWERS.values(), ids=OTHER_ANSWERS)
def test_an_answer_to_something_else_proves_nothing(
    bureau: Bureau, suffers: Suffers, straight: Straight, language: str, fault: Fault, state: str, reason: str
) -> None:
    bureau.web.faults.at_video(IDS[language], fault)
    suffers(bureau.look(straight()), language, state, reason, more=1)


@pytest.mark.parametrize("kind", ["text/plain", "text/html; charset=utf-8", "application/octet-stream", ""])
@pytest.mark.parametrize("video", [FILM, CLIP, MOTION])
def test_json_under_another_type_is_still_an_answer(
    bureau: Bureau, good: tuple[Bureau, Day], straight: Straight, video: str, kind: str
) -> None:
    bureau.web.faults.at_video(video, attacks.declared(kind))
    day = bureau.look(straight())
    assert (day.code, day.unlike(good[1])) == (0, set())


CUTS: tuple[Callable[[int], Fault], ...] = (
    faults.cut_after,
    attacks.cut_politely_after,
    lambda length: faults.cut_after(length, reset=True),
)


@pytest.mark.parametrize(("language", "step", "least"), [("en", 10, 100), ("es", 30, 10), ("zh", 9_000, 6)])
def test_an_answer_cut_at_every_tenth_byte_is_a_cut(
    bureau: Bureau, suffers: Suffers, straight: Straight, language: str, step: int, least: int
) -> None:
    """By a bare end, a polite one and a reset in turn; from before the head's first byte to the body's last."""
    fetch, cuts = straight(), 0
    while True:
        bureau.web.faults.at_video(IDS[language], CUTS[cuts % len(CUTS)](cuts * step))
        day = bureau.look(fetch)
        if day.code == 0:
            break
        suffers(day, language, "unreachable", CUT, more=1)
        cuts += 1
    assert cuts >= least


PUBLIC = "93.184.215.14"
FORGETFUL = "HTTP/1.1 {}\r\nContent-Length: 0\r\nConnection: close\r\n{}\r\n"


@pytest.mark.parametrize(
    "first",
    [
        attacks.said(FORGETFUL.format("302 Found", "Location: /api/oembed.json\r\n").encode()),
        attacks.said(FORGETFUL.format("503 Service Unavailable", "").encode()),
        faults.cut_after(100),
    ],
    ids=["redirected", "failing", "cut"],
)
def test_a_name_that_turns_into_this_machine_at_the_second_look_up_is_refused(
    bureau: Bureau, suffers: Suffers, monkeypatch: pytest.MonkeyPatch, first: Fault
) -> None:
    """The guard is the real one. Only that a public address leads to the simulated web is arranged, below sockets."""
    looked_up: list[str] = []

    def turning(host: str, port: int) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        looked_up.append(host)
        again = host == "vimeo.com" and looked_up.count(host) > 1
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1" if again else PUBLIC, port))]

    connect = socket.socket.connect

    def routed(self: socket.socket, address: tuple[str, int]) -> None:
        connect(self, ("127.0.0.1", bureau.web.port) if address[0] == PUBLIC else address)

    monkeypatch.setattr(socket.socket, "connect", routed)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bureau.web.ca_file))
    guarded = Web(user_agent="hexaglot/test", resolve=turning)
    bureau.web.faults.at_host("vimeo.com", first, times=1)
    suffers(bureau.look(guarded), "es", "unreachable", PRIVATE, more=0)
    guarded.close()
    assert looked_up.count("vimeo.com") == 2

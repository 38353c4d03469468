"""This file tests our keys on their way: in the one question that needs one, and in nothing that comes back."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from checker.door import Resolve
from checker.exchange import Answer, Cause, Probe, Silence
from checker.fetch import Limits, Web
from checker.keyring import Keyring
from checker.verdict import Evidence
from replica import faults
from replica.exchange import Reply as Sent
from replica.exchange import Request
from replica.steps import Fault, HangUp, Send, Step, as_usual
from replica.web import SimulatedWeb
from replica.youtube_data import KEY

ASKED = "https://www.googleapis.com/youtube/v3/videos?part=status&id=playsPublic"
PROBE = Probe("GET", ASKED, secret=("key", "youtube"))
RING = Keyring({"youtube": KEY})


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://a.example/x?y=1", f"https://a.example/x?y=1&key={KEY}"),
        ("https://a.example/x", f"https://a.example/x?key={KEY}"),
    ],
)
def test_a_key_is_put_into_the_question_that_names_it(url: str, asked: str) -> None:
    assert RING.address(Probe("GET", url, secret=("key", "youtube"))) == asked
    assert RING.address(Probe("GET", url)) == url


def test_a_key_that_we_do_not_have_is_our_own_fault() -> None:
    with pytest.raises(KeyError, match="vimeo"):
        RING.address(Probe("GET", ASKED, secret=("key", "vimeo")))


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        (f"{ASKED}&key={KEY}", f"{ASKED}&key="),
        (f"https://a.example/{KEY}/{KEY}", "https://a.example//"),
        ("https://a.example/", "https://a.example/"),
    ],
)
def test_an_answer_comes_back_without_the_key(url: str, cleaned: str) -> None:
    answer = Answer(302, url, (("location", url),), KEY.encode(), 9)
    found = RING.cleaned(PROBE, answer)
    assert found == Answer(302, cleaned, (("location", cleaned),), KEY.encode(), 9)
    assert isinstance(found, Answer)
    assert found.received == 9


def test_a_key_of_awkward_signs_is_found_as_it_stands_in_an_address() -> None:
    ring = Keyring({"youtube": "a b+c/d"})
    asked = ring.address(PROBE)
    assert asked == f"{ASKED}&key=a+b%2Bc%2Fd"
    for url in (asked, f"{ASKED}&key=a%20b%2Bc%2Fd", f"{ASKED}&key=a b+c/d"):
        assert ring.cleaned(PROBE, Answer(200, url)) == Answer(200, f"{ASKED}&key=")


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("https://a.example/abc?part=abc,d&key=abc", "https://a.example/abc?part=abc,d&key="),
        ("https://a.example/?key=abc&x=abcd", "https://a.example/?key=&x=abcd"),
    ],
)
def test_a_short_key_is_taken_only_from_the_field_that_holds_it(url: str, cleaned: str) -> None:
    assert Keyring({"youtube": "abc"}).cleaned(PROBE, Answer(200, url)) == Answer(200, cleaned)


def test_what_was_asked_without_a_key_comes_back_as_it_is() -> None:
    answer = Answer(200, f"{ASKED}&key={KEY}")
    assert RING.cleaned(Probe("GET", ASKED), answer) is answer
    silence = Silence(Cause.CUT)
    assert RING.cleaned(PROBE, silence) is silence


def test_a_keyring_does_not_show_its_keys() -> None:
    assert KEY not in f"{RING!r}{RING}"


def bad_headers() -> Fault:
    """Headers that no reader of mail can make anything of; urllib3 would write the whole address into its log."""

    def fault(_request: Request, _reply: Sent) -> Iterator[Step]:
        yield Send(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n: nameless\r\n x\r\n\r\n{}")
        yield HangUp()

    return fault


def echo(status: int) -> Fault:
    """The question's own address in the body, in a header, and as the place to go to."""

    def fault(request: Request, _reply: Sent) -> Iterator[Step]:
        location = request.url.replace("www.googleapis.com", "www.youtube.com").replace("/youtube/v3/videos", "/oembed")
        sent = Sent.text(status, request.url, "text/plain", ("X-Asked", request.url), ("Location", location))
        yield from as_usual(request, sent)

    return fault


@pytest.fixture
def keyed(resolve: Resolve) -> Iterator[Web]:
    made = Web(
        user_agent="hexaglot/test",
        limits=Limits(2.0, 1.0, 2.0),
        allow_private=True,
        resolve=resolve,
        keys={"youtube": KEY},
    )
    yield made
    made.close()


FAULTS = {
    "200": None,
    "echo 200": echo(200),
    "echo 400": echo(400),
    "echo 403": echo(403),
    "redirect": echo(302),
    "maze": faults.redirect_maze(),
    "plain http": faults.redirect_to_plain_http(),
    "silent": faults.silent(),
    "cut": faults.cut_after(30),
    "closed": faults.closed_unanswered(),
    "garbage": faults.garbage(),
    "bad headers": bad_headers(),
    "endless": faults.endless_body(),
}


@pytest.mark.parametrize("name", FAULTS)
def test_no_answer_error_or_log_holds_the_key(
    name: str, keyed: Web, web: SimulatedWeb, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    fault = FAULTS[name]
    if fault is not None:
        web.faults.at_host("www.googleapis.com", fault)
    reply = keyed(PROBE)
    targets = [asked.target for asked in web.log]
    told = f"{reply.url}{reply.headers}" if isinstance(reply, Answer) else f"{reply!r}{reply.after}"
    assert f"key={KEY}" in targets[0]
    assert KEY not in "".join(targets[1:])
    assert KEY not in f"{told}{Evidence.of(PROBE, reply)}{PROBE!r}{keyed!r}{caplog.text}"


def test_a_redirect_is_followed_without_the_key(keyed: Web, web: SimulatedWeb) -> None:
    web.faults.at_host("www.googleapis.com", echo(302))
    reply = keyed(PROBE)
    assert isinstance(reply, Answer)
    assert (reply.status, reply.url) == (400, "https://www.youtube.com/oembed?part=status&id=playsPublic&key=")
    assert [asked.host for asked in web.log] == ["www.googleapis.com", "www.youtube.com"]

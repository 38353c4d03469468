"""This file tests what is asked in a sweep, what needs no question, and the small values around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import Answer, Cause, Probe, Silence, State, Verdict
from checker.address import Address
from checker.exchange import Reply
from checker.providers import PAGE, PROVIDERS, Given, VideoRef
from checker.sweep import concerning, no_video, plan, was_asked, was_stopped, with_evidence
from checker.verdict import Evidence, caveats, unheard

A = "https://youtu.be/OGSyYP5v6PM"
A_TOO = "https://www.youtube.com/watch?v=OGSyYP5v6PM&t=4"
B = "https://youtu.be/wwHOsWsInD0"


def test_each_video_is_asked_about_once_whatever_its_addresses() -> None:
    made = plan([A, B, A_TOO, A, "https://10.0.0.1/film"])
    assert made.videos == {VideoRef("youtube", "OGSyYP5v6PM"): (A, A_TOO), VideoRef("youtube", "wwHOsWsInD0"): (B,)}
    assert [url for url, _ in made.settled] == ["https://10.0.0.1/film"]
    assert made.links == 4
    assert len(list(made.conversations(Given()))) == 2


def test_a_site_that_answers_for_many_is_asked_about_as_many_at_once_as_it_takes() -> None:
    urls = [f"https://commons.wikimedia.org/wiki/File:Film_{number}.webm" for number in range(120)]
    probes = [next(conversation).url for conversation in plan([*urls, A, B]).conversations(Given())]
    batches = [probe.count("webm") for probe in probes if "commons.wikimedia.org" in probe]
    assert batches == [50, 50, 20]
    assert len(probes) == 5


def test_a_batch_that_comes_out_even_leaves_no_empty_one() -> None:
    urls = [f"https://commons.wikimedia.org/wiki/File:Film_{number}.webm" for number in range(50)]
    assert len(list(plan(urls).conversations(Given()))) == 1


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("https://www.youtube.com/@ITU", State.INVALID),
        ("https://youtu.be/-FWuObmSstQx", State.INVALID),
        ("https://youtube.com.evil.example/watch?v=OGSyYP5v6PM", State.UNKNOWN),
        ("https://example.int/", State.UNKNOWN),
        ("https://media.example.org:8443/v.mp4", State.UNKNOWN),
        ("https://bücher.example/v.mp4", State.UNKNOWN),
        ("https://user:secret@media.example.org/v.mp4", State.UNKNOWN),
        ("https://[2001:db8::1]/v.mp4", State.UNKNOWN),
        ("https://[2001:db8::1/v.mp4", State.INVALID),
        ("https://", State.INVALID),
        ("javascript:alert(1)", State.INVALID),
        ("file:///etc/passwd", State.INVALID),
        ("", State.INVALID),
        ("two words", State.INVALID),
    ],
)
def test_an_address_without_a_video_is_judged_without_a_question(url: str, state: State) -> None:
    assert no_video(url).state is state


def test_evidence_says_what_was_asked_and_what_came() -> None:
    probe = Probe.get("https://x.example/", X_Test="1")
    told = with_evidence(
        Verdict(State.UNKNOWN, "why"),
        [
            (probe, Answer(404, probe.url, (), b"abc", 3)),
            (probe, Silence(Cause.TIMEOUT)),
            (probe, Silence(Cause.CUT, "n")),
        ],
    )
    assert told.evidence == (
        Evidence("GET", "https://x.example/", 404, 3),
        Evidence("GET", "https://x.example/", None, 0, "timeout"),
        Evidence("GET", "https://x.example/", None, 0, "n"),
    )
    assert probe.headers == (("X-Test", "1"),)


def test_evidence_leaves_out_what_was_asked_about_another_video_alone() -> None:
    first, second = (VideoRef("youtube", video) for video in ("OGSyYP5v6PM", "wwHOsWsInD0"))
    both, one, two = Probe("GET", "b"), Probe("GET", "1", about=first.id), Probe("GET", "2", about=second.id)
    exchanges = [(probe, Answer(200, "", received=5)) for probe in (both, one, two)]
    assert concerning(first, exchanges) == (exchanges[0], exchanges[1])
    assert concerning(second, exchanges) == (exchanges[0], exchanges[2])


def test_a_site_takes_more_at_once_where_a_key_is_at_hand() -> None:
    urls = [f"https://youtu.be/film{number:06d}A" for number in range(60)]
    assert len(list(plan(urls).conversations(Given()))) == 60
    assert len(list(plan(urls).conversations(Given(keys=frozenset({"youtube"}))))) == 2


def test_most_sites_are_asked_about_one_video_at_a_time() -> None:
    several = {site.name: site.batch(Given()) for site in (*PROVIDERS, PAGE) if site.batch(Given()) != 1}
    assert several == {"dailymotion": 50, "wikimedia-commons": 50}


def test_what_limited_many_looks_is_said_once() -> None:
    said = (None, "No key.", "Slow.", "No key.", None)
    assert caveats(Verdict(State.UNKNOWN, "", caveat=one) for one in said) == ("No key.", "Slow.")


def test_only_questions_that_went_out_are_counted() -> None:
    probe = Probe.head("https://x.example/")
    replies: list[Reply] = [Answer(200, ""), Silence(Cause.TIMEOUT), Silence(Cause.LEFT_ALONE, "not asked: rest")]
    assert was_asked([(probe, reply) for reply in replies]) == 2


@pytest.mark.parametrize(
    ("replies", "stopped"),
    [
        ((), False),
        ((Silence(Cause.STOPPED),), True),
        ((Answer(404, ""), Silence(Cause.STOPPED)), False),
        ((Silence(Cause.TIMEOUT),), False),
    ],
)
def test_a_stop_before_the_first_answer_is_no_look(replies: tuple[Reply, ...], stopped: bool) -> None:
    assert was_stopped(tuple((Probe.get("x"), reply) for reply in replies)) is stopped


@pytest.mark.parametrize("cause", list(Cause))
def test_silence_never_says_anything_about_a_video(cause: Cause) -> None:
    verdict = unheard(Silence(cause))
    assert verdict.state.conclusive is False
    assert (verdict.watchable, verdict.embeddable) == (None, None)
    assert verdict.reason


@pytest.mark.parametrize(
    ("text", "host", "segments", "query"),
    [
        ("https://A.Example/x/y?b=1&c", "a.example", ("x", "y"), (("b", "1"), ("c", ""))),
        ("a.example/%D1%8F", "a.example", ("я",), ()),
        ("//a.example", "a.example", (), ()),
        ("http://a.example:80/", "a.example", (), ()),
        ("https://a.example./x", "a.example", ("x",), ()),
        (" \u200fhttps://a.example/x\u200b\u200f \ufeff", "a.example", ("x",), ()),
        ("https://a.example/?x=1&amp;y=2", "a.example", (), (("x", "1"), ("y", "2"))),
        ("a.example?u=https://b.example/", "a.example", (), (("u", "https://b.example/"),)),
    ],
)
def test_an_address_is_taken_apart_as_a_browser_would(
    text: str, host: str, segments: tuple[str, ...], query: tuple[tuple[str, str], ...]
) -> None:
    address = Address.parse(text)
    assert address is not None
    assert (address.host, address.segments, address.query) == (host, segments, query)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "ftp://a.example/",
        "https://u:p@a.example/",
        "https://a.example:444/",
        "https://a.example:99999/",
        "https://[::1/",
        "https://localhost/",
        "https://a..example/",
        "https://-/",
        "https://a.example/\x00",
        "https://a.example/\u2028x",
        "https://" + "a" * 3000 + ".example",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    assert Address.parse(text) is None


@given(st.text(max_size=300))
def test_no_text_makes_the_reader_of_addresses_fail(text: str) -> None:
    Address.parse(text)
    Address.parse(f"https://{text}")
    Address.parse(f"https://a.example/{text}")


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (b"<!DOCTYPE html>", True),
        (b"\xef\xbb\xbf\n <HTML>", True),
        (b"<!-- x --><html>", True),
        (b'{"a": "<html>"}', False),
        (b"Forbidden", False),
        (b"", False),
    ],
)
def test_a_page_is_known_by_its_beginning(body: bytes, html: bool) -> None:
    assert Answer(200, "", (), body).is_html is html


def test_an_answer_reads_its_body_and_headers_forgivingly() -> None:
    answer = Answer(200, "", (("a", "1"), ("a", "2")), b"\xff{")
    assert (answer.header("a"), answer.header("b"), answer.json(), answer.text) == ("1", None, None, "\ufffd{")
    assert Answer(200, "", (), b'{"a": 1}').json() == {"a": 1}

"""This file tests what is made of any other page: what it says of a video, and how little is believed of it."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.drive import hold
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Web
from checker.lanes import Manner, Manners
from checker.providers import PAGE, Given, VideoRef, provider_of, recognise, recognise_anything
from checker.providers._page_facts import Facts
from checker.providers._page_reading import read
from checker.providers._page_schema import first_video_object
from checker.sweep import plan
from checker.verdict import Detail, State, Verdict
from replica.page import HEADS, OEMBED, Pages, video_object
from replica.web import SimulatedWeb

URL = "https://www.example.int/film"
TODAY = "Sat, 21 Nov 2026 20:00:00 GMT"
ENDPOINT = "https://www.example.int/oembed?url=x"
DISCOVERY = f'<link rel="alternate" type="application/json+oembed" href="{ENDPOINT}">'
OG = '<meta property="og:video" content="https://cdn.example.net/1.mp4">'
YOUTUBE = '<iframe src="//www.youtube.com/embed/OGSyYP5v6PM?rel=0"></iframe>'
MEANT = "https://youtu.be/OGSyYP5v6PM"


def answer(body: str | bytes, status: int = 200, url: str = URL, **headers: str) -> Answer:
    named = {"content_type": "text/html; charset=utf-8", "date": TODAY} | headers
    pairs = tuple((name.replace("_", "-"), value) for name, value in named.items())
    return Answer(status, url, pairs, body.encode() if isinstance(body, str) else body)


def page(head: str, **more: str) -> Answer:
    return answer(f"<!DOCTYPE html><html><head>{head}</head><body><p>x</body></html>", **more)  # type: ignore[arg-type] # headers only


def told(status: int = 200, url: str = ENDPOINT, **fields: object) -> Answer:
    """What oEmbed says; None leaves a field out."""
    facts = {key: value for key, value in (OEMBED | fields).items() if value is not None}
    return Answer(status, url, (), json.dumps(facts).encode())


def converse(*replies: Reply, url: str = URL, given: Given | None = None) -> tuple[Verdict, list[Probe]]:
    ref = VideoRef("page", url)
    conversation = PAGE.inspect((ref,), given or Given())
    probes = [next(conversation)]
    waiting = list(replies)
    try:
        while True:
            probes.append(conversation.send(waiting.pop(0)))
    except StopIteration as end:
        assert waiting == []
        assert len(probes) <= 2
        return end.value[ref], probes


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://www.itu.int/en/film/Pages/one.aspx?x=1#top", "page"),
        ("www.itu.int/film", "page"),
        ("https://youtu.be/OGSyYP5v6PM", "youtube"),
        ("https://media.example.int/a.mp4", "file"),
        ("https://www.youtube.com/@ITU", None),
        ("https://youtu.be/OGSyYP5v6PMx", None),
        ("https://10.0.0.1/", None),
        ("https://router.lan/", None),
        ("javascript:alert(1)", None),
        ("two words", None),
    ],
)
def test_any_page_may_be_asked_but_what_a_site_knows_better(url: str, provider: str | None) -> None:
    ref = recognise_anything(url)
    assert (ref.provider if ref else None) == provider
    assert recognise(url) is None or recognise(url) == ref
    if ref is not None and provider == "page":
        assert provider_of(ref) is PAGE
        assert recognise_anything(PAGE.page(ref)) == ref
        assert (PAGE.player(ref, "ar"), PAGE.picture(ref), PAGE.flaw(url), PAGE.impossible(ref)) == (None,) * 4


def test_a_sweep_asks_pages_and_settles_what_is_no_page() -> None:
    made = plan(
        ["https://www.example.int/a#x", "https://www.example.int/a", "https://www.youtube.com/@ITU", "ftp://x.y"]
    )
    assert made.videos == {
        VideoRef("page", "https://www.example.int/a"): ("https://www.example.int/a#x", "https://www.example.int/a")
    }
    assert [verdict.state for _, verdict in made.settled] == [State.INVALID, State.INVALID]
    assert len(list(made.conversations(Given()))) == 1


@pytest.mark.parametrize(
    ("reply", "state", "suggestion"),
    [
        (page(OG), State.AVAILABLE, None),
        (page('<meta name="OG:VIDEO" content="/1.mp4">'), State.AVAILABLE, None),
        (page(video_object(contentUrl="/1.mp4")), State.AVAILABLE, None),
        (page(video_object(embedUrl="https://www.example.int/frame/1")), State.AVAILABLE, None),
        (page('<meta property="og:video" content="javascript:alert(1)">'), State.UNKNOWN, None),
        (page('<meta property="og:video" content="data:video/mp4,x">'), State.UNKNOWN, None),
        (page('<meta property="og:video" content="https://10.0.0.1/x">'), State.UNKNOWN, None),
        (page('<meta property="og:video" content="//[">'), State.UNKNOWN, None),
        (page(video_object(contentUrl="javascript:alert(1)", embedUrl=7)), State.UNKNOWN, None),
        (page(video_object()), State.UNKNOWN, None),
        (page('<meta name="twitter:player" content="https://www.example.int/frame/1">'), State.UNKNOWN, None),
        (page("<video></video>"), State.UNKNOWN, None),
        (page('<iframe src="https://ads.example/x"></iframe>'), State.UNKNOWN, None),
        (page(YOUTUBE), State.UNKNOWN, MEANT),
        (page(YOUTUBE.replace("src=", "data-src=")), State.UNKNOWN, MEANT),
        (page(YOUTUBE.replace("iframe", "embed")), State.UNKNOWN, MEANT),
        (page(f'<meta name="twitter:player" content="{MEANT}">'), State.UNKNOWN, MEANT),
        (page(f'<meta property="og:video" content="{MEANT}">'), State.UNKNOWN, MEANT),
        (page(video_object(embedUrl="https://www.youtube.com/embed/OGSyYP5v6PM")), State.UNKNOWN, MEANT),
        (page(OG + YOUTUBE), State.AVAILABLE, None),
        (page('<video src="/a.webm">'), State.UNKNOWN, "https://www.example.int/a.webm"),
        (page('<video><source src="b/a.mp4?x">'), State.UNKNOWN, "https://www.example.int/b/a.mp4?x"),
        (page('<base href="/deep/"><video src="a.mp4">'), State.UNKNOWN, "https://www.example.int/deep/a.mp4"),
        (page('<base href="javascript:x"><video src="a.mp4">'), State.UNKNOWN, None),
        (page('<base href="//["><video src="a.mp4">'), State.UNKNOWN, "https://www.example.int/a.mp4"),
        (page('<audio><source src="a.mp3"></audio>'), State.UNKNOWN, None),
        (page("<title>Not found</title>"), State.UNKNOWN, None),
        (answer(b""), State.UNKNOWN, None),
        (answer(b"\x00\xff" * 99), State.UNKNOWN, None),
        (answer("%PDF-1.7", content_type="application/pdf"), State.UNKNOWN, None),
        (answer(f"<html><head>{OG}", content_type="text/plain"), State.AVAILABLE, None),
        (page(OG, url="https://example.int/film/"), State.AVAILABLE, None),
        (page(OG, url="https://other.example/film"), State.UNKNOWN, None),
        (page(OG, url="https://www.youtube.com/watch?v=OGSyYP5v6PM"), State.UNKNOWN, MEANT),
        (page(OG, url="https://www.example.int/login?next=film"), State.UNKNOWN, None),
        (page(OG, url="https://consent.example.int/film"), State.UNKNOWN, None),
        (page(OG, url="https://www.example.int/"), State.UNKNOWN, None),
        (page(OG, url="https://www.example.int/?film=1"), State.AVAILABLE, None),
        (answer("<html>", 404), State.REMOVED, None),
        (answer("", 410), State.REMOVED, None),
        (answer("<html>", 401), State.UNKNOWN, None),
        (answer("<html>", 403), State.UNKNOWN, None),
        (answer('<html><div class="g-recaptcha">', 403), State.RATE_LIMITED, None),
        (answer("", 429), State.RATE_LIMITED, None),
        (answer("", 451), State.RESTRICTED, None),
        (answer("", 500), State.UNREACHABLE, None),
        (answer("", 999), State.UNREACHABLE, None),
        (answer("", 204), State.UNKNOWN, None),
        (answer("", 418), State.UNKNOWN, None),
        (Silence(Cause.TLS), State.UNREACHABLE, None),
        (Silence(Cause.REDIRECTS), State.UNKNOWN, None),
    ],
)
def test_what_a_page_means(reply: Reply, state: State, suggestion: str | None) -> None:
    verdict, probes = converse(reply)
    assert (verdict.state, verdict.suggestion, verdict.agreed) == (state, suggestion, False)
    assert verdict.watchable is (False if state is State.REMOVED else None)
    assert probes == [Probe("GET", URL, (), 1_048_576, truncate=True)]


def test_the_front_page_may_be_what_was_asked_for() -> None:
    verdict, _ = converse(page(OG, url="https://www.example.int/"), url="https://www.example.int/")
    assert verdict.state is State.AVAILABLE


@pytest.mark.parametrize(
    ("head", "reply", "state", "embeddable"),
    [
        ("", told(), State.AVAILABLE, True),
        ("", told(type="rich"), State.UNKNOWN, None),
        ("", told(type="photo"), State.UNKNOWN, None),
        ("", told(type=["video"]), State.UNKNOWN, None),
        ("", told(html=None), State.UNKNOWN, None),
        ("", told(html=" "), State.UNKNOWN, None),
        ("", told(html=7), State.UNKNOWN, None),
        ("", told(404), State.UNKNOWN, None),
        ("", told(401), State.UNKNOWN, None),
        ("", told(429), State.RATE_LIMITED, None),
        ("", answer(CHALLENGE := '<html class="h-captcha">', 403, ENDPOINT), State.RATE_LIMITED, None),
        ("", told(url="https://portal.example/"), State.UNKNOWN, None),
        ("", Answer(200, ENDPOINT, (), b"[1]"), State.UNKNOWN, None),
        ("", Silence(Cause.TIMEOUT), State.UNREACHABLE, None),
        ("", Silence(Cause.LEFT_ALONE), State.RATE_LIMITED, None),
        (OG, told(), State.AVAILABLE, True),
        (OG, told(type="rich"), State.AVAILABLE, True),
        (OG, told(type="photo"), State.AVAILABLE, None),
        (OG, told(404), State.AVAILABLE, None),
        (OG, told(429), State.AVAILABLE, None),
        (OG, answer(CHALLENGE, 403, ENDPOINT), State.AVAILABLE, None),
        (OG, Silence(Cause.TIMEOUT), State.AVAILABLE, None),
        (YOUTUBE, told(), State.AVAILABLE, True),
        (YOUTUBE, told(type="rich"), State.UNKNOWN, None),
        (YOUTUBE, Silence(Cause.TIMEOUT), State.UNKNOWN, None),
    ],
)
def test_what_oembed_adds(head: str, reply: Reply, state: State, embeddable: bool | None) -> None:
    verdict, probes = converse(page(DISCOVERY + head), reply)
    assert (verdict.state, verdict.embeddable, verdict.watchable) == (state, embeddable, None)
    assert probes[1] == Probe("GET", ENDPOINT)


def test_what_oembed_tells_is_bounded() -> None:
    verdict, _ = converse(page(DISCOVERY), told(title="t" * 5_000, author_name="a" * 5_000))
    assert (verdict.title, verdict.author) == ("t" * 1_000, "a" * 1_000)
    verdict, _ = converse(page(DISCOVERY), told(title=["x"], author_name=None))
    assert (verdict.title, verdict.author) == (None, None)


@pytest.mark.parametrize(
    ("head", "link", "asked"),
    [
        (
            "",
            '</oembed?url=x>; rel="alternate"; type="application/json+oembed"',
            "https://www.example.int/oembed?url=x",
        ),
        ("", '</a>; rel=next, </o>; rel="alternate"; type="application/json+oembed"', "https://www.example.int/o"),
        ("", '</oembed>; rel="next"; type="application/json+oembed"', None),
        ("", '</oembed>; rel="alternate"; type="text/xml+oembed"', None),
        ("", "<" * 5_000, None),
        (DISCOVERY.replace("json", "xml"), "", None),
        (DISCOVERY.replace("alternate", "canonical"), "", None),
        (DISCOVERY.replace("alternate", "nofollow ALTERNATE").replace("ALTERNATE", "alternate"), "", ENDPOINT),
        (DISCOVERY.replace("www.example.int", "evil.example"), "", None),
        (DISCOVERY.replace("https:", "http:"), "", None),
        (DISCOVERY.replace(ENDPOINT, "javascript:alert(1)"), "", None),
        (DISCOVERY.replace(ENDPOINT, ""), "", None),
        (DISCOVERY.replace(ENDPOINT, "//api.example.int/o"), "", "https://api.example.int/o"),
    ],
)
def test_oembed_is_asked_only_where_the_page_names_one_of_its_own_site(head: str, link: str, asked: str | None) -> None:
    conversation = PAGE.inspect((VideoRef("page", URL),), Given())
    next(conversation)
    if asked is None:
        with pytest.raises(StopIteration):
            conversation.send(page(head, link=link))
    else:
        assert conversation.send(page(head, link=link)) == Probe("GET", asked)


@pytest.mark.parametrize(
    ("fields", "countries", "state", "detail"),
    [
        ({"expires": "2026-11-20"}, "", State.UNKNOWN, None),
        ({"expires": "2026-11-21T19:59:00Z"}, "", State.UNKNOWN, None),
        ({"expires": "2026-11-21T22:00:00+00:00"}, "", State.AVAILABLE, None),
        ({"expires": "soon"}, "", State.AVAILABLE, None),
        ({"expires": 7}, "", State.AVAILABLE, None),
        ({"regionsAllowed": "CH,fr"}, "CH", State.AVAILABLE, None),
        ({"regionsAllowed": ["CH", "FR"]}, "CH FR", State.AVAILABLE, None),
        ({"regionsAllowed": "CH FR"}, "CH CN", State.RESTRICTED, Detail.REGION),
        ({"regionsAllowed": "CH"}, "", State.AVAILABLE, Detail.REGION),
        ({"regionsAllowed": "everywhere"}, "CN", State.AVAILABLE, None),
        ({"regionsAllowed": {"@type": "Place"}}, "CN", State.AVAILABLE, None),
    ],
)
def test_a_videos_terms_are_held_against_the_sites_date_and_our_countries(
    fields: dict[str, object], countries: str, state: State, detail: Detail | None
) -> None:
    ours = Given(countries=frozenset(countries.split()))
    verdict, _ = converse(page(video_object(contentUrl="/1.mp4", **fields)), given=ours)
    assert (verdict.state, verdict.detail, verdict.title) == (state, detail, "Described")


def test_an_oembed_answer_leaves_a_restriction_as_it_is() -> None:
    head = DISCOVERY + video_object(contentUrl="/1.mp4", regionsAllowed="CH")
    verdict, _ = converse(page(head), told(), given=Given(countries=frozenset({"CN"})))
    assert (verdict.state, verdict.detail, verdict.embeddable) == (State.RESTRICTED, Detail.REGION, True)


@pytest.mark.parametrize(
    "date", ["", "yesterday", "1 Jan 9999 99999999999:00:00 GMT", "Sat, 21 Nov 2026 20:00:00 -0000"]
)
def test_a_date_is_judged_only_where_the_site_says_today(date: str) -> None:
    reply = page(video_object(contentUrl="/1.mp4", expires="2020-01-01"), date=date)
    assert converse(reply)[0].state is (State.UNKNOWN if "-0000" in date else State.AVAILABLE)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title> A \n title </title>" + OG, "A title"),
        ('<title>x</title><meta property="og:title" content="Shared">' + OG, "Shared"),
        (f"<title>{'t' * 1_000_000}</title>{OG}", "t" * 1_000),
        (f'<meta property="og:title" content="{"t" * 1_000_000}">{OG}', "t" * 1_000),
        ('<meta property="og:title" content=" "><title></title>' + OG, None),
        (video_object(contentUrl="/1.mp4", name="n" * 5_000), "n" * 1_000),
        (video_object(contentUrl="/1.mp4", name=" ") + "<title>T</title>", "T"),
        (video_object(contentUrl="/1.mp4", name={}), None),
    ],
)
def test_a_title_is_the_videos_or_the_pages_and_bounded(head: str, title: str | None) -> None:
    assert converse(page(head))[0].title == title


@pytest.mark.parametrize(
    ("body", "kind", "title"),
    [
        ("<title>رسالة</title>".encode("windows-1256"), "text/html; charset=windows-1256", "رسالة"),
        ('<meta charset="koi8-r"><title>Речь</title>'.encode("koi8-r"), "text/html", "Речь"),
        ("<title>致辞</title>".encode("gb18030"), "text/html;charset='GB18030'", "致辞"),
        ("<title>致辞</title>".encode(), "text/html", "致辞"),
        (b"<title>a</title>", "text/html; charset=punycode", "a"),
        (b"<title>a</title>", "text/html; charset=unicode_escape", "a"),
        (b"<title>a</title>", "text/html; charset=gbnonsense", "a"),
        (b"<title>a</title>", "text/html; charset=iso-8859-99", "a"),
        (b"<title>\xff</title>", "text/html; charset=", "\ufffd"),
    ],
)
def test_a_page_is_read_in_the_charset_it_declares_where_that_is_one(body: bytes, kind: str, title: str) -> None:
    assert read(answer(body, content_type=kind)).title == title


MEBIBYTE = 1024 * 1024


@pytest.mark.parametrize(
    "body",
    [
        *(f"<{name}>".encode() * (MEBIBYTE // (len(name) + 2)) for name in ("b", "meta", "link", "video", "iframe")),
        b"<video>" + b"<b>" * (MEBIBYTE // 3),
        b"<script type='application/ld+json'>" + b"[" * MEBIBYTE,
        b"<script type='application/ld+json'>" + b"[" * 200_000 + b"</script>",
        b"<script type='application/ld+json'>[]</script>" * 20_000,
        b"<title>" + b"&amp;" * 200_000,
        b"<!--" * 250_000,
        b"<" * MEBIBYTE,
        b"\0" * MEBIBYTE,
        b"a" * MEBIBYTE,
    ],
    ids=lambda body: body[:40].decode(),
)
def test_a_hostile_page_says_nothing_and_takes_no_time(body: bytes) -> None:
    began = time.process_time()
    facts = read(answer(body))
    assert time.process_time() - began < 15
    assert (facts.video, facts.og_video, facts.oembed, facts.frames, facts.sources) == (None, None, None, (), ())
    assert len(facts.title or "") <= 1_000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"@type": "VideoObject", "contentUrl": "a"}', True),
        ('{"@type": "https://schema.org/VideoObject", "embedUrl": "a"}', True),
        ('[[{"x": {"@type": ["Thing", "VideoObject"], "contentUrl": "a"}}]]', True),
        ('{"@type": "VideoObject", "x": {"@type": "VideoObject", "contentUrl": "a"}}', True),
        ('{"@type": "AudioObject", "contentUrl": "a"}', False),
        ('{"@type": 7, "contentUrl": "a"}', False),
        ('{"@type": "VideoObject", "contentUrl": ["a"]}', False),
        ("[" + "{}," * 20_000 + '{"@type": "VideoObject", "contentUrl": "a"}]', False),
        ('{"@type": "VideoObject", "contentUrl": "a", "x": "' + "x" * 300_000 + '"}', False),
        ("[" * 100_000, False),
        ("[" * 100_000 + "]" * 100_000, False),
        ("{", False),
        ("NaN", False),
    ],
)
def test_a_description_is_found_wherever_it_stands_but_not_for_ever(text: str, found: bool) -> None:
    assert (first_video_object(text, lambda url: url) is not None) is found


@given(st.binary(max_size=400), st.text(max_size=60))
def test_no_page_makes_the_reader_fail(body: bytes, text: str) -> None:
    read(answer(body, content_type=text))
    hostile = (
        f'<base href="{text}"><link rel=alternate type=application/json+oembed href="{text}"><iframe src="{text}">'
    )
    facts = read(answer(hostile.encode("utf-8", "replace"), link=f"<{text}>; alternate {text}"))
    for address in (facts.oembed, *facts.frames):
        assert address is None or address.startswith(("https://", "http://"))
    first_video_object(text, lambda url: url)


def test_a_page_that_says_nothing_has_no_facts() -> None:
    assert read(answer("")) == Facts()


def test_two_pages_are_asked_one_after_the_other() -> None:
    refs = (VideoRef("page", URL), VideoRef("page", "https://b.example/"))
    conversation = PAGE.inspect(refs, Given())
    next(conversation)
    assert conversation.send(page(OG)).url == "https://b.example/"
    with pytest.raises(StopIteration) as end:
        conversation.send(Silence(Cause.NO_NAME))
    assert [end.value.value[ref].state for ref in refs] == [State.AVAILABLE, State.UNREACHABLE]


@pytest.fixture
def simulated(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[SimulatedWeb, Web]]:
    with SimulatedWeb(Pages()) as web:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(web.ca_file))
        there = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", web.port))]
        fetch = Web(user_agent="hexaglot/test", allow_private=True, resolve=lambda _host, _port: list(there))
        yield web, fetch
        fetch.close()


LIVES = {
    "https://www.example.int/oembed": (State.AVAILABLE, "Told", None, 2),
    "https://www.example.int/blog": (State.UNKNOWN, None, None, 2),
    "https://www.example.int/schema": (State.AVAILABLE, "Described", None, 1),
    "https://example.int/og": (State.AVAILABLE, "Shared", None, 2),
    "https://www.example.int/framed": (State.UNKNOWN, None, MEANT, 1),
    "https://www.example.int/holds": (State.UNKNOWN, None, "https://www.example.int/films/2.webm", 1),
    "https://www.example.int/far": (State.AVAILABLE, "Described", None, 1),
    "https://www.example.int/over": (State.UNKNOWN, "Described", None, 1),
    "https://www.example.int/nothing": (State.UNKNOWN, None, None, 1),
    "https://www.example.int/away": (State.UNKNOWN, None, None, 2),
    "https://www.example.int/members": (State.UNKNOWN, None, None, 2),
    "https://www.example.int/gone": (State.REMOVED, None, None, 1),
    "https://www.example.int/forbidden": (State.UNKNOWN, None, None, 1),
    "https://www.example.int/broken": (State.UNREACHABLE, None, None, 1),
    "https://www.example.int/nowhere": (State.REMOVED, None, None, 1),
}


@pytest.mark.parametrize(("url", "expected"), LIVES.items())
def test_whole_conversations_over_real_sockets(
    simulated: tuple[SimulatedWeb, Web], url: str, expected: tuple[State, str | None, str | None, int]
) -> None:
    web, fetch = simulated
    made = plan([url])
    (held,) = hold(made.conversations(Given()), fetch, Manners(Manner(rate=10_000)))
    (verdict,) = held.verdicts.values()
    assert (verdict.state, verdict.title, verdict.suggestion, len(web.log)) == expected


def test_every_way_of_the_simulated_site_is_tried() -> None:
    assert {url.rpartition("/")[2] for url in LIVES} >= set(HEADS)

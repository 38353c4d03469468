"""This file tests Wikimedia Commons' file: its addresses, what its answers mean, and whole conversations."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.drive import Held, hold
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Web
from checker.lanes import Manner, Manners
from checker.providers import Frame, Given, VideoRef
from checker.providers import wikimedia_commons as commons_file
from checker.providers._wikimedia_commons_addresses import normal
from checker.providers.wikimedia_commons import EXAMPLES, PROVIDER, judge
from checker.verdict import State, Verdict
from conversing import address_of
from replica.web import SimulatedWeb
from replica.wikimedia_commons import Kind, WikimediaCommons

API = "https://commons.wikimedia.org/w/api.php"
OURS = VideoRef("wikimedia-commons", "Message_2021.webm")
ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "video_addresses.jsonl").read_text("utf-8").splitlines()
]
TERRA_X = "Die_Temperaturkurve_der_Erde_(ZDF,_Terra_X)_720p_HD_50FPS.webm"


def _id(url: str) -> str | None:
    ref = PROVIDER.recognise(url)
    return None if ref is None else ref.id


def test_the_known_address_names_its_film_and_no_other_sites_does() -> None:
    named = [(row["provider"], _id(row["url"])) for row in ROWS if _id(row["url"]) is not None]
    assert named == [("wikimedia-commons", TERRA_X)]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        *EXAMPLES.items(),
        (f"https://commons.wikimedia.org/wiki/File:{TERRA_X}", TERRA_X),
        ("https://commons.wikimedia.org/wiki/Image:a_film.ogv", "A_film.ogv"),
        ("https://commons.wikimedia.org/wiki/%3AFile:_a__film_.ogv", "A_film_.ogv"),
        ("https://commons.wikimedia.org/wiki/File:A_film.webm#Licensing", "A_film.webm"),
        ("commons.wikimedia.org/wiki/Special:FilePath/a%20film.WEBM", "A_film.WEBM"),
        ("https://commons.wikimedia.org/wiki/Special:Redirect/file/A_film.mpg", "A_film.mpg"),
        ("https://commons.wikimedia.org/wiki/File:A.webm?embedplayer=yes&uselang=ar", "A.webm"),
        ("https://upload.wikimedia.org/wikipedia/commons/transcoded/a/ab/A.webm/A.webm.480p.vp9.webm", "A.webm"),
        ("https://commons.wikimedia.org/wiki/File:%D9%81%D9%8A%D9%84%D9%85.webm", "فيلم.webm"),
        ("https://commons.wikimedia.org/wiki/File:%E2%80%8F%D9%81%D9%8A%E2%80%8E.webm", "في.webm"),
        ("https://commons.wikimedia.org/wiki/File:e%E2%80%8E%CC%81t%C3%A9.webm", "Été.webm"),
        ("https://commons.wikimedia.org/wiki/File:%C3%9Fa.webm", "ßa.webm"),
        ("https://commons.wikimedia.org/wiki/File:%E1%83%90.webm", "ა.webm"),
        ("https://commons.wikimedia.org/wiki/File:100%25_%26_more%3F.webm", "100%_&_more?.webm"),
        ("https://commons.wikimedia.org/wiki/File:A%7CFile:B.webm", None),
        ("https://commons.wikimedia.org/wiki/File:A%1FB.webm", None),
        ("https://commons.wikimedia.org/wiki/File:A%0AB.webm", None),
        ("https://commons.wikimedia.org/wiki/File:A/B.webm", None),
        ("https://commons.wikimedia.org/wiki/File:%FF.webm", None),
        ("https://commons.wikimedia.org/wiki/File:.webm", None),
        ("https://commons.wikimedia.org/wiki/File:" + "a" * 236 + ".webm", None),
        ("https://commons.wikimedia.org/wiki/File:", None),
        ("https://commons.wikimedia.org/wiki/User:A.webm", None),
        ("https://commons.wikimedia.org/wiki/A.webm", None),
        ("https://commons.wikimedia.org/w/index.php?curid=83227919", None),
        ("https://commons.wikimedia.org/File:A.webm", None),
        ("https://upload.wikimedia.org/wikipedia/commons/a/bb/A.webm", None),
        ("https://upload.wikimedia.org/wikipedia/commons/archive/a/ab/20200101000000%21A.webm", None),
        ("https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/A.webm/640px--A.webm.jpg", None),
        ("https://www.wikimedia.org/wiki/File:A.webm", None),
        ("https://de.m.wikipedia.org/wiki/Datei:A.webm", None),
        ("File:A.webm", None),
    ],
)
def test_which_film_an_address_names(url: str, name: str | None) -> None:
    assert _id(url) == name


@pytest.mark.parametrize("name", [TERRA_X, "A_&_b?.webm", "100%25.ogv", "Ça_va;@,!~*.webm", "فيلم_قصير.webm"])
def test_page_and_player_name_the_film_again(name: str) -> None:
    ref = VideoRef("wikimedia-commons", name)
    assert PROVIDER.recognise(PROVIDER.page(ref)) == ref
    assert PROVIDER.recognise(address_of(PROVIDER.player(ref, "zh-Hant")) or "") == ref


def test_the_addresses_we_give_are_wikimedias_own() -> None:
    ref = VideoRef("wikimedia-commons", TERRA_X)
    page = f"https://commons.wikimedia.org/wiki/File:{TERRA_X}"
    assert PROVIDER.page(ref) == page
    assert PROVIDER.player(ref, "zh-Hant") == Frame(f"{page}?embedplayer=yes&uselang=zh-hant")


@given(st.text(max_size=200))
def test_no_text_makes_the_address_reader_fail(text: str) -> None:
    for url in (
        text,
        f"https://{text}",
        f"https://commons.wikimedia.org/{text}",
        f"https://upload.wikimedia.org/{text}",
    ):
        PROVIDER.recognise(url)
        PROVIDER.flaw(url)


@given(st.text(max_size=60))
def test_a_name_that_is_normal_stays_as_it_is_and_comes_back_from_its_page(text: str) -> None:
    name = normal(f"{text}.webm")
    if name is not None:
        assert normal(name) == name
        ref = VideoRef("wikimedia-commons", name)
        assert PROVIDER.impossible(ref) is None
        assert PROVIDER.recognise(PROVIDER.page(ref)) == ref


@pytest.mark.parametrize(
    "url",
    [
        "https://commons.wikimedia.org/wiki/File:A.jpg",
        "https://commons.wikimedia.org/",
        "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/A.webm/640px--A.webm.jpg",
    ],
)
def test_an_address_of_commons_without_a_film_says_so(url: str) -> None:
    flaw = PROVIDER.flaw(url)
    assert flaw == Verdict(State.INVALID, commons_file.NOT_ONE_VIDEO, watchable=False, embeddable=False, agreed=True)


@pytest.mark.parametrize(
    "url",
    [
        "https://commons.wikimedia.org/wiki/File:A.webm",
        "https://en.wikipedia.org/wiki/File:A.webm",
        "https://upload.wikimedia.org/wikipedia/en/a/ab/A.jpg",
        "nonsense",
        "",
    ],
)
def test_other_addresses_have_no_flaw_that_commons_could_name(url: str) -> None:
    assert PROVIDER.flaw(url) is None


@pytest.mark.parametrize("name", ["a.webm", "A b.webm", "A|B.webm", "A.jpg", ""])
def test_a_name_that_is_not_normal_is_not_asked_about(name: str) -> None:
    ref = VideoRef("wikimedia-commons", name)
    verdicts, probes = _converse((ref,))
    assert probes == []
    assert (verdicts[ref].state, verdicts[ref].reason) == (State.INVALID, commons_file.IMPOSSIBLE)


def _answer(status: int, body: object = "", url: str = f"{API}?action=query") -> Answer:
    data = (body if isinstance(body, str) else json.dumps(body)).encode()
    return Answer(status, url, (), data, len(data))


def _page(title: object = "File:Message 2021.webm", **fields: object) -> dict[str, object]:
    return {"query": {"pages": {"7": {"pageid": 7, "ns": 6, "title": title, **fields}}}}


def _film(mime: object = "video/webm", kind: object = "VIDEO") -> dict[str, object]:
    return {"videoinfo": [{"mime": mime, "mediatype": kind}]}


def _moved(**lists: object) -> dict[str, object]:
    pages = {"7": {"title": "File:New.webm", **_film()}}
    return {"query": {**lists, "pages": pages}}


@pytest.mark.parametrize(
    ("reply", "state", "reason"),
    [
        (_answer(200, _page(**_film())), State.AVAILABLE, commons_file.PLAYS),
        (_answer(200, _page(**_film("application/ogg"))), State.AVAILABLE, commons_file.PLAYS),
        (_answer(200, _page(**_film("video/mpeg", None))), State.AVAILABLE, commons_file.PLAYS),
        (_answer(200, _page(**_film("application/ogg", "AUDIO"))), State.INVALID, commons_file.NO_VIDEO),
        (_answer(200, _page(missing="")), State.REMOVED, commons_file.REMOVED),
        (_answer(200, _page(missing="", **_film())), State.REMOVED, commons_file.REMOVED),
        (_answer(200, _page(invalid="")), State.INVALID, commons_file.IMPOSSIBLE),
        (_answer(200, _page()), State.UNKNOWN, commons_file.UNNAMED),
        (_answer(200, _page(videoinfo=[])), State.UNKNOWN, commons_file.UNNAMED),
        (_answer(200, _page(videoinfo=["video/webm"])), State.UNKNOWN, commons_file.UNNAMED),
        (_answer(200, _page(videoinfo={"mime": "video/webm"})), State.UNKNOWN, commons_file.UNNAMED),
        (_answer(200, _page("File:Message 2020.webm", **_film())), State.UNKNOWN, commons_file.UNNAMED),
        (_answer(200, {"query": {"pages": {}}}), State.UNKNOWN, commons_file.UNNAMED),
        (_answer(200, {"query": {"pages": [1]}}), State.UNKNOWN, commons_file.UNNAMED),
        (_answer(200, {"query": {"pages": {"7": None, "8": {"title": []}}}}), State.UNKNOWN, commons_file.UNNAMED),
        (
            _answer(200, _moved(redirects=[{"from": "File:Message 2021.webm", "to": "File:New.webm"}])),
            State.AVAILABLE,
            commons_file.PLAYS,
        ),
        (
            _answer(
                200,
                _moved(
                    normalized=[{"from": "File:Message 2021.webm", "to": "File:message"}],
                    redirects=[{"from": "File:message", "to": "File:New.webm"}],
                ),
            ),
            State.AVAILABLE,
            commons_file.PLAYS,
        ),
        (_answer(200, _moved(redirects=[None, {"from": []}], normalized="x")), State.UNKNOWN, commons_file.UNNAMED),
        (_answer(200, {"batchcomplete": ""}), State.UNKNOWN, commons_file.UNEXPECTED),
        (_answer(200, {"query": []}), State.UNKNOWN, commons_file.UNEXPECTED),
        (_answer(200, "[]"), State.UNKNOWN, commons_file.UNEXPECTED),
        (_answer(200, "[" * 100_000), State.UNKNOWN, commons_file.UNEXPECTED),
        (_answer(200, "<!DOCTYPE html><title>Log in to the hotel"), State.UNKNOWN, commons_file.UNEXPECTED),
        (_answer(200, _page(missing=""), url="https://portal.example/"), State.UNKNOWN, commons_file.UNEXPECTED),
        (_answer(404, _page(missing="")), State.UNKNOWN, commons_file.UNEXPECTED),
        (_answer(200, {"error": {"code": "ratelimited"}}), State.RATE_LIMITED, commons_file.TOO_MANY),
        (_answer(200, {"error": {"code": "toomanyvalues"}}), State.UNKNOWN, commons_file.OUR_FAULT),
        (_answer(200, {"error": "no"}), State.UNKNOWN, commons_file.OUR_FAULT),
        (_answer(403, "<!DOCTYPE html>robot policy"), State.UNKNOWN, commons_file.OUR_FAULT),
        (_answer(429), State.RATE_LIMITED, commons_file.TOO_MANY),
        (_answer(503, "<html>"), State.UNREACHABLE, commons_file.SITE_FAULT),
        (Silence(Cause.TIMEOUT), State.UNREACHABLE, "The site did not answer in time."),
        (Silence(Cause.REDIRECTS), State.UNKNOWN, "The site redirected without end, or to where we do not follow."),
    ],
)
def test_what_each_answer_means(reply: Reply, state: State, reason: str) -> None:
    verdict = judge((OURS,), reply)[OURS]
    assert (verdict.state, verdict.reason, verdict.agreed) == (state, reason, False)


def test_what_is_said_of_a_film_that_plays_and_of_one_that_is_gone() -> None:
    assert judge((OURS,), _answer(200, _page(**_film())))[OURS] == Verdict(
        State.AVAILABLE, commons_file.PLAYS, watchable=True, embeddable=True, title="Message 2021.webm"
    )
    assert judge((OURS,), _answer(200, _page(missing="")))[OURS] == Verdict(
        State.REMOVED, commons_file.REMOVED, watchable=False, embeddable=False
    )


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["query", "pages", "title", "videoinfo", "mime", "error", "7"]), inner)
    ),
)


@given(JSON_VALUES)
def test_no_answer_makes_the_judge_fail_or_pass(body: object) -> None:
    assert judge((OURS,), _answer(200, body))[OURS].state in {State.UNKNOWN, State.RATE_LIMITED}


def _converse(videos: tuple[VideoRef, ...], *replies: Reply) -> tuple[dict[VideoRef, Verdict], list[Probe]]:
    conversation = PROVIDER.inspect(videos, Given())
    probes: list[Probe] = []
    waiting = list(replies)
    try:
        probes.append(next(conversation))
        while True:
            probes.append(conversation.send(waiting.pop(0)))
    except StopIteration as end:
        assert waiting == []
        return end.value, probes


def test_the_question_asks_for_the_kind_of_every_file_at_once() -> None:
    other = VideoRef("wikimedia-commons", "فيلم_قصير.ogv")
    _, (probe,) = _converse((OURS, other), _answer(503))
    assert parse_qs(urlsplit(probe.url).query) == {
        "action": ["query"],
        "format": ["json"],
        "redirects": ["1"],
        "prop": ["videoinfo"],
        "viprop": ["mime|mediatype"],
        "titles": ["File:Message 2021.webm|File:فيلم قصير.ogv"],
    }


def test_fifty_long_arabic_names_are_asked_about_in_addresses_that_servers_take() -> None:
    videos = tuple(VideoRef("wikimedia-commons", "رسالة_" * 19 + f"{n}.webm") for n in range(50))
    verdicts, probes = _converse(videos, *[_answer(503)] * 6)
    assert list(verdicts) == list(videos)
    assert max(len(probe.url) for probe in probes) < 8_000
    asked = [title for probe in probes for title in parse_qs(urlsplit(probe.url).query)["titles"][0].split("|")]
    assert asked == ["File:" + "رسالة " * 19 + f"{n}.webm" for n in range(50)]


@pytest.fixture
def site() -> WikimediaCommons:
    return WikimediaCommons({})


@pytest.fixture
def web(site: WikimediaCommons, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedWeb]:
    with SimulatedWeb(site) as simulated:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(simulated.ca_file))
        yield simulated


def _held(web: SimulatedWeb, videos: tuple[VideoRef, ...], agent: str = "hexaglot/test") -> Held:
    fetch = Web(
        user_agent=agent,
        allow_private=True,
        resolve=lambda _host, _port: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", web.port))],
    )
    try:
        (held,) = hold([PROVIDER.inspect(videos, Given())], fetch, Manners(Manner(rate=1_000)))
    finally:
        fetch.close()
    return held


def _states(held: Held) -> dict[str, State]:
    return {video.id: verdict.state for video, verdict in held.verdicts.items()}


def test_fifty_films_are_asked_about_in_one_conversation_over_real_sockets(
    web: SimulatedWeb, site: WikimediaCommons
) -> None:
    site.files |= {f"Film {n}.webm": Kind.FILM for n in range(41)}
    site.files |= {f"{kind}.webm".capitalize().replace("_", " "): kind for kind in Kind}
    names: dict[str, Any] = {f"Film_{n}.webm": State.AVAILABLE for n in range(41)} | {
        "Film.webm": State.AVAILABLE,
        "Old_film.webm": State.AVAILABLE,
        "Picture.webm": State.INVALID,
        "Sound.webm": State.INVALID,
        "Moved.webm": State.AVAILABLE,
        "Missing.webm": State.REMOVED,
        "Untold.webm": State.UNKNOWN,
        "Lost.webm": State.UNKNOWN,
        "Invalid.webm": State.INVALID,
    }
    videos = tuple(VideoRef("wikimedia-commons", name) for name in names)
    assert len(videos) == PROVIDER.batch(Given())
    assert _states(_held(web, videos)) == names
    assert len(web.log) == 1


@pytest.mark.parametrize(
    ("limited", "agent", "state"),
    [(True, "hexaglot/test", State.RATE_LIMITED), (False, "Mozilla/5.0", State.UNKNOWN)],
)
def test_a_refusal_says_nothing_about_the_film(
    web: SimulatedWeb, site: WikimediaCommons, limited: bool, agent: str, state: State
) -> None:
    site.limited = limited
    assert _states(_held(web, (OURS,), agent)) == {OURS.id: state}


def test_a_film_that_never_was_is_gone(web: SimulatedWeb) -> None:
    assert _states(_held(web, (OURS,))) == {OURS.id: State.REMOVED}

"""This file tests the Internet Archive's file: its addresses, what its answers mean, and whole conversations."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.drive import Held, hold
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Web
from checker.lanes import Manner, Manners
from checker.providers import Frame, Given, VideoRef
from checker.providers import internet_archive as archive_file
from checker.providers._internet_archive_addresses import start_in
from checker.providers.internet_archive import EXAMPLES, PROVIDER, judge
from checker.verdict import Detail, State, Verdict
from replica.internet_archive import InternetArchive, Kind
from replica.web import SimulatedWeb

METADATA = "https://archive.org/metadata/message-2021"
ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "video_addresses.jsonl").read_text("utf-8").splitlines()
]
SHN = "gd95-04-02.sbd.11622.sbeok.shnf"
RUSSIA = "lp_the-music-of-russia_various-artists-a-askaryan-alexander-melik"


def _id(url: str) -> str | None:
    ref = PROVIDER.recognise(url)
    return None if ref is None else ref.id


def test_which_item_or_file_each_known_address_names() -> None:
    # Whether an item is a film, a sound, a text or a collection cannot be seen in its address: the metadata tell.
    assert {row["url"]: _id(row["url"]) for row in ROWS if row["provider"] == "internet-archive"} == {
        "http://archive.org/details/XD300-23_68HighlightsAResearchCntAugHumanIntellect": (
            "XD300-23_68HighlightsAResearchCntAugHumanIntellect"
        ),
        "https://archive.org/details/Election_Ads": "Election_Ads",
        f"https://archive.org/details/{RUSSIA}": RUSSIA,
        "https://archive.org/details/irelandthemakingofarepublic": "irelandthemakingofarepublic",
        f"https://archive.org/details/{SHN}/gd95-04-02d1t04.shn": f"{SHN}/gd95-04-02d1t04.shn",
        "https://archive.org/details/um2000-09-01.shnf": "um2000-09-01.shnf",
        "https://archive.org/details/ChronoTrigger_456": "ChronoTrigger_456",
        "https://archive.org/details/wessextales0000thom_z1o2/page/n9/mode/2up": None,
        "https://archive.org/details/propix.SIL08-09434-a": "propix.SIL08-09434-a",
    }


def test_no_other_sites_address_is_taken_for_the_archives() -> None:
    assert [row["url"] for row in ROWS if row["provider"] != "internet-archive" and _id(row["url"])] == []


@pytest.mark.parametrize(
    ("url", "video_id"),
    [
        *EXAMPLES.items(),
        ("archive.org/details/ABC_1/", "ABC_1"),
        ("https://archive.org/details/ABC_1?start=12", "ABC_1"),
        ("https://archive.org/details/ABC_1/start/12.5", "ABC_1"),
        ("https://archive.org/download/ABC_1/a%20film%2Bmore.mp4", "ABC_1/a film+more.mp4"),
        ("https://archive.org/download/ABC_1/%D9%81%D9%8A%D9%84%D9%85.mp4", "ABC_1/فيلم.mp4"),
        ("https://archive.org/download/ABC_1/%2e%2e/other", None),
        ("https://archive.org/download/ABC_1/a%2F%2Fb.mp4", None),
        ("https://archive.org/download/ABC_1/a%00.mp4", None),
        ("https://archive.org/download/ABC_1/%FF.mp4", None),
        ("https://archive.org/details/-ABC", None),
        ("https://archive.org/details/" + "a" * 101, None),
        ("https://archive.org/details/A%2FB", "A/B"),
        ("https://archive.org/details", None),
        ("https://archive.org/metadata/ABC_1", None),
        ("https://archive.org/", None),
        ("https://blog.archive.org/details/ABC_1", None),
        ("nonsense", None),
    ],
)
def test_which_video_an_address_names(url: str, video_id: str | None) -> None:
    assert _id(url) == video_id


@pytest.mark.parametrize(
    ("video_id", "path"),
    [("ABC_1", "ABC_1"), ("ABC_1/Content/a film?.mp4", "ABC_1/Content/a%20film%3F.mp4")],
)
def test_page_and_player_name_the_video_again(video_id: str, path: str) -> None:
    ref = VideoRef("internet-archive", video_id)
    assert PROVIDER.page(ref) == f"https://archive.org/details/{path}"
    assert PROVIDER.player(ref, "ar") == Frame(f"https://archive.org/embed/{path}")
    assert [PROVIDER.recognise(url) for url in (PROVIDER.page(ref), f"https://archive.org/embed/{path}")] == [ref, ref]


@pytest.mark.parametrize(
    ("url", "start"),
    [
        ("https://archive.org/details/ABC_1?start=83", 83),
        ("https://archive.org/embed/ABC_1/a.mp4?start=1m23s&x=1", 83),
        ("https://archive.org/details/CNN_1/start/60/end/120", 60),
        ("https://archive.org/details/CNN_1/start/60.9", 60),
        ("https://archive.org/details/CNN_1/start/0/end/60", None),
        ("https://archive.org/details/ABC_1/start/٦٠", None),
        ("https://archive.org/details/ABC_1?start=x", None),
        ("https://archive.org/details/ABC_1", None),
        ("", None),
    ],
)
def test_where_an_address_asks_to_begin(url: str, start: int | None) -> None:
    assert start_in(url) == start


@given(st.text(max_size=200))
def test_no_text_makes_the_address_reader_fail(text: str) -> None:
    for url in (text, f"https://{text}", f"https://archive.org/{text}", f"https://archive.org/download/A/{text}"):
        ref = PROVIDER.recognise(url)
        PROVIDER.flaw(url)
        if ref is not None:
            assert PROVIDER.impossible(ref) is None
            assert PROVIDER.recognise(PROVIDER.page(ref)) == ref


@pytest.mark.parametrize(
    "url",
    [
        "https://archive.org/details/@itu",
        "https://archive.org/search?query=itu",
        "https://www.archive.org",
        "https://archive.org/details/wessextales0000thom_z1o2/page/n9/mode/2up",
    ],
)
def test_an_address_of_the_archive_without_an_item_says_so(url: str) -> None:
    assert PROVIDER.flaw(url) == Verdict(
        State.INVALID, archive_file.NOT_ONE_VIDEO, watchable=False, embeddable=False, agreed=True
    )


@pytest.mark.parametrize(
    "url", ["https://archive.org/details/ABC_1", "https://web.archive.org/web/2021/x", "nonsense", ""]
)
def test_other_addresses_have_no_flaw_that_the_archive_could_name(url: str) -> None:
    assert PROVIDER.flaw(url) is None


def _answer(status: int, body: object = "", url: str = METADATA) -> Answer:
    data = (body if isinstance(body, str) else json.dumps(body)).encode()
    return Answer(status, url, (), data, len(data))


def _item(*files: object, **about: object) -> dict[str, object]:
    return {"metadata": {"identifier": "message-2021", "mediatype": "movies", **about}, "files": list(files)}


OPEN, SHUT = {"name": "en/film.mp4"}, {"name": "en/film.mp4", "private": "true"}
OTHER, PICTURE = {"name": "fr/film.OGV"}, {"name": "picture.jpg"}


@pytest.mark.parametrize(
    ("video_id", "body", "state", "reason"),
    [
        ("message-2021", _item(OPEN), State.AVAILABLE, archive_file.PLAYS),
        ("message-2021", _item(PICTURE, SHUT, OTHER), State.AVAILABLE, archive_file.PLAYS),
        ("message-2021", _item(OPEN | {"private": "false"}), State.AVAILABLE, archive_file.PLAYS),
        ("message-2021", _item(OPEN | {"private": []}), State.AVAILABLE, archive_file.PLAYS),
        ("message-2021", _item(SHUT, PICTURE), State.RESTRICTED, archive_file.LOCKED),
        ("message-2021", _item(OPEN | {"private": True}), State.RESTRICTED, archive_file.LOCKED),
        ("message-2021", _item(PICTURE), State.INVALID, archive_file.NO_VIDEO),
        ("message-2021", _item(), State.INVALID, archive_file.NO_VIDEO),
        ("message-2021", _item(None, "film.mp4", {"name": ["film.mp4"]}), State.INVALID, archive_file.NO_VIDEO),
        ("message-2021", _item(OPEN, mediatype="collection"), State.INVALID, archive_file.COLLECTION),
        ("message-2021/en/film.mp4", _item(OPEN), State.AVAILABLE, archive_file.PLAYS),
        ("message-2021/en/film.mp4", _item(SHUT, OTHER), State.RESTRICTED, archive_file.LOCKED),
        ("message-2021/en/film.mp4", _item(OTHER), State.REMOVED, archive_file.NO_FILE),
        ("message-2021/picture.jpg", _item(OPEN, PICTURE), State.INVALID, archive_file.NO_VIDEO),
        ("message-2021", {}, State.REMOVED, archive_file.NO_ITEM),
        ("message-2021/en/film.mp4", {}, State.REMOVED, archive_file.NO_ITEM),
        ("message-2021", {"is_dark": True}, State.REMOVED, archive_file.DARK),
        ("message-2021", _item(OPEN) | {"is_dark": True}, State.REMOVED, archive_file.DARK),
        ("message-2021", _item(OPEN, identifier="other") | {"is_dark": True}, State.UNKNOWN, archive_file.SUBSTITUTED),
        ("message-2021", _item(OPEN, identifier="Message-2021"), State.UNKNOWN, archive_file.SUBSTITUTED),
        ("message-2021", _item(OPEN, identifier=["message-2021"]), State.UNKNOWN, archive_file.SUBSTITUTED),
        ("message-2021", _item(OPEN, identifier=None), State.UNKNOWN, archive_file.UNEXPECTED),
        ("message-2021", {"metadata": [], "files": [OPEN]}, State.UNKNOWN, archive_file.UNEXPECTED),
        ("message-2021", {"is_dark": "yes"}, State.UNKNOWN, archive_file.UNEXPECTED),
        ("message-2021", {"error": "Couldn't locate item"}, State.UNKNOWN, archive_file.UNEXPECTED),
        ("message-2021", {"metadata": {"identifier": "message-2021"}}, State.UNKNOWN, archive_file.UNEXPECTED),
        ("message-2021", "[]", State.UNKNOWN, archive_file.UNEXPECTED),
        ("message-2021", "", State.UNKNOWN, archive_file.UNEXPECTED),
        ("message-2021", "<html><title>Log in to the hotel", State.UNKNOWN, archive_file.UNEXPECTED),
    ],
)
def test_what_the_metadata_mean(video_id: str, body: object, state: State, reason: str) -> None:
    verdict = judge(video_id, _answer(200, body))
    assert (verdict.state, verdict.reason, verdict.agreed) == (state, reason, False)


@pytest.mark.parametrize(
    ("reply", "state", "reason"),
    [
        (_answer(200, {}, url="https://portal.example/"), State.UNKNOWN, archive_file.UNEXPECTED),
        (_answer(404, {}), State.UNKNOWN, archive_file.UNEXPECTED),
        (_answer(403, "<html>"), State.UNKNOWN, archive_file.UNEXPECTED),
        (_answer(429, {}), State.RATE_LIMITED, archive_file.TOO_MANY),
        (_answer(503, {}), State.UNREACHABLE, archive_file.SITE_FAULT),
        (Silence(Cause.TLS), State.UNREACHABLE, "The site's certificate could not be verified."),
        (Silence(Cause.TOO_LARGE), State.UNKNOWN, "The answer was larger than any true answer could be."),
    ],
)
def test_what_speaks_about_us_says_nothing_about_the_video(reply: Reply, state: State, reason: str) -> None:
    verdict = judge("message-2021", reply)
    assert (verdict.state, verdict.reason, verdict.watchable) == (state, reason, None)


@pytest.mark.parametrize(
    ("creator", "author"),
    [("ITU", "ITU"), (["ITU", "UN"], "ITU"), ([], None), ([7], None), (" ", None), ("x" * 2000, "x" * 1000)],
)
def test_a_film_tells_its_title_and_its_first_author(creator: object, author: str | None) -> None:
    assert judge("message-2021", _answer(200, _item(OPEN, title="A title", creator=creator))) == Verdict(
        State.AVAILABLE, archive_file.PLAYS, watchable=True, embeddable=True, title="A title", author=author
    )


def test_whether_a_locked_film_plays_is_not_known() -> None:
    assert judge("message-2021", _answer(200, _item(SHUT, title="A title"))) == Verdict(
        State.RESTRICTED, archive_file.LOCKED, detail=Detail.LOGIN, title="A title"
    )


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["metadata", "identifier", "files", "name", "mediatype", "x"]), inner)
    ),
)


@given(JSON_VALUES)
def test_no_answer_makes_the_judge_fail_or_pass(body: object) -> None:
    verdict = judge("message-2021", _answer(200, body))
    assert verdict.state is (State.REMOVED if body == {} else State.UNKNOWN)


def test_one_question_is_asked_and_its_answer_may_be_large() -> None:
    ref = VideoRef("internet-archive", "message-2021/en/film.mp4")
    conversation = PROVIDER.inspect((ref,), Given())
    assert next(conversation) == Probe("GET", METADATA, max_bytes=4 * 1024 * 1024)
    with pytest.raises(StopIteration) as end:
        conversation.send(_answer(200, {}))
    assert end.value.value[ref].state is State.REMOVED


def test_an_impossible_item_is_not_asked_about() -> None:
    ref = VideoRef("internet-archive", "../search")
    with pytest.raises(StopIteration) as end:
        next(PROVIDER.inspect((ref,), Given()))
    assert end.value.value[ref] == Verdict(
        State.INVALID, archive_file.IMPOSSIBLE, watchable=False, embeddable=False, agreed=True
    )


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedWeb]:
    with SimulatedWeb(InternetArchive({kind.value: kind for kind in Kind})) as simulated:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(simulated.ca_file))
        yield simulated


def _held(web: SimulatedWeb, video_id: str) -> Held:
    fetch = Web(
        user_agent="hexaglot/test",
        allow_private=True,
        resolve=lambda _host, _port: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", web.port))],
    )
    ref = VideoRef("internet-archive", video_id)
    try:
        (held,) = hold([PROVIDER.inspect((ref,), Given())], fetch, Manners(Manner(rate=1_000)))
    finally:
        fetch.close()
    return held


@pytest.mark.parametrize(
    ("video_id", "state"),
    [
        ("film", State.AVAILABLE),
        ("film/reels/film.mpg", State.AVAILABLE),
        ("film/reels/other.mpg", State.REMOVED),
        ("film/__ia_thumb.jpg", State.INVALID),
        ("locked", State.RESTRICTED),
        ("half_locked", State.AVAILABLE),
        ("half_locked/reels/film.mpg", State.RESTRICTED),
        ("dark", State.REMOVED),
        ("sound", State.INVALID),
        ("collection", State.INVALID),
        ("large", State.AVAILABLE),
        ("enormous", State.UNKNOWN),
        ("broken", State.UNREACHABLE),
        ("substituted", State.UNKNOWN),
        ("never-was", State.REMOVED),
    ],
)
def test_whole_conversations_over_real_sockets(web: SimulatedWeb, video_id: str, state: State) -> None:
    held = _held(web, video_id)
    assert [verdict.state for verdict in held.verdicts.values()] == [state]
    assert {probe.url for probe, _ in held.exchanges} == {f"https://archive.org/metadata/{video_id.partition('/')[0]}"}


def test_the_large_item_really_is_larger_than_what_others_may_answer(web: SimulatedWeb) -> None:
    ((_, reply),) = _held(web, "large").exchanges
    assert isinstance(reply, Answer)
    assert 256 * 1024 < len(reply.body) < 4 * 1024 * 1024

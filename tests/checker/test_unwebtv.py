"""This file tests UN Web TV's file: its addresses, what its pages add, and whole conversations."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.drive import hold
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Web
from checker.lanes import Manner, Manners
from checker.providers import Given, VideoRef, recognise
from checker.providers import _kaltura_entry as said
from checker.providers import unwebtv as unwebtv_file
from checker.providers.unwebtv import PROVIDER, corroborate
from checker.verdict import State, Verdict
from replica.kaltura import UN_PARTNER, Entry, KalturaSite
from replica.kaltura import State as Held
from replica.web import SimulatedWeb

DATA = Path(__file__).parent / "data" / "video_addresses.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
PAGE = "https://webtv.un.org/en/asset/k1o/k1o7stmi6p"
OURS = "1_o7stmi6p"
REF = VideoRef("unwebtv", OURS, "en")


def test_every_address_of_the_cases_names_its_video() -> None:
    ours = [row for row in ROWS if row["provider"] == "un-webtv"]
    assert [row["url"] for row in ours] == [PAGE]
    assert recognise(ours[0]["url"]) == VideoRef("unwebtv", ours[0]["id"], "en")


@pytest.mark.parametrize("row", [row for row in ROWS if row["provider"] != "un-webtv"], ids=lambda row: row["url"])
def test_nothing_else_is_taken_for_un_web_tv(row: dict[str, Any]) -> None:
    assert PROVIDER.recognise(row["url"]) is None


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_the_page_keeps_the_language_of_the_address(language: str) -> None:
    ref = PROVIDER.recognise(f"http://WebTV.un.org/{language}/asset/k1o/k1o7stmi6p/?utm_source=x#play")
    assert ref == VideoRef("unwebtv", OURS, language)
    assert PROVIDER.page(ref) == f"https://webtv.un.org/{language}/asset/k1o/k1o7stmi6p"


def test_a_page_is_english_where_no_language_was_named() -> None:
    assert PROVIDER.page(VideoRef("unwebtv", "0_aaaaaaaa")) == "https://webtv.un.org/en/asset/k0a/k0aaaaaaaa"


def test_the_page_keeps_the_start() -> None:
    ref = PROVIDER.recognise(f"{PAGE}?kalturaStartTime=3600&x=1")
    assert ref == REF
    assert PROVIDER.page(ref) == f"{PAGE}?kalturaStartTime=3600"


def test_it_has_its_own_name() -> None:
    assert (PROVIDER.name, PROVIDER.label, PROVIDER.batch(Given())) == ("unwebtv", "UN Web TV", 1)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://webtv.un.org/en/asset/k1o/k1o7stmi6", unwebtv_file.NO_ID),
        ("https://webtv.un.org/en/asset/k1o/k1o7stmi6px", unwebtv_file.NO_ID),
        ("https://webtv.un.org/en/asset/k1o/K1O7STMI6P", unwebtv_file.NO_ID),
        ("https://webtv.un.org/ar/asset/k2o/k2o7stmi6p", unwebtv_file.NO_ID),
        ("https://webtv.un.org/", unwebtv_file.NOT_ONE_VIDEO),
        ("https://webtv.un.org/en", unwebtv_file.NOT_ONE_VIDEO),
        ("https://webtv.un.org/en/schedule", unwebtv_file.NOT_ONE_VIDEO),
        ("https://webtv.un.org/de/asset/k1o/k1o7stmi6p", unwebtv_file.NOT_ONE_VIDEO),
        ("https://webtv.un.org/en/search/k1o/k1o7stmi6p", unwebtv_file.NOT_ONE_VIDEO),
        ("https://webtv.un.org/en/asset/k-o/k1o7stmi6p", unwebtv_file.NOT_ONE_VIDEO),
        ("https://webtv.un.org/watch/a-meeting/5678901234001", None),
        (PAGE, None),
        ("https://media.un.org/en/asset/k1o/k1o7stmi6p", None),
        ("https://webtv.un.org.evil.example/en/asset/k1o/k1o7stmi6", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_an_address_without_a_video_says_why(url: str, reason: str | None) -> None:
    flaw = PROVIDER.flaw(url)
    assert (flaw and flaw.reason) == reason
    if flaw is not None:
        assert (flaw.state, flaw.watchable, flaw.agreed) == (State.INVALID, False, True)
        assert PROVIDER.recognise(url) is None


@given(st.text(max_size=200))
def test_no_text_makes_the_address_reader_fail(text: str) -> None:
    for url in (text, f"https://webtv.un.org/{text}", f"https://webtv.un.org/en/asset/k1o/{text}"):
        ref = PROVIDER.recognise(url)
        assert ref is None or PROVIDER.impossible(ref) is None
        PROVIDER.flaw(url)


@given(st.from_regex(r"[01]_[a-z0-9]{8}", fullmatch=True), st.sampled_from(["ar", "zh", "en", "fr", "ru", "es"]))
def test_every_video_is_found_again_on_its_page(entry: str, language: str) -> None:
    ref = VideoRef("unwebtv", entry, language)
    assert PROVIDER.recognise(PROVIDER.page(ref)) == ref


def _answer(status: int, body: str = "", url: str = PAGE) -> Answer:
    return Answer(status, url, (), body.encode(), len(body))


GONE = Verdict(State.REMOVED, said.REMOVED, watchable=False, embeddable=False)
PLAYER = '<!DOCTYPE html><script>const kentryID = "1_vohfjqkj";</script>'


@pytest.mark.parametrize(
    ("page", "state", "reason", "agreed"),
    [
        (_answer(404), State.REMOVED, said.REMOVED, True),
        (_answer(410), State.REMOVED, said.REMOVED, True),
        (_answer(404, url="https://portal.example/"), State.REMOVED, said.REMOVED, False),
        (_answer(200, PLAYER), State.UNKNOWN, unwebtv_file.PAGE_REMAINS, False),
        (_answer(200, PLAYER, url="https://portal.example/"), State.REMOVED, said.REMOVED, False),
        (_answer(200, "<!DOCTYPE html>Page not found"), State.REMOVED, said.REMOVED, False),
        (_answer(200, '<script>const kentryID = "";</script>'), State.REMOVED, said.REMOVED, False),
        (_answer(403, PLAYER), State.REMOVED, said.REMOVED, False),
        (_answer(429), State.REMOVED, said.REMOVED, False),
        (_answer(503), State.REMOVED, said.REMOVED, False),
        (Silence(Cause.TOO_LARGE), State.REMOVED, said.REMOVED, False),
    ],
)
def test_what_the_page_adds(page: Reply, state: State, reason: str, agreed: bool) -> None:
    verdict = corroborate(GONE, page)
    assert (verdict.state, verdict.reason, verdict.agreed) == (state, reason, agreed)


def test_an_impossible_video_is_caught_without_a_question() -> None:
    ref = VideoRef("unwebtv", "k1o7stmi6p", "en")
    with pytest.raises(StopIteration) as end:
        next(PROVIDER.inspect((ref,), Given()))
    verdict = end.value.value[ref]
    assert (verdict.state, verdict.reason, verdict.agreed) == (State.INVALID, unwebtv_file.NO_ID, True)


def test_kaltura_is_asked_about_the_uns_account() -> None:
    probe = next(PROVIDER.inspect((REF,), Given()))
    assert isinstance(probe, Probe)
    assert probe.url.startswith("https://cdnapisec.kaltura.com/api_v3/service/multirequest?")
    assert "&1:widgetId=_2503451&" in probe.url
    assert "&2:entryId=1_o7stmi6p&" in probe.url


@pytest.fixture
def site() -> KalturaSite:
    """A simulated UN Web TV without videos."""
    return KalturaSite()


@pytest.fixture
def simulated(site: KalturaSite, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedWeb]:
    """A simulated web that is this site and Kaltura."""
    with SimulatedWeb(site) as web:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(web.ca_file))
        yield web


@pytest.fixture
def way(simulated: SimulatedWeb) -> Iterator[Web]:
    """The way to it."""

    def resolve(_host: str, _port: int) -> list[tuple[int, int, int, str, Any]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", simulated.port))]

    web = Web(user_agent="hexaglot/test", allow_private=True, resolve=resolve)
    yield web
    web.close()


API = "cdnapisec.kaltura.com"


@pytest.mark.parametrize(
    ("entry", "state", "reason", "agreed", "asked"),
    [
        (Entry(), State.AVAILABLE, said.PLAYS, False, [API]),
        (Entry(Held.REDIRECTED, target="1_vohfjqkj"), State.AVAILABLE, said.PLAYS, False, [API]),
        (Entry(Held.COUNTRY), State.RESTRICTED, said.REGION, False, [API]),
        (Entry(Held.LIVE), State.UNKNOWN, said.LIVE, False, [API]),
        (Entry(Held.TOO_MANY), State.RATE_LIMITED, said.TOO_MANY, False, [API]),
        (Entry(Held.DELETED), State.REMOVED, said.REMOVED, True, [API, "webtv.un.org"]),
        (None, State.REMOVED, said.REMOVED, True, [API, "webtv.un.org"]),
        (Entry(Held.CONTRADICTED), State.UNKNOWN, unwebtv_file.PAGE_REMAINS, False, [API, "webtv.un.org"]),
    ],
)
def test_whole_conversations_over_real_sockets(
    entry: Entry | None,
    state: State,
    reason: str,
    agreed: bool,
    asked: list[str],
    site: KalturaSite,
    simulated: SimulatedWeb,
    way: Web,
) -> None:
    site.entries.pop((UN_PARTNER, OURS), None)
    if entry is not None:
        site.entries[UN_PARTNER, OURS] = entry
        site.entries[UN_PARTNER, "1_vohfjqkj"] = Entry()
    manners = Manners(Manner(rate=10_000, concurrency=4))
    (held,) = hold([PROVIDER.inspect((REF,), Given())], way, manners)
    verdict = held.verdicts[REF]
    assert (verdict.state, verdict.reason, verdict.agreed) == (state, reason, agreed)
    assert [one.host for one in simulated.log] == asked

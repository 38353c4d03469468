"""This file tests Kaltura's files: its addresses, what its API's answers mean, and whole conversations."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.drive import hold
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Web
from checker.lanes import Manner, Manners
from checker.providers import Given, VideoRef, recognise
from checker.providers import _kaltura_entry as said
from checker.providers import kaltura as kaltura_file
from checker.providers._kaltura_entry import judge
from checker.providers.kaltura import PROVIDER, corroborate
from checker.verdict import Detail, State, Verdict
from replica.kaltura import Entry, KalturaSite
from replica.kaltura import State as Held
from replica.web import SimulatedWeb

DATA = Path(__file__).parent / "data" / "video_addresses.jsonl"
API = "https://cdnapisec.kaltura.com/api_v3/service/multirequest"
STREAM = "https://cdnapisec.kaltura.com/p/1082342/sp/108234200/playManifest/entryId/1_rsrdfext/"
MANIFEST = STREAM + "format/applehttp/protocol/https/a.m3u8"
OURS = "1_rsrdfext"
REF = VideoRef("kaltura", OURS, "1082342")
NOBODY = Given()
AT_HOME = Given(site="https://www.itu.int/")
ROWS: list[dict[str, Any]] = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
PAGES_OF_OTHERS = {"fod.infobase.com", "www.cns.nyu.edu"}
"""Rows from pages that hold a player: their ids stand in the page, not in the address."""

NAMED = {
    "kaltura:269692:1_1jc2y3e4": ("269692", "1_1jc2y3e4"),
    "kaltura:513551:1_66x4rg7o": ("513551", "1_66x4rg7o"),
    "http://www.kaltura.com/index.php/kwidget/cache_st/1300318621/wid/_269692/uiconf_id/3873291/entry_id/1_1jc2y3e4": (
        "269692",
        "1_1jc2y3e4",
    ),
    "https://cdnapisec.kaltura.com/index.php/kwidget/wid/_557781/uiconf_id/22845202/entry_id/1_plr1syf3": (
        "557781",
        "1_plr1syf3",
    ),
    "https://cdnapisec.kaltura.com/html5/html5lib/v2.30.2/mwEmbedFrame.php/p/1337/uiconf_id/20540612"
    "/entry_id/1_sf5ovm7u?wid=_243342": ("243342", "1_sf5ovm7u"),
}


def _ours() -> list[dict[str, Any]]:
    return [row for row in ROWS if row["provider"] == "kaltura" and row["kind"] == "video" and row["valid"]]


def test_the_address_cases_are_there() -> None:
    assert len(_ours()) == 8
    assert len([row for row in _ours() if urlsplit(row["url"]).hostname in PAGES_OF_OTHERS]) == 2


@pytest.mark.parametrize("row", _ours(), ids=lambda row: row["url"])
def test_every_address_names_its_video_unless_it_is_anothers_page(row: dict[str, Any]) -> None:
    ref = recognise(row["url"])
    if urlsplit(row["url"]).hostname in PAGES_OF_OTHERS:
        assert ref is None
        return
    partner, entry = NAMED.get(row["url"], ("691292", "0_c076mna6"))
    assert ref == VideoRef("kaltura", entry, partner)
    assert row["id"] in {None, entry}


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if row["provider"] != "kaltura" or not row["valid"] or row["kind"] != "video"],
    ids=lambda row: row["url"],
)
def test_nothing_else_is_taken_for_kaltura(row: dict[str, Any]) -> None:
    assert PROVIDER.recognise(row["url"]) is None


EMBED = "https://cdnapisec.kaltura.com/p/811441/sp/81144100/embedIframeJs/uiconf_id/57733292/partner_id/811441"
PREVIEW = "https://www.kaltura.com/index.php/extwidget/preview/partner_id/2503451/uiconf_id/49754663"
NEW = "https://cdnapisec.kaltura.com/p/811441/embedPlaykitJs/uiconf_id/57733292?iframeembed=true"


@pytest.mark.parametrize(
    ("url", "partner", "entry", "start"),
    [
        (f"{EMBED}?iframeembed=true&playerId=kaltura_player&entry_id=1_klnhtzpl", "811441", "1_klnhtzpl", None),
        (f"{EMBED}?iframeembed=true&amp;entry_id=1_klnhtzpl&amp;wid=1_ftn8tll7", "811441", "1_klnhtzpl", None),
        (f"{EMBED}?entry_id=1_klnhtzpl&entry_id=1_klnhtzpl", "811441", "1_klnhtzpl", None),
        (f"{NEW}&entry_id=0_klnhtzpl&kalturaSeekFrom=95", "811441", "0_klnhtzpl", 95),
        (f"{NEW}&entry_id=0_klnhtzpl&flashvars[mediaProxy.mediaPlayFrom]=60", "811441", "0_klnhtzpl", 60),
        (f"{NEW}&entry_id=0_klnhtzpl&kalturaStartTime=95", "811441", "0_klnhtzpl", 95),
        (f"{STREAM}format/url/protocol/https/a.mp4#t=95", "1082342", OURS, 95),
        (f"{NEW}&entry_id=0_klnhtzpl&kalturaSeekFrom=0", "811441", "0_klnhtzpl", None),
        (f"{NEW}&entry_id=0_klnhtzpl&kalturaSeekFrom=1e9", "811441", "0_klnhtzpl", None),
        (f"{PREVIEW}/entry_id/1_o7stmi6p/embed/iframe", "2503451", "1_o7stmi6p", None),
        (f"{STREAM}format/url/protocol/https/a.mp4", "1082342", OURS, None),
        ("HTTP://CDNAPI.Kaltura.com/p/1082342/playManifest/entryId/1_rsrdfext", "1082342", OURS, None),
        (f"  kaltura:1082342:{OURS}\n", "1082342", OURS, None),
    ],
)
def test_players_and_streams_name_their_video(url: str, partner: str, entry: str, start: int | None) -> None:
    ref = PROVIDER.recognise(url)
    assert ref == VideoRef("kaltura", entry, partner)
    assert ref.start == start


PLAYLIST = f"{EMBED}?entry_id=1_klnhtzpl&flashvars[playlistAPI.kpl0Id]=1_jovey5nu"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (f"{EMBED}?entry_id=1_klnhtzp", kaltura_file.NO_ID),
        (f"{EMBED}?entry_id=1_KLNHTZPL", kaltura_file.NO_ID),
        (f"{EMBED}?entry_id=2_klnhtzpl", kaltura_file.NO_ID),
        (f"{EMBED}?entry_id=1_klnhtzpl&entry_id=1_aaaaaaaa", kaltura_file.NO_ID),
        ("kaltura:269692:1_1jc2y3e", kaltura_file.NO_ID),
        ("kaltura:0269692:1_1jc2y3e4", kaltura_file.NO_ID),
        ("kaltura:", kaltura_file.NO_ID),
        (PLAYLIST, kaltura_file.NOT_ONE_VIDEO),
        (f"{EMBED}?entry_id=1_klnhtzpl", None),
        (f"{EMBED}?flashvars[referenceId]=abc", None),
        ("https://www.kaltura.com/index.php/kwidget/wid/1_gvjzrq5k/uiconf_id/3873291", None),
        ("https://www.kaltura.com/tiny/1abcd", None),
        ("https://corp.kaltura.com/", None),
        ("https://cdnapisec.kaltura.com/p/1/thumbnail/entry_id/1_klnhtzp", None),
        ("https://www.kaltura.com/index.php/extwidget/thumbnail/entry_id/1_klnhtzp", None),
        ("https://example.int/embedIframeJs?entry_id=1_klnhtzp", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_an_address_without_a_video_says_why_where_it_is_certain(url: str, reason: str | None) -> None:
    flaw = PROVIDER.flaw(url)
    assert (flaw and flaw.reason) == reason
    if flaw is not None:
        assert (flaw.state, flaw.watchable, flaw.agreed) == (State.INVALID, False, True)
        assert PROVIDER.recognise(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://cdnapisec.kaltura.com.evil.example/p/1/playManifest/entryId/1_66x4rg7o",
        "https://evil.example/p/1/playManifest/entryId/1_66x4rg7o",
        "https://cdnapisec.kaltura.com@evil.example/p/1/playManifest/entryId/1_66x4rg7o",
        "https://cdnapisec.kaltura.com/p/1/playManifest/entryId/1_66x4rg7o/../entryId/1_aaaaaaaa",
        "https://cdnapisec.kaltura.com/p/0/playManifest/entryId/1_66x4rg7o",
        "https://cdnapisec.kaltura.com/p/١/playManifest/entryId/1_66x4rg7o",
        "https://cdnapisec.kaltura.com/playManifest/entryId/1_66x4rg7o",
        "https://cdnapisec.kaltura.com/p/1/thumbnail/entry_id/1_66x4rg7o",
        "https://www.kaltura.com/index.php/extwidget/thumbnail/p/1/entry_id/1_66x4rg7o",
        "https://www.kaltura.com/?p=1&entry_id=1_66x4rg7o",
        "javascript:kaltura:1:1_66x4rg7o",
        "kaltura:1:1_66x4rg7o/../../x",
        PLAYLIST,
    ],
)
def test_look_alikes_pictures_and_lists_are_no_video(url: str) -> None:
    assert PROVIDER.recognise(url) is None


@given(st.text(max_size=200))
def test_no_text_makes_the_address_reader_fail(text: str) -> None:
    for url in (text, f"kaltura:1:{text}", f"{EMBED}?entry_id={text}", f"https://www.kaltura.com/kwidget/{text}"):
        ref = PROVIDER.recognise(url)
        assert ref is None or PROVIDER.impossible(ref) is None
        PROVIDER.flaw(url)


@given(st.from_regex(r"[01]_[a-z0-9]{8}", fullmatch=True), st.integers(1, 10**10 - 1))
def test_every_video_is_found_again_on_its_page(entry: str, partner: int) -> None:
    ref = VideoRef("kaltura", entry, str(partner))
    assert PROVIDER.recognise(PROVIDER.page(ref)) == ref
    assert PROVIDER.recognise(f"kaltura:{partner}:{entry}") == ref


def test_the_page_is_the_file() -> None:
    assert PROVIDER.page(REF) == f"{STREAM}format/url/protocol/https/a.mp4"
    assert (PROVIDER.name, PROVIDER.label, PROVIDER.batch(Given())) == ("kaltura", "Kaltura", 1)


SESSION = {"partnerId": 1082342, "ks": "OGM0", "userId": 0, "objectType": "KalturaStartWidgetSessionResponse"}
HELD = {"id": OURS, "name": "FO21934-HDTX-SWE", "status": 2, "type": 1, "mediaType": 1}
SOURCES = {"sources": [{"format": "url", "drm": []}], "actions": [], "messages": []}
PAGE = "<!DOCTYPE html><title>Sign in to the network"


def _error(code: str) -> dict[str, object]:
    return {"code": code, "message": "…", "objectType": "KalturaAPIException"}


def _listed(*entries: object) -> dict[str, object]:
    return {"objects": list(entries), "totalCount": len(entries)}


def _answer(status: int = 200, body: object = "", url: str = f"{API}?format=1", **headers: str) -> Answer:
    text = body if isinstance(body, str) else json.dumps(body)
    return Answer(status, url, tuple(headers.items()), text.encode(), len(text))


def _told(held: object = HELD, shown: object = None, context: object = SOURCES, session: object = SESSION) -> Answer:
    return _answer(body=[session, held, _listed(held) if shown is None else shown, context])


def _with(**changes: object) -> Answer:
    return _told(HELD | changes)


def _blocked(*codes: str, **dates: int) -> Answer:
    context = {"actions": [{"type": 1}], "messages": [{"code": code} for code in codes]}
    return _told(HELD | dates, context=context)


def _only(**context: object) -> Answer:
    return _told(context=context)


LOST = _error("ENTRY_ID_NOT_FOUND")
MOVED = HELD | {"type": 7, "mediaType": 201, "redirectEntryId": "1_vohfjqkj"}
OTHER = HELD | {"id": "1_vohfjqkj"}


@pytest.mark.parametrize(
    ("reply", "state", "reason"),
    [
        (_told(), State.AVAILABLE, said.PLAYS),
        (_with(status="2", type="1", mediaType="1"), State.AVAILABLE, said.PLAYS),
        (_told(MOVED, _listed(OTHER)), State.AVAILABLE, said.PLAYS),
        (_only(sources=[{}], messages=[{"code": "COUNTRY_RESTRICTED"}]), State.AVAILABLE, said.PLAYS),
        (_only(sources=[{}], actions=[{"type": 7}], messages=None), State.AVAILABLE, said.PLAYS),
        (_told(OTHER), State.UNKNOWN, said.SUBSTITUTED),
        (_told(HELD, _listed(OTHER)), State.UNKNOWN, said.SUBSTITUTED),
        (_told(HELD, _listed({"type": 1, "mediaType": 1})), State.UNKNOWN, said.SUBSTITUTED),
        (_told(HELD, _listed(HELD | {"id": [OURS]})), State.UNKNOWN, said.SUBSTITUTED),
        (_told(HELD, _listed("text")), State.UNKNOWN, said.SUBSTITUTED),
        (_told(HELD, _listed()), State.UNKNOWN, said.CONTRADICTION),
        (_told(HELD, _listed(HELD, OTHER)), State.UNKNOWN, said.CONTRADICTION),
        (_told(HELD, LOST), State.UNKNOWN, said.CONTRADICTION),
        (_told(HELD, {"objects": "x"}), State.UNKNOWN, said.CONTRADICTION),
        (_told(LOST, _listed(), LOST), State.REMOVED, said.REMOVED),
        (_told(_error("INVALID_ENTRY_ID")), State.REMOVED, said.REMOVED),
        (_told(_error("SERVICE_FORBIDDEN")), State.UNKNOWN, said.REFUSED),
        (_told(LOST, session=_error("INVALID_WIDGET_ID")), State.UNKNOWN, said.REFUSED),
        (_told(context=_error("INTERNAL_SERVER_ERROR")), State.UNKNOWN, said.REFUSED),
        (_told({}), State.UNKNOWN, said.UNEXPECTED),
        (_told(None), State.UNKNOWN, said.UNEXPECTED),
        (_with(status=-2), State.REMOVED, said.FAILED),
        (_with(status=-1), State.REMOVED, said.FAILED),
        (_with(status=0), State.NOT_YET, said.NOT_YET),
        (_with(status=1), State.NOT_YET, said.NOT_YET),
        (_with(status=3), State.REMOVED, said.DELETED),
        (_with(status=4), State.NOT_YET, said.NOT_YET),
        (_with(status=5), State.NOT_YET, said.NOT_YET),
        (_with(status="6"), State.REMOVED, said.DELETED),
        (_with(status=7), State.NOT_YET, said.NOT_YET),
        (_with(status="virusScan.ScanFailure"), State.UNKNOWN, said.UNEXPECTED),
        (_with(status=None), State.UNKNOWN, said.UNEXPECTED),
        (_with(type=7), State.UNKNOWN, said.LIVE),
        (_with(mediaType=204), State.UNKNOWN, said.LIVE),
        (_with(type=5, mediaType=None), State.INVALID, said.NOT_VIDEO),
        (_with(mediaType=2), State.INVALID, said.NOT_VIDEO),
        (_with(type=None), State.UNKNOWN, said.UNEXPECTED),
        (_with(mediaType=None), State.UNKNOWN, said.UNEXPECTED),
        (_only(sources=[], actions=[], messages=[]), State.UNKNOWN, said.NO_FILES),
        (_only(), State.UNKNOWN, said.NO_FILES),
        (_answer(body=[SESSION, HELD]), State.UNKNOWN, said.CONTRADICTION),
        (_answer(body=[]), State.UNKNOWN, said.UNEXPECTED),
        (_answer(body=_error("INVALID_REQUEST")), State.UNKNOWN, said.REFUSED),
        (_answer(body={}), State.UNKNOWN, said.UNEXPECTED),
        (_answer(body="<xml><result/></xml>"), State.UNKNOWN, said.UNEXPECTED),
        (_answer(body="[" * 100_000), State.UNKNOWN, said.UNEXPECTED),
        (_answer(body=""), State.UNKNOWN, said.UNEXPECTED),
        (_answer(body=PAGE), State.UNKNOWN, said.UNEXPECTED),
        (_answer(body='<html><div class="g-ReCaptcha">'), State.RATE_LIMITED, said.CAPTCHA),
        (_answer(403, '<html><div class="captcha">'), State.RATE_LIMITED, said.CAPTCHA),
        (_answer(429, PAGE), State.RATE_LIMITED, said.TOO_MANY),
        (_answer(403, PAGE), State.UNKNOWN, said.UNEXPECTED),
        (_answer(404), State.UNKNOWN, said.UNEXPECTED),
        (_answer(410), State.UNKNOWN, said.UNEXPECTED),
        (_answer(500), State.UNREACHABLE, said.SITE_FAULT),
        (_answer(503, PAGE), State.UNREACHABLE, said.SITE_FAULT),
        (_answer(200, [SESSION, LOST, LOST, LOST], url="https://portal.example/x"), State.UNKNOWN, said.UNEXPECTED),
    ],
)
def test_what_each_answer_of_the_api_means(reply: Reply, state: State, reason: str) -> None:
    verdict = judge(OURS, reply, NOBODY)
    assert (verdict.state, verdict.reason, verdict.agreed) == (state, reason, False)
    assert verdict.watchable is (None if not state.conclusive else state is State.AVAILABLE)


@pytest.mark.parametrize(
    ("reply", "detail", "reason", "watchable", "embeddable"),
    [
        (_blocked("COUNTRY_RESTRICTED"), Detail.REGION, said.REGION, None, None),
        (_blocked("SITE_RESTRICTED"), Detail.DOMAIN, said.DOMAIN, None, None),
        (_blocked("IP_RESTRICTED"), Detail.MEMBERS, said.NETWORK, None, None),
        (_blocked("SESSION_RESTRICTED"), Detail.LOGIN, said.SIGN_IN, False, False),
        (_blocked("COUNTRY_RESTRICTED", "SESSION_RESTRICTED"), Detail.LOGIN, said.SIGN_IN, False, False),
        (_blocked("USER_AGENT_RESTRICTED", "SITE_RESTRICTED"), Detail.DOMAIN, said.DOMAIN, None, None),
        (_blocked("A_RULE_OF_OURS"), None, said.RULES, False, False),
        (_blocked(), None, said.RULES, False, False),
        (_blocked("SCHEDULED_RESTRICTED"), None, said.SCHEDULE, False, False),
        (_blocked("SCHEDULED_RESTRICTED", endDate=1), None, said.SCHEDULE, False, False),
        (_blocked("SCHEDULED_RESTRICTED", startDate=1, endDate=2), None, said.SCHEDULE, False, False),
        (_only(messages=[{"code": "SCHEDULED_RESTRICTED"}], sources=[{}]), None, said.SCHEDULE, False, False),
    ],
)
def test_what_forbids_to_play_restricts(
    reply: Reply, detail: Detail | None, reason: str, watchable: bool | None, embeddable: bool | None
) -> None:
    assert judge(OURS, reply, NOBODY) == Verdict(
        State.RESTRICTED, reason, detail=detail, watchable=watchable, embeddable=embeddable
    )


def test_a_video_whose_time_only_begins_is_not_yet_to_be_seen() -> None:
    verdict = judge(OURS, _blocked("SCHEDULED_RESTRICTED", startDate=4_102_444_800), NOBODY)
    assert (verdict.state, verdict.reason) == (State.NOT_YET, said.NOT_YET)


def test_what_forbids_only_our_programme_says_nothing_about_the_video() -> None:
    verdict = judge(OURS, _blocked("USER_AGENT_RESTRICTED"), NOBODY)
    assert (verdict.state, verdict.reason, verdict.watchable) == (State.UNKNOWN, said.REFUSED, None)


@pytest.mark.parametrize(("us", "embeddable"), [(NOBODY, None), (AT_HOME, False)])
def test_a_rule_about_sites_forbids_ours_if_we_said_which_it_is(us: Given, embeddable: bool | None) -> None:
    assert judge(OURS, _blocked("SITE_RESTRICTED"), us).embeddable is embeddable


@pytest.mark.parametrize(
    ("cause", "state"),
    [
        (Cause.TIMEOUT, State.UNREACHABLE),
        (Cause.TLS, State.UNREACHABLE),
        (Cause.TOO_LARGE, State.UNKNOWN),
        (Cause.LEFT_ALONE, State.RATE_LIMITED),
    ],
)
def test_silence_says_nothing_about_the_video(cause: Cause, state: State) -> None:
    assert judge(OURS, Silence(cause), NOBODY).state is state


@pytest.mark.parametrize(
    ("name", "kept"), [("A title", "A title"), (None, None), (7, None), (" ", None), ("t" * 5000, "t" * 1000)]
)
def test_a_title_is_the_sites_own_and_bounded(name: object, kept: str | None) -> None:
    verdict = judge(OURS, _with(name=name), NOBODY)
    assert (verdict.state, verdict.title, verdict.author) == (State.AVAILABLE, kept, None)


GONE = Verdict(State.REMOVED, said.REMOVED, watchable=False, embeddable=False)


@pytest.mark.parametrize(
    ("stream", "state", "agreed"),
    [
        (_answer(404, url=MANIFEST, **{"x-kaltura": "error-8"}), State.REMOVED, True),
        (_answer(404, url=MANIFEST), State.REMOVED, False),
        (_answer(404, url=MANIFEST, **{"x-kaltura": "cached-dispatcher"}), State.REMOVED, False),
        (_answer(404, url="https://portal.example/", **{"x-kaltura": "error-8"}), State.REMOVED, False),
        (_answer(200, "#EXTM3U\n", url=MANIFEST), State.UNKNOWN, False),
        (_answer(200, "\ufeff#EXTM3U\n", url="https://cfvod.kaltura.com/x.m3u8"), State.UNKNOWN, False),
        (_answer(200, PAGE, url=MANIFEST), State.REMOVED, False),
        (_answer(403, url=MANIFEST), State.REMOVED, False),
        (_answer(500, url=MANIFEST), State.REMOVED, False),
        (_answer(429, url=MANIFEST), State.REMOVED, False),
        (Silence(Cause.TIMEOUT), State.REMOVED, False),
    ],
)
def test_what_the_stream_adds(stream: Reply, state: State, agreed: bool) -> None:
    verdict = corroborate(GONE, stream)
    assert (verdict.state, verdict.agreed) == (state, agreed)
    assert verdict.reason == (said.REMOVED if state is State.REMOVED else said.CONTRADICTION)


def _converse(ref: VideoRef, us: Given, *replies: Reply) -> tuple[Verdict, list[Probe]]:
    conversation = PROVIDER.inspect((ref,), us)
    probes: list[Probe] = []
    waiting = list(replies)
    try:
        probes.append(next(conversation))
        while True:
            probes.append(conversation.send(waiting.pop(0)))
    except StopIteration as end:
        assert waiting == []
        return end.value[ref], probes


def test_a_video_that_plays_takes_one_question_with_four_parts() -> None:
    verdict, probes = _converse(REF, AT_HOME, _told())
    assert verdict.state is State.AVAILABLE
    assert [probe.method for probe in probes] == ["GET"]
    assert probes[0].url.startswith(
        f"{API}?format=1&1:service=session&1:action=startWidgetSession&1:widgetId=_1082342&2:ks=%7B1:result:ks%7D&"
    )
    fields = dict(parse_qsl(urlsplit(probes[0].url).query))
    assert [fields[f"{part}:action"] for part in "1234"] == ["startWidgetSession", "get", "list", "getPlaybackContext"]
    assert (fields["2:entryId"], fields["3:filter:redirectFromEntryId"]) == (OURS, OURS)
    assert fields["4:entryId"] == "{3:result:objects:0:id}"
    assert fields["4:contextDataParams:referrer"] == "https://www.itu.int/"


def test_our_site_is_named_only_if_it_is_known() -> None:
    assert "referrer" not in _converse(REF, NOBODY, _told())[1][0].url


def test_a_missing_video_takes_a_second_question_about_its_stream() -> None:
    stream = _answer(404, url=MANIFEST, **{"x-kaltura": "error-8"})
    verdict, probes = _converse(REF, NOBODY, _told(LOST, _listed(), LOST), stream)
    assert (verdict.state, verdict.agreed, verdict.watchable) == (State.REMOVED, True, False)
    assert probes[1] == Probe("GET", MANIFEST)


@pytest.mark.parametrize("reply", [_answer(429), _with(status=1), _blocked("X"), Silence(Cause.CUT), _told(OTHER)])
def test_no_second_question_where_it_could_not_help(reply: Reply) -> None:
    assert len(_converse(REF, NOBODY, reply)[1]) == 1


@pytest.mark.parametrize(
    "ref",
    [
        VideoRef("kaltura", "1_short", "1082342"),
        VideoRef("kaltura", OURS, "x"),
        VideoRef("kaltura", OURS, "0"),
        VideoRef("kaltura", OURS),
    ],
)
def test_an_impossible_video_is_caught_without_a_question(ref: VideoRef) -> None:
    verdict, probes = _converse(ref, NOBODY)
    assert probes == []
    assert (verdict.state, verdict.reason, verdict.agreed) == (State.INVALID, kaltura_file.NO_ID, True)


@pytest.fixture
def site() -> KalturaSite:
    """A simulated Kaltura without entries."""
    return KalturaSite()


@pytest.fixture
def simulated(site: KalturaSite, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedWeb]:
    """A simulated web that is this Kaltura."""
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


FAST = Manners(Manner(rate=10_000, concurrency=4))


@pytest.mark.parametrize(
    ("entry", "state", "reason", "questions"),
    [
        (Entry(name="Message of the day"), State.AVAILABLE, said.PLAYS, 1),
        (Entry(Held.REDIRECTED, target="0_recorded"), State.AVAILABLE, said.PLAYS, 1),
        (Entry(Held.SITE, site="www.itu.int"), State.AVAILABLE, said.PLAYS, 1),
        (Entry(Held.SITE, site="www.un.org"), State.RESTRICTED, said.DOMAIN, 1),
        (Entry(Held.COUNTRY), State.RESTRICTED, said.REGION, 1),
        (Entry(Held.SESSION), State.RESTRICTED, said.SIGN_IN, 1),
        (Entry(Held.LATER), State.NOT_YET, said.NOT_YET, 1),
        (Entry(Held.CONVERTING), State.NOT_YET, said.NOT_YET, 1),
        (Entry(Held.LIVE), State.UNKNOWN, said.LIVE, 1),
        (Entry(Held.NO_FILES), State.UNKNOWN, said.NO_FILES, 1),
        (Entry(Held.SUBSTITUTED), State.UNKNOWN, said.SUBSTITUTED, 1),
        (Entry(Held.DELETED), State.REMOVED, said.REMOVED, 2),
        (None, State.REMOVED, said.REMOVED, 2),
        (Entry(Held.BROKEN_IMPORT), State.REMOVED, said.FAILED, 2),
        (Entry(Held.REJECTED), State.UNKNOWN, said.CONTRADICTION, 2),
        (Entry(Held.CONTRADICTED), State.UNKNOWN, said.CONTRADICTION, 2),
        (Entry(Held.CAPTCHA), State.RATE_LIMITED, said.CAPTCHA, 1),
        (Entry(Held.TOO_MANY), State.RATE_LIMITED, said.TOO_MANY, 1),
        (Entry(Held.OUT_OF_ORDER), State.UNREACHABLE, said.SITE_FAULT, 1),
        (Entry(Held.HTML_OK), State.UNKNOWN, said.UNEXPECTED, 1),
    ],
)
def test_whole_conversations_over_real_sockets(
    entry: Entry | None,
    state: State,
    reason: str,
    questions: int,
    site: KalturaSite,
    simulated: SimulatedWeb,
    way: Web,
) -> None:
    if entry is not None:
        site.entries["1082342", OURS] = entry
        site.entries["1082342", "0_recorded"] = Entry(name="The recording")
    (held,) = hold([PROVIDER.inspect((REF,), AT_HOME)], way, FAST)
    verdict = held.verdicts[REF]
    assert (verdict.state, verdict.reason) == (state, reason)
    assert verdict.agreed is (state is State.REMOVED)
    assert len(held.exchanges) == len(simulated.log) == questions
    if entry is not None and state is State.AVAILABLE:
        assert verdict.title == ("The recording" if entry.target else entry.name)


def test_several_videos_are_asked_about_one_after_the_other(site: KalturaSite, way: Web) -> None:
    second = VideoRef("kaltura", "0_aaaaaaaa", "1")
    site.entries["1082342", OURS] = Entry()
    (held,) = hold([PROVIDER.inspect((REF, second), NOBODY)], way, FAST)
    assert [held.verdicts[ref].state for ref in (REF, second)] == [State.AVAILABLE, State.REMOVED]

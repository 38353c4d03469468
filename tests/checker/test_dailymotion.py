"""This file tests Dailymotion's file: its addresses, what its answers mean, and whole conversations over sockets."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.drive import hold
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Web
from checker.lanes import Manner, Manners
from checker.providers import Frame, Given, VideoRef, dailymotion
from checker.providers import _dailymotion_answers as answers
from checker.providers.dailymotion import PROVIDER
from checker.verdict import Detail, State, Verdict
from replica.dailymotion import PLAIN, Dailymotion
from replica.web import SimulatedWeb

DATA = Path(__file__).parent / "data" / "video_addresses.jsonl"
ROWS = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
OURS = [row for row in ROWS if row["provider"] == "dailymotion"]
ELSEWHERE = {
    "https://www.lequipe.fr/video/k7MtHciueyTcrFtFKA2",
    (
        "https://www.financialounge.com/video/2024/08/01/"
        "borse-europee-in-rosso-dopo-la-fed-a-milano-volano-mediobanca-e-tim-edizione-del-1-agosto/"
    ),
    "https://lcp.fr/programmes/avant-la-catastrophe-la-naissance-de-la-dictature-nazie-1933-1936-346819",
    "https://forum.ionicframework.com/t/ionic-2-jw-player-dailymotion-player/83248",
    # A playlist's player: the id is the list's.
    "https://geo.dailymotion.com/player/xf7zn.html?playlist=x7wdsj",
}
VIDEOS = [
    row
    for row in OURS
    if row["kind"] == "video" and row["valid"] and not row.get("lenient") and row["url"] not in ELSEWHERE
]
X = "x7lni3"
K = "k2Y4Mjp7krAF9iCuINM"
API = "https://api.dailymotion.com/video/x7lni3"
LIST = "https://api.dailymotion.com/videos"
OEMBED = "https://www.dailymotion.com/services/oembed"
FAST = Manners(Manner(rate=10_000, concurrency=8))
NOWHERE: frozenset[str] = frozenset()


def test_the_address_cases_are_there() -> None:
    assert len(VIDEOS) == 20


@pytest.mark.parametrize("row", VIDEOS, ids=lambda row: row["url"])
def test_every_video_address_names_its_video(row: dict[str, Any]) -> None:
    ref = PROVIDER.recognise(row["url"])
    assert ref is not None
    assert (ref.provider, ref.start) == ("dailymotion", row.get("start"))
    assert row["id"] is None or ref.id == row["id"]


@pytest.mark.parametrize(
    "row", [row for row in OURS if not row["valid"] or row["kind"] == "collection"], ids=lambda row: row["url"]
)
def test_every_address_that_is_not_one_video_is_refused(row: dict[str, Any]) -> None:
    assert PROVIDER.recognise(row["url"]) is None


@pytest.mark.parametrize("row", [row for row in OURS if row.get("lenient")], ids=lambda row: row["url"])
def test_an_untidy_address_is_refused_or_read_right(row: dict[str, Any]) -> None:
    ref = PROVIDER.recognise(row["url"])
    assert ref is None or ref.id == row["id"]


@pytest.mark.parametrize("row", [row for row in ROWS if row["provider"] != "dailymotion"], ids=lambda row: row["url"])
def test_other_sites_are_not_taken_for_dailymotion(row: dict[str, Any]) -> None:
    assert PROVIDER.recognise(row["url"]) is None


@pytest.mark.parametrize(
    ("url", "video_id"),
    [
        ("https://www.dailymotion.com/swf/video/xcv6dv_pixels-by-patrick-jean_creation", "xcv6dv"),
        ("https://dailymotion.com/embed/video/x5yiamz?queue-enable=false", "x5yiamz"),
        ("https://www.dailymotion.com/us/video/x5yiamz", "x5yiamz"),
        ("https://geo.dailymotion.com/player.html?video=k2Y4Mjp7krAF9iCuINM&mute=true", K),
        ("http://games.dailymotion.com/live/x15gjhi", "x15gjhi"),
        ("https://dailymotion.com.evil.example/video/x7lni3", None),
        ("https://dailymotion.evil/video/x7lni3", None),
        ("https://www.dailymotion.com@evil.example/video/x7lni3", None),
        ("https://dai.ly/video/x7lni3", None),
        ("https://dai.ly/y7lni3", None),
        ("https://geo.dailymotion.com/video/x7lni3", None),
        ("https://geo.dailymotion.com/player.html", None),
        ("https://www.dailymotion.com/video/x7lni3/extra", None),
        ("https://www.dailymotion.com/hub/x9q_Galatasaray#video=xjw21s", None),
        ("x7lni3", None),
    ],
)
def test_one_video_is_told_from_all_else(url: str, video_id: str | None) -> None:
    ref = PROVIDER.recognise(url)
    assert (None if ref is None else ref.id) == video_id


@given(st.text(max_size=200))
def test_no_text_makes_the_address_reader_fail(text: str) -> None:
    for url in (text, f"https://dai.ly/{text}", f"https://www.dailymotion.com/video/{text}"):
        ref = PROVIDER.recognise(url)
        assert ref is None or ref.id[0] in "kx"
        flaw = PROVIDER.flaw(url)
        assert ref is None or flaw is None


@pytest.mark.parametrize(
    ("ref", "page", "player"),
    [
        (
            VideoRef("dailymotion", X),
            "https://www.dailymotion.com/video/x7lni3",
            "https://geo.dailymotion.com/player.html?video=x7lni3",
        ),
        (
            VideoRef("dailymotion", X, start=10),
            "https://www.dailymotion.com/video/x7lni3?start=10",
            "https://geo.dailymotion.com/player.html?video=x7lni3&startTime=10",
        ),
    ],
)
def test_page_and_player_lead_back_to_the_same_video(ref: VideoRef, page: str, player: str) -> None:
    assert (PROVIDER.page(ref), PROVIDER.player(ref, "ar")) == (page, Frame(player))
    for url in (page, player):
        again = PROVIDER.recognise(url)
        assert again == ref
        assert again is not None
        assert again.start == ref.start
    assert PROVIDER.impossible(ref) is None


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://www.dailymotion.com/video/7lni3", dailymotion.NO_ID),
        ("https://www.dailymotion.com/video/", dailymotion.NOT_ONE_VIDEO),
        ("https://www.dailymotion.com/playlist/xv4bw", dailymotion.NOT_ONE_VIDEO),
        ("https://geo.dailymotion.com/player.html?playlist=x6hynp", dailymotion.NOT_ONE_VIDEO),
    ],
)
def test_a_dailymotion_address_without_a_video_says_why(url: str, reason: str) -> None:
    flaw = PROVIDER.flaw(url)
    assert flaw is not None
    assert (flaw.state, flaw.reason, flaw.watchable, flaw.agreed) == (State.INVALID, reason, False, True)


@pytest.mark.parametrize("url", ["https://dai.ly/x7lni3", "https://api.dailymotion.com/videos", "nonsense", ""])
def test_other_addresses_have_no_flaw_that_dailymotion_could_name(url: str) -> None:
    assert PROVIDER.flaw(url) is None


def _answer(status: int, body: object = "", url: str = API) -> Answer:
    text = body if isinstance(body, str) else json.dumps(body)
    return Answer(status, url, (), text.encode(), len(text))


def _facts(video_id: str = X, **changes: object) -> dict[str, object]:
    return {"id": video_id, **PLAIN, **changes}


MISSING = {"error": {"code": 404, "type": "not_found", "error_data": {"reason": "object_not_found"}}}
FRAME = '<iframe src="https://geo.dailymotion.com/player.html?video={}&amp;"></iframe>'


def _told(video_id: str = X, **changes: object) -> Answer:
    facts = {"type": "video", "title": "A title", "author_name": "ITU", "html": FRAME.format(video_id)}
    return _answer(200, facts | changes, OEMBED)


@pytest.mark.parametrize(
    ("facts", "state", "detail", "reason"),
    [
        (_facts(), State.AVAILABLE, None, answers.PLAYS),
        (_facts(status="ready"), State.AVAILABLE, None, answers.PLAYS),
        # Recorded in October 2023: the fields that come when none are asked for.
        ({"id": X, "title": "Mario Kart", "channel": "fun", "owner": "x4r137"}, State.AVAILABLE, None, answers.KNOWN),
        (_facts(allow_embed="yes"), State.AVAILABLE, None, answers.KNOWN),
        (_facts(allow_embed=False), State.RESTRICTED, Detail.EMBEDDING, answers.EMBEDDING_OFF),
        (_facts(password_protected=True), State.RESTRICTED, Detail.PASSWORD, answers.PASSWORD),
        (_facts(private=True), State.PRIVATE, None, answers.PRIVATE),
        (_facts(status="waiting"), State.NOT_YET, None, answers.NOT_YET),
        (_facts(status="processing"), State.NOT_YET, None, answers.NOT_YET),
        (_facts(published=False), State.NOT_YET, None, answers.NOT_YET),
        (_facts(status="deleted"), State.REMOVED, None, answers.DELETED),
        (_facts(status="rejected"), State.REMOVED, None, answers.DELETED),
        (_facts(status="encoding_error"), State.REMOVED, None, answers.DELETED),
        (_facts(status="something new"), State.UNKNOWN, None, answers.UNEXPECTED),
        (_facts(status=["published"]), State.UNKNOWN, None, answers.UNEXPECTED),
        (_facts("xother"), State.UNKNOWN, None, answers.SUBSTITUTED),
        (_facts() | {"id": 7}, State.UNKNOWN, None, answers.SUBSTITUTED),
        ({"title": "x"}, State.UNKNOWN, None, answers.UNNAMED),
    ],
)
def test_what_the_api_says_of_a_video(
    facts: dict[str, object], state: State, detail: Detail | None, reason: str
) -> None:
    verdict = answers.judge_facts(X, facts, NOWHERE)
    assert (verdict.state, verdict.detail, verdict.reason, verdict.agreed) == (state, detail, reason, False)


def test_a_private_id_opens_a_private_video() -> None:
    assert answers.judge_facts(K, _facts(K, private=True), NOWHERE).state is State.AVAILABLE


@pytest.mark.parametrize(
    ("rule", "countries", "state", "reason", "watchable", "embeddable"),
    [
        (["allow"], "CH", State.AVAILABLE, answers.PLAYS, True, True),
        ([], "CH", State.AVAILABLE, answers.PLAYS, True, True),
        (None, "CH", State.AVAILABLE, answers.PLAYS, True, True),
        ("allow", "CH", State.AVAILABLE, answers.PLAYS, True, True),
        (["only", "fr"], "CH", State.AVAILABLE, answers.PLAYS, True, True),
        ([["allow"], 7], "CH", State.AVAILABLE, answers.PLAYS, True, True),
        (["allow", "fr"], "", State.AVAILABLE, answers.SOME_COUNTRIES, True, True),
        (["deny", "fr"], "", State.AVAILABLE, answers.SOME_COUNTRIES, True, True),
        (["allow", "fr", "ch"], "FR CH", State.AVAILABLE, answers.PLAYS, True, True),
        (["allow", "fr"], "FR CH", State.RESTRICTED, answers.NOT_OURS, True, True),
        (["allow", "fr", 7], "CH", State.RESTRICTED, answers.NOT_OURS, False, False),
        (["deny", "de"], "FR CH", State.AVAILABLE, answers.PLAYS, True, True),
        (["deny", "ch", "de"], "FR CH", State.RESTRICTED, answers.NOT_OURS, True, True),
        (["deny", "CH"], "CH", State.RESTRICTED, answers.NOT_OURS, False, False),
    ],
)
def test_region_rules_are_judged_for_our_countries_and_otherwise_reported(
    rule: object, countries: str, state: State, reason: str, watchable: bool, embeddable: bool
) -> None:
    verdict = answers.judge_facts(X, _facts(geoblocking=rule), frozenset(countries.split()))
    assert (verdict.state, verdict.reason) == (state, reason)
    assert (verdict.watchable, verdict.embeddable) == (watchable, embeddable)
    assert (verdict.detail is Detail.REGION) == (state is State.RESTRICTED)


@pytest.mark.parametrize(("title", "kept"), [(None, None), (7, None), ("  ", None), ("t" * 5000, "t" * 1000)])
def test_a_title_that_is_none_or_endless_is_bounded(title: object, kept: str | None) -> None:
    verdict = answers.judge_facts(X, _facts(title=title), NOWHERE)
    assert (verdict.title, verdict.author) == (kept, "A channel")


@pytest.mark.parametrize(
    ("reply", "state", "reason"),
    [
        (_told(), State.AVAILABLE, answers.PLAYS),
        (_told(html='<iframe src="https://www.dailymotion.com/embed/video/x7lni3">'), State.AVAILABLE, answers.PLAYS),
        (_told("xother"), State.UNKNOWN, answers.SUBSTITUTED),
        (_told(type="photo"), State.UNKNOWN, answers.UNNAMED),
        (_told(html=None), State.UNKNOWN, answers.UNNAMED),
        (_told(html='<iframe src="https://evil.example/x7lni3">'), State.UNKNOWN, answers.UNNAMED),
        (_answer(200, [], OEMBED), State.UNKNOWN, answers.UNEXPECTED),
        (_answer(200, "<html>Before you continue", OEMBED), State.UNKNOWN, answers.UNEXPECTED),
        (_answer(200, "<html>solve this CAPTCHA", OEMBED), State.RATE_LIMITED, answers.TOO_MANY),
        (_answer(200, _told().text, "https://portal.example/"), State.UNKNOWN, answers.UNEXPECTED),
        (_answer(404, "", OEMBED), State.REMOVED, answers.REMOVED),
        (_answer(410, "", OEMBED), State.REMOVED, answers.REMOVED),
        (_answer(401, "", OEMBED), State.PRIVATE, answers.REFUSED),
        (_answer(403, "{}", OEMBED), State.PRIVATE, answers.REFUSED),
        (_answer(403, "<html>our proxy", OEMBED), State.UNKNOWN, answers.UNEXPECTED),
        (_answer(429, "", OEMBED), State.RATE_LIMITED, answers.TOO_MANY),
        (_answer(503, "", OEMBED), State.UNREACHABLE, answers.SITE_FAULT),
        (_answer(400, "", OEMBED), State.UNKNOWN, answers.UNEXPECTED),
        (Silence(Cause.TIMEOUT), State.UNREACHABLE, "The site did not answer in time."),
    ],
)
def test_what_each_answer_of_oembed_means(reply: Reply, state: State, reason: str) -> None:
    verdict = answers.judge_oembed(X, reply)
    assert (verdict.state, verdict.reason, verdict.agreed) == (state, reason, False)


@pytest.mark.parametrize(
    ("reply", "state", "agreed"),
    [
        (_answer(200, _facts()), State.AVAILABLE, False),
        (_answer(404, MISSING), State.REMOVED, True),
        (_answer(404, MISSING, "https://portal.example/"), State.UNKNOWN, False),
        (_answer(404, {"error": "no such route"}), State.UNKNOWN, False),
        (_answer(404, "<html>not found"), State.UNKNOWN, False),
        (_answer(403, {"error": {"type": "access_forbidden"}}), State.PRIVATE, False),
        (_answer(403, {"error": {"message": "You have hit the rate limit"}}), State.RATE_LIMITED, False),
        (_answer(403, {}, "https://portal.example/"), State.UNKNOWN, False),
        (_answer(500), State.UNREACHABLE, False),
        (_answer(200, "[]"), State.UNKNOWN, False),
        (Silence(Cause.LEFT_ALONE), State.RATE_LIMITED, False),
    ],
)
def test_what_an_answer_about_one_video_means_when_it_is_the_last(reply: Reply, state: State, agreed: bool) -> None:
    verdict = answers.judge_alone(X, reply, NOWHERE, agreed=True)
    assert (verdict.state, verdict.agreed) == (state, agreed)


def _converse(ids: str, *replies: Reply) -> tuple[list[Verdict], list[str]]:
    videos = tuple(VideoRef("dailymotion", video) for video in ids.split())
    conversation = PROVIDER.inspect(videos, Given())
    asked: list[str] = []
    waiting = list(replies)
    try:
        probe: Probe = next(conversation)
        while True:
            asked.append(probe.url.partition("?")[0].removeprefix("https://").partition(".")[0] + probe.url[-9:])
            probe = conversation.send(waiting.pop(0))
    except StopIteration as end:
        assert waiting == []
        assert len(asked) <= 2 * len(videos)
        return [end.value[video] for video in videos], asked


@pytest.mark.parametrize(
    ("video", "replies", "state", "agreed"),
    [
        (X, (_answer(200, _facts()),), State.AVAILABLE, False),
        (X, (_answer(200, _facts("xother")),), State.UNKNOWN, False),
        (X, (_answer(429),), State.RATE_LIMITED, False),
        (X, (Silence(Cause.TIMEOUT),), State.UNREACHABLE, False),
        (X, (Silence(Cause.LEFT_ALONE),), State.RATE_LIMITED, False),
        (X, (Silence(Cause.NO_NAME), _told()), State.AVAILABLE, False),
        (X, (Silence(Cause.FAILING), _told()), State.AVAILABLE, False),
        (X, (_answer(410), _told()), State.AVAILABLE, False),
        (X, (_answer(400), _told()), State.AVAILABLE, False),
        (X, (_answer(500), _answer(404, "", OEMBED)), State.REMOVED, False),
        (X, (_answer(200, _facts(), "https://elsewhere.example/"), _told()), State.AVAILABLE, False),
        (X, (_answer(404, MISSING), _answer(404, "", OEMBED)), State.REMOVED, True),
        (X, (_answer(404, MISSING), _answer(429, "", OEMBED)), State.REMOVED, False),
        (X, (_answer(404, MISSING), _told()), State.UNKNOWN, False),
        (K, (_answer(200, _facts(K)),), State.AVAILABLE, False),
        (K, (_answer(200, _facts(X)), _told(K)), State.AVAILABLE, False),
        (K, (_answer(200, _facts(X)), _told(X)), State.UNKNOWN, False),
    ],
)
def test_a_conversation_about_one_video(video: str, replies: tuple[Reply, ...], state: State, agreed: bool) -> None:
    (verdict,), asked = _converse(video, *replies)
    assert (verdict.state, verdict.agreed) == (state, agreed)
    assert len(asked) == len(replies)


def _list(*rows: object, **changes: object) -> Answer:
    return _answer(200, {"has_more": False, "list": rows} | changes, LIST)


ONE, TWO = _answer(200, _facts("x1")), _answer(200, _facts("x2"))


@pytest.mark.parametrize(
    ("replies", "states"),
    [
        ((_list(_facts("x1"), _facts("x2")),), [State.AVAILABLE, State.AVAILABLE]),
        ((_list(_facts("x2", private=True)), _answer(404, MISSING)), [State.REMOVED, State.PRIVATE]),
        ((_list(), ONE, _answer(500)), [State.AVAILABLE, State.UNREACHABLE]),
        ((_list(_facts("x1"), _facts("xother")), ONE, TWO), [State.AVAILABLE, State.AVAILABLE]),
        ((_list(_facts("x1"), 7), ONE, TWO), [State.AVAILABLE, State.AVAILABLE]),
        ((_list(_facts("x1"), {"id": []}), ONE, TWO), [State.AVAILABLE, State.AVAILABLE]),
        ((_list(_facts("x1"), has_more=True), ONE, TWO), [State.AVAILABLE, State.AVAILABLE]),
        ((_list(list={}), ONE, TWO), [State.AVAILABLE, State.AVAILABLE]),
        ((_answer(400, {}, LIST), ONE, _answer(404, MISSING)), [State.AVAILABLE, State.REMOVED]),
        ((_answer(410, {}, LIST), _told("x1"), _answer(404, "", OEMBED)), [State.AVAILABLE, State.REMOVED]),
        ((_answer(503, "", LIST), _told("x1"), _told("x2")), [State.AVAILABLE, State.AVAILABLE]),
        ((Silence(Cause.REDIRECTS), _told("x1"), _told("x2")), [State.AVAILABLE, State.AVAILABLE]),
        ((_answer(429, "", LIST),), [State.RATE_LIMITED, State.RATE_LIMITED]),
        ((Silence(Cause.TIMEOUT),), [State.UNREACHABLE, State.UNREACHABLE]),
    ],
)
def test_a_conversation_about_two_videos(replies: tuple[Reply, ...], states: list[State]) -> None:
    verdicts, asked = _converse("x1 x2", *replies)
    assert [verdict.state for verdict in verdicts] == states
    assert len(asked) == len(replies)


@pytest.mark.parametrize(("listing", "agreed"), [(_list(), True), (_answer(400, {}, LIST), False)])
def test_a_video_missing_from_a_good_list_and_from_the_api_is_gone_for_sure(listing: Answer, agreed: bool) -> None:
    verdicts, _ = _converse("x1 x2", listing, _answer(404, MISSING), TWO)
    assert (verdicts[0].state, verdicts[0].agreed) == (State.REMOVED, agreed)


def test_private_ids_are_asked_about_alone() -> None:
    verdicts, asked = _converse(f"{K} x1 x2", _list(_facts("x1"), _facts("x2")), _answer(200, _facts(K)))
    assert [verdict.state for verdict in verdicts] == [State.AVAILABLE] * 3
    assert len(asked) == 2


def test_the_questions_are_as_the_site_wants_them() -> None:
    fields = (
        "id%2Ctitle%2Cowner.screenname%2Cstatus%2Cpublished%2Cprivate%2Cpassword_protected%2Callow_embed%2Cgeoblocking"
    )
    first, second = VideoRef("dailymotion", X), VideoRef("dailymotion", "x2")
    alone = PROVIDER.inspect((first,), Given())
    assert next(alone) == Probe("GET", f"{API}?fields={fields}")
    assert alone.send(_answer(410)) == Probe(
        "GET", f"{OEMBED}?url=https%3A%2F%2Fwww.dailymotion.com%2Fvideo%2Fx7lni3&format=json"
    )
    together = PROVIDER.inspect((first, second), Given())
    assert next(together) == Probe("GET", f"{LIST}?ids=x7lni3%2Cx2&fields={fields}&limit=100")


WORLD: dict[str, dict[str, object]] = {
    **{f"x{number}": {} for number in range(40)},
    "xoff": {"allow_embed": False},
    "xhid": {"private": True},
    "xfar": {"geoblocking": ["allow", "jp"]},
    "xbad": {"status": "rejected"},
    K: {"private": True},
}


def test_a_whole_conversation_about_fifty_videos_over_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [*WORLD, "xgone"]
    verdicts, asked = _hold(Dailymotion(WORLD), monkeypatch, ids)
    assert {video: verdict.state for video, verdict in verdicts.items()} == {
        **{f"x{number}": State.AVAILABLE for number in range(40)},
        "xoff": State.RESTRICTED,
        "xhid": State.PRIVATE,
        "xfar": State.RESTRICTED,
        "xbad": State.REMOVED,
        K: State.AVAILABLE,
        "xgone": State.REMOVED,
    }
    assert (len(asked), verdicts["xgone"].agreed, verdicts["x1"].title) == (4, True, "A message")


@pytest.mark.parametrize(
    ("site", "questions", "found"),
    [
        (Dailymotion({"x1": {}, "x2": {}}, api_status=410), 4, [State.AVAILABLE, State.AVAILABLE, State.REMOVED]),
        (
            Dailymotion({"x1": {}, "x2": {}, "x4": {}}, lists=False),
            4,
            [State.AVAILABLE, State.AVAILABLE, State.REMOVED],
        ),
    ],
    ids=["the data API is shut", "lists ignore which ids were wanted"],
)
def test_a_site_that_changed_is_still_understood(
    site: Dailymotion, questions: int, found: list[State], monkeypatch: pytest.MonkeyPatch
) -> None:
    verdicts, asked = _hold(site, monkeypatch, ["x1", "x2", "x3"])
    assert [verdict.state for verdict in verdicts.values()] == found
    assert len(asked) == questions


def test_one_missing_video_takes_two_questions_that_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    verdicts, asked = _hold(Dailymotion({}), monkeypatch, ["xgone"])
    assert (verdicts["xgone"].state, verdicts["xgone"].agreed, len(asked)) == (State.REMOVED, True, 2)


def _hold(site: Dailymotion, monkeypatch: pytest.MonkeyPatch, ids: list[str]) -> tuple[dict[str, Verdict], list[str]]:
    videos = tuple(VideoRef("dailymotion", video) for video in ids)
    with SimulatedWeb(site) as web:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(web.ca_file))
        fetch = Web(
            user_agent="hexaglot/test",
            allow_private=True,
            resolve=lambda _host, _port: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", web.port))],
        )
        try:
            (held,) = hold([PROVIDER.inspect(videos, Given(countries=frozenset({"CH"})))], fetch, FAST)
        finally:
            fetch.close()
        return {video.id: held.verdicts[video] for video in videos}, [asked.target for asked in web.log]

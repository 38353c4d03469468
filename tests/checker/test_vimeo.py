"""This file tests Vimeo's file: its addresses, what its answers mean, and whole conversations over sockets."""

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
from checker.providers import Frame, Given, VideoRef, vimeo
from checker.providers.vimeo import PROVIDER, corroborate, judge
from checker.verdict import Detail, State, Verdict
from replica.vimeo import Clip, Showing, Vimeo
from replica.web import SimulatedWeb

DATA = Path(__file__).parent / "data" / "video_addresses.jsonl"
ROWS = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
OURS = [row for row in ROWS if row["provider"] == "vimeo"]
ELSEWHERE = {
    "https://gettingthingsdone.com/workflowmap/",
    "https://www.media.mit.edu/events/aha-symposium/",
    "https://vimeo.com/user26785108/newspiritualguide",
    # The number that the site returned is another than the one in the address.
    "https://vimeo.com/ondemand/36938/126682985",
    # The source takes the album's number for the video's.
    "http://vimeo.com/album/2222222/video/119932781",
}
VIDEOS = [
    row
    for row in OURS
    if row["kind"] == "video" and row["valid"] and not row.get("lenient") and row["url"] not in ELSEWHERE
]
CLIP = VideoRef("vimeo", "76979871")
UNLISTED = VideoRef("vimeo", "36881035", "f9ad567296")
EVENT = VideoRef("vimeo", "4606123", "event")
SECRET_EVENT = VideoRef("vimeo", "4606123", "event/358d60ce2e")
SITE = "https://videos.example.int/"
ASKED = "https://vimeo.com/api/oembed.json?url=x"
PAGE = "https://vimeo.com/76979871"
FAST = Manners(Manner(rate=10_000, concurrency=8))


def test_the_address_cases_are_there() -> None:
    assert len(VIDEOS) == 50


@pytest.mark.parametrize("row", VIDEOS, ids=lambda row: row["url"])
def test_every_video_address_names_its_video(row: dict[str, Any]) -> None:
    ref = PROVIDER.recognise(row["url"])
    assert ref is not None
    assert (ref.provider, ref.id, ref.start) == ("vimeo", row["id"], row.get("start"))


@pytest.mark.parametrize(
    "row", [row for row in OURS if not row["valid"] or row["kind"] == "collection"], ids=lambda row: row["url"]
)
def test_every_address_that_is_not_one_video_is_refused(row: dict[str, Any]) -> None:
    assert PROVIDER.recognise(row["url"]) is None


@pytest.mark.parametrize("row", [row for row in OURS if row.get("lenient")], ids=lambda row: row["url"])
def test_an_untidy_address_is_refused_or_read_right(row: dict[str, Any]) -> None:
    ref = PROVIDER.recognise(row["url"])
    assert ref is None or ref.id == row["id"]


@pytest.mark.parametrize("row", [row for row in ROWS if row["provider"] != "vimeo"], ids=lambda row: row["url"])
def test_other_sites_are_not_taken_for_vimeo(row: dict[str, Any]) -> None:
    assert PROVIDER.recognise(row["url"]) is None


@pytest.mark.parametrize(
    ("url", "video_id", "where"),
    [
        ("https://vimeo.com/36881035/f9ad567296", "36881035", "f9ad567296"),
        ("https://player.vimeo.com/video/36881035?h=f9ad567296", "36881035", "f9ad567296"),
        ("https://vimeo.com/showcase/1/video/36881035?h=f9ad567296", "36881035", "f9ad567296"),
        ("https://player.vimeo.com/video/36881035?h=nothex", "36881035", None),
        ("https://vimeo.com/someone/review/75524534/3c257a1b5d", "75524534", None),
        ("https://vimeo.com/manage/videos/75524534", "75524534", None),
        ("https://vimeo.com/moogaloop.swf?clip_id=2539741", "2539741", None),
        ("https://vimeo.com/event/4606123", "4606123", "event"),
        ("https://vimeo.com/event/4606123/358d60ce2e", "4606123", "event/358d60ce2e"),
        ("https://vimeo.com/event/4606123/embed/358d60ce2e", "4606123", "event/358d60ce2e"),
        ("https://vimeo.com/event/595460/videos/498149131/", "498149131", None),
        ("https://vimeopro.com/staff/frame/video/24069938", "24069938", None),
    ],
)
def test_the_secret_part_is_kept_and_an_event_is_no_video(url: str, video_id: str, where: str | None) -> None:
    assert PROVIDER.recognise(url) == VideoRef("vimeo", video_id, where)


@pytest.mark.parametrize(
    "url",
    [
        "https://vimeo.com.evil.example/76979871",
        "https://vimeo.com@evil.example/76979871",
        "https://notvimeo.com/76979871",
        "https://vimeo.com/٧٦٩٧٩٨٧١",
        "https://vimeo.com/76979871/extra/parts",
        "https://vimeo.com/moogaloop.swf",
        "https://player.vimeo.com/76979871",
        "https://vimeopro.com/staff",
        "javascript:alert('https://vimeo.com/76979871')",
        "76979871",
    ],
)
def test_look_alikes_and_hostile_addresses_are_refused(url: str) -> None:
    assert PROVIDER.recognise(url) is None


@given(st.text(max_size=200))
def test_no_text_makes_the_address_reader_fail(text: str) -> None:
    for url in (
        text,
        f"https://vimeo.com/{text}",
        f"https://player.vimeo.com/video/{text}",
        f"https://vimeo.com/1#t={text}",
    ):
        ref = PROVIDER.recognise(url)
        assert ref is None or ref.id.isdecimal()
        flaw = PROVIDER.flaw(url)
        assert ref is None or flaw is None


@pytest.mark.parametrize(
    ("ref", "page", "player"),
    [
        (CLIP, "https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        (
            UNLISTED,
            "https://vimeo.com/36881035/f9ad567296",
            "https://player.vimeo.com/video/36881035?h=f9ad567296&dnt=1",
        ),
        (
            VideoRef("vimeo", "1", start=208),
            "https://vimeo.com/1#t=208s",
            "https://player.vimeo.com/video/1?dnt=1#t=208s",
        ),
        (EVENT, "https://vimeo.com/event/4606123", "https://vimeo.com/event/4606123/embed"),
        (
            SECRET_EVENT,
            "https://vimeo.com/event/4606123/358d60ce2e",
            "https://vimeo.com/event/4606123/embed/358d60ce2e",
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
    ("url", "state", "reason"),
    [
        ("https://vimeo.com/76979871/randomhash", State.INVALID, vimeo.NO_ID),
        ("https://player.vimeo.com/video/76979871x", State.INVALID, vimeo.NO_ID),
        ("https://vimeo.com/groups/shortfilms/videos/x", State.INVALID, vimeo.NO_ID),
        ("https://vimeo.com/channels/staffpicks", State.INVALID, vimeo.NOT_ONE_VIDEO),
        ("https://vimeo.com/showcase/11803104/embed2", State.INVALID, vimeo.NOT_ONE_VIDEO),
        ("https://vimeo.com/user7108434", State.INVALID, vimeo.NOT_ONE_VIDEO),
        ("https://vimeo.com/user7108434/videos", State.INVALID, vimeo.NOT_ONE_VIDEO),
        ("https://vimeo.com/user26785108/newspiritualguide", State.UNKNOWN, vimeo.NAMED),
    ],
)
def test_a_vimeo_address_without_a_video_says_why(url: str, state: State, reason: str) -> None:
    flaw = PROVIDER.flaw(url)
    assert flaw is not None
    assert (flaw.state, flaw.reason) == (state, reason)


@pytest.mark.parametrize("url", [PAGE, "https://example.int/", "nonsense", ""])
def test_other_addresses_have_no_flaw_that_vimeo_could_name(url: str) -> None:
    assert PROVIDER.flaw(url) is None


def _answer(status: int, body: str = "", url: str = ASKED) -> Answer:
    return Answer(status, url, (), body.encode(), len(body))


def _facts(**changes: object) -> str:
    facts: dict[str, object] = {"type": "video", "title": "A title", "author_name": "ITU", "video_id": 76979871}
    return json.dumps({name: value for name, value in (facts | changes).items() if value != "absent"})


def _frame(src: str) -> str:
    return f'<iframe src="{src}" title="x"></iframe>'


FRAME = _frame("https://player.vimeo.com/video/76979871?app_id=1")
PRIVACY = "<!DOCTYPE html><p>Sorry. Because of its privacy settings, this video cannot be played here."


@pytest.mark.parametrize(
    ("reply", "state", "reason", "detail"),
    [
        (_answer(200, _facts()), State.AVAILABLE, vimeo.PLAYS, None),
        (_answer(200, _facts(video_id="76979871")), State.AVAILABLE, vimeo.PLAYS, None),
        (_answer(200, _facts(domain_status_code=200)), State.AVAILABLE, vimeo.PLAYS, None),
        (_answer(200, _facts(video_id="absent", html=FRAME)), State.AVAILABLE, vimeo.PLAYS, None),
        (_answer(200, _facts(domain_status_code=403)), State.RESTRICTED, vimeo.CHOSEN_SITES, Detail.DOMAIN),
        (
            _answer(200, '{"type":"video","domain_status_code":403}'),
            State.RESTRICTED,
            vimeo.CHOSEN_SITES,
            Detail.DOMAIN,
        ),
        (
            _answer(200, _facts(title="absent", video_id="absent", html=FRAME)),
            State.RESTRICTED,
            vimeo.PASSWORD,
            Detail.PASSWORD,
        ),
        (_answer(200, _facts(video_id=1, domain_status_code=403)), State.UNKNOWN, vimeo.SUBSTITUTED, None),
        (_answer(200, _facts(video_id=1)), State.UNKNOWN, vimeo.SUBSTITUTED, None),
        (_answer(200, _facts(video_id=True)), State.UNKNOWN, vimeo.SUBSTITUTED, None),
        (_answer(200, _facts(video_id=[])), State.UNKNOWN, vimeo.UNNAMED, None),
        (_answer(200, _facts(video_id=None)), State.UNKNOWN, vimeo.UNNAMED, None),
        (_answer(200, _facts(video_id=None, html="<b>x</b>")), State.UNKNOWN, vimeo.UNNAMED, None),
        (
            _answer(200, _facts(video_id=None, html=_frame("https://vimeo.com/event/76979871/embed"))),
            State.UNKNOWN,
            vimeo.UNNAMED,
            None,
        ),
        (_answer(200, _facts(type="photo")), State.UNKNOWN, vimeo.UNNAMED, None),
        (_answer(200, "[]"), State.UNKNOWN, vimeo.UNEXPECTED, None),
        (_answer(200, "not JSON, captcha"), State.UNKNOWN, vimeo.UNEXPECTED, None),
        (_answer(200, "<html>Before you continue"), State.UNKNOWN, vimeo.UNEXPECTED, None),
        (_answer(200, "<html>solve this CAPTCHA"), State.RATE_LIMITED, vimeo.TOO_MANY, None),
        (_answer(200, _facts(), url="https://portal.example/"), State.UNKNOWN, vimeo.UNEXPECTED, None),
        (_answer(404, "", url="https://vimeo.com.evil.example/"), State.UNKNOWN, vimeo.UNEXPECTED, None),
        (_answer(403, PRIVACY), State.RESTRICTED, vimeo.CHOSEN_SITES, Detail.DOMAIN),
        (_answer(403, '{"error":"x"}'), State.RESTRICTED, vimeo.REFUSED, Detail.DOMAIN),
        (_answer(403, "<html>Verify"), State.RATE_LIMITED, vimeo.TOO_MANY, None),
        (_answer(403), State.RATE_LIMITED, vimeo.TOO_MANY, None),
        (_answer(429, "<html>"), State.RATE_LIMITED, vimeo.TOO_MANY, None),
        (_answer(429, PRIVACY), State.RATE_LIMITED, vimeo.TOO_MANY, None),
        (_answer(404), State.REMOVED, vimeo.REMOVED, None),
        (_answer(410), State.REMOVED, vimeo.REMOVED, None),
        (_answer(500), State.UNREACHABLE, vimeo.SITE_FAULT, None),
        (_answer(401), State.UNKNOWN, vimeo.UNEXPECTED, None),
        (_answer(304), State.UNKNOWN, vimeo.UNEXPECTED, None),
    ],
)
def test_what_each_answer_of_oembed_means(reply: Reply, state: State, reason: str, detail: Detail | None) -> None:
    verdict = judge(CLIP, reply, SITE)
    assert (verdict.state, verdict.reason, verdict.detail, verdict.agreed) == (state, reason, detail, False)


@pytest.mark.parametrize(
    ("cause", "state"),
    [
        (Cause.TIMEOUT, State.UNREACHABLE),
        (Cause.LEFT_ALONE, State.RATE_LIMITED),
        (Cause.REDIRECTS, State.UNKNOWN),
    ],
)
def test_silence_says_nothing_of_the_video(cause: Cause, state: State) -> None:
    assert judge(CLIP, Silence(cause), SITE).state is state


@pytest.mark.parametrize(("site", "embeddable"), [(SITE, False), (None, None)])
def test_a_refusal_is_about_our_site_only_if_we_asked_in_its_name(site: str | None, embeddable: bool | None) -> None:
    verdict = judge(CLIP, _answer(200, _facts(domain_status_code=403)), site)
    assert (verdict.embeddable, verdict.watchable) == (embeddable, None)


@pytest.mark.parametrize(("title", "kept"), [(None, None), (7, None), ("  ", None), ("t" * 5000, "t" * 1000)])
def test_a_title_that_is_none_or_endless_is_bounded(title: object, kept: str | None) -> None:
    verdict = judge(CLIP, _answer(200, _facts(title=title)), SITE)
    assert (verdict.state, verdict.title, verdict.author) == (State.AVAILABLE, kept, "ITU")


@pytest.mark.parametrize(
    ("src", "state"),
    [
        ("https://vimeo.com/event/4606123/embed", State.AVAILABLE),
        ("https://vimeo.com/event/1/embed", State.UNKNOWN),
        ("https://player.vimeo.com/video/4606123", State.UNKNOWN),
    ],
)
def test_an_event_is_named_by_its_frame(src: str, state: State) -> None:
    assert judge(EVENT, _answer(200, _facts(video_id=4606123, html=_frame(src))), SITE).state is state


@pytest.mark.parametrize(
    ("page", "state", "reason", "agreed"),
    [
        (_answer(404, url=PAGE), State.REMOVED, vimeo.REMOVED, True),
        (_answer(451, url=PAGE), State.REMOVED, vimeo.LEGAL, True),
        (_answer(200, url=PAGE), State.UNKNOWN, vimeo.CONTRADICTION, False),
        (_answer(403, url=PAGE), State.REMOVED, vimeo.REMOVED, False),
        (_answer(404, url="https://portal.example/"), State.REMOVED, vimeo.REMOVED, False),
        (Silence(Cause.TIMEOUT), State.REMOVED, vimeo.REMOVED, False),
    ],
)
def test_what_the_pages_status_adds(page: Reply, state: State, reason: str, agreed: bool) -> None:
    verdict = corroborate(Verdict(State.REMOVED, vimeo.REMOVED, watchable=False), page)
    assert (verdict.state, verdict.reason, verdict.agreed) == (state, reason, agreed)


@pytest.mark.parametrize(("site", "headers"), [(SITE, (("Referer", SITE),)), (None, ())])
def test_the_question_carries_the_secret_and_our_sites_name(
    site: str | None, headers: tuple[tuple[str, str], ...]
) -> None:
    probe = next(PROVIDER.inspect((UNLISTED,), Given(site)))
    url = "https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F36881035%2Ff9ad567296"
    assert probe == Probe("GET", url, headers)


WORLD = {
    "1001": (Clip(), State.AVAILABLE, False, 1),
    "1002": (Clip(Showing.HIDDEN), State.AVAILABLE, False, 1),
    "1003": (Clip(Showing.CHOSEN_SITES), State.AVAILABLE, False, 1),
    "1004": (Clip(Showing.CHOSEN_SITES, site="other.example"), State.RESTRICTED, False, 1),
    "1005": (Clip(Showing.REFUSED), State.RESTRICTED, False, 1),
    "1006": (Clip(Showing.PRIVACY), State.RESTRICTED, False, 1),
    "1007": (Clip(Showing.PASSWORD), State.RESTRICTED, False, 1),
    "1008": (Clip(Showing.LEGAL), State.REMOVED, True, 2),
    "1009": (Clip(Showing.HALF_GONE), State.UNKNOWN, False, 2),
    "1010": (Clip(Showing.SUBSTITUTED), State.UNKNOWN, False, 1),
    "1011": (Clip(Showing.BROKEN), State.UNREACHABLE, False, 1),
    "1012": (Clip(Showing.ROBOT), State.RATE_LIMITED, False, 1),
    "1013": (Clip(Showing.TOO_MANY), State.RATE_LIMITED, False, 1),
    "1014": (Clip(unlisted="f9ad567296"), State.REMOVED, True, 2),
    "1015": (None, State.REMOVED, True, 2),
}


@pytest.mark.parametrize("number", WORLD)
def test_a_whole_conversation_over_sockets(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    clip, state, agreed, questions = WORLD[number]
    with SimulatedWeb(Vimeo({number: clip} if clip else {})) as web:
        ((verdict,), asked) = _hold(web, monkeypatch, VideoRef("vimeo", number))
    assert (verdict.state, verdict.agreed, len(asked)) == (state, agreed, questions)


def test_two_videos_one_of_them_unlisted_are_asked_about_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    with SimulatedWeb(Vimeo({UNLISTED.id: Clip(unlisted="f9ad567296", title="رسالة"), "5": Clip()})) as web:
        verdicts, asked = _hold(web, monkeypatch, UNLISTED, VideoRef("vimeo", "5"))
    assert [verdict.title for verdict in verdicts] == ["رسالة", "A message"]
    assert len(asked) == 2


def _hold(web: SimulatedWeb, monkeypatch: pytest.MonkeyPatch, *videos: VideoRef) -> tuple[list[Verdict], list[str]]:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(web.ca_file))
    fetch = Web(
        user_agent="hexaglot/test",
        allow_private=True,
        resolve=lambda _host, _port: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", web.port))],
    )
    try:
        (held,) = hold([PROVIDER.inspect(videos, Given(SITE))], fetch, FAST)
    finally:
        fetch.close()
    return [held.verdicts[video] for video in videos], [asked.target for asked in web.log]

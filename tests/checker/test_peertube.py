"""This file tests PeerTube's file: its addresses on any host, what its answers mean, and whole conversations."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.drive import hold
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Web
from checker.lanes import Manner, Manners
from checker.providers import Frame, Given, VideoRef
from checker.providers import peertube as peertube_file
from checker.providers._peertube_addresses import shortened, uuid_of
from checker.providers.peertube import EXAMPLES, PROVIDER, admit, corroborate, judge
from checker.verdict import Detail, State, Verdict
from replica.peertube import Clip, PeerTube
from replica.web import SimulatedWeb

HOST = "tube.example.int"
LONG, SHORT = "9c9de5e8-0a1e-484a-b099-e80766180a6d", "kkGMgK9ZtnKfYAgnEtQxbv"
OTHER = "122d093a-1ede-43bd-bd34-59d2931ffc5e"
MASTODON = ("peertube.mastodon.host", "986aac60-1263-4f73-9ce5-36b18225cb60")
OURS = VideoRef("peertube", LONG, HOST)
API = f"https://{HOST}/api/v1/videos/{LONG}"
OEMBED = f"https://{HOST}/services/oembed"
DOCS = "https://docs.joinpeertube.org/api-rest-reference.html#operation/getVideo"
ERRORS = "https://docs.joinpeertube.org/api-rest-reference.html#section/Errors/"
ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "video_addresses.jsonl").read_text("utf-8").splitlines()
]


def _named(url: str) -> tuple[str | None, str] | None:
    ref = PROVIDER.recognise(url)
    return None if ref is None else (ref.where, ref.id)


def test_which_video_each_known_address_names() -> None:
    assert {row["url"]: _named(row["url"]) for row in ROWS if row["provider"] == "peertube"} == {
        f"https://framatube.org/videos/watch/{LONG}": ("framatube.org", LONG),
        f"https://framatube.org/videos/embed/{LONG}": ("framatube.org", LONG),
        f"https://framatube.org/w/{LONG}": ("framatube.org", LONG),
        f"https://framatube.org/api/v1/videos/{LONG}": ("framatube.org", LONG),
        f"https://peertube2.cpy.re/w/{OTHER}": ("peertube2.cpy.re", OTHER),
        "https://peertube2.cpy.re/api/v1/videos/3fbif9S3WmtTP8gGsC5HBd": (
            "peertube2.cpy.re",
            "122d093a-1ede-43bd-bd34-59d2931ffc5e",
        ),
        "peertube:spacepub.space:d8943b2d-8280-497b-85ec-bc282ec2afdc": (
            "spacepub.space",
            "d8943b2d-8280-497b-85ec-bc282ec2afdc",
        ),
        "https://peertube.debian.social/videos/watch/0b04f13d-1e18-4f1d-814e-4979aa7c9c44": (
            "peertube.debian.social",
            "0b04f13d-1e18-4f1d-814e-4979aa7c9c44",
        ),
        "https://video.macver.org/w/6gvhZpUGQVd4SQ6oYDc9pC": (
            "video.macver.org",
            "2aa7e6fa-6ccb-4d54-abe6-7e5c0e40aa82",
        ),
        "https://peertube2.cpy.re/a/chocobozzz/videos": None,
        "https://peertube2.cpy.re/c/blender_open_movies@video.blender.org/videos": None,
        "https://peertube.mastodon.host/videos/watch/986aac60-1263-4f73-9ce5-36b18225cb60": MASTODON,
        "https://peertube.mastodon.host/videos/watch/986aac60-1263-4f73-9ce5-36b18225cb60?fsdafs=fsafa": MASTODON,
        "https://peertube.mastodon.host/api/v1/videos/watch/986aac60-1263-4f73-9ce5-36b18225cb60": MASTODON,
        "https://peertube.tv/w/aGdswr2tWoiV255eNsjCYk": ("peertube.tv", "4e7fad03-ae07-4706-9fd0-c60e2c204843"),
        "https://peertube.tv/": None,
    }


def test_no_other_sites_address_is_taken_for_peertubes() -> None:
    assert [row["url"] for row in ROWS if row["provider"] != "peertube" and _named(row["url"])] == []
    assert [row["url"] for row in ROWS if PROVIDER.flaw(row["url"]) is not None] == []


@pytest.mark.parametrize(
    ("url", "start"),
    [
        (f"https://{HOST}/w/{SHORT}", None),
        (f"https://{HOST}/w/{SHORT};threadId=7?start=83", 83),
        (f"https://{HOST}/w/{SHORT}?start=1m23s", 83),
        (f"https://{HOST}/w/{SHORT}?start=1h", 3600),
        (f"https://{HOST}/w/{SHORT}?start=soon", None),
        (f"https://{HOST}/w/{SHORT}?start=0", None),
        (f"http://{HOST.upper()}/videos/embed/{LONG.upper()}?autoplay=1", None),
        (f"{HOST}/videos/watch/{SHORT}/", None),
        (f" peertube:{HOST}:{SHORT} ", None),
    ],
)
def test_every_form_names_the_same_video(url: str, start: int | None) -> None:
    ref = PROVIDER.recognise(url)
    assert ref == OURS
    assert ref.start == start


@pytest.mark.parametrize(
    "url",
    [
        *[url for url, found in EXAMPLES.items() if found is None],
        f"https://{HOST}/w/p/{SHORT}",
        f"https://{HOST}/w/{SHORT}x",
        f"https://{HOST}/w/{SHORT[:-1]}0",
        f"https://{HOST}/w/{LONG[:-1]}",
        f"https://{HOST}/w/{LONG}/x",
        f"https://{HOST}/a/w/{SHORT}",
        f"https://{HOST}/videos/watch/playlist/{LONG}",
        f"https://{HOST}/videos/overview",
        f"https://localhost/w/{SHORT}",
        f"https://{HOST}:9000/w/{SHORT}",
        f"https://someone@{HOST}/w/{SHORT}",
        "https://www.youtube.com/w/IOS2fqxwYbA",
        "https://en.wikipedia.org/w/index.php",
        f"peertube:{HOST}",
        f"peertube:a b:{SHORT}",
        SHORT,
        LONG,
        "",
    ],
)
def test_playlists_and_strangers_are_refused(url: str) -> None:
    assert PROVIDER.recognise(url) is None


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (SHORT, LONG),
        ("3fbif9S3WmtTP8gGsC5HBd", OTHER),
        ("1" * 22, "00000000-0000-0000-0000-000000000000"),
        ("xBuEXKpA6iqZQK5Kf2TnkV", "ffffffff-ffff-ffff-ffff-ffffffffffff"),
        ("xBuEXKpA6iqZQK5Kf2TnkW", None),
        ("Z" * 22, None),
        ("l" * 22, None),
    ],
)
def test_a_short_id_is_the_uuid_in_base_58(short: str, long: str | None) -> None:
    assert uuid_of(short) == long
    if long is not None:
        assert shortened(long) == short


@given(st.uuids())
def test_short_and_long_lead_to_each_other(uuid: UUID) -> None:
    assert uuid_of(shortened(str(uuid))) == str(uuid) == uuid_of(str(uuid).upper())


@given(st.text(max_size=200))
def test_no_text_makes_the_address_reader_fail(text: str) -> None:
    for url in (text, f"peertube:{text}", f"https://{HOST}/w/{text}", f"https://{HOST}/videos/embed/{text}"):
        PROVIDER.recognise(url)
        PROVIDER.flaw(url)


def test_page_and_player_keep_the_start() -> None:
    later = VideoRef("peertube", LONG, HOST, 83)
    assert PROVIDER.page(OURS) == f"https://{HOST}/w/{SHORT}"
    assert PROVIDER.page(later) == f"https://{HOST}/w/{SHORT}?start=83s"
    assert PROVIDER.player(OURS, "ar") == Frame(f"https://{HOST}/videos/embed/{LONG}")
    assert PROVIDER.player(later, "ar") == Frame(f"https://{HOST}/videos/embed/{LONG}?start=83s")
    for url in (PROVIDER.page(later), f"https://{HOST}/videos/embed/{LONG}?start=83s"):
        again = PROVIDER.recognise(url)
        assert again is not None
        assert (again, again.start) == (OURS, 83)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (f"https://{HOST}/w/p/{SHORT}", peertube_file.PLAYLIST),
        (f"https://{HOST}/videos/watch/playlist/{LONG}", peertube_file.PLAYLIST),
        (f"https://{HOST}/video-playlists/embed/{LONG}", peertube_file.PLAYLIST),
        (f"https://{HOST}/videos/watch/{LONG[:-1]}", peertube_file.NO_ID),
        (f"https://{HOST}/videos/embed/{'Z' * 22}", peertube_file.NO_ID),
    ],
)
def test_an_address_with_peertubes_form_says_what_is_wrong(url: str, reason: str) -> None:
    assert PROVIDER.flaw(url) == Verdict(State.INVALID, reason, watchable=False, embeddable=False, agreed=True)


@pytest.mark.parametrize(
    "url",
    [
        f"https://{HOST}/w/{SHORT}",
        f"https://{HOST}/videos/watch/{LONG}",
        f"https://{HOST}/w/{'Z' * 22}",
        f"https://{HOST}/w/p/hello",
        f"https://{HOST}/videos/watch/how-to-subscribe",
        f"https://{HOST}/",
        "nonsense",
        "",
    ],
)
def test_of_what_may_be_any_sites_peertube_says_nothing(url: str) -> None:
    assert PROVIDER.flaw(url) is None


@pytest.mark.parametrize(
    "ref",
    [
        VideoRef("peertube", LONG),
        VideoRef("peertube", SHORT, HOST),
        VideoRef("peertube", LONG.upper(), HOST),
        VideoRef("peertube", "../users/me", HOST),
    ],
)
def test_what_is_no_uuid_on_a_host_is_not_asked_about(ref: VideoRef) -> None:
    verdict, probes = _converse(ref)
    assert (probes, verdict.state, verdict.reason) == ([], State.INVALID, peertube_file.NO_ID)


def _answer(status: int, body: object = "", url: str = API) -> Answer:
    data = (body if isinstance(body, str) else json.dumps(body)).encode()
    return Answer(status, url, (), data, len(data))


def _facts(privacy: object = 1, state: object = 1, **more: object) -> dict[str, object]:
    return {"uuid": LONG, "privacy": {"id": privacy}, "state": {"id": state}, "name": "A title", **more}


def _problem(status: int, detail: str = "", **more: object) -> dict[str, object]:
    return {"status": status, "detail": detail, "type": "about:blank", "docs": DOCS, **more}


def _policy(number: object) -> dict[str, object]:
    return _facts(embedPrivacyPolicy={"id": number})


@pytest.mark.parametrize(
    ("body", "state", "detail", "reason"),
    [
        (_facts(), State.AVAILABLE, None, peertube_file.PLAYS),
        (_facts(2), State.AVAILABLE, None, peertube_file.PLAYS),
        (_facts() | {"uuid": LONG.upper()}, State.AVAILABLE, None, peertube_file.PLAYS),
        (_facts(scheduledUpdate={"updateAt": "2027-01-01", "privacy": 2}), State.AVAILABLE, None, peertube_file.PLAYS),
        (_facts(scheduledUpdate=None), State.AVAILABLE, None, peertube_file.PLAYS),
        (_facts(3), State.PRIVATE, None, peertube_file.PRIVATE),
        (_facts(3, scheduledUpdate={"updateAt": "2027"}), State.NOT_YET, None, peertube_file.PREPARING),
        (_facts(4), State.RESTRICTED, Detail.LOGIN, peertube_file.INTERNAL),
        (_facts(5), State.RESTRICTED, Detail.PASSWORD, peertube_file.PASSWORD),
        (_facts(6), State.UNKNOWN, None, peertube_file.UNSETTLED),
        (_facts("1"), State.UNKNOWN, None, peertube_file.UNSETTLED),
        (_facts(True), State.UNKNOWN, None, peertube_file.UNSETTLED),
        (_facts(1, 2), State.NOT_YET, None, peertube_file.PREPARING),
        (_facts(1, 3), State.NOT_YET, None, peertube_file.PREPARING),
        (_facts(1, 4), State.NOT_YET, None, peertube_file.PREPARING),
        (_facts(1, 5), State.REMOVED, None, peertube_file.FAILED),
        (_facts(1, 6), State.NOT_YET, None, peertube_file.PREPARING),
        (_facts(1, 7), State.REMOVED, None, peertube_file.FAILED),
        (_facts(1, 8), State.UNKNOWN, None, peertube_file.UNSETTLED),
        (_facts(1, 9), State.NOT_YET, None, peertube_file.PREPARING),
        (_facts(1, 10), State.NOT_YET, None, peertube_file.PREPARING),
        (_facts(1, 11), State.UNKNOWN, None, peertube_file.UNSETTLED),
        (_facts(1, 12), State.REMOVED, None, peertube_file.FAILED),
        (_facts(1, 13), State.NOT_YET, None, peertube_file.PREPARING),
        (_facts(1, 99), State.UNKNOWN, None, peertube_file.UNSETTLED),
        (_facts() | {"state": None}, State.UNKNOWN, None, peertube_file.UNSETTLED),
        (_policy(1), State.AVAILABLE, None, peertube_file.PLAYS),
        (_policy(2), State.RESTRICTED, Detail.DOMAIN, peertube_file.LISTED_PAGES),
        (_policy(3), State.RESTRICTED, Detail.DOMAIN, peertube_file.LISTED_PAGES),
        (_policy(4), State.RESTRICTED, Detail.EMBEDDING, peertube_file.EMBEDDING_OFF),
        (_policy(9), State.UNKNOWN, None, peertube_file.UNSETTLED),
        (_facts(embedPrivacyPolicy=[]), State.UNKNOWN, None, peertube_file.UNSETTLED),
        (_facts() | {"uuid": OTHER}, State.UNKNOWN, None, peertube_file.SUBSTITUTED),
        (_facts() | {"uuid": None}, State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
        ({"title": "Another site's API"}, State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
        ("[]", State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
        ("", State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
        ("<!DOCTYPE html><title>PeerTube", State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
    ],
)
def test_what_the_facts_about_a_video_mean(body: object, state: State, detail: Detail | None, reason: str) -> None:
    verdict = judge(OURS, _answer(200, body))
    assert (verdict.state, verdict.detail, verdict.reason, verdict.agreed) == (state, detail, reason, False)


@pytest.mark.parametrize(
    ("reply", "state", "detail", "reason"),
    [
        (_answer(404, _problem(404, "Video not found")), State.REMOVED, None, peertube_file.REMOVED),
        (_answer(404, {"status": 404, "detail": "Video not found"}), State.REMOVED, None, peertube_file.REMOVED),
        (_answer(404, _problem(404, "Vidéo introuvable")), State.REMOVED, None, peertube_file.REMOVED),
        (_answer(410, _problem(410)), State.REMOVED, None, peertube_file.REMOVED),
        (_answer(404, {"status": 404, "detail": "Not Found"}), State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
        (_answer(404, {"status": 404, "detail": ["x"]}), State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
        (_answer(404, _problem(403)), State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
        (_answer(404, "<html>404"), State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
        (_answer(401, _problem(401)), State.PRIVATE, None, peertube_file.PRIVATE),
        (_answer(403, _problem(403)), State.PRIVATE, None, peertube_file.PRIVATE),
        (_answer(403, "<html>Our firewall"), State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
        (
            _answer(403, _problem(403, type=f"{ERRORS}video_requires_password")),
            State.RESTRICTED,
            Detail.PASSWORD,
            peertube_file.PASSWORD,
        ),
        (
            _answer(403, _problem(403, code="video_requires_password")),
            State.RESTRICTED,
            Detail.PASSWORD,
            peertube_file.PASSWORD,
        ),
        (
            _answer(403, _problem(403, type=f"{ERRORS}does_not_respect_follow_constraints")),
            State.RESTRICTED,
            Detail.LOGIN,
            peertube_file.NOT_FOLLOWED,
        ),
        (_answer(400, _problem(400)), State.INVALID, None, peertube_file.NO_VIDEO),
        (_answer(418, _problem(418)), State.UNKNOWN, None, peertube_file.NOT_PEERTUBE),
        (_answer(429, _problem(429)), State.RATE_LIMITED, None, peertube_file.TOO_MANY),
        (_answer(500, _problem(500)), State.UNREACHABLE, None, peertube_file.SITE_FAULT),
        (_answer(502, "<html>"), State.UNREACHABLE, None, peertube_file.SITE_FAULT),
        (_answer(200, _facts(), url=f"https://other.example/{LONG}"), State.UNKNOWN, None, peertube_file.MOVED),
        (_answer(404, _problem(404), url=f"https://www.{HOST}/x"), State.UNKNOWN, None, peertube_file.MOVED),
        (Silence(Cause.NO_NAME), State.UNREACHABLE, None, "The name of the site could not be looked up."),
    ],
)
def test_what_an_error_means(reply: Reply, state: State, detail: Detail | None, reason: str) -> None:
    verdict = judge(OURS, reply)
    assert (verdict.state, verdict.detail, verdict.reason, verdict.agreed) == (state, detail, reason, False)


@pytest.mark.parametrize(
    ("number", "watchable", "embeddable"), [(1, True, True), (2, True, None), (4, True, False), (9, True, None)]
)
def test_a_video_that_plays_tells_its_title_and_author(number: int, watchable: bool, embeddable: bool | None) -> None:
    verdict = judge(OURS, _answer(200, _policy(number) | {"channel": {"displayName": "x" * 2000}}))
    assert (verdict.watchable, verdict.embeddable) == (watchable, embeddable)
    assert (verdict.title, verdict.author) == ("A title", "x" * 1000)


@pytest.mark.parametrize("more", [{"name": 7, "channel": None}, {"name": " ", "channel": {"displayName": []}}])
def test_a_video_without_title_and_author_plays_all_the_same(more: dict[str, object]) -> None:
    verdict = judge(OURS, _answer(200, _facts(**more)))
    assert (verdict.state, verdict.title, verdict.author) == (State.AVAILABLE, None, None)


@pytest.mark.parametrize(
    ("origin", "suggestion"),
    [
        (f"https://home.example/videos/watch/{LONG}", f"https://home.example/w/{SHORT}"),
        (f"https://home.example/videos/watch/{OTHER}", None),
        ("javascript:alert(1)", None),
        (["x"], None),
        (None, None),
    ],
)
def test_the_site_a_video_comes_from_is_suggested(origin: object, suggestion: str | None) -> None:
    body = _problem(403, code="does_not_respect_follow_constraints", originUrl=origin)
    assert judge(OURS, _answer(403, body)).suggestion == suggestion


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["uuid", "privacy", "state", "id", "status", "detail", "code", "x"]), inner)
    ),
)


@given(JSON_VALUES, st.sampled_from([200, 400, 401, 403, 404]))
def test_no_answer_makes_the_judge_fail_or_pass(body: object, status: int) -> None:
    assert judge(OURS, _answer(status, body)).state is State.UNKNOWN


@given(st.dictionaries(st.sampled_from(["privacy", "state", "embedPrivacyPolicy", "name", "channel"]), JSON_VALUES))
def test_no_facts_about_our_video_make_the_judge_fail(facts: dict[str, object]) -> None:
    assert judge(OURS, _answer(200, facts | {"uuid": LONG})).state is not State.RATE_LIMITED


GONE = Verdict(State.REMOVED, peertube_file.REMOVED, watchable=False, embeddable=False)
HIDDEN = Verdict(State.PRIVATE, peertube_file.PRIVATE, watchable=False, embeddable=False)


@pytest.mark.parametrize(
    ("before", "reply", "state", "agreed"),
    [
        (GONE, _answer(404, {"status": 404, "detail": "Video not found"}, OEMBED), State.REMOVED, True),
        (GONE, _answer(404, {"status": 404}, OEMBED), State.REMOVED, False),
        (GONE, _answer(404, "<html>", OEMBED), State.REMOVED, False),
        (GONE, _answer(403, _problem(403), OEMBED), State.REMOVED, False),
        (GONE, _answer(200, {"type": "video"}, OEMBED), State.UNKNOWN, False),
        (GONE, _answer(200, {"type": "link"}, OEMBED), State.REMOVED, False),
        (GONE, _answer(404, _problem(404), "https://other.example/"), State.REMOVED, False),
        (GONE, _answer(503, "", OEMBED), State.REMOVED, False),
        (GONE, Silence(Cause.TIMEOUT), State.REMOVED, False),
        (
            HIDDEN,
            _answer(403, {"status": 403, "detail": "Video is not publicly available"}, OEMBED),
            State.PRIVATE,
            True,
        ),
        (HIDDEN, _answer(404, _problem(404), OEMBED), State.PRIVATE, False),
        (HIDDEN, _answer(200, {"type": "video"}, OEMBED), State.PRIVATE, False),
    ],
)
def test_what_oembed_adds(before: Verdict, reply: Reply, state: State, agreed: bool) -> None:
    verdict = corroborate(OURS, before, reply)
    assert (verdict.state, verdict.agreed) == (state, agreed)


LISTED = Verdict(State.RESTRICTED, peertube_file.LISTED_PAGES, detail=Detail.DOMAIN, watchable=True, title="A title")


@pytest.mark.parametrize(
    ("reply", "state", "embeddable", "reason"),
    [
        (_answer(200, {"domainAllowed": True}), State.AVAILABLE, True, peertube_file.PLAYS),
        (_answer(200, {"domainAllowed": False}), State.RESTRICTED, False, peertube_file.NOT_LISTED),
        (_answer(200, {"domainAllowed": "yes"}), State.RESTRICTED, None, peertube_file.LISTED_PAGES),
        (_answer(200, "[]"), State.RESTRICTED, None, peertube_file.LISTED_PAGES),
        (_answer(400, _problem(400)), State.RESTRICTED, None, peertube_file.LISTED_PAGES),
        (
            _answer(200, {"domainAllowed": True}, "https://other.example/"),
            State.RESTRICTED,
            None,
            peertube_file.LISTED_PAGES,
        ),
        (Silence(Cause.CUT), State.RESTRICTED, None, peertube_file.LISTED_PAGES),
    ],
)
def test_whether_our_site_may_embed(reply: Reply, state: State, embeddable: bool | None, reason: str) -> None:
    verdict = admit(OURS, LISTED, reply)
    assert (verdict.state, verdict.embeddable, verdict.reason) == (state, embeddable, reason)
    assert (verdict.watchable, verdict.title) == (True, "A title")
    assert verdict.detail is (None if state is State.AVAILABLE else Detail.DOMAIN)


def _converse(ref: VideoRef, *replies: Reply, site: str | None = None) -> tuple[Verdict, list[str]]:
    conversation = PROVIDER.inspect((ref,), Given(site))
    probes: list[Probe] = []
    waiting = list(replies)
    try:
        probes.append(next(conversation))
        while True:
            probes.append(conversation.send(waiting.pop(0)))
    except StopIteration as end:
        assert waiting == []
        assert {probe.method for probe in probes} <= {"GET"}
        return end.value[ref], [probe.url for probe in probes]


@pytest.mark.parametrize(
    ("reply", "site", "second"),
    [
        (_answer(200, _facts()), "https://www.itu.int/", None),
        (_answer(200, _facts(1, 7)), "https://www.itu.int/", None),
        (_answer(200, _facts(3)), "https://www.itu.int/", None),
        (_answer(404, "<html>"), None, None),
        (_answer(429), None, None),
        (Silence(Cause.TIMEOUT), None, None),
        (_answer(200, _policy(2)), None, None),
        (_answer(200, _policy(2)), "https://www.itu.int/page", f"{API}/embed-privacy/allowed?domain=www.itu.int"),
        (
            _answer(404, _problem(404)),
            None,
            f"{OEMBED}?url=https%3A%2F%2F{HOST}%2Fvideos%2Fwatch%2F{LONG}&format=json",
        ),
        (
            _answer(403, _problem(403)),
            None,
            f"{OEMBED}?url=https%3A%2F%2F{HOST}%2Fvideos%2Fwatch%2F{LONG}&format=json",
        ),
    ],
)
def test_a_second_question_is_asked_only_where_it_can_help(reply: Reply, site: str | None, second: str | None) -> None:
    more = [] if second is None else [Silence(Cause.TIMEOUT)]
    _, probes = _converse(OURS, reply, *more, site=site)
    assert probes == [API, *([] if second is None else [second])]


CLIPS = {
    "00000000-0000-4000-8000-000000000001": Clip(),
    "00000000-0000-4000-8000-000000000002": Clip(privacy=2, policy=None),
    "00000000-0000-4000-8000-000000000003": Clip(privacy=3),
    "00000000-0000-4000-8000-000000000005": Clip(privacy=5),
    "00000000-0000-4000-8000-000000000006": Clip(state=4),
    "00000000-0000-4000-8000-000000000007": Clip(state=7),
    "00000000-0000-4000-8000-000000000008": Clip(policy=4),
    "00000000-0000-4000-8000-000000000009": Clip(policy=2, pages=("www.itu.int",)),
    "00000000-0000-4000-8000-000000000010": Clip(policy=2),
    "00000000-0000-4000-8000-000000000011": Clip(blocked=True),
    "00000000-0000-4000-8000-000000000012": Clip(
        foreign="https://home.example/videos/watch/00000000-0000-4000-8000-000000000012"
    ),
}


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedWeb]:
    with SimulatedWeb(PeerTube(HOST, CLIPS)) as simulated:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(simulated.ca_file))
        yield simulated


@pytest.mark.parametrize(
    ("number", "state", "detail", "agreed", "questions"),
    [
        (1, State.AVAILABLE, None, False, 1),
        (2, State.AVAILABLE, None, False, 1),
        (3, State.PRIVATE, None, True, 2),
        (4, State.REMOVED, None, True, 2),
        (5, State.RESTRICTED, Detail.PASSWORD, False, 1),
        (6, State.NOT_YET, None, False, 1),
        (7, State.REMOVED, None, False, 1),
        (8, State.RESTRICTED, Detail.EMBEDDING, False, 1),
        (9, State.AVAILABLE, None, False, 2),
        (10, State.RESTRICTED, Detail.DOMAIN, False, 2),
        (11, State.PRIVATE, None, False, 2),
        (12, State.RESTRICTED, Detail.LOGIN, False, 1),
    ],
)
def test_whole_conversations_over_real_sockets(
    web: SimulatedWeb, number: int, state: State, detail: Detail | None, agreed: bool, questions: int
) -> None:
    fetch = Web(
        user_agent="hexaglot/test",
        allow_private=True,
        resolve=lambda _host, _port: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", web.port))],
    )
    ref = VideoRef("peertube", f"00000000-0000-4000-8000-0000000000{number:02}", HOST)
    conversation = PROVIDER.inspect((ref,), Given("https://www.itu.int/"))
    (held,) = hold([conversation], fetch, Manners(Manner(rate=1_000)))
    fetch.close()
    verdict = held.verdicts[ref]
    assert (verdict.state, verdict.detail, verdict.agreed) == (state, detail, agreed)
    assert len(web.log) == questions

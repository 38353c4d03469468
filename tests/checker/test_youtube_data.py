"""This file tests YouTube asked with a key: what is asked, what each item means, and what is done without the key."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.providers import Given, VideoRef
from checker.providers import _youtube_data as data
from checker.providers import _youtube_key as key
from checker.providers import _youtube_oembed as oembed
from checker.providers import youtube as youtube_file
from checker.providers._youtube_regions import Reach, reach
from checker.providers.youtube import PROVIDER
from checker.verdict import Detail, State, Verdict

A, B, C = "OGSyYP5v6PM", "wwHOsWsInD0", "FmrrS4BiAW8"
URL = "https://www.googleapis.com/youtube/v3/videos?part=x"
OEMBED = "https://www.youtube.com/oembed?url=x"
PICTURE = f"https://i.ytimg.com/vi/{A}/hqdefault.jpg"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DATE = (("date", "Sat, 21 Nov 2026 12:00:00 GMT"),)
NOWHERE: frozenset[str] = frozenset()
WITH_KEY = Given(keys=frozenset({"youtube"}))
LATER, EARLIER = "2026-11-21T12:00:01Z", "2026-11-21T11:59:59Z"


def item(video: str = A, /, **changes: object) -> dict[str, Any]:
    """An item as the service gives it for a film that simply plays; changes are `part__name=value`."""
    facts: dict[str, Any] = {
        "id": video,
        "snippet": {"title": "A title", "channelTitle": "ITU", "liveBroadcastContent": "none"},
        "status": {"uploadStatus": "processed", "privacyStatus": "public", "embeddable": True},
        "contentDetails": {"caption": "false", "contentRating": {}},
    }
    for name, value in changes.items():
        part, _, inner = name.partition("__")
        if inner:
            facts.setdefault(part, {})[inner] = value
        else:
            facts[part] = value
    return facts


def answer(status: int, body: object, url: str = URL) -> Answer:
    text = body if isinstance(body, str) else json.dumps(body)
    return Answer(status, url, DATE, text.encode(), len(text))


def listing(*items: object) -> Answer:
    return answer(200, {"items": items})


def refusal(status: int, reason: str, detail: str | None = None) -> Answer:
    error: dict[str, object] = {"code": status, "message": "No.", "errors": [{"reason": reason}]}
    return answer(status, {"error": error | ({"details": [{"reason": detail}]} if detail else {})})


def plays(video: str) -> Answer:
    return answer(200, {"type": "video", "html": f'<iframe src="https://www.youtube.com/embed/{video}">'}, OEMBED)


PRIVATE = answer(403, "Forbidden", OEMBED)
REMOVED = answer(404, "Not Found", OEMBED)
NO_PICTURE = answer(404, "", PICTURE)
CAPTCHA = answer(200, '<!doctype html><div class="g-recaptcha">', OEMBED)


@pytest.mark.parametrize(
    ("changes", "state", "detail", "reason"),
    [
        ({}, State.AVAILABLE, None, oembed.PLAYS),
        ({"status__privacyStatus": "unlisted"}, State.AVAILABLE, None, oembed.PLAYS),
        ({"contentDetails__contentRating": None}, State.AVAILABLE, None, oembed.PLAYS),
        ({"snippet__liveBroadcastContent": "completed"}, State.AVAILABLE, None, oembed.PLAYS),
        (
            {"snippet__liveBroadcastContent": "live", "status__uploadStatus": "uploaded"},
            State.AVAILABLE,
            None,
            oembed.PLAYS,
        ),
        ({"status__privacyStatus": "private"}, State.PRIVATE, None, oembed.PRIVATE),
        ({"status__uploadStatus": "failed"}, State.REMOVED, None, data.FAILED),
        ({"status__uploadStatus": "deleted"}, State.REMOVED, None, data.DELETED),
        ({"status__uploadStatus": "rejected"}, State.REMOVED, None, data.REJECTED),
        ({"status__uploadStatus": "uploaded"}, State.NOT_YET, None, data.PROCESSING),
        ({"status__publishAt": LATER, "status__privacyStatus": "private"}, State.NOT_YET, None, data.SCHEDULED),
        ({"status__publishAt": "2026-11-21T13:00:00+01:00"}, State.AVAILABLE, None, oembed.PLAYS),
        ({"status__publishAt": "2026-11-21T12:00:01"}, State.NOT_YET, None, data.SCHEDULED),
        ({"status__publishAt": EARLIER, "status__privacyStatus": "private"}, State.PRIVATE, None, oembed.PRIVATE),
        ({"status__publishAt": EARLIER}, State.AVAILABLE, None, oembed.PLAYS),
        ({"status__publishAt": "soon"}, State.AVAILABLE, None, oembed.PLAYS),
        ({"snippet__liveBroadcastContent": "upcoming"}, State.NOT_YET, None, data.UPCOMING),
        (
            {"snippet__liveBroadcastContent": "upcoming", "liveStreamingDetails__scheduledStartTime": LATER},
            State.NOT_YET,
            None,
            data.UPCOMING,
        ),
        (
            {"snippet__liveBroadcastContent": "upcoming", "liveStreamingDetails__scheduledStartTime": EARLIER},
            State.NOT_YET,
            None,
            data.OVERDUE,
        ),
        ({"status__embeddable": False}, State.RESTRICTED, Detail.EMBEDDING, oembed.EMBEDDING_OFF),
        ({"contentDetails__contentRating": {"ytRating": "ytAgeRestricted"}}, State.RESTRICTED, Detail.AGE, data.ADULTS),
        (
            {"contentDetails__contentRating": {"ytRating": "ytAgeRestricted"}, "status__embeddable": False},
            State.RESTRICTED,
            Detail.EMBEDDING,
            oembed.EMBEDDING_OFF,
        ),
        # What cannot be read is not known.
        ({"snippet": None}, State.UNKNOWN, None, oembed.UNEXPECTED),
        ({"status": []}, State.UNKNOWN, None, oembed.UNEXPECTED),
        ({"contentDetails": "x"}, State.UNKNOWN, None, oembed.UNEXPECTED),
        ({"status": {}}, State.UNKNOWN, None, oembed.UNEXPECTED),
        ({"status__uploadStatus": "something new"}, State.UNKNOWN, None, oembed.UNEXPECTED),
        ({"status__uploadStatus": ["processed"]}, State.UNKNOWN, None, oembed.UNEXPECTED),
        ({"status__privacyStatus": "something new"}, State.UNKNOWN, None, oembed.UNEXPECTED),
        ({"status__privacyStatus": None}, State.UNKNOWN, None, oembed.UNEXPECTED),
        ({"status__embeddable": "true"}, State.UNKNOWN, None, oembed.UNEXPECTED),
        ({"contentDetails__regionRestriction": []}, State.UNKNOWN, None, oembed.UNEXPECTED),
    ],
)
def test_what_the_service_says_of_a_video(
    changes: dict[str, object], state: State, detail: Detail | None, reason: str
) -> None:
    verdict = data.judge(item(**changes), NOWHERE, NOON)
    assert (verdict.state, verdict.detail, verdict.reason, verdict.agreed) == (state, detail, reason, False)


@pytest.mark.parametrize(
    ("rejection", "reason"),
    [
        ("copyright", data.RIGHTS),
        ("claim", data.RIGHTS),
        ("trademark", data.RIGHTS),
        ("legal", data.LEGAL),
        ("inappropriate", data.RULES),
        ("termsOfUse", data.RULES),
        ("uploaderAccountSuspended", data.ACCOUNT),
        ("uploaderAccountClosed", data.ACCOUNT),
        ("duplicate", data.COPY),
        ("length", data.TOO_LONG),
        ("something new", data.REJECTED),
        (["legal"], data.REJECTED),
        (None, data.REJECTED),
    ],
)
def test_a_rejected_video_says_why(rejection: object, reason: str) -> None:
    verdict = data.judge(item(status__uploadStatus="rejected", status__rejectionReason=rejection), NOWHERE, NOON)
    assert (verdict.state, verdict.reason, verdict.watchable, verdict.embeddable) == (
        State.REMOVED,
        reason,
        False,
        False,
    )


def test_without_the_time_of_day_nothing_is_said_to_lie_in_the_future_or_the_past() -> None:
    assert data.judge(item(status__publishAt=LATER), NOWHERE, None).state is State.AVAILABLE
    late = item(snippet__liveBroadcastContent="upcoming", liveStreamingDetails__scheduledStartTime=EARLIER)
    assert data.judge(late, NOWHERE, None).reason == data.UPCOMING


EVERY_CODE = [a + b for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXY"][:249]


@pytest.mark.parametrize(
    ("rule", "countries", "expected"),
    [
        (None, "CH FR", Reach.FULL),
        ({}, "CH FR", Reach.FULL),
        ({"blocked": []}, "CH FR", Reach.FULL),
        ({"blocked": []}, "", Reach.FULL),
        ({"allowed": []}, "CH FR", Reach.NOWHERE),
        ({"allowed": []}, "", Reach.NOWHERE),
        ({"allowed": ["DE"], "blocked": ["DE"]}, "", Reach.NOWHERE),
        ({"blocked": EVERY_CODE}, "", Reach.NOWHERE),
        ({"blocked": EVERY_CODE[:-1]}, "", Reach.UNJUDGED),
        ({"blocked": ["DE"]}, "", Reach.UNJUDGED),
        ({"allowed": ["DE"]}, "", Reach.UNJUDGED),
        ({"blocked": ["DE"]}, "CH FR", Reach.FULL),
        ({"blocked": ["DE", "FR"]}, "CH FR", Reach.PARTIAL),
        ({"blocked": ["ch", "de", "fr"]}, "CH FR", Reach.NOT_OURS),
        ({"allowed": ["CH", "DE", "FR"]}, "CH FR", Reach.FULL),
        ({"allowed": ["FR"]}, "CH FR", Reach.PARTIAL),
        ({"allowed": ["DE"]}, "CH FR", Reach.NOT_OURS),
        ({"allowed": ["CH", "FR"], "blocked": ["FR"]}, "CH FR", Reach.PARTIAL),
        ({"allowed": None, "blocked": ["CH"]}, "CH", Reach.NOT_OURS),
        ([], "CH", None),
        ("DE", "CH", None),
        ({"allowed": "DE"}, "CH", None),
        ({"allowed": ["DE", 7]}, "CH", None),
        ({"blocked": {"DE": 1}}, "CH", None),
        ({"blocked": None}, "CH", None),
        ({"allowed": ["DE"], "blocked": [None]}, "CH", None),
    ],
)
def test_a_region_rule_is_held_against_our_countries(rule: object, countries: str, expected: Reach | None) -> None:
    assert reach(rule, frozenset(countries.split())) is expected


@pytest.mark.parametrize(
    ("rule", "countries", "state", "reason", "watchable", "embeddable"),
    [
        ({"blocked": ["DE"]}, "", State.AVAILABLE, data.SOME_COUNTRIES, True, True),
        ({"blocked": ["DE"]}, "CH", State.AVAILABLE, oembed.PLAYS, True, True),
        ({"allowed": []}, "", State.RESTRICTED, data.NOWHERE, False, False),
        ({"allowed": []}, "CH", State.RESTRICTED, data.NOWHERE, False, False),
        ({"allowed": ["DE"]}, "CH", State.RESTRICTED, data.NOT_OURS, False, False),
        ({"allowed": ["DE", "CH"]}, "CH FR", State.RESTRICTED, data.NOT_ALL_OURS, True, True),
    ],
)
def test_a_region_rule_becomes_a_verdict(
    rule: object, countries: str, state: State, reason: str, watchable: bool, embeddable: bool
) -> None:
    verdict = data.judge(item(contentDetails__regionRestriction=rule), frozenset(countries.split()), NOON)
    assert (verdict.state, verdict.reason) == (state, reason)
    assert (verdict.watchable, verdict.embeddable) == (watchable, embeddable)
    assert (verdict.detail is Detail.REGION) == (state is State.RESTRICTED)


@pytest.mark.parametrize(
    ("rule", "detail", "reason"),
    [
        ({"allowed": []}, Detail.REGION, data.NOWHERE),
        ({"allowed": ["DE"]}, Detail.REGION, data.NOT_OURS),
        ({"blocked": ["CH"]}, Detail.EMBEDDING, oembed.EMBEDDING_OFF),
    ],
)
def test_no_video_is_said_to_play_where_none_of_ours_can_see_it(rule: object, detail: Detail, reason: str) -> None:
    facts = item(status__embeddable=False, contentDetails__regionRestriction=rule)
    verdict = data.judge(facts, frozenset({"CH", "FR"}), NOON)
    assert (verdict.detail, verdict.reason) == (detail, reason)


@pytest.mark.parametrize(
    ("changes", "title", "author", "audio", "captions"),
    [
        ({}, "A title", "ITU", None, False),
        (
            {"snippet__defaultAudioLanguage": "fr-FR", "contentDetails__caption": "true"},
            "A title",
            "ITU",
            "fr-FR",
            True,
        ),
        ({"snippet__defaultLanguage": "fr"}, "A title", "ITU", None, False),
        ({"contentDetails__caption": True}, "A title", "ITU", None, None),
        ({"contentDetails__caption": None}, "A title", "ITU", None, None),
        ({"snippet__title": "t" * 5000, "snippet__channelTitle": 7}, "t" * 1000, None, None, False),
        ({"snippet__title": " ", "snippet__defaultAudioLanguage": ["fr"]}, None, "ITU", None, False),
        ({"status__privacyStatus": "private"}, "A title", "ITU", None, False),
    ],
)
def test_what_is_told_besides(
    changes: dict[str, object], title: str | None, author: str | None, audio: str | None, captions: bool | None
) -> None:
    verdict = data.judge(item(**changes), NOWHERE, NOON)
    assert (verdict.title, verdict.author, verdict.audio, verdict.captions) == (title, author, audio, captions)


@pytest.mark.parametrize(
    ("reply", "ids"),
    [
        (listing(item(B), item(A)), {A, B}),
        (listing(), set()),
        (answer(200, {}), set()),
        (answer(200, {"items": None}), set()),
        (answer(200, {"items": {}}), None),
        (answer(200, {"items": ""}), None),
        (answer(200, {"items": [item(A), item(A)]}), None),
        (answer(200, {"items": [item(A), 7]}), None),
        (answer(200, {"items": [{"id": 7}]}), None),
        (answer(200, {"items": [{"id": [A]}]}), None),
        (answer(200, {"items": [], "error": {}}), None),
        (answer(200, []), None),
        (answer(200, "null"), None),
        (answer(200, "[" * 100_000), None),
        (answer(200, "<html>Sign in to the hotel's network"), None),
        (answer(200, {"items": []}, "https://portal.example/"), None),
        (answer(204, ""), None),
        (answer(503, ""), None),
        (Silence(Cause.TIMEOUT), None),
    ],
)
def test_an_answer_is_read_as_a_whole_or_not_at_all(reply: Reply, ids: set[str] | None) -> None:
    found = data.listed(reply)
    assert (None if found is None else set(found)) == ids


@pytest.mark.parametrize(
    ("headers", "time"),
    [
        (DATE, NOON),
        ((("date", "Sat, 21 Nov 2026 12:00:00 -0000"),), NOON),
        ((("date", "noon"),), None),
        ((("date", "Sat, 21 Nov 99999999999999999999 12:00:00 GMT"),), None),
        ((), None),
    ],
)
def test_the_time_is_the_services_own(headers: tuple[tuple[str, str], ...], time: datetime | None) -> None:
    assert data.time_of(Answer(200, URL, headers)) == time
    assert data.time_of(Silence(Cause.CUT)) is None


@pytest.mark.parametrize(
    ("reply", "caveat"),
    [
        (refusal(400, "badRequest", "API_KEY_INVALID"), key.REFUSED),
        (refusal(400, "keyInvalid"), key.REFUSED),
        (refusal(400, "keyExpired"), key.REFUSED),
        (answer(401, {}), key.REFUSED),
        (refusal(403, "quotaExceeded"), key.QUOTA),
        (refusal(403, "quotaExceeded", "RATE_LIMIT_EXCEEDED"), key.QUOTA),
        (refusal(403, "dailyLimitExceeded"), key.QUOTA),
        (refusal(403, "rateLimitExceeded"), key.TOO_FAST),
        (refusal(429, "unheard of", "RATE_LIMIT_EXCEEDED"), key.TOO_FAST),
        (answer(429, ""), key.TOO_FAST),
        (refusal(403, "accessNotConfigured"), key.NOT_ALLOWED),
        (refusal(403, "ipRefererBlocked"), key.NOT_ALLOWED),
        (refusal(403, "forbidden"), key.NOT_ALLOWED),
        (answer(403, "<html>blocked by our proxy"), key.NO_USE),
        (refusal(400, "invalidParameter"), key.NO_USE),
        (answer(400, {"error": "no"}), key.NO_USE),
        (answer(400, {"error": {"errors": "no", "details": [7, {"reason": 7}]}}), key.NO_USE),
        (answer(503, ""), key.NO_USE),
        (answer(200, "[]"), key.NO_USE),
        (Silence(Cause.TIMEOUT), key.NO_USE),
        (Silence(Cause.KEY_REFUSED, "not asked", refusal(403, "quotaExceeded")), key.QUOTA),
    ],
)
def test_why_there_was_no_use_in_the_key(reply: Reply, caveat: str) -> None:
    assert key.caveat(reply) == caveat


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.sampled_from([A, "uploaded"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from("items id snippet status contentDetails error errors details reason publishAt".split())
            | st.sampled_from(
                "uploadStatus privacyStatus embeddable regionRestriction allowed blocked caption".split()
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@given(ANYTHING, ANYTHING, st.sampled_from([200, 400, 403]))
def test_no_answer_makes_us_fail(whole: object, part: object, status: int) -> None:
    for body in (whole, {"items": whole}, {"items": [whole]}, {"items": [{"id": A, "status": part}]}, {"error": part}):
        reply = answer(status, body)
        found = data.listed(reply)
        assert (found is None) or status == 200
        assert key.caveat(reply)
    facts = item() | ({"status": part} if isinstance(whole, bool) else {"contentDetails": whole, "snippet": part})
    assert data.judge(facts, frozenset({"CH"}), NOON).reason


def converse(videos: str, *replies: Reply, at_hand: Given = WITH_KEY) -> tuple[dict[str, Verdict], list[Probe]]:
    """Hold a conversation about several videos; every reply must be wanted."""
    conversation = PROVIDER.inspect(tuple(VideoRef("youtube", video) for video in videos.split()), at_hand)
    probes: list[Probe] = []
    waiting = list(replies)
    try:
        probes.append(next(conversation))
        while True:
            probes.append(conversation.send(waiting.pop(0)))
    except StopIteration as end:
        assert waiting == []
        return {video.id: verdict for video, verdict in end.value.items()}, probes


def states(found: dict[str, Verdict]) -> list[State]:
    return [found[video].state for video in (A, B, C) if video in found]


def test_fifty_are_asked_about_at_once_where_the_key_is_at_hand() -> None:
    assert PROVIDER.batch(WITH_KEY) == 50
    assert PROVIDER.batch(Given()) == 1
    assert PROVIDER.batch(Given(keys=frozenset({"vimeo"}))) == 1


def test_the_question_names_the_key_and_does_not_hold_it() -> None:
    probe = data.question([A, B])
    assert probe == Probe(
        "GET",
        "https://www.googleapis.com/youtube/v3/videos?part=snippet,status,contentDetails,liveStreamingDetails"
        f"&id={A},{B}&fields=items(id,snippet(title,channelTitle,liveBroadcastContent,defaultAudioLanguage),"
        "status(uploadStatus,rejectionReason,privacyStatus,publishAt,embeddable),"
        "contentDetails(caption,regionRestriction,contentRating/ytRating),liveStreamingDetails/scheduledStartTime)",
        secret=("key", "youtube"),
    )


def test_all_that_are_listed_take_one_question_in_whatever_order_they_come() -> None:
    found, probes = converse(f"{A} {B}", listing(item(B, status__embeddable=False), item("zzzzzzzzzzA"), item(A)))
    assert states(found) == [State.AVAILABLE, State.RESTRICTED]
    assert set(found) == {A, B}
    assert [verdict.caveat for verdict in found.values()] == [None, None]
    assert len(probes) == 1


def test_those_left_out_are_asked_about_one_by_one_and_no_picture_is_needed() -> None:
    found, probes = converse(f"{A} {B} {C}", listing(item(B)), PRIVATE, REMOVED)
    assert states(found) == [State.PRIVATE, State.AVAILABLE, State.REMOVED]
    assert [found[video].agreed for video in (A, B, C)] == [True, False, True]
    assert [(probe.about, probe.secret) for probe in probes] == [(None, ("key", "youtube")), (A, None), (C, None)]


@pytest.mark.parametrize(
    ("reply", "state", "reason"),
    [
        (plays(A), State.UNKNOWN, youtube_file.LEFT_OUT),
        (answer(401, "Unauthorized", OEMBED), State.UNKNOWN, youtube_file.LEFT_OUT),
        (plays(B), State.UNKNOWN, oembed.SUBSTITUTED),
        (answer(400, "Bad Request", OEMBED), State.INVALID, oembed.NO_VIDEO),
        (answer(429, "", OEMBED), State.RATE_LIMITED, oembed.TOO_MANY),
        (Silence(Cause.TIMEOUT), State.UNREACHABLE, "The site did not answer in time."),
    ],
)
def test_a_video_that_is_left_out_is_dead_only_where_oembed_agrees(reply: Reply, state: State, reason: str) -> None:
    found, _ = converse(A, listing(), reply)
    assert (found[A].state, found[A].reason, found[A].agreed) == (state, reason, False)


def test_impossible_ids_never_reach_the_service() -> None:
    found, probes = converse(f"dQw4w9WgXc1 {A}", listing(item(A)))
    assert found["dQw4w9WgXc1"].state is State.INVALID
    assert "dQw4w9WgXc1" not in probes[0].url
    assert converse("dQw4w9WgXc1")[1] == []


@pytest.mark.parametrize(
    ("refused", "caveat"),
    [
        (refusal(400, "badRequest", "API_KEY_INVALID"), key.REFUSED),
        (refusal(403, "quotaExceeded"), key.QUOTA),
        (answer(503, ""), key.NO_USE),
        (answer(200, "[]"), key.NO_USE),
        (Silence(Cause.CUT), key.NO_USE),
        (Silence(Cause.KEY_REFUSED, "not asked", refusal(400, "keyInvalid")), key.REFUSED),
    ],
)
def test_where_the_key_is_of_no_use_all_are_asked_without_it(refused: Reply, caveat: str) -> None:
    found, probes = converse(f"{A} {B}", refused, REMOVED, NO_PICTURE, plays(B))
    assert states(found) == [State.REMOVED, State.AVAILABLE]
    assert {verdict.caveat for verdict in found.values()} == {caveat}
    assert [probe.secret for probe in probes[1:]] == [None] * 3
    assert [probe.about for probe in probes] == [None, A, A, B]


def test_a_captcha_ends_the_questions_of_a_conversation() -> None:
    found, _ = converse(f"{A} {B} {C}", Silence(Cause.CUT), plays(A), CAPTCHA)
    assert states(found) == [State.AVAILABLE, State.RATE_LIMITED, State.RATE_LIMITED]
    found, _ = converse(f"{A} {B} {C}", listing(item(C)), CAPTCHA)
    assert states(found) == [State.RATE_LIMITED, State.RATE_LIMITED, State.AVAILABLE]


def test_without_a_key_nothing_changes() -> None:
    found, probes = converse(f"{A} {B}", REMOVED, NO_PICTURE, plays(B), at_hand=Given())
    assert states(found) == [State.REMOVED, State.AVAILABLE]
    assert [probe.url.split("/")[2] for probe in probes] == ["www.youtube.com", "i.ytimg.com", "www.youtube.com"]
    assert {verdict.caveat for verdict in found.values()} == {None}


def test_region_rules_are_judged_for_the_countries_that_are_given() -> None:
    germany = Given(countries=frozenset({"DE"}), keys=WITH_KEY.keys)
    blocked = listing(item(A, contentDetails__regionRestriction={"blocked": ["DE"]}))
    assert converse(A, blocked, at_hand=germany)[0][A].detail is Detail.REGION
    assert converse(A, blocked)[0][A].detail is None

"""This file tests YouTube's file: its addresses, and what its answers mean."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.providers import PROVIDERS, Frame, Given, Provider, VideoRef, recognise
from checker.providers import youtube as youtube_file
from checker.providers._youtube_addresses import ALPHABET
from checker.providers._youtube_oembed import corroborate, judge
from checker.providers.youtube import PROVIDER
from checker.verdict import Detail, State, Verdict

DATA = Path(__file__).parent / "data"
OURS = "OGSyYP5v6PM"
OEMBED = "https://www.youtube.com/oembed"
PICTURE = "https://i.ytimg.com/vi/OGSyYP5v6PM/hqdefault.jpg"


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


ADDRESSES = _rows("video_addresses.jsonl")
YOUTUBE_VIDEOS = [
    row
    for row in ADDRESSES
    if row["provider"] == "youtube" and row["kind"] in {"video", "bare-id"} and row["valid"] and not row.get("lenient")
]


def test_the_address_cases_are_there() -> None:
    assert len(ADDRESSES) == 854
    assert len(YOUTUBE_VIDEOS) == 143


@pytest.mark.parametrize("row", YOUTUBE_VIDEOS, ids=lambda row: row["url"])
def test_every_youtube_video_address_names_its_video(row: dict[str, Any]) -> None:
    ref = recognise(row["url"])
    assert ref is not None
    assert (ref.provider, ref.id) == ("youtube", row["id"])
    if "start" in row:
        assert ref.start == row["start"]


@pytest.mark.parametrize("row", [row for row in ADDRESSES if not row["valid"]], ids=lambda row: row["url"])
def test_every_address_that_is_no_video_is_refused(row: dict[str, Any]) -> None:
    assert recognise(row["url"]) is None


@pytest.mark.parametrize(
    "row",
    [row for row in ADDRESSES if row["provider"] == "youtube" and row.get("lenient")],
    ids=lambda row: row["url"],
)
def test_an_untidy_address_is_refused_or_read_right(row: dict[str, Any]) -> None:
    ref = recognise(row["url"])
    assert ref is None or ref.id == row["id"]


@pytest.mark.parametrize("row", [row for row in ADDRESSES if row["provider"] != "youtube"], ids=lambda row: row["url"])
def test_other_sites_are_not_taken_for_youtube(row: dict[str, Any]) -> None:
    assert PROVIDER.recognise(row["url"]) is None or "youtu.be%2F" in row["url"]


@pytest.mark.parametrize(
    "url",
    [row["url"] for row in ADDRESSES if row["provider"] == "youtube" and row["kind"] in {"thumbnail", "share"}]
    + [
        row["url"]
        for row in ADDRESSES
        if row["provider"] == "youtube" and row["kind"] == "collection" and "v=" not in row["url"]
    ],
)
def test_pictures_and_collections_are_not_one_video(url: str) -> None:
    assert recognise(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://youtube.com.evil.example/watch?v=OGSyYP5v6PM",
        "https://www.youtu.be.com/OGSyYP5v6PM",
        "https://youtu.be@evil.example/OGSyYP5v6PM",
        "https://user:secret@youtu.be/OGSyYP5v6PM",
        "https://youtu.be:8443/OGSyYP5v6PM",
        "https://youtu.be/OGSyYP5v6PM/extra",
        "https://youtu.be/../etc",
        "https://youtu.be/OGSyYP5v6P\n",
        "https://youtu.be/OGSyYP5v6P M",
        "https://xn--youtb-pva.be/OGSyYP5v6PM",
        "https://уoutube.com/watch?v=OGSyYP5v6PM",
        "javascript:alert('https://youtu.be/OGSyYP5v6PM')",
        "file:///youtu.be/OGSyYP5v6PM",
        "data:text/html,https://youtu.be/OGSyYP5v6PM",
        "https://www.youtube.com/embed/live_stream?channel=UC2yXPzFejc422buOIzn_0CA",
        "https://www.youtube.com/watch?v=" + "A" * 3000,
        "videoseries",
    ],
)
def test_look_alikes_and_hostile_addresses_are_refused(url: str) -> None:
    assert recognise(url) is None


@given(st.text(alphabet=ALPHABET, min_size=10, max_size=10), st.sampled_from(ALPHABET))
def test_every_id_is_possible_or_gets_a_possible_suggestion(start: str, last: str) -> None:
    ref = VideoRef("youtube", start + last)
    verdict = PROVIDER.impossible(ref)
    assert (verdict is None) == (last in "AEIMQUYcgkosw048")
    if verdict is not None:
        assert verdict.state is State.INVALID
        meant = recognise(verdict.suggestion or "")
        assert meant is not None
        assert PROVIDER.impossible(meant) is None
        assert meant.id[:10] == start


@given(st.text(max_size=200))
def test_no_text_makes_the_address_reader_fail(text: str) -> None:
    for url in (text, f"https://{text}", f"https://youtu.be/{text}", f"https://www.youtube.com/watch?v={text}"):
        ref = recognise(url)
        assert ref is None or set(ref.id) <= set(ALPHABET)
        PROVIDER.flaw(url)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://www.youtube.com/watch?v=OGSyYP5v6PM&feature=share&si=x", "https://youtu.be/OGSyYP5v6PM"),
        ("http://m.youtube.com/shorts/OGSyYP5v6PM", "https://youtu.be/OGSyYP5v6PM"),
        ("https://youtu.be/OGSyYP5v6PM?t=1m23s", "https://youtu.be/OGSyYP5v6PM?t=83"),
    ],
)
def test_the_proper_address_is_short_and_keeps_the_start(url: str, canonical: str) -> None:
    ref = recognise(url)
    assert ref is not None
    assert PROVIDER.page(ref) == canonical


@pytest.mark.parametrize(
    ("language", "code"), [("ar", "ar"), ("zh", "zh-CN"), ("zh-Hant", "zh-TW"), ("pt-BR", "pt-BR"), ("en", "en")]
)
def test_the_player_speaks_the_videos_language(language: str, code: str) -> None:
    assert PROVIDER.player(VideoRef("youtube", OURS), language) == Frame(
        f"https://www.youtube-nocookie.com/embed/{OURS}?hl={code}&cc_lang_pref={code}&rel=0"
    )


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://youtu.be/-FWuObmSstQx", youtube_file.NO_ID),
        ("https://www.youtube.com/watch?v=jZViOEv90d", youtube_file.NO_ID),
        ("https://www.youtube.com/@ITU", youtube_file.NOT_ONE_VIDEO),
        ("https://www.youtube.com/playlist?list=PL46F0A159EC02DF82", youtube_file.NOT_ONE_VIDEO),
        ("https://www.youtube.com/embed/videoseries?list=PL46F0A159EC02DF82", youtube_file.NOT_ONE_VIDEO),
    ],
)
def test_a_youtube_address_without_a_video_says_why(url: str, reason: str) -> None:
    flaw = PROVIDER.flaw(url)
    assert flaw is not None
    assert (flaw.state, flaw.reason, flaw.watchable) == (State.INVALID, reason, False)


@pytest.mark.parametrize("url", ["https://youtu.be/OGSyYP5v6PM", "https://example.int/", "nonsense", ""])
def test_other_addresses_have_no_flaw_that_youtube_could_name(url: str) -> None:
    assert PROVIDER.flaw(url) is None


def _answer(status: int, body: str = "", url: str = f"{OEMBED}?url=x", **headers: str) -> Answer:
    return Answer(status, url, tuple(headers.items()), body.encode(), len(body))


def _facts(video_id: str = OURS, **changes: object) -> str:
    facts = {
        "title": "A title",
        "author_name": "ITU",
        "type": "video",
        "thumbnail_url": f"https://i.ytimg.com/vi/{video_id}/hqdefault.jpg",
        "html": f'<iframe src="https://www.youtube.com/embed/{video_id}?feature=oembed" title="x"></iframe>',
    }
    return json.dumps(facts | changes)


CAPTCHA = '<!DOCTYPE html><title>YouTube</title><form action="/das_captcha?fw=1"><div class="g-recaptcha">'
CONSENT = '<!doctype html><title>Before you continue</title><form action="https://consent.youtube.com/s">'


@pytest.mark.parametrize(
    ("reply", "state", "detail"),
    [
        (_answer(200, _facts()), State.AVAILABLE, None),
        (_answer(200, _facts(title='see https://youtu.be/aaaaaaaaaaA src="https://x/embed/b"')), State.AVAILABLE, None),
        (_answer(200, _facts(html=None)), State.AVAILABLE, None),
        (_answer(200, _facts("wwHOsWsInD0")), State.UNKNOWN, None),
        (_answer(200, _facts(OURS + "A")), State.UNKNOWN, None),
        (_answer(200, _facts(type="rich")), State.UNKNOWN, None),
        (_answer(200, _facts(html="", thumbnail_url="")), State.UNKNOWN, None),
        (_answer(200, "Forbidden"), State.UNKNOWN, None),
        (_answer(200, "[]"), State.UNKNOWN, None),
        (_answer(200, ""), State.UNKNOWN, None),
        (_answer(200, "[" * 100_000), State.UNKNOWN, None),
        (_answer(200, CAPTCHA), State.RATE_LIMITED, None),
        (_answer(200, CONSENT), State.UNKNOWN, None),
        (_answer(200, "<html>x", url="https://consent.youtube.com/m?continue=x"), State.UNKNOWN, None),
        (_answer(200, _facts(), url="https://portal.example/login"), State.UNKNOWN, None),
        (_answer(429, CAPTCHA, url="https://www.google.com/sorry/index"), State.RATE_LIMITED, None),
        (_answer(401, "Unauthorized"), State.RESTRICTED, Detail.EMBEDDING),
        (_answer(401, "<html>Sign in to the proxy"), State.UNKNOWN, None),
        (_answer(403, "Forbidden"), State.PRIVATE, None),
        (_answer(403, "<!doctype html>blocked by our proxy"), State.UNKNOWN, None),
        (_answer(403, '{"error":{"code":403,"status":"PERMISSION_DENIED"}}'), State.UNKNOWN, None),
        (_answer(404, "Not Found"), State.REMOVED, None),
        (_answer(410), State.REMOVED, None),
        (_answer(400, "Bad Request"), State.INVALID, None),
        (_answer(400, "<html>bad gateway of ours"), State.UNKNOWN, None),
        (_answer(400, '{"error":{"message":"API key not valid"}}'), State.UNKNOWN, None),
        (_answer(401, '{"error":{"status":"UNAUTHENTICATED"}}'), State.UNKNOWN, None),
        (_answer(401, "<h1>Log in to the proxy"), State.UNKNOWN, None),
        (_answer(403, "Blocked by your organisation (category: streaming)"), State.UNKNOWN, None),
        (_answer(403, "<h1>Access denied</h1>"), State.UNKNOWN, None),
        (_answer(403, '<?xml version="1.0"?><!DOCTYPE html><html/>'), State.UNKNOWN, None),
        (_answer(404, "<!doctype html>nothing here, says the proxy"), State.UNKNOWN, None),
        (_answer(403, " Forbidden\n"), State.PRIVATE, None),
        (_answer(404, ""), State.REMOVED, None),
        (_answer(200, _facts(thumbnail_url="https://i.ytimg.com/vi/wwHOsWsInD0/hqdefault.jpg")), State.UNKNOWN, None),
        (
            _answer(200, _facts(html=f'<iframe src="https://evil.example/embed/{OURS}">', thumbnail_url="")),
            State.UNKNOWN,
            None,
        ),
        (_answer(429), State.RATE_LIMITED, None),
        (_answer(429, CAPTCHA), State.RATE_LIMITED, None),
        (_answer(500), State.UNREACHABLE, None),
        (_answer(503, "<html>"), State.UNREACHABLE, None),
        (_answer(204), State.UNKNOWN, None),
        (_answer(418), State.UNKNOWN, None),
        (Silence(Cause.TIMEOUT), State.UNREACHABLE, None),
        (Silence(Cause.NO_NAME), State.UNREACHABLE, None),
        (Silence(Cause.TLS), State.UNREACHABLE, None),
        (Silence(Cause.TOO_LARGE), State.UNKNOWN, None),
        (Silence(Cause.LEFT_ALONE), State.RATE_LIMITED, None),
        (Silence(Cause.FAILING), State.UNREACHABLE, None),
    ],
)
def test_what_each_answer_of_oembed_means(reply: Reply, state: State, detail: Detail | None) -> None:
    verdict = judge(OURS, reply)
    assert (verdict.state, verdict.detail) == (state, detail)
    assert verdict.agreed is False


@pytest.mark.parametrize("row", _rows("youtube_answers.jsonl"), ids=lambda row: f"{row['request']} {row['status']}")
def test_recorded_answers_are_judged_as_they_are_labelled(row: dict[str, Any]) -> None:
    video_id = row["request"].rpartition("v=")[2] if "v=" in row["request"] else OURS
    headers = {"content-type": row["content_type"]} if row["content_type"] else {}
    verdict = judge(video_id, _answer(row["status"], row["body"], **headers))
    assert verdict.state.value == row["expected_state"]


def test_an_available_video_tells_its_title_and_author() -> None:
    verdict = judge(OURS, _answer(200, _facts()))
    assert (verdict.title, verdict.author, verdict.watchable, verdict.embeddable) == ("A title", "ITU", True, True)


@pytest.mark.parametrize(("title", "kept"), [(None, None), (7, None), ("  ", None), ("t" * 5000, "t" * 1000)])
def test_a_title_that_is_none_or_endless_is_bounded(title: object, kept: str | None) -> None:
    assert judge(OURS, _answer(200, _facts(title=title))).title == kept


def test_a_video_without_embedding_is_still_watchable() -> None:
    verdict = judge(OURS, _answer(401, "Unauthorized"))
    assert (verdict.watchable, verdict.embeddable) == (True, False)


@pytest.mark.parametrize(
    ("before", "picture", "state", "agreed"),
    [
        (State.REMOVED, _answer(404, url=PICTURE), State.REMOVED, True),
        (State.REMOVED, _answer(200, url=PICTURE), State.UNKNOWN, False),
        (State.REMOVED, _answer(500, url=PICTURE), State.REMOVED, False),
        (State.REMOVED, Silence(Cause.TIMEOUT), State.REMOVED, False),
        (State.REMOVED, _answer(200, url="https://portal.example/"), State.REMOVED, False),
        (State.PRIVATE, _answer(404, url=PICTURE), State.PRIVATE, True),
        (State.PRIVATE, _answer(404, url=PICTURE, **{"content-type": "image/jpeg"}), State.PRIVATE, True),
        (State.PRIVATE, _answer(404, url=PICTURE, **{"content-type": "text/plain"}), State.PRIVATE, False),
        (State.PRIVATE, _answer(200, url=PICTURE), State.UNKNOWN, False),
        (State.PRIVATE, _answer(429, url=PICTURE), State.PRIVATE, False),
    ],
)
def test_what_the_pictures_status_adds(before: State, picture: Reply, state: State, agreed: bool) -> None:
    verdict = corroborate(Verdict(before, "said so"), picture)
    assert (verdict.state, verdict.agreed) == (state, agreed)


def _converse(video_id: str, *replies: Reply) -> tuple[Verdict, list[Probe]]:
    ref = VideoRef("youtube", video_id)
    conversation = PROVIDER.inspect((ref,), Given())
    probes: list[Probe] = []
    waiting = list(replies)
    try:
        probes.append(next(conversation))
        while True:
            probes.append(conversation.send(waiting.pop(0)))
    except StopIteration as end:
        assert waiting == []
        return end.value[ref], probes


def test_an_impossible_id_is_caught_without_a_question() -> None:
    verdict, probes = _converse("dQw4w9WgXc1")
    assert probes == []
    assert (verdict.state, verdict.suggestion, verdict.agreed) == (
        State.INVALID,
        "https://youtu.be/dQw4w9WgXc0",
        True,
    )


def test_a_video_that_plays_takes_one_question_about_the_watch_address() -> None:
    verdict, probes = _converse(OURS, _answer(200, _facts()))
    assert verdict.state is State.AVAILABLE
    assert probes == [
        Probe("GET", f"{OEMBED}?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D{OURS}&format=json"),
    ]


def test_a_missing_video_takes_a_second_question_about_its_picture() -> None:
    verdict, probes = _converse(OURS, _answer(404, "Not Found"), _answer(404, url=PICTURE))
    assert (verdict.state, verdict.agreed) == (State.REMOVED, True)
    assert probes[1] == Probe("HEAD", PICTURE)


@pytest.mark.parametrize("reply", [_answer(401, "Unauthorized"), _answer(429), Silence(Cause.TIMEOUT), _answer(400)])
def test_no_second_question_where_it_could_not_help(reply: Reply) -> None:
    assert len(_converse(OURS, reply)[1]) == 1


def test_several_videos_are_asked_about_one_after_the_other() -> None:
    first, second = VideoRef("youtube", OURS), VideoRef("youtube", "wwHOsWsInD0")
    conversation = PROVIDER.inspect((first, second), Given())
    next(conversation)
    conversation.send(_answer(200, _facts()))
    with pytest.raises(StopIteration) as end:
        conversation.send(_answer(401, "Unauthorized"))
    assert [end.value.value[ref].state for ref in (first, second)] == [State.AVAILABLE, State.RESTRICTED]


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.name)
def test_every_providers_examples_hold_and_have_one_owner(provider: Provider) -> None:
    module = import_module(type(provider).__module__)
    assert module.PROVIDER is provider
    assert len([found for found in module.EXAMPLES.values() if found]) >= 3
    assert any(found is None for found in module.EXAMPLES.values())
    for url, video_id in module.EXAMPLES.items():
        refs = [ref for one in PROVIDERS if (ref := one.recognise(url)) is not None]
        assert [ref.id for ref in refs] == ([video_id] if video_id else [])
        for ref in refs:
            again = recognise(provider.page(ref))
            assert again == ref

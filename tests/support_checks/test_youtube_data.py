"""This file is the tests of what the simulated data service of YouTube says, without a wire."""

from __future__ import annotations

import json
from typing import Any

import pytest

from replica.exchange import Reply, Request
from replica.films import Film, State, read, write
from replica.youtube import YouTube
from replica.youtube_data import KEY, Refusal, YouTubeData

PARTS = "snippet,status,contentDetails,liveStreamingDetails"
FILMS = {
    "playsPublic": Film(State.PUBLIC, "Message", "Channel", audio="fr-FR", captions=True),
    "unlisted--0": Film(State.UNLISTED),
    "private---0": Film(State.PRIVATE),
    "removed---0": Film(State.REMOVED),
    "contradict0": Film(State.CONTRADICTED),
    "privThumb-0": Film(State.PRIVATE_WITH_THUMBNAIL),
    "embedOff--0": Film(State.EMBEDDING_OFF),
    "rejected--0": Film(State.REMOVED, upload="rejected", rejection="copyright"),
    "adults----0": Film(adults=True),
    "blocked---0": Film(blocked=("DE", "FR")),
    "allowed---0": Film(allowed=()),
    "upcoming--0": Film(broadcast="upcoming", starts_at="2026-12-01T10:00:00Z"),
    "scheduled-0": Film(publish_at="2026-12-01T10:00:00Z"),
}


def ask(site: YouTube | YouTubeData, query: str, path: str = "/youtube/v3/videos") -> Reply:
    return site.answer(Request("www.googleapis.com", "GET", f"{path}?{query}", ()))


def told(*videos: str, part: str = PARTS, more: str = "") -> dict[str, Any]:
    reply = ask(YouTube(FILMS), f"part={part}&id={','.join(videos)}&key={KEY}{more}")
    assert reply.status == 200
    facts: dict[str, Any] = json.loads(reply.body)
    return facts


def test_what_is_private_removed_or_never_was_is_left_out() -> None:
    left_out = ("private---0", "removed---0", "contradict0", "privThumb-0", "neverWas--0")
    assert [item["id"] for item in told("playsPublic", *left_out, "unlisted--0")["items"]] == [
        "unlisted--0",
        "playsPublic",
    ]
    assert told(*left_out)["items"] == []
    assert told(*left_out)["etag"] == "RuuXzTIr0OoDqI4S0RU6n4FqKEM"


@pytest.mark.parametrize(
    ("video", "part", "name", "value"),
    [
        ("playsPublic", "snippet", "title", "Message"),
        ("playsPublic", "snippet", "channelTitle", "Channel"),
        ("playsPublic", "snippet", "defaultAudioLanguage", "fr-FR"),
        ("unlisted--0", "snippet", "defaultAudioLanguage", None),
        ("playsPublic", "snippet", "liveBroadcastContent", "none"),
        ("upcoming--0", "snippet", "liveBroadcastContent", "upcoming"),
        ("upcoming--0", "liveStreamingDetails", "scheduledStartTime", "2026-12-01T10:00:00Z"),
        ("playsPublic", "status", "uploadStatus", "processed"),
        ("rejected--0", "status", "uploadStatus", "rejected"),
        ("rejected--0", "status", "rejectionReason", "copyright"),
        ("playsPublic", "status", "privacyStatus", "public"),
        ("unlisted--0", "status", "privacyStatus", "unlisted"),
        ("scheduled-0", "status", "publishAt", "2026-12-01T10:00:00Z"),
        ("playsPublic", "status", "embeddable", True),
        ("embedOff--0", "status", "embeddable", False),
        ("playsPublic", "contentDetails", "caption", "true"),
        ("unlisted--0", "contentDetails", "caption", "false"),
        ("adults----0", "contentDetails", "contentRating", {"ytRating": "ytAgeRestricted"}),
        ("playsPublic", "contentDetails", "regionRestriction", None),
        ("blocked---0", "contentDetails", "regionRestriction", {"blocked": ["DE", "FR"]}),
        ("allowed---0", "contentDetails", "regionRestriction", {"allowed": []}),
    ],
)
def test_what_is_told_of_a_film(video: str, part: str, name: str, value: object) -> None:
    (item,) = told(video)["items"]
    assert item[part].get(name) == value


def test_only_the_parts_and_fields_that_were_asked_for_are_told() -> None:
    (item,) = told("playsPublic", part="status")["items"]
    assert set(item) == {"kind", "etag", "id", "status"}
    fields = "&fields=items(id,snippet(title,channelTitle),contentDetails(caption,contentRating/ytRating))"
    assert told("playsPublic", more=fields) == {
        "items": [
            {
                "id": "playsPublic",
                "snippet": {"title": "Message", "channelTitle": "Channel"},
                "contentDetails": {"caption": "true", "contentRating": {}},
            }
        ]
    }
    assert told("private---0", more=fields) == {"items": []}


@pytest.mark.parametrize("fields", ["items(", ")", "items/", "items(id", "a,,b"])
def test_fields_that_are_none_do_not_confuse_the_site(fields: str) -> None:
    assert isinstance(told("playsPublic", more=f"&fields={fields}"), dict)


@pytest.mark.parametrize(
    ("query", "status", "reason"),
    [
        (f"part=id2&id=playsPublic&key={KEY}", 400, "unknownPart"),
        (f"part=status&id={','.join(['playsPublic'] * 51)}&key={KEY}", 400, "invalidParameter"),
        ("part=status&id=playsPublic", 403, "forbidden"),
        ("part=status&id=playsPublic&key=AIzaWrong", 400, "badRequest"),
    ],
)
def test_a_question_that_cannot_be_is_refused(query: str, status: int, reason: str) -> None:
    reply = ask(YouTube(FILMS), query)
    error = json.loads(reply.body)["error"]
    assert (reply.status, error["code"], error["errors"][0]["reason"]) == (status, status, reason)


@pytest.mark.parametrize(
    ("refusal", "status", "reason", "detail"),
    [
        (Refusal.BAD_KEY, 400, "badRequest", "API_KEY_INVALID"),
        (Refusal.OLD_BAD_KEY, 400, "keyInvalid", None),
        (Refusal.QUOTA, 403, "quotaExceeded", None),
        (Refusal.DAY, 403, "dailyLimitExceeded", None),
        (Refusal.TOO_FAST, 403, "rateLimitExceeded", None),
        (Refusal.TOO_MANY, 429, "rateLimitExceeded", "RATE_LIMIT_EXCEEDED"),
        (Refusal.NOT_SET_UP, 403, "accessNotConfigured", None),
        (Refusal.NOT_FROM_HERE, 403, "ipRefererBlocked", None),
    ],
)
def test_a_refusal_is_worded_as_it_was_seen(refusal: Refusal, status: int, reason: str, detail: str | None) -> None:
    site = YouTube(FILMS)
    site.data.refusal = refusal
    reply = ask(site, f"part=status&id=playsPublic&key={KEY}")
    error = json.loads(reply.body)["error"]
    assert (reply.status, error["errors"][0]["reason"]) == (status, reason)
    assert [row["reason"] for row in error.get("details", [])] == ([detail] if detail else [])


def test_a_quota_runs_out() -> None:
    site = YouTube(FILMS)
    site.data.quota = 2
    question = f"part=status&id=playsPublic&key={KEY}"
    assert [ask(site, question).status for _ in range(4)] == [200, 200, 403, 403]


def test_films_with_all_that_the_service_tells_travel_as_json() -> None:
    assert read(write(FILMS)) == FILMS

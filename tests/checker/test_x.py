"""This file tests X's file: its addresses, and that a post which is there proves no video."""

from __future__ import annotations

from typing import Any

import pytest

from checker.providers import VideoRef
from checker.providers.x import LIVE, POST_ONLY, PROVIDER
from checker.verdict import State
from conversing import cases, converse, told

OEMBED = "https://publish.x.com/oembed?url=x"
OURS = VideoRef("x", "1212856150288424960")
REFUSED = {
    "https://twitter.com/pewdiepie/",
    "https://twitter.com/potus",
    # The case's id is what the site answered, and stands nowhere in the address:
    "https://x.com/i/events/1910629646300762112",
}


@pytest.mark.parametrize("row", cases("x"), ids=lambda row: row["url"][:70])
def test_every_address_names_its_post(row: dict[str, Any]) -> None:
    ref = PROVIDER.recognise(row["url"])
    if row["url"] in REFUSED:
        assert ref is None
    else:
        assert ref is not None
        assert ref.id in row["url"]
        assert "/status/" not in row["url"] or f"/status/{ref.id}" in row["url"]


@pytest.mark.parametrize(
    ("url", "video", "page"),
    [
        ("https://twitter.com/a/status/12?s=20", "12", "https://x.com/i/status/12"),
        ("https://x.com/a/statuses/12/photo/1", "12", "https://x.com/i/status/12"),
        ("https://x.com/a/status/12/video/1", "12", "https://x.com/i/status/12"),
        ("https://x.com/a/status/12/video/2", "12", "https://x.com/i/status/12/video/2"),
        ("https://platform.twitter.com/embed/Tweet.html?id=12&lang=ar", "12", "https://x.com/i/status/12"),
        ("https://x.com/i/spaces/1OwxWwQOPlNxQ", "1OwxWwQOPlNxQ", "https://x.com/i/spaces/1OwxWwQOPlNxQ"),
    ],
)
def test_the_proper_address_keeps_which_video_of_the_post_is_meant(url: str, video: str, page: str) -> None:
    ref = PROVIDER.recognise(url)
    assert ref is not None
    assert (ref.id, PROVIDER.page(ref), PROVIDER.player(ref, "ar")) == (video, page, None)


@pytest.mark.parametrize(
    ("status", "facts", "state"),
    [
        (200, {"url": "https://twitter.com/a/status/1212856150288424960"}, State.AVAILABLE),
        (200, {"url": "https://x.com/a/status/1212856150288424961"}, State.UNKNOWN),
        (200, {"url": "https://x.com/i/spaces/1212856150288424960"}, State.UNKNOWN),
        (200, {"html": "https://twitter.com/a/status/1212856150288424960"}, State.UNKNOWN),
        (400, {"errors": [{"code": 356, "message": "xml not implemented"}]}, State.UNKNOWN),
        (400, {"errors": [7, {"code": 1}]}, State.INVALID),
        (400, {"errors": 7}, State.INVALID),
        (400, "[]", State.INVALID),
        (403, "Sorry, you are not authorized to see this status.", State.PRIVATE),
        (404, {"error": "Sorry, that page does not exist."}, State.REMOVED),
        (410, "", State.REMOVED),
    ],
)
def test_what_the_answers_mean(status: int, facts: object, state: State) -> None:
    verdict, probes = converse(PROVIDER, OURS, told(status, facts, OEMBED))
    assert (verdict.state, verdict.agreed) == (state, False)
    assert [p.url for p in probes] == [
        "https://publish.x.com/oembed?url=https%3A%2F%2Fx.com%2Fi%2Fstatus%2F1212856150288424960"
    ]


def test_a_post_that_is_there_proves_no_video() -> None:
    facts = {"url": "https://twitter.com/a/status/1212856150288424960", "author_name": "a" * 5000}
    verdict, _ = converse(PROVIDER, OURS, told(200, facts, OEMBED))
    assert (verdict.reason, verdict.watchable, verdict.embeddable, verdict.title) == (POST_ONLY, None, None, None)
    assert verdict.author == "a" * 1000


@pytest.mark.parametrize("kind", ["broadcasts", "spaces"])
def test_what_is_no_post_is_not_asked_about(kind: str) -> None:
    verdict, probes = converse(PROVIDER, VideoRef("x", "1OwxWwQOPlNxQ", where=kind))
    assert (probes, verdict.state, verdict.reason) == ([], State.UNKNOWN, LIVE)

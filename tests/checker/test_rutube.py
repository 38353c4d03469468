"""This file tests Rutube's file: its addresses, and what its two answers mean together."""

from __future__ import annotations

from typing import Any

import pytest

from checker.exchange import Cause, Reply, Silence
from checker.providers import Frame, VideoRef
from checker.providers.rutube import PROVIDER
from checker.verdict import State
from conversing import cases, converse, told

HEX = "3eac3b4561676c17df9132a9a1e62e3e"
OURS = VideoRef("rutube", HEX)
OEMBED = "https://rutube.ru/api/oembed/?url=x"
OPTIONS = f"https://rutube.ru/api/play/options/{HEX}/?format=json&no_404=true"


@pytest.mark.parametrize("row", cases("rutube"), ids=lambda row: row["url"][:70])
def test_every_address_names_its_video_or_none(row: dict[str, Any]) -> None:
    ref = PROVIDER.recognise(row["url"])
    assert (None if ref is None else ref.id) == (row["id"] if row["kind"] == "video" else None)


@pytest.mark.parametrize(
    ("url", "page", "player"),
    [
        (
            f"https://rutube.ru/shorts/{HEX}/?r=a&t=83",
            f"https://rutube.ru/video/{HEX}/?t=83",
            f"https://rutube.ru/play/embed/{HEX}?t=83",
        ),
        (
            f"https://rutube.ru/video/private/{HEX}/?p=Key-1_",
            f"https://rutube.ru/video/private/{HEX}/?p=Key-1_",
            f"https://rutube.ru/play/embed/{HEX}?p=Key-1_",
        ),
        (
            "https://rutube.ru/play/embed/10631925?p=Key",
            "https://rutube.ru/play/embed/10631925?p=Key",
            "https://rutube.ru/play/embed/10631925?p=Key",
        ),
        (
            f"https://rutube.ru/video/{HEX}/?p=%22&t=x",
            f"https://rutube.ru/video/{HEX}/",
            f"https://rutube.ru/play/embed/{HEX}",
        ),
    ],
)
def test_proper_addresses_and_frames_keep_the_key(url: str, page: str, player: str) -> None:
    ref = PROVIDER.recognise(url)
    assert ref is not None
    assert (PROVIDER.page(ref), PROVIDER.player(ref, "ar")) == (page, Frame(player))


def _shown(video: str, kind: str = "video") -> Reply:
    html = f'<iframe width="720" src="//rutube.ru/play/embed/{video}" allowFullScreen></iframe>'
    return told(200, {"type": kind, "title": "T", "author_name": "A", "html": html}, OEMBED)


def _options(status: int = 200, url: str = OPTIONS, **facts: object) -> Reply:
    return told(status, facts, url)


STREAM = {"m3u8": "https://bl.rutube.ru/a.m3u8"}
PLAYS = _options(effective_video=HEX, video_balancer=STREAM)
GONE = told(404, {"detail": "gone"}, OEMBED)
PRIVATE = told(403, {"detail": "no"}, OEMBED)


@pytest.mark.parametrize(
    ("first", "second", "state", "agreed"),
    [
        (_shown(HEX), PLAYS, State.AVAILABLE, True),
        (_shown(HEX), _options(effective_video=HEX, video_balancer={}), State.UNKNOWN, False),
        (_shown(HEX), _options(effective_video=HEX, video_balancer={"m3u8": 7}), State.UNKNOWN, False),
        (_shown(HEX), _options(video_balancer=STREAM), State.AVAILABLE, False),
        (_shown(HEX), _options(detail={"name": "gone"}), State.UNKNOWN, False),
        (_shown(HEX), _options(404), State.UNKNOWN, False),
        (_shown(HEX), _options(403), State.AVAILABLE, False),
        (_shown(HEX), _options(500), State.AVAILABLE, False),
        (_shown(HEX), told(200, "[]", OPTIONS), State.AVAILABLE, False),
        (_shown(HEX), _options(404, url="https://portal.example/"), State.AVAILABLE, False),
        (_shown(HEX), Silence(Cause.TIMEOUT), State.AVAILABLE, False),
        (_shown("10631925"), PLAYS, State.AVAILABLE, False),
        (_shown("10631925"), _options(404), State.UNKNOWN, False),
        (_shown(HEX, "rich"), Silence(Cause.CUT), State.UNKNOWN, False),
        (GONE, _options(detail={"name": "gone"}), State.REMOVED, True),
        (GONE, _options(404), State.REMOVED, True),
        (GONE, Silence(Cause.TIMEOUT), State.REMOVED, False),
        (GONE, PLAYS, State.UNKNOWN, False),
        (PRIVATE, _options(404), State.PRIVATE, False),
        (PRIVATE, PLAYS, State.UNKNOWN, False),
    ],
)
def test_what_both_answers_mean_together(first: Reply, second: Reply, state: State, agreed: bool) -> None:
    verdict, probes = converse(PROVIDER, OURS, first, second)
    assert (verdict.state, verdict.agreed) == (state, agreed)
    assert [p.url for p in probes] == [
        f"https://rutube.ru/api/oembed/?url=https%3A%2F%2Frutube.ru%2Fvideo%2F{HEX}%2F&format=json",
        OPTIONS,
    ]


@pytest.mark.parametrize(
    ("reply", "state"), [(_shown("0" * 32), State.UNKNOWN), (told(400, "{}", OEMBED), State.INVALID)]
)
def test_no_second_question_where_it_could_not_help(reply: Reply, state: State) -> None:
    verdict, probes = converse(PROVIDER, OURS, reply)
    assert (verdict.state, len(probes)) == (state, 1)


def test_a_private_videos_key_goes_into_both_questions() -> None:
    ref = VideoRef("rutube", HEX, where="Key")
    _, probes = converse(PROVIDER, ref, _shown(HEX), PLAYS)
    assert f"private%2F{HEX}%2F%3Fp%3DKey" in probes[0].url
    assert probes[1].url == f"{OPTIONS}&p=Key"

"""This file tests TikTok's file: its addresses, and what its answers mean."""

from __future__ import annotations

from typing import Any

import pytest

from checker.providers import Frame, VideoRef
from checker.providers.tiktok import PLAYS, PROVIDER, REMOVED
from checker.verdict import State
from conversing import cases, converse, told

OEMBED = "https://www.tiktok.com/oembed?url=x"
OURS = VideoRef("tiktok", "6850560663916449029")
REFUSED = {
    # Short links, and live pages, whose case ids are what the site answered:
    "https://vm.tiktok.com/ZTR45GpSF/",
    "https://vt.tiktok.com/ZSe4FqkKd",
    "https://www.tiktok.com/@weathernewslive/live",
    "https://www.tiktok.com/@pilarmagenta/live",
    "https://www.tiktok.com/@iris04201/live",
    # A profile that its source calls a video:
    "https://www.tiktok.com/@juanpazurita",
    "https://www.tiktok.com/",
}


@pytest.mark.parametrize("row", cases("tiktok"), ids=lambda row: row["url"][:70])
def test_every_address_names_its_video_or_none(row: dict[str, Any]) -> None:
    ref = PROVIDER.recognise(row["url"])
    assert (None if ref is None else ref.id) == (None if row["url"] in REFUSED else row["id"])


@pytest.mark.parametrize("path", ["embed/v2/12345", "embed/12345", "v/12345.html", "share/video/12345", "video/12345"])
def test_older_addresses_are_known(path: str) -> None:
    ref = PROVIDER.recognise(f"https://www.tiktok.com/{path}")
    assert ref == VideoRef("tiktok", "12345")
    assert PROVIDER.page(ref) == "https://www.tiktok.com/@i/video/12345"
    assert PROVIDER.player(ref, "ar") == Frame("https://www.tiktok.com/player/v1/12345?rel=0")


@pytest.mark.parametrize("path", ["@a/photo/12345", "a/video/12345", "@a/video/12345/more", "@a/video/١٢٣٤٥"])
def test_what_is_no_video_is_refused(path: str) -> None:
    assert PROVIDER.recognise(f"https://www.tiktok.com/{path}") is None


def _shown(video: object, **more: object) -> dict[str, object]:
    return {"type": "video", "html": f'<blockquote class="tiktok-embed" data-video-id="{video}">', **more}


@pytest.mark.parametrize(
    ("status", "facts", "state"),
    [
        (200, _shown("6850560663916449029"), State.AVAILABLE),
        (200, {"type": "video", "embed_product_id": "6850560663916449029"}, State.AVAILABLE),
        (200, _shown("68505606639164490291"), State.UNKNOWN),
        (200, _shown("6850560663916449029", type="rich"), State.UNKNOWN),
        (200, {"type": "video", "embed_product_id": 6850560663916449029}, State.UNKNOWN),
        (400, {"code": 400, "message": "Something went wrong"}, State.REMOVED),
        (400, "", State.REMOVED),
        (404, "{}", State.REMOVED),
        (401, "{}", State.PRIVATE),
    ],
)
def test_what_the_answers_mean(status: int, facts: object, state: State) -> None:
    verdict, probes = converse(PROVIDER, OURS, told(status, facts, OEMBED))
    assert (verdict.state, verdict.agreed, len(probes)) == (state, False, 1)


def test_reasons_and_titles() -> None:
    plays, _ = converse(PROVIDER, OURS, told(200, _shown(OURS.id, title="t" * 5000, author_name=7), OEMBED))
    gone, _ = converse(PROVIDER, OURS, told(400, "{}", OEMBED))
    assert (plays.reason, plays.watchable, plays.embeddable) == (PLAYS, True, True)
    assert (plays.title, plays.author) == ("t" * 1000, None)
    assert (gone.reason, gone.watchable, gone.embeddable) == (REMOVED, False, False)

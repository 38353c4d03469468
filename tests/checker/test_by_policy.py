"""This file tests Bilibili, Youku, Tencent Video and VK: sites that are known, but never asked."""

from __future__ import annotations

from typing import Any

import pytest

from checker.providers import Provider, VideoRef, bilibili, tencent, vk, youku
from checker.providers._bilibili_ids import bv_of
from checker.verdict import State
from conversing import address_of, cases, converse

FOUR = [one.PROVIDER for one in (bilibili, youku, tencent, vk)]
ROWS = [(provider, row) for provider in FOUR for row in cases(provider.name)]

OTHERWISE: dict[str, str | None] = {
    # One address form serves videos and videos of several parts, which the cases call collections:
    "https://www.bilibili.com/video/BV1bK411W797": "BV1bK411W797",
    "https://www.bilibili.com/video/BV1ms411Q7vw/?p=4": "BV1ms411Q7vw",
    "https://www.bilibili.com/video/BV1af4y1H7ga/": "BV1af4y1H7ga",
    # The case's id is what the site answered, or the av number of the same video:
    "https://www.bilibili.com/video/BV1TE411f7f1": "BV1TE411f7f1",
    "https://www.bilibili.com/video/av114868162141203": "BV1LMgNzUE2w",
    "http://player.bilibili.com/player.html?aid=92494333&cid=157926707&page=1": "BV1xE411H755",
    "https://vk.com/video276849682_170681728": "276849682_170681728",
    "https://vk.com/video-95168827_456239103?list=cca524a0f0d5557e16": "-95168827_456239103",
    # The case has no id:
    "https://vk.com/video-140332_456239111": "-140332_456239111",
    "http://vk.com/feed?z=video-43215063_166094326%2Fbb50cacd3177146d7a": "-43215063_166094326",
    "https://vk.com/video205387401_164765225": "205387401_164765225",
    "http://new.vk.com/video205387401_165548505": "205387401_165548505",
    "https://vk.com/video-10639516_456240611": "-10639516_456240611",
    "https://vk.com/clip30014565_456240946": "30014565_456240946",
    "https://vkvideo.ru/video-127553155_456242961": "-127553155_456242961",
    "https://vk.ru/video-220754053_456242564": "-220754053_456242564",
    "https://vksport.vkvideo.ru/video-124096712_456240773": "-124096712_456240773",
    "https://v.qq.com/x/cover/mzc00200xxpsogl/j4101ouc4ve.html": "j4101ouc4ve",
    "https://v.qq.com/x/cover/qab156ofmrj45xy/r0025sd3txm.html": "r0025sd3txm",
    "https://v.qq.com/page/z/5/3/z01698x4h53.html": "z01698x4h53",
    "https://v.qq.com/page/o/p/p/o0196h1eppp.html": "o0196h1eppp",
    "https://v.qq.com/boke/page/a/0/5/a031175aee5.html": "a031175aee5",
    "https://v.youku.com/v_show/id_XNDkwNjg2NzQw.html?f=18736842": "XNDkwNjg2NzQw",
    "https://v.youku.com/v_show/id_XNDgxNTEzNzk5Mg==.html": "XNDgxNTEzNzk5Mg",
}


@pytest.mark.parametrize(("provider", "row"), ROWS, ids=[row["url"][:70] for _, row in ROWS])
def test_every_address_names_its_video_or_none(provider: Provider, row: dict[str, Any]) -> None:
    video = row["id"] if row["valid"] and row["kind"] == "video" else None
    ref = provider.recognise(row["url"])
    assert (None if ref is None else ref.id) == OTHERWISE.get(row["url"], video)


@pytest.mark.parametrize(
    ("provider", "url", "page", "player"),
    [
        (
            bilibili.PROVIDER,
            "https://www.bilibili.com/video/bv1ms411Q7vw?p=4&t=83&spm=1",
            "https://www.bilibili.com/video/BV1ms411Q7vw/?p=4&t=83",
            "https://player.bilibili.com/player.html?bvid=BV1ms411Q7vw&p=4&autoplay=0&t=83",
        ),
        (
            bilibili.PROVIDER,
            "https://m.bilibili.com/video/AV170001?p=1",
            "https://www.bilibili.com/video/BV17x411w7KC/",
            "https://player.bilibili.com/player.html?bvid=BV17x411w7KC&p=1&autoplay=0",
        ),
        (
            bilibili.PROVIDER,
            "https://www.bilibili.com/bangumi/play/ep267851?from=x",
            "https://www.bilibili.com/bangumi/play/ep267851",
            None,
        ),
        (
            youku.PROVIDER,
            "https://m.youku.com/video/id_XMTQ3OTM4MzMxMg.html",
            "https://v.youku.com/v_show/id_XMTQ3OTM4MzMxMg==.html",
            "https://player.youku.com/embed/XMTQ3OTM4MzMxMg==",
        ),
        (
            youku.PROVIDER,
            "https://v.youku.com/video?vid=XNjA1NzA2Njgw",
            "https://v.youku.com/v_show/id_XNjA1NzA2Njgw.html",
            "https://player.youku.com/embed/XNjA1NzA2Njgw",
        ),
        (
            tencent.PROVIDER,
            "https://m.v.qq.com/x/m/play?cid=abc&vid=o3013za7cse",
            "https://v.qq.com/x/page/o3013za7cse.html",
            "https://v.qq.com/txp/iframe/player.html?vid=o3013za7cse",
        ),
        (
            vk.PROVIDER,
            "https://vk.com/clips-74006511?z=clip-74006511_456247211",
            "https://vkvideo.ru/video-74006511_456247211",
            None,
        ),
        (
            vk.PROVIDER,
            "https://vkvideo.ru/video-1_2?list=ln-AbCdEf&t=1m3s",
            "https://vkvideo.ru/video-1_2?list=ln-AbCdEf&t=63",
            None,
        ),
        (
            vk.PROVIDER,
            "https://vk.com/video_ext.php?oid=-1&id=2&hash=87b046504ccd8bfa&hd=2",
            "https://vk.com/video_ext.php?oid=-1&id=2&hash=87b046504ccd8bfa",
            "https://vk.com/video_ext.php?oid=-1&id=2&hash=87b046504ccd8bfa",
        ),
        (vk.PROVIDER, "https://vk.com/video_ext.php?oid=-1&id=2&hash=no", "https://vkvideo.ru/video-1_2", None),
    ],
)
def test_proper_addresses_and_frames(provider: Provider, url: str, page: str, player: str | None) -> None:
    ref = provider.recognise(url)
    assert ref is not None
    assert (provider.page(ref), address_of(provider.player(ref, "ar"))) == (page, player)


@pytest.mark.parametrize(
    ("number", "bv"), [(0, None), (170001, "BV17x411w7KC"), (8903802, "BV13x41117TL"), (1 << 51, None)]
)
def test_a_number_is_read_as_the_id_of_the_same_video(number: int, bv: str | None) -> None:
    assert bv_of(number) == bv


@pytest.mark.parametrize("provider", FOUR, ids=[provider.name for provider in FOUR])
def test_nobody_is_asked_and_nothing_is_judged(provider: Provider) -> None:
    verdict, probes = converse(provider, VideoRef(provider.name, "any"))
    assert probes == []
    assert verdict.reason == f"Hexaglot has no trustworthy way to ask {provider.label}; a person must look."
    assert (verdict.state, verdict.watchable, verdict.embeddable, verdict.agreed) == (State.UNKNOWN, None, None, False)

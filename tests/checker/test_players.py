"""This file is the tests of which addresses are players, and which of these were given up."""

from __future__ import annotations

import pytest

from checker.players import Player, player_at


@pytest.mark.parametrize(
    ("url", "player"),
    [
        ("https://www.youtube.com/v/OGSyYP5v6PM", Player.OLD),
        ("https://www.youtube.com/v/OGSyYP5v6PM?fs=1&hl=en", Player.OLD),
        ("https://youtube.googleapis.com/v/OGSyYP5v6PM", Player.OLD),
        ("https://vimeo.com/moogaloop.swf?clip_id=76979871", Player.OLD),
        ("https://www.dailymotion.com/embed/video/x7tgad0", Player.OLD),
        ("https://www.dailymotion.com/swf/x7tgad0", Player.OLD),
        ("https://www.youtube.com/embed/OGSyYP5v6PM", Player.CURRENT),
        ("https://www.youtube-nocookie.com/embed/OGSyYP5v6PM?rel=0", Player.CURRENT),
        ("https://player.vimeo.com/video/76979871", Player.CURRENT),
        ("https://vimeo.com/event/1/embed/abc", Player.CURRENT),
        ("https://geo.dailymotion.com/player.html?video=x7tgad0", Player.CURRENT),
        ("https://www.facebook.com/plugins/video.php?href=x", Player.CURRENT),
        ("https://platform.twitter.com/embed/Tweet.html?id=1", Player.CURRENT),
        ("https://www.tiktok.com/embed/v2/1", Player.CURRENT),
        ("https://rutube.ru/play/embed/1", Player.CURRENT),
        ("https://player.bilibili.com/player.html?bvid=BV1xx411c7mD", Player.CURRENT),
        ("https://player.youku.com/embed/XMTIz", Player.CURRENT),
        ("https://v.qq.com/txp/iframe/player.html?vid=a", Player.CURRENT),
        ("https://vk.com/video_ext.php?oid=-1&id=2", Player.CURRENT),
        ("https://archive.org/embed/item", Player.CURRENT),
        ("https://tube.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d", Player.CURRENT),
        ("https://cdnapisec.kaltura.com/p/1/embedPlaykitJs/uiconf_id/2?iframeembed=true&entry_id=1_a", Player.CURRENT),
        ("https://www.kaltura.com/p/1/sp/100/embedIframeJs/uiconf_id/2/partner_id/1?entry_id=1_a", Player.CURRENT),
        ("https://cdnapi.kaltura.com/html5/html5lib/v2.30.2/mwEmbedFrame.php/p/1/uiconf_id/2", Player.CURRENT),
        ("https://kaltura.com/index.php/kwidget/wid/_1/uiconf_id/2/entry_id/1_a", Player.OLD),
        ("https://cdnapisec.kaltura.com/p/1/sp/100/playManifest/entryId/1_a/format/url/protocol/https/a.mp4", None),
        ("https://www.kaltura.com/index.php/extwidget/preview/partner_id/1/uiconf_id/2/entry_id/1_a", None),
        ("https://evil.example/p/1/embedPlaykitJs/uiconf_id/2", None),
        ("https://youtu.be/OGSyYP5v6PM", None),
        ("https://www.youtube.com/watch?v=OGSyYP5v6PM", None),
        ("https://www.youtube.com/live/OGSyYP5v6PM", None),
        ("https://vimeo.com/76979871", None),
        ("https://vimeo.com/event/1", None),
        ("https://www.dailymotion.com/video/x7tgad0", None),
        ("https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv", None),
        ("OGSyYP5v6PM", None),
        ("", None),
    ],
)
def test_which_addresses_are_players(url: str, player: Player | None) -> None:
    assert player_at(url) is player

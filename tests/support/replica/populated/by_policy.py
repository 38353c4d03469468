"""This file is the labelled links to Bilibili, Youku, Tencent and VK: unknown by policy (PROVIDERS 2.8, 2.9 and 5)."""

from __future__ import annotations

from replica.by_policy import ByPolicy
from replica.labelled import Labelled
from replica.quarter import Quarter

LINKS = {
    "https://www.bilibili.com/video/BV1xx411c7mD": "bilibili",
    "https://player.bilibili.com/player.html?bvid=BV1GJ411x7h7": "bilibili",
    "https://v.youku.com/v_show/id_XMTc1ODE5Njcy.html": "youku",
    "https://player.youku.com/embed/XMTc1ODE5Njcy": "youku",
    "https://v.qq.com/x/page/q326831cny0.html": "tencent",
    "https://v.qq.com/x/cover/7q544xyrava3vxf/q0020zrndf2.html": "tencent",
    "https://vk.com/video-77521_162222515": "vk",
    "https://vkvideo.ru/video-23538238_456254250": "vk",
}
WHY = "no trustworthy question to the site is known: it is for people to look"


def by_policy() -> Quarter:
    """The four sites, two links to each."""
    return Quarter((ByPolicy(),), tuple(Labelled(url, name, "unknown", WHY) for url, name in LINKS.items()))

"""This file is the simulated sites that nobody is asked about: Bilibili, Youku, Tencent, VK (PROVIDERS 2.8, 2.9).

Their pages are 200 whatever became of the video, and only people who read them can tell: that is a guess, and the
reason why a 200 of theirs proves nothing.
"""

from __future__ import annotations

from replica.exchange import Reply, Request


class ByPolicy:
    """The four sites' pages, players and short links."""

    hosts = frozenset(
        """
        www.bilibili.com player.bilibili.com v.youku.com player.youku.com v.qq.com vk.com vkvideo.ru
        """.split()
    )

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        return Reply.text(200, f"<!DOCTYPE html><title>{request.host}</title>", "text/html; charset=utf-8")

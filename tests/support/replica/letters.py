"""This file is a simulated site on which letters stand, and ways in which they are not to be had."""

from __future__ import annotations

from collections.abc import Mapping

from replica.exchange import Reply, Request

HOST = "letters.example.int"


class Letters:
    """A site whose pages are at `https://letters.example.int/NAME`: a content type and the bytes of each.

    `/moved` leads to `/deep/page`, `/endless` to itself; `/members`, `/private` and `/busy` are refused.
    """

    hosts = frozenset({HOST})

    def __init__(self, pages: Mapping[str, tuple[str, bytes]]) -> None:
        self._pages = pages

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        name = request.path.strip("/")
        if name in {"moved", "endless"}:
            return Reply(302, (("Location", "/deep/page" if name == "moved" else "/endless"),))
        if name in {"members", "private", "busy"}:
            return Reply({"members": 401, "private": 403, "busy": 503}[name])
        if name not in self._pages:
            return Reply(404)
        kind, data = self._pages[name]
        return Reply(200, (("Content-Type", kind),) if kind else (), data)

"""This file is a simulated Dailymotion: the data API that needs no key, its lists, and oEmbed (PROVIDERS 2.2).

Guesses where that is silent: lists leave out what does not exist, what is private and what is refused; a shut API
answers 410; a watch page is 404 where there is no such video; a short link leads to it; the player's page is always
200.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from replica.exchange import Reply, Request

JSON = "application/json; charset=UTF-8"
HTML = "text/html; charset=utf-8"
KNOWN_TO_PLAY = "x5kesuj"
"""What the site always has, as the true one does."""

PLAIN: dict[str, object] = {
    "title": "A message",
    "owner.screenname": "A channel",
    "status": "published",
    "published": True,
    "private": False,
    "password_protected": False,
    "allow_embed": True,
    "geoblocking": ["allow"],
}


class Dailymotion:
    """Dailymotion with these videos, each the fields in which it differs from `PLAIN`.

    `api_status` other than 200 shuts the data API; `lists` false makes it ignore which ids a list is to hold.
    `refused` are the statuses with which it answers about single videos.
    """

    hosts = frozenset({"api.dailymotion.com", "www.dailymotion.com", "dai.ly", "geo.dailymotion.com"})

    def __init__(
        self,
        videos: Mapping[str, Mapping[str, object]],
        *,
        api_status: int = 200,
        lists: bool = True,
        refused: Mapping[str, int] | None = None,
    ) -> None:
        known: dict[str, Mapping[str, object]] = {KNOWN_TO_PLAY: {}}
        self.videos = {video: {"id": video, **PLAIN, **facts} for video, facts in (known | dict(videos)).items()}
        self.api_status = api_status
        self.lists = lists
        self.refused = dict(refused or {})

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        match request.host:
            case "dai.ly":
                return Reply(301, (("Location", f"https://www.dailymotion.com/video{request.path}"),))
            case "geo.dailymotion.com":
                return Reply.text(200, "<!DOCTYPE html><title>Dailymotion Video Player</title>", HTML)
            case "www.dailymotion.com" if request.path == "/services/oembed":
                return self._oembed(request)
            case "www.dailymotion.com":
                return self._page(request.path)
        return self._api(request)

    def _api(self, request: Request) -> Reply:
        if self.api_status != 200:
            return _told({"error": {"code": self.api_status, "type": "gone", "message": "Use v2"}}, self.api_status)
        if request.path == "/videos":
            return self._list(request)
        number = request.path.removeprefix("/video/")
        if number in self.refused:
            error = {"code": self.refused[number], "type": "access_forbidden", "message": "You may not see this"}
            return _told({"error": error}, self.refused[number])
        video = self.videos.get(number)
        return _missing() if video is None else _told(_chosen(video, request))

    def _page(self, path: str) -> Reply:
        """What people see: the page's status is all that is known of it."""
        there = path.rpartition("/")[2].partition("_")[0]
        known = there in self.videos or there in self.refused
        return Reply.text(200 if known else 404, f"<!DOCTYPE html><title>{there} - Dailymotion</title>", HTML)

    def _list(self, request: Request) -> Reply:
        wanted = (request.field("ids") or "").split(",") if self.lists else list(self.videos)[:10]
        found = [self.videos[video] for video in wanted if video in self.videos]
        rows = [_chosen(video, request) for video in found if not video["private"] and video["id"] not in self.refused]
        return _told({"page": 1, "limit": 100, "explicit": False, "has_more": False, "list": rows})

    def _oembed(self, request: Request) -> Reply:
        number = urlsplit(request.field("url") or "").path.rpartition("/")[2]
        video = self.videos.get(number)
        if video is None:
            return _told({"error": "not found"}, 404)
        frame = f'<iframe frameborder="0" src="https://geo.dailymotion.com/player.html?video={number}&"></iframe>'
        return _told({"type": "video", "version": "1.0", "title": video["title"], "html": frame})


def _chosen(video: Mapping[str, object], request: Request) -> dict[str, object]:
    names = (request.field("fields") or "id,title,channel,owner").split(",")
    return {name: video[name] for name in names if name in video}


def _missing() -> Reply:
    error = {
        "more_info": "https://developer.dailymotion.com/api#error-codes",
        "code": 404,
        "message": "Can't find object video for `id' parameter",
        "type": "not_found",
        "error_data": {"reason": "object_not_found", "object_type": "video", "param": "id"},
    }
    return _told({"error": error}, 404)


def _told(facts: Mapping[str, object], status: int = 200) -> Reply:
    return Reply.text(status, json.dumps(facts), JSON)

"""This file is a simulated YouTube Data API: `videos.list`, its cap, omissions and refusals (PROVIDERS section 1.5).

Guesses where that is silent: the words and reasons of the refusals for too many ids, an unknown `part` and a path that
is none; items come in another order than they were asked for; a film that was removed is listed while its upload is
said to have failed, been rejected or been deleted.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Mapping
from enum import StrEnum

from replica.exchange import Reply, Request
from replica.films import Film, State

JSON = "application/json; charset=UTF-8"
HOSTS = frozenset({"www.googleapis.com", "youtube.googleapis.com"})
KEY = "AIzaReplicaReplicaReplicaReplicaReplica"
"""The key that is good here, as long as a true one."""
MOST = 50

_LEFT_OUT = frozenset({State.PRIVATE, State.PRIVATE_WITH_THUMBNAIL, State.REMOVED, State.CONTRADICTED})
_SIGNS = frozenset("(),/")
_PARTS = ("snippet", "status", "contentDetails", "liveStreamingDetails")


class Refusal(StrEnum):
    """How every question is refused."""

    BAD_KEY = "API_KEY_INVALID"
    OLD_BAD_KEY = "keyInvalid"
    NO_KEY = "forbidden"
    QUOTA = "quotaExceeded"
    DAY = "dailyLimitExceeded"
    TOO_FAST = "rateLimitExceeded"
    TOO_MANY = "RATE_LIMIT_EXCEEDED"
    NOT_SET_UP = "accessNotConfigured"
    NOT_FROM_HERE = "ipRefererBlocked"


_REFUSED: Mapping[Refusal, tuple[int, str, str]] = {
    Refusal.BAD_KEY: (400, "badRequest", "API key not valid. Please pass a valid API key."),
    Refusal.OLD_BAD_KEY: (400, "keyInvalid", "Bad Request"),
    Refusal.NO_KEY: (403, "forbidden", "The request is missing a valid API key."),
    Refusal.QUOTA: (
        403,
        "quotaExceeded",
        "The request cannot be completed because you have exceeded your quota.",
    ),
    Refusal.DAY: (403, "dailyLimitExceeded", "Daily Limit Exceeded"),
    Refusal.TOO_FAST: (403, "rateLimitExceeded", "Rate Limit Exceeded"),
    Refusal.TOO_MANY: (429, "rateLimitExceeded", "Quota exceeded for quota metric 'Queries'."),
    Refusal.NOT_SET_UP: (403, "accessNotConfigured", "YouTube Data API v3 has not been used in this project before."),
    Refusal.NOT_FROM_HERE: (403, "ipRefererBlocked", "The request did not come from an allowed address."),
}


class YouTubeData:
    """The service over these films. `refusal` refuses everything; `quota` is how many questions it answers yet."""

    def __init__(self, videos: Mapping[str, Film]) -> None:
        self.videos = videos
        self.refusal: Refusal | None = None
        self.quota: int | None = None

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        if request.path != "/youtube/v3/videos":
            return _error(404, "notFound", "Not Found")
        key = request.field("key")
        if self.refusal is None and self.quota is not None:
            self.quota -= 1
        refusal = Refusal.QUOTA if self.quota is not None and self.quota < 0 else self.refusal
        if not key:
            return refuse(Refusal.NO_KEY)
        if refusal is None and key != KEY:
            return refuse(Refusal.BAD_KEY)
        return self._list(request) if refusal is None else refuse(refusal)

    def _list(self, request: Request) -> Reply:
        parts = (request.field("part") or "").split(",")
        wanted = (request.field("id") or "").split(",")
        if not set(parts) <= set(_PARTS):
            return _error(400, "unknownPart", "part")
        if len(wanted) > MOST:
            return _error(400, "invalidParameter", "id")
        found = {video: self.videos[video] for video in wanted if video in self.videos}
        items = [item(video, film, parts) for video, film in sorted(found.items(), reverse=True) if _is_listed(film)]
        facts = {
            "kind": "youtube#videoListResponse",
            "etag": "RuuXzTIr0OoDqI4S0RU6n4FqKEM",
            "items": items,
            "pageInfo": {"totalResults": len(items), "resultsPerPage": len(items)},
        }
        fields = request.field("fields")
        told = facts if fields is None else _chosen(facts, _selection(fields))
        return Reply.text(200, json.dumps(told, ensure_ascii=False, indent=2), JSON)


def refuse(refusal: Refusal) -> Reply:
    """The reply that refuses so, in the words that were seen where they were."""
    status, reason, message = _REFUSED[refusal]
    details = refusal.value if refusal in {Refusal.BAD_KEY, Refusal.TOO_MANY} else None
    return _error(status, reason, message, details)


def item(video: str, film: Film, parts: list[str]) -> dict[str, object]:
    """What is told of one film."""
    region = {name: list(codes) for name in ("allowed", "blocked") if (codes := getattr(film, name)) is not None}
    told: dict[str, dict[str, object]] = {
        "snippet": {
            "title": film.title,
            "description": "A description that nobody asked for. " * 20,
            "channelTitle": film.author,
            "liveBroadcastContent": film.broadcast,
            "defaultLanguage": "en",
            **({"defaultAudioLanguage": film.audio} if film.audio else {}),
        },
        "status": {
            "uploadStatus": film.upload,
            **({"rejectionReason": film.rejection} if film.rejection else {}),
            "privacyStatus": "unlisted" if film.state is State.UNLISTED else "public",
            **({"publishAt": film.publish_at} if film.publish_at else {}),
            "license": "youtube",
            "embeddable": film.state is not State.EMBEDDING_OFF,
        },
        "contentDetails": {
            "duration": "PT2M8S",
            "caption": "true" if film.captions else "false",
            **({"regionRestriction": region} if region else {}),
            "contentRating": {"ytRating": "ytAgeRestricted"} if film.adults else {},
        },
        "liveStreamingDetails": {"scheduledStartTime": film.starts_at} if film.starts_at else {},
    }
    return {"kind": "youtube#video", "etag": "x", "id": video, **{part: told[part] for part in parts if told[part]}}


def _is_listed(film: Film) -> bool:
    return film.state not in _LEFT_OUT or film.upload not in {"processed", "uploaded"}


Selection = dict[str, "Selection"]
"""Which fields are wanted, and which of each; empty means all."""


def _selection(fields: str) -> Selection:
    """Read `a,b(c,d/e)`."""
    return _several(deque(re.findall(r"[^,()/]+|[()/,]", fields)))


def _several(words: deque[str]) -> Selection:
    chosen: Selection = {}
    while words and words[0] != ")":
        name = words.popleft()
        if name not in _SIGNS:
            chosen[name] = _inner(words)
    return chosen


def _inner(words: deque[str]) -> Selection:
    sign = words[0] if words else ""
    if sign not in {"(", "/"}:
        return {}
    words.popleft()
    if sign == "/":
        return {words.popleft(): _inner(words)} if words else {}
    inner = _several(words)
    if words:
        words.popleft()
    return inner


def _chosen(value: object, selection: Selection) -> object:
    if not selection:
        return value
    if isinstance(value, list):
        return [_chosen(one, selection) for one in value]
    if isinstance(value, dict):
        return {name: _chosen(value[name], inner) for name, inner in selection.items() if name in value}
    return value


def _error(status: int, reason: str, message: str, detail: str | None = None) -> Reply:
    domain = {"quotaExceeded": "youtube.quota", "badRequest": "global"}.get(reason, "usageLimits")
    error: dict[str, object] = {
        "code": status,
        "message": message,
        "errors": [{"message": message, "domain": domain, "reason": reason}],
    }
    if detail is not None:
        error["status"] = "INVALID_ARGUMENT" if status == 400 else "RESOURCE_EXHAUSTED"
        error["details"] = [
            {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": detail, "domain": "googleapis.com"}
        ]
    return Reply.text(status, json.dumps({"error": error}, indent=2), JSON)

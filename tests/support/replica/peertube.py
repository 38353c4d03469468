"""This file is a simulated PeerTube site: its API about one video, and its oEmbed (PROVIDERS.md, section 2.10).

The states, privacies and error types are documented. Guesses are the status 401 of a private video, and that pages
are 404 where the video is not for everybody, as unknown paths are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from replica.exchange import Reply, Request

JSON = "application/json; charset=utf-8"
PROBLEM = "application/problem+json; charset=utf-8"
_DIGITS = "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ"
DOCS = "https://docs.joinpeertube.org/api-rest-reference.html"


@dataclass(frozen=True, slots=True)
class Clip:
    """One video: its privacy, state and embed policy by PeerTube's numbers, and who may embed it under policy 2."""

    name: str = "A film"
    privacy: int = 1
    state: int = 1
    policy: int | None = 1
    """None is a release before 8.1, which does not know it."""
    pages: tuple[str, ...] = ()
    blocked: bool = False
    foreign: str | None = None
    """The address on the site it comes from, which this one does not follow."""
    scheduled: bool = False
    """Private until a day that is set."""
    failure: int | None = None
    """The status of a failure of the site itself, instead of an answer."""


class PeerTube:
    """One PeerTube site with these videos, by UUID; others it does not have."""

    def __init__(self, host: str, clips: Mapping[str, Clip]) -> None:
        self.hosts = frozenset({host})
        self.clips = dict(clips)

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        match request.path.split("/"):
            case ["", "api", "v1", "videos", uuid]:
                return self._video(uuid, request.host)
            case ["", "api", "v1", "videos", uuid, "embed-privacy", "allowed"]:
                return self._allowed(uuid, request.field("domain") or "")
            case ["", "services", "oembed"]:
                return self._oembed(request.field("url") or "", request.host)
            case ["", "w", name] | ["", "videos", "watch" | "embed", name]:
                return self._page(name)
        return Reply.text(404, "<!DOCTYPE html><html><title>PeerTube", "text/html")

    def _page(self, name: str) -> Reply:
        """What people see, by either form of the id."""
        clip = next((clip for uuid, clip in self.clips.items() if name in {uuid, short(uuid)}), None)
        open_to_all = clip is not None and clip.privacy in {1, 2} and not clip.blocked and clip.foreign is None
        return Reply.text(200 if open_to_all else 404, "<!DOCTYPE html><html><title>PeerTube", "text/html")

    def _video(self, uuid: str, host: str) -> Reply:
        clip = self.clips.get(uuid)
        if clip is None:
            return _problem(404, "Video not found", operation="getVideo")
        if clip.failure is not None:
            return Reply.text(clip.failure, "<!DOCTYPE html><title>Sorry</title>", "text/html")
        if clip.foreign is not None:
            return _problem(
                403,
                "Cannot get this video regarding follow constraints",
                "does_not_respect_follow_constraints",
                originUrl=clip.foreign,
            )
        if clip.blocked:
            return _problem(403, "This video is blocklisted", operation="getVideo")
        if clip.privacy == 5:
            return _problem(403, "Please provide a password to access this video", "video_requires_password")
        if clip.privacy in {3, 4} and not clip.scheduled:
            return _problem(401, "Please authenticate to access this video", operation="getVideo")
        return Reply.text(200, json.dumps(_details(uuid, clip, host)), JSON)

    def _allowed(self, uuid: str, domain: str) -> Reply:
        clip = self.clips.get(uuid)
        if clip is None:
            return _problem(404, "Video not found")
        allowed = clip.policy == 1 or domain in clip.pages
        return Reply.text(200, json.dumps({"domainAllowed": allowed, "userBypassAllowed": None}), JSON)

    def _oembed(self, url: str, host: str) -> Reply:
        start, _, uuid = url.rpartition("/")
        if start != f"https://{host}/videos/watch":
            return _problem(400, "Invalid url.")
        clip = self.clips.get(uuid)
        if clip is None:
            return _problem(404, "Video not found")
        if clip.privacy not in {1, 2}:
            return _problem(403, "Video is not publicly available")
        facts = {"type": "video", "version": "1.0", "title": clip.name, "html": f'<iframe src="{url}"></iframe>'}
        return Reply.text(200, json.dumps(facts), JSON)


def _details(uuid: str, clip: Clip, host: str) -> dict[str, object]:
    facts: dict[str, object] = {
        "uuid": uuid,
        "name": clip.name,
        "privacy": {"id": clip.privacy, "label": "?"},
        "state": {"id": clip.state, "label": "?"},
        "isLive": False,
        "embedUrl": f"https://{host}/videos/embed/{uuid}",
        "channel": {"name": "replica", "displayName": "Replica"},
        "account": {"name": "replica", "displayName": "Somebody"},
    }
    if clip.scheduled:
        facts["scheduledUpdate"] = {"updateAt": "2030-01-01T00:00:00.000Z", "privacy": 1}
    return facts if clip.policy is None else facts | {"embedPrivacyPolicy": {"id": clip.policy, "label": "?"}}


def short(uuid: str) -> str:
    """The 22 digits of base 58, as Flickr writes them, that stand for a UUID in an address (PROVIDERS 2.10)."""
    number, digits = int(uuid.replace("-", ""), 16), ""
    for _ in range(22):
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits


def _problem(status: int, detail: str, code: str | None = None, *, operation: str | None = None, **more: str) -> Reply:
    facts: dict[str, object] = {
        "type": f"{DOCS}#section/Errors/{code}" if code else "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **more,
    }
    if code:
        facts["code"] = code
    if operation:
        facts["docs"] = f"{DOCS}#operation/{operation}"
    return Reply.text(status, json.dumps(facts), PROBLEM)

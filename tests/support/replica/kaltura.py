"""This file is a simulated Kaltura with UN Web TV before it: one store of entries, asked through the API and by pages.

The API reads a multirequest as the true one does: numbered calls, each of which may use what an earlier one gave.
What a call gives, and that errors come with HTTP 200, stands in PROVIDERS.md, section 2.5; the texts of errors, and
the pages of UN Web TV beyond the one line that names the entry, are guesses, and so is that a player's page is 200
whatever it is to play.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from urllib.parse import parse_qsl, urlsplit

from replica.exchange import Reply, Request

API, UN_WEB_TV = "cdnapisec.kaltura.com", "webtv.un.org"
HTML, JSON = "text/html; charset=utf-8", "application/json"
PLAYLIST = "application/vnd.apple.mpegurl"
UN_PARTNER = "2503451"
KNOWN_TO_PLAY = (("269692", "1_1jc2y3e4"), (UN_PARTNER, "1_o7stmi6p"))
"""What the two sites always have, as the true ones do: partner and entry."""
SUBSTITUTE = "0_zzzzzzzz"
"""The entry that is answered about where another was asked for."""


class State(StrEnum):
    """How an entry is, or how the site behaves when it is asked about."""

    READY = "ready"
    """Status 2, plays everywhere."""
    DELETED = "deleted"
    """ENTRY_ID_NOT_FOUND, as an id that never was."""
    CONTRADICTED = "contradicted"
    """ENTRY_ID_NOT_FOUND, and yet its stream, and its page on UN Web TV, are there."""
    BROKEN_IMPORT = "broken_import"
    """Status -1, no stream."""
    CONVERTING = "converting"
    """Status 1."""
    REJECTED = "rejected"
    """Status 6, and yet its stream is there."""
    COUNTRY = "country"
    """COUNTRY_RESTRICTED, whoever asks."""
    SITE = "site"
    """SITE_RESTRICTED, unless the entry's `site` is the referrer."""
    SESSION = "session"
    """SESSION_RESTRICTED."""
    LATER = "later"
    """SCHEDULED_RESTRICTED, with a date from which it may be seen."""
    REDIRECTED = "redirected"
    """Plays the entry `target`, as a live stream does after its end."""
    SUBSTITUTED = "substituted"
    """The answer is about another entry."""
    LIVE = "live"
    """A live stream."""
    NO_FILES = "no_files"
    """Status 2, and nothing to play."""
    CAPTCHA = "captcha"
    """200 with a page that asks for proof of being human."""
    TOO_MANY = "too_many"
    """429."""
    OUT_OF_ORDER = "out_of_order"
    """500."""
    HTML_OK = "html_ok"
    """200 with a page that has nothing to do with it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its state and name, where it may be embedded, and what it plays in its place."""

    state: State = State.READY
    name: str = "A recording"
    site: str = ""
    target: str = ""


_STATUS = {State.BROKEN_IMPORT: -1, State.CONVERTING: 1, State.REJECTED: 6}
_RULES = {
    State.COUNTRY: "COUNTRY_RESTRICTED",
    State.SITE: "SITE_RESTRICTED",
    State.SESSION: "SESSION_RESTRICTED",
    State.LATER: "SCHEDULED_RESTRICTED",
}
_CALL = re.compile(r"([1-9]):(.+)")
_TOKEN = re.compile(r"\{([1-9]):result((?::\w+)+)\}")
_MANIFEST = re.compile(r"/p/(\d+)/sp/\d+/playManifest/entryId/(\w+)/.*")
_ASSET = re.compile(r"/(?:ar|zh|en|fr|ru|es)/asset/(\w{3})/(\1(\w+))")

Fields = dict[str, str]
Result = dict[str, object]


class KalturaSite:
    """Kaltura's API and streams, and UN Web TV's pages. `entries` are known by (account, id) and may be changed."""

    def __init__(self, entries: Mapping[tuple[str, str], Entry] | None = None) -> None:
        self.entries: dict[tuple[str, str], Entry] = dict.fromkeys(KNOWN_TO_PLAY, Entry()) | dict(entries or {})

    @property
    def hosts(self) -> frozenset[str]:
        """All the hosts that take part."""
        return frozenset({API, UN_WEB_TV})

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        if request.method not in {"GET", "HEAD"}:
            return Reply.text(405, "", HTML, ("Allow", "GET, HEAD"))
        if request.host == UN_WEB_TV:
            return self._page(request.path)
        if request.path.rstrip("/") == "/api_v3/service/multirequest":
            return self._multirequest(request)
        if "/embedIframeJs/" in request.path:
            return Reply.text(200, "<!DOCTYPE html><title>Player</title><script></script>", HTML)
        manifest = _MANIFEST.fullmatch(request.path)
        return self._stream(manifest[1], manifest[2]) if manifest else Reply.text(404, "", HTML)

    def _multirequest(self, request: Request) -> Reply:
        calls: dict[int, Fields] = {}
        for name, value in parse_qsl(urlsplit(request.target).query, keep_blank_values=True):
            numbered = _CALL.fullmatch(name)
            if numbered:
                calls.setdefault(int(numbered[1]), {})[numbered[2]] = value
        asked = {value for fields in calls.values() for value in fields.values()}
        for (_, entry), held in self.entries.items():
            stopped = _stopped(held.state) if entry in asked else None
            if stopped:
                return stopped
        if request.field("format") != "1":
            return Reply.text(200, "<xml><result/></xml>", "text/xml")
        results: list[Result] = []
        for number in sorted(calls):
            results.append(self._call(calls[number], results))
        return Reply.text(200, json.dumps(results), JSON, ("X-Kaltura-Session", "1"))

    def _call(self, fields: Fields, earlier: list[Result]) -> Result:
        actions: dict[tuple[str, str], Callable[[Fields], Result]] = {
            ("session", "startWidgetSession"): _session,
            ("baseEntry", "get"): self._get,
            ("baseEntry", "list"): self._list,
            ("baseEntry", "getPlaybackContext"): self._context,
        }
        action = actions.get((fields.get("service", ""), fields.get("action", "")))
        if action is None:
            return _error("SERVICE_DOES_NOT_EXISTS", "Service does not exist")
        resolved = {}
        for name, value in fields.items():
            found = _resolved(value, earlier)
            if found is None:
                return _error("INVALID_MULTIREQUEST_TOKEN", "Invalid multirequest token")
            resolved[name] = found
        return action(resolved)

    def _held(self, fields: Fields, name: str) -> tuple[str, Entry] | None:
        """The entry that a call is about, if its session may know of it."""
        entry = fields.get(name, "")
        held = self.entries.get((fields.get("ks", "").removeprefix("session-of-"), entry))
        return None if held is None or held.state in {State.DELETED, State.CONTRADICTED} else (entry, held)

    def _get(self, fields: Fields) -> Result:
        found = self._held(fields, "entryId")
        if found is None:
            return _not_found(fields.get("entryId", ""))
        entry, held = found
        if held.state is State.SUBSTITUTED:
            return _told(SUBSTITUTE, held)
        redirect: Result = {"redirectEntryId": held.target} if held.target else {}
        return _told(entry, held) | redirect

    def _list(self, fields: Fields) -> Result:
        found = self._held(fields, "filter:redirectFromEntryId")
        objects: list[Result] = []
        if found is not None:
            entry, held = found
            target = self._held({**fields, "to": held.target}, "to")
            objects = [_told(*target) if target else _told(entry, held)]
        return {"objects": objects, "totalCount": len(objects), "objectType": "KalturaBaseEntryListResponse"}

    def _context(self, fields: Fields) -> Result:
        found = self._held(fields, "entryId")
        if found is None:
            return _not_found(fields.get("entryId", ""))
        entry, held = found
        told: Result = {"actions": [], "messages": [], "objectType": "KalturaPlaybackContext"}
        referrer = urlsplit(fields.get("contextDataParams:referrer", "")).hostname
        code = None if held.site and held.site == referrer else _RULES.get(held.state)
        if code:
            block = {"type": 1, "objectType": "KalturaAccessControlBlockAction"}
            message = {"message": "We're sorry", "code": code, "objectType": "KalturaAccessControlMessage"}
            return told | {"actions": [block], "messages": [message]}
        source = {"format": "applehttp", "protocols": "http,https", "url": f"https://{API}/{entry}/a.m3u8"}
        return told | {"sources": [] if held.state is State.NO_FILES else [source]}

    def _stream(self, partner: str, entry: str) -> Reply:
        held = self.entries.get((partner, entry))
        if held is None or held.state in {State.DELETED, State.BROKEN_IMPORT}:
            return Reply.text(404, "", HTML, ("X-Kaltura", "error-8"), ("X-Kaltura-App", "exiting on error 8"))
        return Reply.text(200, "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=500000\na/index.m3u8\n", PLAYLIST)

    def _page(self, path: str) -> Reply:
        asset = _ASSET.fullmatch(path.rstrip("/"))
        entry = f"{asset[2][1]}_{asset[2][2:]}" if asset else ""
        held = self.entries.get((UN_PARTNER, entry))
        if held is None or held.state is State.DELETED:
            return Reply.text(404, "<!DOCTYPE html><title>Page not found | UN Web TV</title>", HTML)
        script = f'var config = {{partnerId: {UN_PARTNER}}}; const kentryID = "{held.target or entry}";'
        body = f"<!DOCTYPE html><title>{escape(held.name)} | UN Web TV</title><script>{script}</script>"
        return Reply.text(200, body, HTML)


def _session(fields: Fields) -> Result:
    partner = fields.get("widgetId", "").removeprefix("_")
    if not partner.isdecimal():
        return _error("INVALID_WIDGET_ID", "Invalid widget id")
    answer: Result = {"partnerId": int(partner), "ks": f"session-of-{partner}", "userId": 0}
    return answer | {"objectType": "KalturaStartWidgetSessionResponse"}


def _told(entry: str, held: Entry) -> Result:
    """What the API tells of an entry."""
    live = held.state in {State.LIVE, State.REDIRECTED}
    told: Result = {
        "id": entry,
        "name": held.name,
        "status": _STATUS.get(held.state, 2),
        "type": 7 if live else 1,
        "mediaType": 201 if live else 1,
        "objectType": "KalturaLiveStreamEntry" if live else "KalturaMediaEntry",
    }
    return told | {"startDate": 4_102_444_800} if held.state is State.LATER else told


def _stopped(state: State) -> Reply | None:
    """The reply of one who does not let the question through, or None."""
    match state:
        case State.CAPTCHA:
            return Reply.text(200, '<!DOCTYPE html><div class="captcha">Are you human?</div>', HTML)
        case State.TOO_MANY:
            return Reply.text(429, "", HTML)
        case State.OUT_OF_ORDER:
            return Reply.text(500, "", HTML)
        case State.HTML_OK:
            return Reply.text(200, "<!DOCTYPE html><title>Welcome to the hotel's network</title>", HTML)
        case _:
            return None


def _resolved(value: str, earlier: list[Result]) -> str | None:
    """A field with what an earlier call gave put in; None if it gave no such thing."""
    token = _TOKEN.fullmatch(value)
    if not token:
        return value
    found: object = earlier[int(token[1]) - 1] if int(token[1]) <= len(earlier) else None
    for step in token[2].split(":")[1:]:
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and step.isdecimal() and int(step) < len(found):
            found = found[int(step)]
        else:
            return None
    return found if isinstance(found, str) else None


def _not_found(entry: str) -> Result:
    return _error("ENTRY_ID_NOT_FOUND", f'Entry id "{entry}" not found')


def _error(code: str, message: str) -> Result:
    return {"code": code, "message": message, "objectType": "KalturaAPIException", "args": {}}

"""This file is an entry of Kaltura's: what to ask its API about one, and what the answer means.

Facts: PROVIDERS.md section 2.5. Players put the same questions as one multirequest: a session that anybody may have,
the entry, what is played in its place, and what keeps it from playing. Errors of the API come with HTTP 200.
"""

from __future__ import annotations

import re
from urllib.parse import urlencode, urlsplit

from checker.exchange import Answer, Probe, Reply, Silence
from checker.providers._contract import Given
from checker.verdict import Detail, State, Verdict, dead, sentence, site_text, unheard

HOST = "cdnapisec.kaltura.com"
_ID = re.compile(r"[01]_[a-z0-9]{8}")
_PARTNER = re.compile(r"[1-9][0-9]{0,9}")
_FIELDS = "id,name,type,mediaType,startDate,endDate"
_UNKNOWN_IDS = frozenset({"ENTRY_ID_NOT_FOUND", "INVALID_ENTRY_ID"})
_READY = "2"
_CLIP, _LIVE = "1", "7"
"""Types of entries that play; others are playlists, documents, data."""

_VIDEO = "1"
_LIVE_MEDIA = frozenset({"201", "202", "203", "204"})
_BLOCK = "1"
"""The type of an action that forbids to play."""

PLAYS = sentence("Kaltura plays it and lets other pages embed it.")
REMOVED = sentence("Kaltura knows no such video: it was removed, or is not for the public.")
DELETED = sentence("Kaltura says that the video was deleted or rejected.")
FAILED = sentence("Kaltura could not process the video, so it does not play.")
NOT_YET = sentence("Kaltura says that the video is not to be seen yet.")
REGION = sentence("Kaltura does not play the video in every country: not in the one that we ask from.")
DOMAIN = sentence("Kaltura plays the video on certain sites only.")
NETWORK = sentence("Kaltura plays the video in certain networks only.")
SIGN_IN = sentence("Kaltura plays the video only for those who sign in.")
SCHEDULE = sentence("Kaltura plays the video at certain times only, and not now.")
RULES = sentence("Its owner's rules keep Kaltura from playing the video to the public.")
LIVE = sentence("Kaltura holds a live stream here, and does not say whether it is on air.")
NOT_VIDEO = sentence("What Kaltura holds under this id is not a video.")
NO_FILES = sentence("Kaltura knows the video, but names nothing that would play.")
CONTRADICTION = sentence("Kaltura's answers about the video contradict each other.")
SUBSTITUTED = sentence("Kaltura answered about another video.")
CAPTCHA = sentence("Kaltura took us for a robot and asked for proof of the contrary.")
TOO_MANY = sentence("Kaltura asked us to send fewer questions.")
REFUSED = sentence("Kaltura refused the question itself; that says nothing about the video.")
SITE_FAULT = sentence("Kaltura answered with an error of its own.")
UNEXPECTED = sentence("Kaltura gave an answer that we cannot read.")

_STATUSES = {
    "-2": (State.REMOVED, FAILED),
    "-1": (State.REMOVED, FAILED),
    "0": (State.NOT_YET, NOT_YET),
    "1": (State.NOT_YET, NOT_YET),
    "3": (State.REMOVED, DELETED),
    "4": (State.NOT_YET, NOT_YET),
    "5": (State.NOT_YET, NOT_YET),
    "6": (State.REMOVED, DELETED),
    "7": (State.NOT_YET, NOT_YET),
}
"""What an entry's status means: importing and converting failed; importing, converting; deleted; pending, moderated;
blocked; without content. Another one is not known to us."""

_RULES = {
    "SESSION_RESTRICTED": (Detail.LOGIN, SIGN_IN, False),
    "IP_RESTRICTED": (Detail.MEMBERS, NETWORK, None),
    "COUNTRY_RESTRICTED": (Detail.REGION, REGION, None),
    "SITE_RESTRICTED": (Detail.DOMAIN, DOMAIN, None),
}
"""What a rule's code means: detail, reason, and whether the public may see it at all (None: some of them may).

Where several forbid, the first of these is told.
"""


def possible(entry: str, partner: str | None) -> bool:
    """Can there be such an entry of such an account?"""
    return partner is not None and bool(_ID.fullmatch(entry) and _PARTNER.fullmatch(partner))


def ask(entry: str, partner: str, given: Given) -> Probe:
    """The one question about an entry, naming our own site as the page that would embed it."""
    fields = [
        ("format", "1"),
        ("1:service", "session"),
        ("1:action", "startWidgetSession"),
        ("1:widgetId", f"_{partner}"),
        ("2:ks", "{1:result:ks}"),
        ("2:service", "baseEntry"),
        ("2:action", "get"),
        ("2:entryId", entry),
        ("3:ks", "{1:result:ks}"),
        ("3:service", "baseEntry"),
        ("3:action", "list"),
        ("3:filter:redirectFromEntryId", entry),
        ("3:responseProfile:type", "1"),
        ("3:responseProfile:fields", _FIELDS),
        ("4:ks", "{1:result:ks}"),
        ("4:service", "baseEntry"),
        ("4:action", "getPlaybackContext"),
        ("4:entryId", "{3:result:objects:0:id}"),
        ("4:contextDataParams:objectType", "KalturaContextDataParams"),
        ("4:contextDataParams:flavorTags", "all"),
    ]
    if given.site:
        fields.append(("4:contextDataParams:referrer", given.site))
    return Probe.get(f"https://{HOST}/api_v3/service/multirequest?{urlencode(fields, safe=':,')}")


def judge(entry: str, reply: Reply, given: Given) -> Verdict:
    """What the reply to `ask` means; only an answer that names this entry, or what replaces it, is a pass."""
    if isinstance(reply, Silence):
        return unheard(reply)
    block = _block(reply)
    if block is not None:
        return block
    results = reply.json()
    if not isinstance(results, list):
        return Verdict(State.UNKNOWN, REFUSED if _error(_mapping(results)) else UNEXPECTED)
    session, held, shown, context = (_mapping(result) for result in (*results, *[None] * 4)[:4])
    if _error(session):
        return Verdict(State.UNKNOWN, REFUSED)
    code = _error(held)
    if code in _UNKNOWN_IDS:
        return dead(State.REMOVED, REMOVED)
    if code is not None:
        return Verdict(State.UNKNOWN, REFUSED)
    if held.get("id") != entry:
        return Verdict(State.UNKNOWN, SUBSTITUTED if _ID.fullmatch(str(held.get("id"))) else UNEXPECTED)
    status = str(held.get("status"))
    if status in _STATUSES:
        return dead(*_STATUSES[status])
    if status != _READY:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    return _judge_shown(held, shown, context, given)


def _judge_shown(
    held: dict[str, object], shown: dict[str, object], context: dict[str, object], given: Given
) -> Verdict:
    """The verdict on a finished entry, from what is played in its place: itself, or what it says replaces it."""
    entries = shown.get("objects")
    if not isinstance(entries, list) or len(entries) != 1:
        return Verdict(State.UNKNOWN, CONTRADICTION)
    played = _mapping(entries[0])
    if not isinstance(played.get("id"), str) or played["id"] not in (held["id"], held.get("redirectEntryId")):
        return Verdict(State.UNKNOWN, SUBSTITUTED)
    kind, medium = str(played.get("type")), str(played.get("mediaType"))
    if kind == _LIVE or medium in _LIVE_MEDIA:
        return Verdict(State.UNKNOWN, LIVE)
    if not (kind.isdecimal() and (kind != _CLIP or medium.isdecimal())):
        return Verdict(State.UNKNOWN, UNEXPECTED)
    if kind != _CLIP or medium != _VIDEO:
        return dead(State.INVALID, NOT_VIDEO)
    if _error(context):
        return Verdict(State.UNKNOWN, REFUSED)
    forbidden = _judge_rules(played, context, given)
    if forbidden is not None:
        return forbidden
    if not context.get("sources"):
        return Verdict(State.UNKNOWN, NO_FILES)
    return Verdict(
        State.AVAILABLE, PLAYS, watchable=True, embeddable=True, title=site_text(played.get("name") or held.get("name"))
    )


def _judge_rules(played: dict[str, object], context: dict[str, object], given: Given) -> Verdict | None:
    """The verdict where something forbids to play; a message alone forbids nothing, but one about time."""
    codes = {str(message.get("code")) for message in _mappings(context.get("messages"))}
    if "SCHEDULED_RESTRICTED" in codes:
        if played.get("startDate") and not played.get("endDate"):
            return dead(State.NOT_YET, NOT_YET)
        return dead(State.RESTRICTED, SCHEDULE)
    if all(str(action.get("type")) != _BLOCK for action in _mappings(context.get("actions"))):
        return None
    if codes == {"USER_AGENT_RESTRICTED"}:
        return Verdict(State.UNKNOWN, REFUSED)
    known = [rule for code, rule in _RULES.items() if code in codes]
    if not known:
        return dead(State.RESTRICTED, RULES)
    detail, reason, watchable = known[0]
    embeddable = False if watchable is False or (detail is Detail.DOMAIN and given.site) else None
    return Verdict(State.RESTRICTED, reason, detail=detail, watchable=watchable, embeddable=embeddable)


def _block(answer: Answer) -> Verdict | None:
    """The verdict when the answer is about us and not about any video."""
    if answer.status == 429:  # noqa: PLR2004 - RFC 6585: too many requests
        return Verdict(State.RATE_LIMITED, TOO_MANY)
    if answer.is_html and "captcha" in answer.text.lower():
        return Verdict(State.RATE_LIMITED, CAPTCHA)
    if answer.status >= 500:  # noqa: PLR2004 - RFC 9110: 5xx is the server's own failure
        return Verdict(State.UNREACHABLE, SITE_FAULT)
    if answer.status != 200 or urlsplit(answer.url).hostname != HOST:  # noqa: PLR2004 - even errors come with 200
        return Verdict(State.UNKNOWN, UNEXPECTED)
    return None


def _error(result: dict[str, object]) -> str | None:
    """The code of an exception of the API's; None for a true result."""
    return str(result.get("code")) if result.get("objectType") == "KalturaAPIException" else None


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _mappings(value: object) -> list[dict[str, object]]:
    return [_mapping(one) for one in value] if isinstance(value, list) else []

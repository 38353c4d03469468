"""This file is YouTube's data service: fifty videos in one question (facts: PROVIDERS.md sections 1.5 and 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode, urlsplit

from checker.exchange import Answer, Probe, Reply
from checker.providers._youtube_key import KEY
from checker.providers._youtube_oembed import EMBEDDING_OFF, PLAYS, PRIVATE, UNEXPECTED
from checker.providers._youtube_regions import Reach, reach
from checker.verdict import Detail, State, Verdict, dead, sentence, site_text

MOST = 50
"""Ids in one question."""

_HOST = "www.googleapis.com"
_PARTS = "snippet,status,contentDetails,liveStreamingDetails"
_FIELDS = (
    "items(id,snippet(title,channelTitle,liveBroadcastContent,defaultAudioLanguage),"
    "status(uploadStatus,rejectionReason,privacyStatus,publishAt,embeddable),"
    "contentDetails(caption,regionRestriction,contentRating/ytRating),liveStreamingDetails/scheduledStartTime)"
)

SCHEDULED = sentence("The video is to be published later; until then it is private.")
PROCESSING = sentence("YouTube is still processing the video.")
UPCOMING = sentence("YouTube announces the video; it has not begun yet.")
OVERDUE = sentence("YouTube announced the video for a time that has passed, and it has not begun yet.")
FAILED = sentence("YouTube could not make a video out of what was uploaded.")
DELETED = sentence("The video was deleted from YouTube.")
REJECTED = sentence("YouTube refused the video, or took it down.")
RIGHTS = sentence("YouTube took the video down because somebody else claims the rights to it.")
LEGAL = sentence("YouTube took the video down for legal reasons.")
RULES = sentence("YouTube took the video down because it broke YouTube's rules.")
ACCOUNT = sentence("The video is gone because its owner's account was closed or suspended.")
COPY = sentence("YouTube refused the video as a copy of another one.")
TOO_LONG = sentence("YouTube refused the video because it is too long.")
ADULTS = sentence("YouTube shows the video only to adults who have signed in, and not on other pages.")
NOWHERE = sentence("YouTube shows the video in no country.")
NOT_OURS = sentence("YouTube shows the video in none of the countries that it is meant for.")
NOT_ALL_OURS = sentence("YouTube does not show the video in every country that it is meant for.")
SOME_COUNTRIES = sentence("YouTube plays it and lets other pages embed it, but not in every country.")

_REJECTIONS = {
    "copyright": RIGHTS,
    "claim": RIGHTS,
    "trademark": RIGHTS,
    "legal": LEGAL,
    "inappropriate": RULES,
    "termsOfUse": RULES,
    "uploaderAccountSuspended": ACCOUNT,
    "uploaderAccountClosed": ACCOUNT,
    "duplicate": COPY,
    "length": TOO_LONG,
}

Facts = Mapping[str, object]
"""A JSON object of an answer: hostile, of any shape."""


def question(video_ids: Iterable[str]) -> Probe:
    """The question about these ids, at most `MOST`. `fields` keeps the answer small: about 0.3 kB a video."""
    query = urlencode({"part": _PARTS, "id": ",".join(video_ids), "fields": _FIELDS}, safe=",()/")
    return Probe("GET", f"https://{_HOST}/youtube/v3/videos?{query}", secret=("key", KEY))


def listed(reply: Reply) -> dict[str, Facts] | None:
    """What an answer tells of each video, by id; None when it is none of the service's, or cannot be read as a whole.

    Private, removed and never existing videos are left out of a good answer; an empty one may lack `items`.
    """
    if not isinstance(reply, Answer) or reply.status != 200 or urlsplit(reply.url).hostname != _HOST:  # noqa: PLR2004 - RFC 9110: OK
        return None
    facts = reply.json()
    if not isinstance(facts, dict) or "error" in facts:
        return None
    rows = [] if facts.get("items") is None else facts["items"]
    if not isinstance(rows, list):
        return None
    found: dict[str, Facts] = {
        row["id"]: row for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)
    }
    # With a row that names no video, or one named twice, nobody can say what was left out.
    return found if len(found) == len(rows) else None


def time_of(reply: Reply) -> datetime | None:
    """When the service answered, by its own clock (UTC); None when it does not say."""
    text = reply.header("date") if isinstance(reply, Answer) else None
    try:
        at = parsedate_to_datetime(text) if text else None
    except (ValueError, OverflowError):
        return None
    return at.replace(tzinfo=at.tzinfo or UTC) if at else None


def judge(facts: Facts, countries: frozenset[str], now: datetime | None) -> Verdict:
    """What the service tells of one video, for people in these countries at this time (section 5, "Data API item")."""
    snippet, status, content = (_part(facts, name) for name in ("snippet", "status", "contentDetails"))
    if snippet is None or status is None or content is None:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    verdict = _absence(facts, snippet, status, now) or _access(status, content, countries)
    return replace(
        verdict,
        title=site_text(snippet.get("title")),
        author=site_text(snippet.get("channelTitle")),
        # What is spoken, not `defaultLanguage`, which is that of the title.
        audio=site_text(snippet.get("defaultAudioLanguage")),
        # Strings, not truth values (section 1.5). Our reading: uploaded captions only, automatic ones do not count.
        captions={"true": True, "false": False}.get(str(content.get("caption"))),
    )


def _absence(facts: Facts, snippet: Facts, status: Facts, now: datetime | None) -> Verdict | None:
    """The verdict on a video that cannot be watched now, by anybody anywhere; None where it can."""
    broadcast = snippet.get("liveBroadcastContent")
    match status.get("uploadStatus"):
        case "rejected":
            return dead(State.REMOVED, _REJECTIONS.get(str(status.get("rejectionReason")), REJECTED))
        case "failed":
            return dead(State.REMOVED, FAILED)
        case "deleted":
            return dead(State.REMOVED, DELETED)
    published = _moment(status.get("publishAt"))
    if published is not None and now is not None and published > now:
        return dead(State.NOT_YET, SCHEDULED)
    if status.get("privacyStatus") == "private":
        return dead(State.PRIVATE, PRIVATE)
    if broadcast == "upcoming":
        begins = _moment((_part(facts, "liveStreamingDetails") or {}).get("scheduledStartTime"))
        late = begins is not None and now is not None and begins <= now
        return dead(State.NOT_YET, OVERDUE if late else UPCOMING)
    # Our reading: a broadcast stays `uploaded` for as long as it is live, and plays.
    if status.get("uploadStatus") == "uploaded" and broadcast != "live":
        return dead(State.NOT_YET, PROCESSING)
    return None


def _access(status: Facts, content: Facts, countries: frozenset[str]) -> Verdict:
    """Who may watch a video that is there. The strictest rule speaks, so that its sentence is true for all of ours."""
    embeds, region = status.get("embeddable"), reach(content.get("regionRestriction"), countries)
    ready = status.get("uploadStatus") in _PLAYS and status.get("privacyStatus") in _SEEN
    if not ready or not isinstance(embeds, bool) or region is None:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    if region in {Reach.NOWHERE, Reach.NOT_OURS}:
        reason = NOWHERE if region is Reach.NOWHERE else NOT_OURS
        return dead(State.RESTRICTED, reason, detail=Detail.REGION)
    adults = (_part(content, "contentRating") or {}).get("ytRating") == "ytAgeRestricted"
    if not embeds:
        return Verdict(State.RESTRICTED, EMBEDDING_OFF, Detail.EMBEDDING, watchable=True, embeddable=False)
    if adults:
        # The player in other pages asks for signing in and stops with error 150 (section 1.6).
        return Verdict(State.RESTRICTED, ADULTS, Detail.AGE, watchable=True, embeddable=False)
    if region is Reach.PARTIAL:
        return Verdict(State.RESTRICTED, NOT_ALL_OURS, Detail.REGION, watchable=True, embeddable=True)
    return Verdict(
        State.AVAILABLE, SOME_COUNTRIES if region is Reach.UNJUDGED else PLAYS, watchable=True, embeddable=True
    )


# Tuples: what is held against them may be anything, also what no set can be asked about.
_PLAYS = ("processed", "uploaded")
_SEEN = ("public", "unlisted")


def _part(facts: Facts, name: str) -> Facts | None:
    part = facts.get(name)
    return part if isinstance(part, dict) else None


def _moment(value: object) -> datetime | None:
    """A time as the service writes it, ISO 8601 in UTC; None for what is none."""
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return at.replace(tzinfo=at.tzinfo or UTC) if at else None

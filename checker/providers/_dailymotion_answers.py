"""This file is what Dailymotion's answers mean (facts: PROVIDERS.md sections 2.2 and 5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import urlsplit

from checker.exchange import Answer, Reply, Silence
from checker.providers._dailymotion_addresses import id_and_start
from checker.verdict import Detail, State, Verdict, dead, sentence, site_text, unheard

API_HOST = "api.dailymotion.com"
OEMBED_HOST = "www.dailymotion.com"
_FRAMED = re.compile(r"""\ssrc=["']([^"']+)["']""")
_CAPTCHA = ("captcha", "challenge-platform", "cf-chl")
_RATE_LIMIT = re.compile(r"rate.?limit", re.IGNORECASE)
_GONE = frozenset({"deleted", "rejected", "encoding_error"})
_COMING = frozenset({"waiting", "processing"})
_THERE = frozenset({"ready", "published"})

PLAYS = sentence("Dailymotion plays it and lets other pages embed it.")
KNOWN = sentence("Dailymotion knows the video and names nothing that keeps it from playing.")
SOME_COUNTRIES = sentence("Dailymotion plays it, but not in every country.")
NOT_OURS = sentence("Dailymotion does not play it in all of the countries that we speak to.")
EMBEDDING_OFF = sentence("The video plays on Dailymotion, but its owner does not let other pages embed it.")
PASSWORD = sentence("Dailymotion asks viewers of this video for a password.")
PRIVATE = sentence("Dailymotion says that the video is private.")
REFUSED = sentence("Dailymotion refuses to speak of the video: it is private or restricted.")
NOT_YET = sentence("Dailymotion is still preparing the video, or its owner has not published it yet.")
DELETED = sentence("Dailymotion says that the video was deleted or rejected.")
REMOVED = sentence("Dailymotion knows no such video: it was removed, or made private.")
CONTRADICTION = sentence("Dailymotion's answers contradict each other: no such video, and yet it can be embedded.")
SUBSTITUTED = sentence("Dailymotion answered about another video.")
UNNAMED = sentence("Dailymotion answered, but without naming this video.")
TOO_MANY = sentence("Dailymotion took us for a robot, or asked us to send fewer questions.")
SITE_FAULT = sentence("Dailymotion answered with an error of its own.")
UNEXPECTED = sentence("Dailymotion gave an answer that we cannot read.")


def judge_facts(video_id: str, facts: Mapping[str, object], countries: frozenset[str]) -> Verdict:
    """What the data API says of a video; region rules are judged for these countries, without any only reported."""
    named = facts.get("id")
    if named != video_id:
        return Verdict(State.UNKNOWN, UNNAMED if named is None else SUBSTITUTED)
    status = facts.get("status")
    if status is not None and not isinstance(status, str):
        return Verdict(State.UNKNOWN, UNEXPECTED)
    if status in _GONE:
        return dead(State.REMOVED, DELETED)
    if status in _COMING or facts.get("published") is False:
        return dead(State.NOT_YET, NOT_YET)
    if status is not None and status not in _THERE:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    # A private video plays for whoever has its private id; its public id is of no use to anybody.
    if facts.get("private") is True and video_id.startswith("x"):
        return dead(State.PRIVATE, PRIVATE)
    return _judge_access(facts, countries)


def _judge_access(facts: Mapping[str, object], countries: frozenset[str]) -> Verdict:
    embeds = facts.get("allow_embed")
    embeddable = embeds if isinstance(embeds, bool) else None
    watchable = None if facts.get("status") is None else True
    state, reason, detail = State.AVAILABLE, PLAYS if embeddable else KNOWN, None
    shut, anywhere_shut = _shut(facts.get("geoblocking"), countries)
    if facts.get("password_protected") is True:
        state, reason, detail = State.RESTRICTED, PASSWORD, Detail.PASSWORD
    elif shut:
        state, reason, detail = State.RESTRICTED, NOT_OURS, Detail.REGION
        if shut == countries:
            watchable = embeddable = False
    elif embeddable is False:
        state, reason, detail = State.RESTRICTED, EMBEDDING_OFF, Detail.EMBEDDING
    elif anywhere_shut and not countries:
        reason = SOME_COUNTRIES
    return Verdict(
        state,
        reason,
        detail=detail,
        watchable=watchable,
        embeddable=embeddable,
        title=site_text(facts.get("title")),
        author=site_text(facts.get("owner.screenname")),
    )


def _shut(rule: object, countries: frozenset[str]) -> tuple[frozenset[str], bool]:
    """Which of our countries a rule shuts out, and whether it shuts out any: `["allow", "fr"]`, `["deny", "de"]`."""
    if not isinstance(rule, list) or rule[:1] not in (["allow"], ["deny"]) or len(rule) == 1:
        return frozenset(), False
    named = frozenset(code.upper() for code in rule[1:] if isinstance(code, str))
    return (countries - named if rule[0] == "allow" else countries & named), True


def judge_alone(video_id: str, reply: Reply, countries: frozenset[str], *, agreed: bool) -> Verdict:
    """What the API's answer about one video means when nothing more may be asked.

    `agreed`: a list that should have held the video was already without it.
    """
    if isinstance(reply, Silence):
        return unheard(reply)
    facts = facts_in(reply)
    if facts is not None:
        return judge_facts(video_id, facts, countries)
    return rate_limited(reply) or no_such_video(reply, agreed=agreed) or _by_status(reply)


def judge_oembed(video_id: str, reply: Reply) -> Verdict:
    """What oEmbed's reply means: it knows whether a video can be embedded, but nothing of countries."""
    if isinstance(reply, Silence):
        return unheard(reply)
    limited = rate_limited(reply)
    if limited is not None:
        return limited
    if urlsplit(reply.url).hostname != OEMBED_HOST:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    if reply.status in {404, 410}:
        return dead(State.REMOVED, REMOVED)
    if reply.status != 200:  # noqa: PLR2004 - RFC 9110: OK
        return _by_status(reply)
    facts = reply.json()
    if not isinstance(facts, dict):
        return Verdict(State.UNKNOWN, UNEXPECTED)
    framed = _FRAMED.search(_string(facts.get("html")))
    named = None if framed is None else id_and_start(unescape(framed[1]))
    if facts.get("type") != "video" or named is None:
        return Verdict(State.UNKNOWN, UNNAMED)
    if named[0] != video_id:
        return Verdict(State.UNKNOWN, SUBSTITUTED)
    title, author = site_text(facts.get("title")), site_text(facts.get("author_name"))
    return Verdict(State.AVAILABLE, PLAYS, watchable=True, embeddable=True, title=title, author=author)


def no_such_video(reply: Reply, *, agreed: bool) -> Verdict | None:
    """The verdict when the API says in so many words that there is no such video; a bare 404 may mean anything."""
    if not isinstance(reply, Answer) or reply.status != 404 or urlsplit(reply.url).hostname != API_HOST:  # noqa: PLR2004 - RFC 9110: not found
        return None
    if _error(reply).get("type") == "not_found":
        return dead(State.REMOVED, REMOVED, agreed=agreed)
    return None


def rate_limited(answer: Answer) -> Verdict | None:
    """The verdict when the answer is about us and not about any video."""
    told = any(_RATE_LIMIT.search(_string(_error(answer).get(part))) for part in ("type", "message"))
    robot = answer.is_html and any(mark in answer.text.lower() for mark in _CAPTCHA)
    return Verdict(State.RATE_LIMITED, TOO_MANY) if answer.status == 429 or told or robot else None  # noqa: PLR2004 - RFC 6585


def facts_in(reply: Reply) -> dict[str, object] | None:
    """The JSON object of a good answer of the API; None for anything else."""
    if not isinstance(reply, Answer) or reply.status != 200 or urlsplit(reply.url).hostname != API_HOST:  # noqa: PLR2004 - RFC 9110: OK
        return None
    facts = reply.json()
    return facts if isinstance(facts, dict) else None


def _error(answer: Answer) -> dict[str, object]:
    facts = answer.json()
    error = facts.get("error") if isinstance(facts, dict) else None
    return error if isinstance(error, dict) else {}


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _by_status(answer: Answer) -> Verdict:
    if urlsplit(answer.url).hostname not in {API_HOST, OEMBED_HOST}:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    if answer.status in {401, 403} and not answer.is_html:
        return dead(State.PRIVATE, REFUSED)
    if answer.status >= 500:  # noqa: PLR2004 - RFC 9110: 5xx is the server's own failure
        return Verdict(State.UNREACHABLE, SITE_FAULT)
    return Verdict(State.UNKNOWN, UNEXPECTED)

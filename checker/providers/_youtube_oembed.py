"""This file is YouTube's oEmbed, with the picture as a second opinion (facts: PROVIDERS.md sections 1.2, 1.3 and 5)."""

from __future__ import annotations

import re
from urllib.parse import urlencode, urlsplit

from checker.exchange import Answer, Probe, Reply, Silence
from checker.verdict import Detail, State, Verdict, dead, sentence, site_text, unheard

_FRAMED_ID = re.compile(r"""\ssrc=["']https?://www\.youtube(?:-nocookie)?\.com/embed/([A-Za-z0-9_-]+)""")
_PICTURED_ID = re.compile(r"https?://(?:i\d?\.ytimg|img\.youtube)\.com/vi(?:_webp)?/([A-Za-z0-9_-]+)/")
_CAPTCHA = ("unusual traffic", "g-recaptcha", "recaptcha/api.js", "das_captcha")

PLAYS = sentence("YouTube plays it and lets other pages embed it.")
EMBEDDING_OFF = sentence("The video plays on YouTube, but its owner does not let other pages embed it.")
PRIVATE = sentence("YouTube says that the video is private.")
REMOVED = sentence("YouTube knows no such video: it was removed, or made private.")
CONTRADICTION = sentence("YouTube's answers contradict each other: no such video, but its picture is still there.")
HALF_PRIVATE = sentence("YouTube refuses to speak of the video, but its picture is still there: restricted or private.")
NO_VIDEO = sentence("YouTube says that this address cannot be a video.")
SUBSTITUTED = sentence("YouTube answered about another video.")
UNNAMED = sentence("YouTube answered, but without naming this video.")
CAPTCHA = sentence("YouTube took us for a robot and asked for proof of the contrary.")
TOO_MANY = sentence("YouTube asked us to send fewer questions.")
CONSENT = sentence("YouTube showed a consent page instead of an answer.")
OUR_FAULT = sentence("YouTube refused the question itself; that says nothing about the video.")
SITE_FAULT = sentence("YouTube answered with an error of its own.")
UNEXPECTED = sentence("YouTube gave an answer that we cannot read.")


def question(video_id: str) -> Probe:
    """What oEmbed is asked, always over the watch address."""
    query = urlencode({"url": f"https://www.youtube.com/watch?v={video_id}", "format": "json"})
    return Probe("GET", f"https://www.youtube.com/oembed?{query}", about=video_id)


def picture(video_id: str) -> Probe:
    """Is there a picture of it?"""
    return Probe("HEAD", f"https://i.ytimg.com/vi/{video_id}/hqdefault.jpg", about=video_id)


def judge(video_id: str, reply: Reply) -> Verdict:
    """What oEmbed's reply means (PROVIDERS section 5, table "YouTube oEmbed")."""
    if isinstance(reply, Silence):
        return unheard(reply)
    block = _block(reply)
    if block is not None:
        return block
    if reply.status == 200:  # noqa: PLR2004 - RFC 9110
        return _judge_content(video_id, reply)
    if reply.status >= 500:  # noqa: PLR2004 - RFC 9110: the server's own failure
        return Verdict(State.UNREACHABLE, SITE_FAULT)
    if isinstance(reply.json(), dict):
        return Verdict(State.UNKNOWN, OUR_FAULT)
    # Only YouTube's own words count: a proxy or a filter on the way has its own pages under the same statuses.
    match reply.status, reply.text.strip().lower():
        case 401, "unauthorized" | "":
            return Verdict(State.RESTRICTED, EMBEDDING_OFF, detail=Detail.EMBEDDING, watchable=True, embeddable=False)
        case 403, "forbidden" | "":
            return dead(State.PRIVATE, PRIVATE)
        case 404 | 410, "not found" | "":
            return dead(State.REMOVED, REMOVED)
        case 400, "bad request" | "":
            return dead(State.INVALID, NO_VIDEO)
        case _:
            return Verdict(State.UNKNOWN, UNEXPECTED)


def corroborate(verdict: Verdict, reply: Reply) -> Verdict:
    """The verdict after the picture's status too: only its status counts, a missing one has a body (section 1.3)."""
    if isinstance(reply, Silence) or _block(reply) is not None:
        return verdict
    match reply.status:
        case 404 | 410 if not (reply.header("content-type") or "").startswith("text/"):
            return dead(verdict.state, verdict.reason, agreed=True)
        case 200:
            return Verdict(State.UNKNOWN, CONTRADICTION if verdict.state is State.REMOVED else HALF_PRIVATE)
        case _:
            return verdict


def _judge_content(video_id: str, answer: Answer) -> Verdict:
    facts = answer.json()
    if not isinstance(facts, dict):
        return Verdict(State.UNKNOWN, UNEXPECTED)
    framed, pictured = _FRAMED_ID.search(str(facts.get("html"))), _PICTURED_ID.match(str(facts.get("thumbnail_url")))
    named = {found.group(1) for found in (framed, pictured) if found is not None}
    if facts.get("type") != "video" or not named:
        return Verdict(State.UNKNOWN, UNNAMED)
    if named != {video_id}:
        return Verdict(State.UNKNOWN, SUBSTITUTED)
    return Verdict(
        State.AVAILABLE,
        PLAYS,
        watchable=True,
        embeddable=True,
        title=site_text(facts.get("title")),
        author=site_text(facts.get("author_name")),
    )


def _block(answer: Answer) -> Verdict | None:
    """The verdict when the answer is about us and not about any video."""
    landed = urlsplit(answer.url)
    page = answer.text.lower() if answer.is_html else ""
    if answer.status == 429:  # noqa: PLR2004 - RFC 6585: too many requests
        return Verdict(State.RATE_LIMITED, CAPTCHA if any(mark in page for mark in _CAPTCHA) else TOO_MANY)
    if landed.path.startswith("/sorry") or any(mark in page for mark in _CAPTCHA):
        return Verdict(State.RATE_LIMITED, CAPTCHA)
    if landed.hostname == "consent.youtube.com" or "consent.youtube.com" in page:
        return Verdict(State.UNKNOWN, CONSENT)
    if landed.hostname not in {"www.youtube.com", "i.ytimg.com"}:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    return None

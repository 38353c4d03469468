"""This file is what the answers of an oEmbed site mean (PROVIDERS.md sections 3 and 5, "Generic oEmbed")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit

from checker.exchange import Answer, Probe, Reply, Silence
from checker.verdict import State, Verdict, dead, sentence, site_text, unheard

Facts = dict[str, object]
"""An answer's JSON object: hostile, of any shape."""

SUBSTITUTED = sentence("The site answered about another video.")
UNNAMED = sentence("The site answered, but without naming this video.")
ROBOT = sentence("The site took us for a robot and asked for proof of the contrary.")
TOO_MANY = sentence("The site asked us to send fewer questions.")
OUR_FAULT = sentence("The site refused the question itself; that says nothing about the video.")
SITE_FAULT = sentence("The site answered with an error of its own.")
UNEXPECTED = sentence("The site gave an answer that we cannot read.")


@dataclass(frozen=True, slots=True)
class House:
    """One site's manner of answering: where it is asked, and what its answers prove.

    `named` says which video a true answer is about, by the id of our VideoRef; None when it names none that can be
    compared. `bad_request` is the verdict on status 400, which means something else at every site.
    """

    endpoint: str
    named: Callable[[Facts], str | None]
    available: Verdict
    private: str
    removed: str
    bad_request: Verdict

    def probe(self, page: str, **fields: str) -> Probe:
        """The question about the video at this address."""
        return Probe.get(f"{self.endpoint}?{urlencode({'url': page, **fields})}")


def judge(house: House, video_id: str, reply: Reply) -> Verdict:
    """What the reply to the house's question says of this video."""
    if isinstance(reply, Silence):
        return unheard(reply)
    block = blocked(reply, house.endpoint)
    if block is not None:
        return block
    match reply.status:
        case 200:
            return _judge_content(house, video_id, reply)
        case 401 | 403:
            return dead(State.PRIVATE, house.private)
        case 404 | 410:
            return dead(State.REMOVED, house.removed)
        case 400:
            return house.bad_request
        case 501:
            return Verdict(State.UNKNOWN, OUR_FAULT)
        case _:
            return Verdict(State.UNKNOWN, UNEXPECTED)


def blocked(answer: Answer, asked: str) -> Verdict | None:
    """The verdict when an answer is about us, or about the way to the site, and not about any video.

    `asked` is the address of the question: who is sent on to another host has not been answered.
    """
    robot = answer.is_html and "captcha" in answer.text.lower()
    if answer.status == 429 or robot:  # noqa: PLR2004 - RFC 6585: too many requests
        return Verdict(State.RATE_LIMITED, ROBOT if robot else TOO_MANY)
    if urlsplit(answer.url).hostname != urlsplit(asked).hostname:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    if answer.status >= 500 and answer.status != 501:  # noqa: PLR2004 - 501 is oEmbed's word for a format it lacks
        return Verdict(State.UNREACHABLE, SITE_FAULT)
    if answer.is_html:
        return Verdict(State.UNKNOWN, UNEXPECTED)
    return None


def _judge_content(house: House, video_id: str, answer: Answer) -> Verdict:
    facts = answer.json()
    if not isinstance(facts, dict):
        return Verdict(State.UNKNOWN, UNEXPECTED)
    named = house.named(facts)
    if named is None:
        return Verdict(State.UNKNOWN, UNNAMED)
    if named != video_id:
        return Verdict(State.UNKNOWN, SUBSTITUTED)
    return replace(house.available, title=site_text(facts.get("title")), author=site_text(facts.get("author_name")))

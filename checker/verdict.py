"""This file is what can be said about a video after a look at it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from checker.exchange import Answer, Cause, Probe, Reply, Silence


class State(StrEnum):
    """What a look found. The first six are conclusive; the last three speak about us, not about the video."""

    AVAILABLE = "available"
    RESTRICTED = "restricted"
    PRIVATE = "private"
    REMOVED = "removed"
    NOT_YET = "not_yet"
    INVALID = "invalid"
    RATE_LIMITED = "rate_limited"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"

    @property
    def conclusive(self) -> bool:
        """Does this speak about the video?"""
        return self not in {State.RATE_LIMITED, State.UNREACHABLE, State.UNKNOWN}

    @property
    def broken(self) -> bool:
        """Is this a link that a person must mend?"""
        return self in {State.PRIVATE, State.REMOVED, State.INVALID}


class Detail(StrEnum):
    """What restricts a restricted video."""

    EMBEDDING = "embedding"
    AGE = "age"
    REGION = "region"
    DOMAIN = "domain"
    PASSWORD = "password"  # noqa: S105 - a kind of restriction, not a secret
    MEMBERS = "members"
    LOGIN = "login"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One question and what came of it, so that a person can check it by hand. Holds no key."""

    method: str
    url: str
    status: int | None
    bytes: int
    silence: str | None = None

    @classmethod
    def of(cls, probe: Probe, reply: Reply) -> Evidence:
        """What a person needs to know of one exchange."""
        if isinstance(reply, Answer):
            return cls(probe.method, probe.url, reply.status, reply.received)
        return cls(probe.method, probe.url, None, 0, reply.note or reply.cause.value)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one look says of one video.

    `reason` is one English sentence without variable parts, marked with `sentence` where it is written, so
    that reports can translate it. `watchable` and `embeddable` are None where the look could not tell.
    `agreed` is true when two different questions of this one look said the same (or no question was needed).
    `suggestion` is an address that may have been meant. `title` and `author` are the site's own, hostile text, and so
    is `audio`, the language tag of what is spoken; `captions` says whether there are any. All are None where the site
    does not say. `caveat` is a sentence like `reason`: what limited this look, to be said once for all that it limited.
    """

    state: State
    reason: str
    detail: Detail | None = None
    watchable: bool | None = None
    embeddable: bool | None = None
    title: str | None = None
    author: str | None = None
    audio: str | None = None
    captions: bool | None = None
    suggestion: str | None = None
    agreed: bool = False
    evidence: tuple[Evidence, ...] = ()
    caveat: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """A verdict on one address at one time (UTC)."""

    url: str
    at: datetime
    verdict: Verdict


def sentence(text: str) -> str:
    """Mark an English sentence for the translators; reports look its translation up by the sentence itself."""
    return text


def dead(
    state: State,
    reason: str,
    *,
    detail: Detail | None = None,
    agreed: bool = False,
    suggestion: str | None = None,
) -> Verdict:
    """The verdict on a video that nobody can watch."""
    return Verdict(state, reason, detail, watchable=False, embeddable=False, agreed=agreed, suggestion=suggestion)


def caveats(verdicts: Iterable[Verdict]) -> tuple[str, ...]:
    """What limited these looks, each thing once, in the order in which it came up."""
    return tuple(dict.fromkeys(verdict.caveat for verdict in verdicts if verdict.caveat is not None))


def site_text(value: object) -> str | None:
    """A title or an author as a site gives it, bounded; None for what is none. It stays hostile text.

    What no database takes is replaced: NUL, and halves of surrogate pairs, which JSON can write.
    """
    return _UNWRITABLE.sub("\ufffd", value[:LONGEST_TEXT]) if isinstance(value, str) and value.strip() else None


LONGEST_TEXT = 1_000
"""How much of a site's own text is kept, in characters."""

_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")

_SILENCES = {
    Cause.NO_NAME: sentence("The name of the site could not be looked up."),
    Cause.NO_CONNECTION: sentence("No connection to the site could be made."),
    Cause.TLS: sentence("The site's certificate could not be verified."),
    Cause.TIMEOUT: sentence("The site did not answer in time."),
    Cause.CUT: sentence("The connection broke before the answer was complete."),
    Cause.TOO_LARGE: sentence("The answer was larger than any true answer could be."),
    Cause.REDIRECTS: sentence("The site redirected without end, or to where we do not follow."),
    Cause.FORBIDDEN: sentence("The address leads into a private network, where we do not go."),
    Cause.MALFORMED: sentence("What came back was not a proper HTTP answer."),
    Cause.FAILING: sentence("The site kept failing, so its remaining links were not asked."),
    Cause.LEFT_ALONE: sentence("The site asked for rest, so its remaining links were not asked."),
    Cause.KEY_REFUSED: sentence("The site refused our key, so it was not asked with it again."),
    Cause.STOPPED: sentence("The check was stopped before this link's turn."),
}


def unheard(silence: Silence) -> Verdict:
    """The verdict when nothing came back: never one about the video."""
    state = {
        Cause.LEFT_ALONE: State.RATE_LIMITED,
        Cause.TOO_LARGE: State.UNKNOWN,
        Cause.REDIRECTS: State.UNKNOWN,
        Cause.KEY_REFUSED: State.UNKNOWN,
        Cause.STOPPED: State.UNKNOWN,
    }.get(silence.cause, State.UNREACHABLE)
    return Verdict(state, _SILENCES[silence.cause])

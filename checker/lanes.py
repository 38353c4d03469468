"""This file is politeness as a value: may this host be asked now, and when again?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from checker.exchange import Answer, Cause, Reply, Silence

SHORT_REST = 10.0
"""A host that asks for a rest of at most this many seconds is waited for; for longer, it is left alone."""

PATIENCE = 12
"""How much trouble in a row, weighed as below, until a host is left alone for the rest of the sweep."""

_WELL = 200
_TOO_MANY = 429
_FAILURE = range(500, 600)
_KEY_REFUSED = frozenset({400, 401, 403, 429})
_WEIGHTS = {Cause.NO_NAME: 4, Cause.NO_CONNECTION: 3, Cause.TLS: 3, Cause.TIMEOUT: 1, Cause.CUT: 1}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a host may be asked: at most `rate` questions a second, `concurrency` of them at the same time."""

    rate: float = 2.0
    concurrency: int = 2

    def __post_init__(self) -> None:
        """Refuse a manner that could never ask."""
        if self.rate <= 0 or self.concurrency < 1:
            message = (
                f"a host needs a rate above 0 and a concurrency of at least 1, not {self.rate}, {self.concurrency}"
            )
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Lane:
    """One host's turn-taking. Times are seconds of any clock that never goes back."""

    manner: Manner = Manner()
    asking: int = 0
    next_at: float = 0.0
    trouble: int = 0
    shut: Silence | None = None
    """Why the rest of this sweep leaves the host alone."""
    proven: bool = False
    """A question with a key was answered. Until then they are asked one by one: a bad key is then refused once."""

    def wait(self, now: float, *, keyed: bool = False) -> float | None:
        """Seconds until it may be asked; None while as many as allowed are being answered.

        `keyed`: the question carries a key.
        """
        if self.asking >= (1 if keyed and not self.proven else self.manner.concurrency):
            return None
        return max(0.0, self.next_at - now)

    def asked(self, now: float) -> Lane:
        """The lane after one more question was sent."""
        return replace(self, asking=self.asking + 1, next_at=max(now, self.next_at) + 1 / self.manner.rate)

    def heard(self, reply: Reply, now: float, *, wall: datetime, blocked: bool = False, keyed: bool = False) -> Lane:
        """The lane after a reply. `blocked`: the site's own file saw that this reply was about us.

        `keyed`: the question carried a key; if it was refused, nobody asks with that key again. `wall` is the time of
        day (UTC), which a Retry-After date is held against.
        """
        lane = replace(self, asking=self.asking - 1)
        if keyed and isinstance(reply, Answer):
            if reply.status in _KEY_REFUSED:
                note = f"not asked: the site had answered {reply.status} to our key"
                return replace(lane, shut=lane.shut or Silence(Cause.KEY_REFUSED, note, reply))
            lane = replace(lane, proven=lane.proven or reply.status == _WELL)
        weight, cause = _trouble(reply, blocked=blocked)
        if weight == 0:
            return replace(lane, trouble=0)
        lane = replace(lane, trouble=lane.trouble + weight)
        rest = retry_after(reply, wall)
        if rest is not None and rest <= SHORT_REST:
            lane = replace(lane, next_at=max(lane.next_at, now + rest))
        if lane.trouble >= PATIENCE or (rest is not None and rest > SHORT_REST):
            return replace(lane, shut=lane.shut or cause)
        return lane


@dataclass(frozen=True, slots=True)
class Manners:
    """The manner for each host, and for all others."""

    usual: Manner = Manner()
    hosts: Mapping[str, Manner] = field(default_factory=dict)

    @property
    def most(self) -> int:
        """The greatest number of questions that any host may be asked at once."""
        return max(self.usual.concurrency, *(manner.concurrency for manner in self.hosts.values()), 1)

    def lane(self, host: str) -> Lane:
        """A fresh lane for this host."""
        return Lane(self.hosts.get(host, self.usual))


def retry_after(reply: Reply, wall: datetime) -> float | None:
    """The rest a site asks for, in seconds (RFC 9110, 10.2.3: seconds or a date); None when it asks for none."""
    header = reply.header("retry-after") if isinstance(reply, Answer) else None
    if header is None:
        return None
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text[:10])
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - wall).total_seconds())


def _trouble(reply: Reply, *, blocked: bool) -> tuple[int, Silence]:
    """How heavily a reply weighs against asking on, and what the links that are not asked are told."""
    if isinstance(reply, Silence):
        return _WEIGHTS.get(reply.cause, 0), Silence(
            reply.cause, f"not asked: the site was silent ({reply.cause.value})"
        )
    if blocked or reply.status == _TOO_MANY:
        return 4, Silence(
            Cause.LEFT_ALONE, f"not asked: the site had answered {reply.status} and wants to be left alone"
        )
    if reply.status in _FAILURE:
        return 3, Silence(Cause.FAILING, f"not asked: the site had answered {reply.status} several times in a row")
    return 0, Silence(Cause.STOPPED)

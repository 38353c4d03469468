"""This file is how a sweep's conversations are held, many at once, on threads, each host in its lane."""

from __future__ import annotations

import queue
import threading
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from urllib.parse import urlsplit

from checker.crew import Crew
from checker.exchange import Answer, Cause, Fetch, Probe, Reply, Silence
from checker.lanes import Lane, Manners
from checker.providers import Conversation, VideoRef
from checker.verdict import State, Verdict

WORKERS = 16
"""Threads at most, unless one host alone may be asked more at once."""

_IMPATIENCE = 0.2
"""Seconds after which the loop looks up, so that a stop is heard."""

_GRACE = 3.0
"""Seconds that questions under way still have for their answer after a stop."""

_WORTH_ANOTHER_TRY = frozenset({502, 503, 504})


@dataclass(frozen=True, slots=True)
class Held:
    """One conversation that came to its end: the verdicts, and all that was asked for them."""

    verdicts: Mapping[VideoRef, Verdict]
    exchanges: tuple[tuple[Probe, Reply], ...]


Urgent = Callable[[Held], Iterable[Conversation]]
"""Says, when a conversation has ended, which others go first from now on."""


@dataclass(slots=True, eq=False)
class _Turn:
    """One conversation under way, and the question it waits for."""

    conversation: Conversation
    probe: Probe
    exchanges: list[tuple[Probe, Reply]] = field(default_factory=list)
    tries: int = 0

    @property
    def host(self) -> str:
        return urlsplit(self.probe.url).hostname or ""

    @property
    def keyed(self) -> bool:
        return self.probe.secret is not None


def hold(
    conversations: Iterable[Conversation],
    fetch: Fetch,
    manners: Manners,
    *,
    stop: threading.Event | None = None,
    pulse: Callable[[], None] = lambda: None,
    wall: Callable[[], datetime] = lambda: datetime.now(UTC),
    urgent: Urgent = lambda _: (),
) -> Generator[Held, None, None]:
    """Hold the conversations and yield each as it ends. When `stop` is set, the rest are told so and end at once.

    A question goes out when its host's lane allows it; a broken connection or a gateway's error is asked about
    once more; when a lane is shut, those who wait in it hear its reason instead of an answer. `pulse` is called a
    few times a second while nothing else happens. `urgent` is asked after each end which conversations go first
    from now on: new ones are begun, those that still wait move to the head of their lane, the others are left.
    The threads are daemons: leaving this generator early leaves nothing that a program's end would wait for.
    """
    crew: Crew[_Turn] = Crew(fetch, max(WORKERS, manners.most))
    floor = _Floor(crew, manners, stop=stop or threading.Event(), pulse=pulse, wall=wall, urgent=urgent)
    try:
        yield from floor.run(conversations)
    finally:
        crew.dismiss()


class _Floor:
    """Who waits for which host, and who speaks next."""

    def __init__(
        self,
        crew: Crew[_Turn],
        manners: Manners,
        *,
        stop: threading.Event,
        pulse: Callable[[], None],
        wall: Callable[[], datetime],
        urgent: Urgent,
    ) -> None:
        self._crew = crew
        self._manners = manners
        self._stop = stop
        self._pulse = pulse
        self._wall = wall
        self._urgent = urgent
        self._lanes: dict[str, Lane] = {}
        # In the order of their turns. A line that can be left, and joined at its head, in the same time however long.
        self._waiting: dict[str, OrderedDict[_Turn, None]] = {}
        self._turns: dict[Conversation, _Turn | None] = {}

    def run(self, conversations: Iterable[Conversation]) -> Iterator[Held]:
        for conversation in conversations:
            if conversation not in self._turns:
                yield from self._end(self._begin(conversation))
        end = None
        while self._waiting or self._crew.busy:
            pause = yield from self._send_out()
            if self._stop.is_set():
                end = end or monotonic() + _GRACE
                if monotonic() > end:
                    return
            try:
                turn, reply = self._crew.replies.get(timeout=pause if self._crew.busy or self._waiting else 0)
            except queue.Empty:
                self._pulse()
                continue
            self._crew.busy -= 1
            if isinstance(reply, BaseException):
                raise reply
            yield from self._end(self._hear(turn, reply))

    def _begin(self, conversation: Conversation, *, first: bool = False) -> Held | None:
        self._turns[conversation] = None
        try:
            probe = next(conversation)
        except StopIteration as end:
            return Held(end.value, ())
        turn = self._turns[conversation] = _Turn(conversation, probe)
        self._queue(turn, first=first)
        return None

    def _end(self, held: Held | None) -> Iterator[Held]:
        """Tell of a conversation that has ended, if one has, and let go first what is urgent after it."""
        if held is None:
            return
        yield held
        for conversation in tuple(self._urgent(held)):
            if conversation not in self._turns:
                yield from self._end(self._begin(conversation, first=True))
                continue
            turn = self._turns[conversation]
            if turn is not None and not turn.exchanges and turn in self._waiting.get(turn.host, ()):
                self._queue(turn, first=True)

    def _queue(self, turn: _Turn, *, first: bool = False) -> None:
        """Let it wait in its lane, at the end or at the head."""
        waiting = self._waiting.setdefault(turn.host, OrderedDict())
        waiting[turn] = None
        waiting.move_to_end(turn, last=not first)

    def _send_out(self) -> Generator[Held, None, float]:
        """Send what may be sent; answer those who need not wait. Returns seconds until somebody may go."""
        soonest = _IMPATIENCE
        for host in tuple(self._waiting):
            if self._crew.full and not self._stop.is_set():
                break
            waiting = self._waiting[host]
            lane = self._lanes.get(host) or self._manners.lane(host)
            while waiting:
                refusal = (
                    Silence(Cause.STOPPED, "not asked: the check was stopped") if self._stop.is_set() else lane.shut
                )
                if refusal is not None:
                    yield from self._end(self._continue(waiting.popitem(last=False)[0], refusal))
                    continue
                now = monotonic()
                wait = lane.wait(now, keyed=next(iter(waiting)).keyed)
                if wait is None or self._crew.full:
                    break
                if wait > 0:
                    soonest = min(soonest, wait)
                    break
                lane = lane.asked(now)
                turn, _ = waiting.popitem(last=False)
                self._crew.ask(turn, turn.probe)
            self._lanes[host] = lane
            if not waiting:
                del self._waiting[host]
        return soonest

    def _hear(self, turn: _Turn, reply: Reply) -> Held | None:
        host, keyed = turn.host, turn.keyed
        turn.tries += 1
        again = turn.tries == 1 and _passing(reply)
        held = None if again else self._continue(turn, reply)
        blocked = held is not None and any(v.state is State.RATE_LIMITED for v in held.verdicts.values())
        self._lanes[host] = self._lanes[host].heard(reply, monotonic(), wall=self._wall(), blocked=blocked, keyed=keyed)
        if again:
            turn.exchanges.append((turn.probe, reply))
            self._queue(turn)
        return held

    def _continue(self, turn: _Turn, reply: Reply) -> Held | None:
        """Tell the conversation what came; it asks on, or ends."""
        turn.exchanges.append((turn.probe, reply))
        try:
            turn.probe = turn.conversation.send(reply)
        except StopIteration as end:
            return Held(end.value, tuple(turn.exchanges))
        turn.tries = 0
        self._queue(turn, first=True)
        return None


def _passing(reply: Reply) -> bool:
    """Could the same question be answered a moment later?"""
    if isinstance(reply, Answer):
        return reply.status in _WORTH_ANOTHER_TRY and reply.header("retry-after") is None
    return reply.cause is Cause.CUT

"""This file tests how conversations are held: many at once, each host in its lane, over real sockets."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from time import monotonic, process_time, sleep

import pytest

from checker import State as Found
from checker.drive import Held, hold
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Web
from checker.lanes import Manner, Manners
from checker.providers import Conversation, Given, VideoRef
from checker.sweep import plan, was_stopped
from checker.verdict import Verdict
from replica import faults
from replica.films import Film, State
from replica.journal import too_soon
from replica.web import SimulatedWeb

FAST = Manners(Manner(rate=10_000, concurrency=8))
A = VideoRef("x", "a")


def ids(number: int) -> list[str]:
    return [f"film{n:06d}A" for n in range(number)]


def urls(number: int) -> list[str]:
    return [f"https://youtu.be/{video}" for video in ids(number)]


def states(held: list[Held]) -> dict[str, Found]:
    return {video.id: verdict.state for one in held for video, verdict in one.verdicts.items()}


def asks(*probes: str) -> Conversation:
    """A conversation that asks these, whatever comes."""
    last: Reply | None = None
    for probe in probes:
        last = yield Probe.get(probe)
    state = Found.AVAILABLE if isinstance(last, Answer) else Found.UNKNOWN
    return {A: Verdict(state, str(last.cause) if isinstance(last, Silence) else "")}


def test_many_conversations_are_held_at_once(fetch: Web, web: SimulatedWeb, films: dict[str, Film]) -> None:
    films |= {video: Film() for video in ids(60)}
    web.latency = 0.05
    held = list(hold(plan(urls(60)).conversations(Given()), fetch, FAST))
    assert states(held) == dict.fromkeys(ids(60), Found.AVAILABLE)
    assert 2 <= web.in_flight_peak("www.youtube.com") <= 8


def test_a_lane_is_never_overrun(fetch: Web, web: SimulatedWeb, films: dict[str, Film]) -> None:
    films |= {video: Film(State.REMOVED if n % 2 else State.PUBLIC) for n, video in enumerate(ids(12))}
    web.latency = 0.03
    manners = Manners(Manner(rate=8, concurrency=2))
    list(hold(plan(urls(12)).conversations(Given()), fetch, manners))
    for host in ("www.youtube.com", "i.ytimg.com"):
        assert web.in_flight_peak(host) <= 2
        assert too_soon(web.log, host, rate=8, slack=0.11) == ()
    assert len(web.log) == 18


def test_a_host_that_wants_rest_is_left_alone_and_others_go_on(
    fetch: Web, web: SimulatedWeb, films: dict[str, Film]
) -> None:
    films |= {video: Film(State.TOO_MANY) for video in ids(40)}
    elsewhere = [asks("https://i.ytimg.com/vi/x/hqdefault.jpg") for _ in range(10)]
    held = list(
        hold([*plan(urls(40)).conversations(Given()), *elsewhere], fetch, Manners(Manner(rate=200, concurrency=1)))
    )
    found = states(held)
    assert found.pop("a") is Found.AVAILABLE
    assert found == dict.fromkeys(ids(40), Found.RATE_LIMITED)
    counts = web.counts()
    assert counts["www.youtube.com"] <= 3
    assert counts["i.ytimg.com"] == 10


@pytest.mark.parametrize("state", [State.CAPTCHA, State.CAPTCHA_OK, State.SORRY])
def test_a_captcha_is_a_wish_for_rest_whatever_its_status(
    fetch: Web, web: SimulatedWeb, films: dict[str, Film], state: State
) -> None:
    films |= {video: Film(state) for video in ids(30)}
    held = list(hold(plan(urls(30)).conversations(Given()), fetch, Manners(Manner(rate=500, concurrency=1))))
    assert set(states(held).values()) == {Found.RATE_LIMITED}
    assert web.counts()["www.youtube.com"] == 3


def test_a_site_that_fails_again_and_again_is_left_alone_as_unreachable(
    fetch: Web, web: SimulatedWeb, films: dict[str, Film]
) -> None:
    films |= {video: Film(State.BROKEN) for video in ids(30)}
    held = list(hold(plan(urls(30)).conversations(Given()), fetch, Manners(Manner(rate=500, concurrency=1))))
    assert set(states(held).values()) == {Found.UNREACHABLE}
    assert web.counts()["www.youtube.com"] == 4


def test_a_broken_connection_is_tried_once_more(fetch: Web, web: SimulatedWeb, films: dict[str, Film]) -> None:
    films |= {video: Film() for video in ids(1)}
    web.faults.at_video(ids(1)[0], faults.closed_unanswered(), times=1)
    (held,) = hold(plan(urls(1)).conversations(Given()), fetch, FAST)
    assert states([held]) == {ids(1)[0]: Found.AVAILABLE}
    assert [type(reply).__name__ for _, reply in held.exchanges] == ["Silence", "Answer"]


def test_one_bad_link_does_not_touch_the_others(fetch: Web, web: SimulatedWeb, films: dict[str, Film]) -> None:
    films |= {video: Film() for video in ids(20)}
    for number, fault in enumerate(
        [faults.garbage(), faults.gzip_bomb(), faults.redirect_loop(), faults.cut_after(40)]
    ):
        web.faults.at_video(ids(20)[number], fault)
    found = states(list(hold(plan(urls(20)).conversations(Given()), fetch, FAST)))
    assert [found[video].conclusive for video in ids(20)] == [False] * 4 + [True] * 16


def test_no_network_is_found_out_once_and_told_to_all() -> None:
    asked: list[str] = []

    def offline(probe: Probe) -> Reply:
        asked.append(probe.url)
        return Silence(Cause.NO_NAME)

    held = list(hold(plan(urls(500)).conversations(Given()), offline, Manners(Manner(rate=1000, concurrency=1))))
    assert set(states(held).values()) == {Found.UNREACHABLE}
    assert len(asked) == 3


def test_thousands_of_hosts_do_not_grow_with_the_square() -> None:
    began = process_time()
    conversations = [asks(f"https://h{n}.example/", f"https://h{n}.example/2") for n in range(8_000)]
    held = list(hold(conversations, lambda probe: Answer(404, probe.url), Manners(Manner(rate=1e6))))
    assert len(held) == 8_000
    # A minute is a guard against what does not end; it takes two seconds, and took a hundred when it was quadratic.
    assert process_time() - began < 60


def test_a_conversation_that_asks_nothing_is_held_too() -> None:
    def settled() -> Conversation:
        return {A: Verdict(Found.INVALID, "")}
        yield  # type: ignore[unreachable] # makes it a generator

    (held,) = hold([settled()], lambda _: Silence(Cause.CUT), FAST)
    assert held == Held({A: Verdict(Found.INVALID, "")}, ())


def test_a_stop_ends_soon_and_says_who_had_no_turn() -> None:
    stop = threading.Event()

    def slow(probe: Probe) -> Reply:
        sleep(0.02)
        return Answer(200, probe.url)

    conversations = [asks(f"https://h.example/{n}") for n in range(100)]
    held: list[Held] = []
    for one in hold(conversations, slow, Manners(Manner(rate=100, concurrency=1)), stop=stop):
        held.append(one)
        if len(held) == 3:
            stop.set()
    looked = [one for one in held if not was_stopped(one.exchanges)]
    assert 3 <= len(looked) <= 5
    assert len(held) == 100


def test_a_stop_does_not_wait_for_an_answer_that_never_comes() -> None:
    stop, never = threading.Event(), threading.Event()

    def stuck(_probe: Probe) -> Reply:
        stop.set()
        never.wait(60)
        return Silence(Cause.TIMEOUT)

    began = monotonic()
    assert list(hold([asks("https://h.example/")], stuck, FAST, stop=stop)) == []
    assert monotonic() - began < 10
    never.set()


def test_leaving_early_leaves_nothing_to_wait_for() -> None:
    answered = threading.Semaphore(1)

    def one_only(probe: Probe) -> Reply:
        answered.acquire(timeout=60)
        return Answer(200, probe.url)

    conversations: Iterator[Conversation] = (asks(f"https://h{n}.example/") for n in range(9))
    holding = hold(conversations, one_only, FAST)
    next(holding)
    began = monotonic()
    holding.close()
    assert monotonic() - began < 10
    for _ in range(20):
        answered.release()


def test_a_fault_of_our_own_is_raised_where_it_can_be_seen() -> None:
    def faulty(_probe: Probe) -> Reply:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(hold([asks("https://h.example/")], faulty, FAST))


def test_a_rest_that_is_short_is_waited_for_by_the_time_of_day(
    make_fetch: Callable[..., Web], web: SimulatedWeb, films: dict[str, Film]
) -> None:
    films |= {ids(1)[0]: Film(State.TOO_MANY, retry_after="Sat, 21 Nov 2026 12:00:01 GMT"), ids(2)[1]: Film()}
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    manners = Manners(Manner(rate=1000, concurrency=1))
    held = list(hold(plan(urls(2)).conversations(Given()), make_fetch(), manners, wall=lambda: noon))
    assert states(held) == {ids(2)[0]: Found.RATE_LIMITED, ids(2)[1]: Found.AVAILABLE}
    first, second = (asked.at for asked in web.log)
    assert second - first >= 0.9


def test_what_is_urgent_goes_first_wherever_it_waited(fetch: Web, web: SimulatedWeb, films: dict[str, Film]) -> None:
    films |= {video: Film() for video in [*ids(12), "anotherfilA"]}
    waiting = list(plan(urls(12)).conversations(Given()))
    (new,) = plan(["https://youtu.be/anotherfilA"]).conversations(Given())
    heard: list[str] = []

    def urgent(held: Held) -> list[Conversation]:
        heard.extend(video.id for video in held.verdicts)
        # The first asks for what waits last, for what nobody has begun, and for itself, which is over.
        return [waiting[0], new, waiting[11]] if heard == ids(1) else []

    list(hold(waiting, fetch, Manners(Manner(rate=200, concurrency=1)), urgent=urgent))
    asked = [one.target.partition("watch%3Fv%3D")[2][:11] for one in web.log]
    assert asked == [ids(12)[0], ids(12)[11], "anotherfilA", *ids(12)[1:11]]
    assert heard == asked


def test_what_is_urgent_may_be_settled_at_once_and_call_for_more(fetch: Web) -> None:
    def settled(name: str) -> Conversation:
        if name == "never":
            yield Probe.get("https://h.example/")
        return {VideoRef("x", name): Verdict(Found.INVALID, "")}

    chain = {name: settled(name) for name in ("a", "b", "c")}
    follows = {"a": [chain["b"], chain["a"]], "b": [chain["c"]], "c": [chain["a"]]}
    held = hold([chain["a"], chain["c"]], fetch, FAST, urgent=lambda one: follows[next(iter(one.verdicts)).id])
    assert [video.id for one in held for video in one.verdicts] == ["a", "b", "c"]

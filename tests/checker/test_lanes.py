"""This file tests politeness: when a host may be asked, and when it is left alone."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.exchange import Answer, Cause, Reply, Silence
from checker.lanes import Lane, Manner, Manners, retry_after

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def answer(status: int, **headers: str) -> Answer:
    return Answer(status, "https://x.example/", tuple((k.replace("_", "-"), v) for k, v in headers.items()))


def after(*replies: Reply, blocked: bool = False) -> Lane:
    lane = Lane(Manner(rate=1.0, concurrency=9))
    for number, reply in enumerate(replies):
        lane = lane.asked(float(number)).heard(reply, float(number), wall=NOON, blocked=blocked)
    return lane


def test_questions_are_spaced_by_the_rate() -> None:
    lane = Lane(Manner(rate=2.0, concurrency=5))
    assert lane.wait(10.0) == 0.0
    lane = lane.asked(10.0)
    assert lane.wait(10.0) == 0.5
    assert lane.wait(10.4) == pytest.approx(0.1)
    assert lane.wait(11.0) == 0.0


def test_no_more_are_asked_at_once_than_allowed() -> None:
    lane = Lane(Manner(rate=1000.0, concurrency=2)).asked(0.0).asked(1.0)
    assert lane.wait(5.0) is None
    assert lane.heard(answer(200), 5.0, wall=NOON).wait(5.0) == 0.0


@given(st.lists(st.floats(0, 3), max_size=60), st.floats(0.1, 50))
def test_no_second_ever_sees_more_than_the_rate(pauses: list[float], rate: float) -> None:
    lane, now, times = Lane(Manner(rate, 10**6)), 0.0, []
    for pause in pauses:
        now += pause
        wait = lane.wait(now)
        assert wait is not None
        now += wait
        times.append(now)
        lane = lane.asked(now)
    assert all(two - one >= 1 / rate - 1e-6 for one, two in pairwise(times))


@pytest.mark.parametrize(
    ("replies", "cause"),
    [
        ((answer(429),) * 2, None),
        ((answer(429),) * 3, Cause.LEFT_ALONE),
        ((answer(503),) * 3, None),
        ((answer(503),) * 4, Cause.FAILING),
        ((answer(503), answer(503), answer(404), answer(503), answer(503)), None),
        ((Silence(Cause.NO_NAME),) * 3, Cause.NO_NAME),
        ((Silence(Cause.NO_CONNECTION),) * 4, Cause.NO_CONNECTION),
        ((Silence(Cause.TIMEOUT),) * 11, None),
        ((Silence(Cause.TIMEOUT),) * 12, Cause.TIMEOUT),
        ((Silence(Cause.TOO_LARGE),) * 50, None),
        ((answer(404),) * 50, None),
        ((answer(429, retry_after="3600"),), Cause.LEFT_ALONE),
        ((answer(503, retry_after="3600"),), Cause.FAILING),
        ((answer(429, retry_after="2"),), None),
    ],
)
def test_a_host_in_trouble_is_left_alone_after_a_few_tries(replies: tuple[Reply, ...], cause: Cause | None) -> None:
    shut = after(*replies).shut
    assert (shut.cause if shut else None) is cause


def test_a_captcha_under_200_counts_as_a_block() -> None:
    shut = after(answer(200), answer(200), answer(200), blocked=True).shut
    assert shut is not None
    assert shut.cause is Cause.LEFT_ALONE


def test_the_first_reason_for_leaving_stays() -> None:
    lane = after(*(Silence(Cause.NO_NAME),) * 3)
    lane = lane.asked(9.0).heard(answer(429), 9.0, wall=NOON)
    assert lane.shut is not None
    assert lane.shut.cause is Cause.NO_NAME


@pytest.mark.parametrize("status", [400, 401, 403, 429])
def test_a_host_that_refuses_our_key_is_not_asked_with_it_again(status: int) -> None:
    refused = answer(status, retry_after="1")
    lane = Lane().asked(0.0).heard(refused, 0.0, wall=NOON, keyed=True)
    assert lane.shut == Silence(Cause.KEY_REFUSED, f"not asked: the site had answered {status} to our key", refused)
    assert lane.asking == 0


@pytest.mark.parametrize("reply", [answer(200), answer(404), answer(503), Silence(Cause.TIMEOUT)])
def test_any_other_reply_to_a_key_leaves_the_lane_open(reply: Reply) -> None:
    assert Lane().asked(0.0).heard(reply, 0.0, wall=NOON, keyed=True).shut is None


def test_a_refused_key_does_not_hide_an_earlier_reason() -> None:
    lane = after(*(Silence(Cause.NO_NAME),) * 3).asked(9.0).heard(answer(403), 9.0, wall=NOON, keyed=True)
    assert lane.shut is not None
    assert lane.shut.cause is Cause.NO_NAME


@pytest.mark.parametrize(
    ("reply", "waits"),
    [(answer(200), False), (answer(503), True), (answer(404), True), (Silence(Cause.TIMEOUT), True)],
)
def test_questions_with_a_key_go_one_by_one_until_one_was_answered(reply: Reply, waits: bool) -> None:
    lane = Lane(Manner(rate=1000.0, concurrency=3)).asked(0.0)
    assert lane.wait(1.0, keyed=True) is None
    assert lane.wait(1.0) == 0.0
    lane = lane.heard(reply, 1.0, wall=NOON, keyed=True).asked(2.0)
    assert (lane.wait(3.0, keyed=True) is None) is waits


def test_a_short_rest_is_waited_for() -> None:
    lane = Lane(Manner(10.0, 5)).asked(0.0).heard(answer(429, retry_after="7"), 1.0, wall=NOON)
    assert lane.wait(1.0) == 7.0


@pytest.mark.parametrize(
    ("reply", "seconds"),
    [
        (answer(429), None),
        (Silence(Cause.TIMEOUT), None),
        (answer(429, retry_after="120"), 120.0),
        (answer(429, retry_after=" 5 "), 5.0),
        (answer(429, retry_after="\u00a0" * 12 + "5"), 5.0),
        (answer(429, retry_after="Sat, 21 Nov 2026 12:01:30 GMT"), 90.0),
        (answer(429, retry_after="Sat, 21 Nov 2026 11:00:00 GMT"), 0.0),
        (answer(429, retry_after="Sat, 21 Nov 2026 12:01:30 -0000"), 90.0),
        (answer(429, retry_after="soon"), None),
        (answer(429, retry_after="Mon, 01 Jan 99999999999999999999 00:00:00 GMT"), None),
        (answer(429, retry_after="-5"), None),
        (answer(429, retry_after="٣"), None),
        (answer(429, retry_after="9" * 400), 9999999999.0),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(reply: Reply, seconds: float | None) -> None:
    assert retry_after(reply, NOON) == seconds


@given(st.text(max_size=60))
def test_no_retry_after_makes_us_fail(text: str) -> None:
    rest = retry_after(answer(429, retry_after=text), NOON)
    assert rest is None or rest >= 0


@pytest.mark.parametrize(("rate", "concurrency"), [(0, 1), (-1, 1), (1, 0)])
def test_a_manner_that_could_never_ask_is_refused(rate: float, concurrency: int) -> None:
    with pytest.raises(ValueError, match="rate above 0"):
        Manner(rate, concurrency)


def test_a_host_may_have_its_own_manner() -> None:
    manners = Manners(Manner(1.0, 1), {"slow.example": Manner(0.1, 1)})
    assert manners.lane("slow.example").manner.rate == 0.1
    assert manners.lane("other.example").manner.rate == 1.0

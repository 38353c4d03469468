"""How pages tell shares of time: at least rounded down, at most rounded up, in every language's own numbers."""

from datetime import timedelta

import pytest

from catalogue import Language
from checker import Share
from reports.shares import ShareWords
from reports.translation import interface
from reports.wording import Words

NB = "\N{NO-BREAK SPACE}"
LRM = "\N{LEFT-TO-RIGHT MARK}"
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MOMENT = timedelta(microseconds=1)
MONTH = 30 * DAY


def shares(tag: str = "en") -> ShareWords:
    return ShareWords(Words(interface(Language(tag))))


def plain(told: str) -> str:
    return told.replace(NB, " ").replace(LRM, "")


@pytest.mark.parametrize(
    ("share", "told", "known"),
    [
        (Share(MONTH, 29 * DAY, 29 * DAY), "played at least 96.6% and at most 100% of the time", "96.6%"),
        (Share(MONTH, 28 * DAY, 29 * DAY), "played at least 93.3% and at most 96.7% of the time", "96.6%"),
        (Share(MONTH, MONTH, MONTH), "played 100% of the time", "100%"),
        # A moment that is not known is told, and so is a moment that was not played.
        (Share(MONTH, MONTH - MOMENT, MONTH - MOMENT), "played at least 99.9% and at most 100% of the time", "99.9%"),
        (Share(MONTH, MONTH - MOMENT, MONTH), "played at least 99.9% and at most 100% of the time", "100%"),
        (Share(MONTH, MOMENT, MONTH), "played at least 0% and at most 0.1% of the time", "100%"),
        (Share(MONTH, timedelta(), MONTH), "played 0% of the time", "100%"),
        (Share(MONTH, 15 * DAY, MONTH), "played 50% of the time", "100%"),
        (Share(MONTH, timedelta(), 2 * DAY), "played at least 0% and at most 93.4% of the time", "6.6%"),
        (Share(MONTH, 2 * DAY, 2 * DAY), "played at least 6.6% and at most 100% of the time", "6.6%"),
        # Bounds that would say nothing are not told.
        (Share(MONTH), "not enough is known yet", "0%"),
        (Share(MONTH, 40 * timedelta(minutes=1), HOUR * 2 / 3), "not enough is known yet", "0%"),
        (Share(), "not enough is known yet", "0%"),
    ],
)
def test_the_bounds_of_one_video(share: Share, told: str, known: str) -> None:
    assert (shares().of_one(share), shares().known(share)) == (told, known)


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (
            Share(MONTH, 29 * DAY, 29 * DAY),
            "Last 30 days: the videos played at least 96.6% and at most 100% of the time.",
        ),
        (Share(MONTH, MONTH, MONTH), "Last 30 days: the videos played 100% of the time."),
        (Share(MONTH), "Last 30 days: not enough is known yet to say how much of the time the videos played."),
    ],
)
def test_the_bounds_of_all_videos(share: Share, told: str) -> None:
    assert plain(shares().of_all(share, MONTH)) == told


@pytest.mark.parametrize(
    ("window", "told"),
    [
        (HOUR, "Last 1 hour"),
        (12 * HOUR, "Last 12 hours"),
        (DAY, "Last 24 hours"),
        (36 * HOUR, "Last 36 hours"),
        (90 * timedelta(minutes=1), "Last 2 hours"),
        (2 * DAY, "Last 2 days"),
        (MONTH, "Last 30 days"),
        (3650 * DAY, "Last 3,650 days"),
    ],
)
def test_what_a_window_is_called(window: timedelta, told: str) -> None:
    assert plain(shares().period(window)) == told


@pytest.mark.parametrize(
    ("tag", "told"),
    [("en", "96.6%"), ("fr", "96,6 %"), ("es", "96,6 %"), ("ar", "96.6%"), ("zh", "96.6%"), ("ru", "96,6 %")],
)
def test_a_percentage_is_written_as_in_the_page_s_language(tag: str, told: str) -> None:
    assert plain(shares(tag).known(Share(MONTH, timedelta(), 29 * DAY))) == told

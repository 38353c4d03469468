"""This file tests what every report prints, and what a message becomes in a snippet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from catalogue import Catalogue, Language, Message, Video
from checker import Observation, Opinion, Share, Span, State, Verdict, opinion_of
from reports.availability import Known, Standing, availability

AT = datetime(2026, 11, 21, tzinfo=UTC)
EN, AR, ZH = Language("en"), Language("ar"), Language("zh")
TWO = Catalogue(
    languages=(EN, AR),
    messages=(
        Message("a-2021", videos=(Video(AR, "u-ar"), Video(EN, "u-en"))),
        Message("b", videos=(Video(EN, "u-b"),)),
    ),
)


def known(state: State, *, agreed: bool = False) -> Known:
    seen = Observation("u", AT, Verdict(state, "", agreed=agreed))
    return Known(seen, opinion_of([seen]))


def test_there_is_a_row_for_each_message_in_each_language() -> None:
    value = availability(TWO, {}, at=AT)
    assert [(row.message.slug, row.language.tag, row.video.url if row.video else None) for row in value.rows] == [
        ("a-2021", "en", "u-en"),
        ("a-2021", "ar", "u-ar"),
        ("b", "en", "u-b"),
        ("b", "ar", None),
    ]
    assert [(message.slug, len(rows)) for message, rows in value.messages()] == [("a-2021", 2), ("b", 2)]


@pytest.mark.parametrize(
    ("what", "standing", "confirmed"),
    [
        (Known(), Standing.UNCHECKED, False),
        (known(State.AVAILABLE), Standing.AVAILABLE, True),
        (known(State.PRIVATE), Standing.BROKEN, False),
        (known(State.REMOVED, agreed=True), Standing.BROKEN, True),
        (known(State.INVALID), Standing.BROKEN, False),
        (known(State.RESTRICTED), Standing.RESTRICTED, False),
        (known(State.NOT_YET), Standing.RESTRICTED, False),
        (known(State.UNREACHABLE), Standing.UNSURE, False),
        (
            Known(Observation("u", AT, Verdict(State.UNKNOWN, "")), known(State.AVAILABLE).opinion),
            Standing.AVAILABLE,
            True,
        ),
        (Known(None, Opinion()), Standing.UNCHECKED, False),
    ],
)
def test_where_a_message_stands(what: Known, standing: Standing, confirmed: bool) -> None:
    value = availability(TWO, {"u-en": what}, at=AT)
    assert (value.rows[0].standing, value.rows[0].confirmed) == (standing, confirmed)
    assert value.rows[3].standing is Standing.MISSING
    assert value.count(Standing.MISSING) == 1


DAY = timedelta(days=1)


def played(state: State, days: int) -> Known:
    """Seen so for so many days, up to now."""
    return Known(spans=(Span("u", state, None, AT - days * DAY, AT, days + 1),))


def test_shares_are_told_over_thirty_days_unless_another_window_is_chosen() -> None:
    value = availability(TWO, {"u-en": played(State.AVAILABLE, 50)}, at=AT)
    assert value.start == datetime(2026, 10, 22, tzinfo=UTC)
    assert value.rows[0].share(value.start, value.at) == Share(30 * DAY, 30 * DAY, 30 * DAY)
    assert availability(TWO, {}, at=AT, window=365 * DAY).start == datetime(2025, 11, 21, tzinfo=UTC)


def test_the_share_of_all_counts_each_video_and_no_gap() -> None:
    known = {"u-en": played(State.AVAILABLE, 4), "u-ar": played(State.REMOVED, 3)}
    value = availability(TWO, known, at=AT, window=10 * DAY)
    assert value.share == Share(30 * DAY, 4 * DAY, 7 * DAY)
    assert availability(Catalogue(), {}, at=AT).share == Share()


def test_whether_anything_was_ever_looked_at() -> None:
    assert not availability(TWO, {}, at=AT).looked_at
    assert availability(TWO, {"u-b": known(State.UNREACHABLE)}, at=AT).looked_at

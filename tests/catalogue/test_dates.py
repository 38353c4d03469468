"""This file is the tests of which days a text names."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.dates import dates_in, without_dates

MAY = dt.date(2021, 5, 17)


@pytest.mark.parametrize(
    "text",
    [
        "17 May 2021",
        "Monday, 17 May 2021.",
        "the 17th of May 2021",
        "May 17, 2021",
        "17 mai 2021",
        "lundi 17 mai 2021",
        "17 de mayo de 2021",
        "17 de mayo del 2021",
        "17 мая 2021 г.",
        "17 мая 2021 года",
        "17-го мая 2021",
        "2021年5月17日",
        "2021 年 5 月 17 日",
        "17 مايو 2021",
        "١٧ مايو ٢٠٢١",
        "17 أيار/مايو 2021",
        "17 أيار 2021",
        "17 ماي 2021",
        "2021-05-17",
        "17.05.2021",
        "17/05/2021",
        "05/17/2021",
        "World Day (WTISD), 17 May 2021 “Accelerating”",
    ],
)
def test_a_day_is_read_in_its_languages_form(text: str) -> None:
    assert dates_in(text) == (MAY,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17 May",
        "May 2021",
        "2021",
        "32 May 2021",
        "30 February 2021",
        "17 May 1821",
        "05/06/2021",  # two days
        "until 17 May 2021",
        "jusqu'au 17 mai 2021",
        "до 17 мая 2021",
        "16-17 May 2021",
        "16 and 17 May 2021",
        "16 – 17 May 2021",
        "1.2.3.2021",
        "1917 May 20210",
        "20210-05-17",
    ],
)
def test_what_is_no_one_day_is_left_out(text: str) -> None:
    assert dates_in(text) == ()


def test_days_come_in_their_order() -> None:
    assert dates_in("2021-05-18, and 17 May 2021; 6/6/2021") == (dt.date(2021, 5, 18), MAY, dt.date(2021, 6, 6))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Geneva, 17 May 2021", "Geneva, "),
        ("понедельник, 17 мая 2021 года", ", "),
        ("2021年5月17日星期一", ""),
        ("17 May 2021 – 18 May 2021", " – "),
    ],
)
def test_a_text_without_its_days(text: str, rest: str) -> None:
    assert without_dates(text) == rest


@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)))
def test_each_day_is_read_as_it_is_written(day: dt.date) -> None:
    assert dates_in(day.isoformat()) == dates_in(f"{day.year}年{day.month}月{day.day}日") == (day,)


@given(st.text(alphabet="0123456789-/. maiyдеé年月日", max_size=40))
def test_any_text_is_read(text: str) -> None:
    assert len(without_dates(text)) <= len(text)

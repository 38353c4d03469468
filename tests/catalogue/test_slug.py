"""This file is the tests of the slug that is proposed for a message: short, in ASCII, and always one."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Message
from catalogue.slug import propose_slug

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("title", "text", "slug"),
    [
        ("World Telecommunication and Information Society Day 2021 (WTISD 2021)", "", "wtisd-2021"),
        ("World Telecommunication and Information Society Day (WTISD), 17 May 2021", "", "wtisd-2021"),
        ("The day (WTISD-21)", "in 2021", "wtisd-2021"),
        ("The day (WTISD)", "", "wtisd"),
        ("WTISD 2021: the message", "", "wtisd-2021"),
        ("Message (in English)", "", "message-in-english"),
        ("Girls in ICT Day", "22 April 2021, not 2019, but 2021", "girls-in-ict-day-2021"),
        ("Journée mondiale de l’été 2022", "2021", "journee-mondiale-de-lete-2022"),
        ("One two three four five six seven", "", "one-two-three-four-five-six"),
        ("اليوم العالمي 2021", "", "message-2026-11-21"),
        ("", "2021", "message-2026-11-21"),
        ("-- ' --", "", "message-2026-11-21"),
        ("x" * 300, "", "x" * 60),
        ("World 12021 Day", "20210", "world-12021-day"),
    ],
)
def test_the_proposed_slug(title: str, text: str, slug: str) -> None:
    assert propose_slug(title, text, TODAY) == slug


@pytest.mark.parametrize(
    ("title", "taken", "slug"),
    [
        ("اليوم", {"message-2026-11-21"}, "message-2026-11-21-2"),
        ("اليوم", {"message-2026-11-21", "message-2026-11-21-2"}, "message-2026-11-21-3"),
        ("اليوم", {"message-2026-11-20"}, "message-2026-11-21"),
        ("World Radio Day", {"world-radio-day"}, "world-radio-day"),
    ],
)
def test_a_date_that_is_another_messages_is_numbered(title: str, taken: set[str], slug: str) -> None:
    assert propose_slug(title, "", TODAY, taken) == slug


@given(st.text(), st.text())
def test_a_proposed_slug_is_always_a_slug(title: str, text: str) -> None:
    Message(propose_slug(title, text, TODAY))

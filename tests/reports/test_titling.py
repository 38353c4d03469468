from __future__ import annotations

from datetime import date

import pytest

from catalogue import Language, Message, Title, Video
from reports.titles import LONGEST
from reports.titling import Titled, title_of

EN, AR, RU = Language("en"), Language("ar"), Language("ru")
URL = "https://youtu.be/wwHOsWsInD0"


def message(own: str | None = None, *titles: Title, slug: str = "wtisd", day: date | None = None) -> Message:
    return Message(slug, titles, day, None, (Video(AR, URL, own),))


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (message("رسالة"), "رسالة"),
        (message("رسالة", Title(AR, "أخرى")), "رسالة"),
        (message(None, Title(EN, "A message"), Title(AR, "أخرى")), "أخرى"),
        (message(None, Title(EN, "A message")), "رسالة مرئية"),
        (message(None, day=date(2021, 5, 17)), "رسالة مرئية، 2021"),
        (message(None, slug="wtisd-2021"), "رسالة مرئية، 2021"),
        (message(None, slug="wtisd-20211"), "رسالة مرئية"),
    ],
)
def test_a_version_has_the_nearest_title_that_is_in_its_language(of: Message, text: str) -> None:
    assert title_of(of, AR) == Titled(text)


@pytest.mark.parametrize(
    ("own", "text", "remark"),
    [
        (
            "رسالة \u202e2026",
            "رسالة 2026",
            "from the title in Arabic was removed: U+202E RIGHT-TO-LEFT OVERRIDE at position 7",
        ),
        (
            "\u2066\u2067",
            "رسالة مرئية",
            (
                "from the title in Arabic was removed: U+2066 LEFT-TO-RIGHT ISOLATE at position 1, "
                "U+2067 RIGHT-TO-LEFT ISOLATE at position 2"
            ),
        ),
        ("م " * 200, None, f"the title in Arabic was cut after {LONGEST} characters"),
    ],
)
def test_what_a_title_lost_is_said(own: str, text: str | None, remark: str) -> None:
    titled = title_of(message(own), AR)
    assert titled.remarks[0] == remark
    assert text is None or titled.text == text


def test_many_losses_are_counted() -> None:
    (remark,) = title_of(message("رسالة" + "\u202e" * 12), AR).remarks
    assert remark.startswith("from the title in Arabic was removed: U+202E RIGHT-TO-LEFT OVERRIDE at position 6, ")
    assert remark.endswith("at position 10, and 7 more")


def test_a_title_of_which_nothing_shows_is_replaced_and_that_is_said() -> None:
    titled = title_of(message("\u200f\u200f"), AR)
    assert titled == Titled(
        "رسالة مرئية", ("nothing of the title in Arabic can be seen; the usual words stand instead",)
    )


def test_a_title_that_ends_with_an_ellipsis_by_itself_was_not_cut() -> None:
    assert title_of(message("رسالة…"), AR) == Titled("رسالة…")


def test_letters_that_look_like_others_are_told_and_left() -> None:
    of = Message("wtisd", (), None, None, (Video(EN, URL, "A m\u0435ssage"),))
    assert title_of(of, EN) == Titled(
        "A m\u0435ssage",
        (
            (
                "in the title in English, the word “m\u0435ssage” mixes letters of two scripts that look the same; "
                "it was left as it is"
            ),
        ),
    )

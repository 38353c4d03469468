"""This file is the tests of the rules that compare a video with its sister languages: channels and years."""

from __future__ import annotations

import datetime as dt

import pytest

from catalogue import SIX_LANGUAGES, Language, Message, Title, Video
from catalogue.review import Case, Rule, Told
from catalogue.review._agreement import usual
from catalogue.review._years import years_in
from catalogue.review.same_channel import RULE as SAME_CHANNEL
from catalogue.review.same_year import RULE as SAME_YEAR

EN = Language("en")


def flagged(rule: Rule, told: dict[str, Told], date: dt.date | None = None, title: str | None = None) -> dict[str, str]:
    slots = {Language(tag): one for tag, one in told.items()}
    titles = () if title is None else (Title(EN, title),)
    message = Message("m", titles, date, videos=tuple(Video(slot, f"https://v.example/{slot}") for slot in slots))
    return {str(finding.language): finding.text for finding in rule.review(Case(message, SIX_LANGUAGES, slots))}


def channels(authors: str, sites: str = "") -> dict[str, Told]:
    """Channels by slot, split at commas in the order of the six languages; `-` is not told."""
    names = [name.strip() for name in authors.split(",")]
    there = sites.split() or ["youtube"] * len(names)
    return {
        str(slot): Told(author=None if name == "-" else name, site=site)
        for slot, name, site in zip(SIX_LANGUAGES, names, there, strict=False)
    }


@pytest.mark.parametrize(
    ("authors", "sites", "slots"),
    [
        ("ITU, ITU, ITU, ITU, ITU, ITU", "", []),
        ("ITU, ITU, ITU, ITU, Somebody, ITU", "", ["zh"]),
        ("ITU, ITU, Somebody", "", ["es"]),
        ("ITU, ITU, A, ITU, B, ITU", "", ["es", "zh"]),
        # Case, width, spaces and what nobody sees make no other channel.
        ("ITU, itu, ＩＴＵ, ITU\u200b, ITU ,  ITU", "", []),
        # No clear majority: two thirds, and two sisters at least, must agree.
        ("ITU, Somebody", "", []),
        ("ITU, ITU, A, A", "", []),
        ("ITU, ITU, ITU, A, A", "", []),
        ("ITU en, ITU fr, ITU es, ITU ar, ITU zh, ITU ru", "", []),
        ("ITU, -, Somebody", "", []),
        ("ITU, ITU, -, -, -, -", "", []),
        # A channel that is evidently the house's own for that language.
        ("ITU, ITU, ITU, ITU Arabic, ITU, ITU", "", []),
        ("ITU, ITU, ITU, الاتحاد الدولي للاتصالات, 国际电联, ITU", "", []),
        ("ITU, UIT Français, ITU, ITU, ITU, ITU", "", []),
        ("ITU, ITU Arabic, ITU, ITU, ITU, ITU", "", ["fr"]),
        ("ITU, ITU, ITU, 国际电联, ITU, ITU", "", ["ar"]),
        ("ITU, TV en direct, ITU, ITU, ITU, ITU", "", ["fr"]),
        ("TV en direct, ITU, ITU, ITU, ITU, ITU", "", ["en"]),
        # A copy on another site has another channel by nature.
        ("ITU, ITU, ITU, ITU, Tencent user, ITU", "youtube youtube youtube youtube tencent youtube", []),
        ("\u202e, ITU, ITU", "", []),
    ],
)
def test_a_channel_is_unusual_only_against_a_clear_majority(authors: str, sites: str, slots: list[str]) -> None:
    assert sorted(flagged(SAME_CHANNEL, channels(authors, sites))) == sorted(slots)


def test_both_channels_are_named_and_bounded() -> None:
    told = channels("ITU, ITU, " + "x" * 200)
    assert flagged(SAME_CHANNEL, told) == {
        "es": f"The video is on the channel “{'x' * 79}…”, but most other languages are on “ITU”."
    }


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("WTISD 2021", {2021}),
        ("2021年世界电信日", {2021}),
        ("اليوم العالمي ٢٠٢١", {2021}),
        ("世界卫生日 ２０２４", {2024}),
        ("Всемирный день 2021 года", {2021}),
        ("WTISD-2021", {2021}),
        ("2018-2022", {2018, 2019, 2020, 2021, 2022}),
        ("2020–21", {2020, 2021}),
        ("2020/2021", {2020, 2021}),
        ("1945-2025", {2025}),
        ("1994 and 2021", {1994, 2021}),
        ("2021-2019", {2021, 2019}),
        ("2030 Agenda", set()),
        ("Agenda 2030 in 2021", {2021}),
        ("Vision 2045, Agenda 2063", set()),
        ("IMT-2020, IMT 2030, BT.2020", set()),
        ("120210, 20211, 1989, 2100", set()),
        ("", set()),
    ],
)
def test_the_years_of_a_title(title: str, years: set[int]) -> None:
    assert years_in(title) == years


@pytest.mark.parametrize(
    ("titles", "slots"),
    [
        (["Day 2021", "Journée 2021", "Día 2020"], {"es": ("2020", "2021")}),
        (["Day 2021", "Journée 2021", "Día 2021", "اليوم ٢٠٢٠", "2021 日", "День 2021"], {"ar": ("2020", "2021")}),
        (["Day 2021", "Journée 2021", "Día", "اليوم ٢٠٢١"], {}),
        (["Day 2021", "Journée 2021", "Día 2020 y 2021"], {}),
        (["Day 2021", "Journée 2021", "Agenda 2030"], {}),
        (["Agenda 2030", "Agenda 2030", "Día 2021"], {}),
        (["Day 1945-2025", "Journée 1945-2025", "Día 2025"], {}),
        (["Day 2021", "Journée 2020"], {}),
        (["Day 2021", "Journée 2021", "Día 2020", "اليوم ٢٠٢٠"], {}),
        (["Day 2020-2021", "Journée 2020-2021", "Día 2019"], {"es": ("2019", "2020, 2021")}),
    ],
)
def test_a_year_is_wrong_only_where_the_sisters_agree(titles: list[str], slots: dict[str, tuple[str, str]]) -> None:
    told = {str(slot): Told(title=title) for slot, title in zip(SIX_LANGUAGES, titles, strict=False)}
    assert flagged(SAME_YEAR, told) == {
        slot: f"The site's title “{told[slot].title}” speaks of {year}, "
        f"but the titles in most other languages speak of {usually}."
        for slot, (year, usually) in slots.items()
    }


MAY_2021 = dt.date(2021, 5, 17)


@pytest.mark.parametrize(
    ("video", "date", "title", "wrong"),
    [
        ("Day 2018", MAY_2021, "Day 2021", True),
        ("Day 2020", MAY_2021, "Day 2021", False),  # the message may be of the turn of the year
        ("Day 2021", MAY_2021, "Day 2021", False),
        ("The Kyoto conference of 1994", MAY_2021, "A look back", False),  # a year may be a topic
        ("The Kyoto conference of 1994", MAY_2021, "Kyoto 1994, seen in 2021", False),
        ("The Kyoto conference of 1994", MAY_2021, None, False),
        ("Day 2018", None, "Day 2021", False),
    ],
)
def test_the_message_s_own_year_counts_where_its_title_bears_it(
    video: str, date: dt.date | None, title: str | None, *, wrong: bool
) -> None:
    said = f"The site's title “{video}” speaks of 2018, but the message is for 2021."
    assert flagged(SAME_YEAR, {"fr": Told(title=video)}, date, title) == ({"fr": said} if wrong else {})


def test_the_message_s_date_may_vouch_for_the_one_against_its_sisters() -> None:
    told = {"en": Told(title="Day 2021"), "fr": Told(title="Journée 2021"), "es": Told(title="Día 2022")}
    assert flagged(SAME_YEAR, told) != {}
    assert flagged(SAME_YEAR, told, dt.date(2022, 5, 17)) == {}


@pytest.mark.parametrize(
    ("said", "common"),
    [("", None), ("a", None), ("aa", "a"), ("aab", "a"), ("aabb", None), ("aaabb", None), ("abc", None)],
)
def test_what_is_usual(said: str, common: str | None) -> None:
    assert usual(said) == common

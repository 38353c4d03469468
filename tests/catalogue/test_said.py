"""This file is the tests of what a letter says besides its links: titles, the day, the speaker."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from catalogue import SIX_LANGUAGES, Catalogue, Language, Message, Title, Video
from catalogue.candidate import Recognised, Refused
from catalogue.documents import read_document
from catalogue.intake import Intake, intake
from catalogue.letter import read_letter
from catalogue.tongue import tongue_of

EN, FR, ES, AR, ZH, RU = SIX_LANGUAGES
A, B, C = (f"https://youtu.be/{letter * 10}A" for letter in "abc")
DAY = "Words for everybody on World Radio Day"
MAY = dt.date(2021, 5, 17)


def recognise(url: str) -> Recognised | Refused | None:
    return Recognised(url, url) if "youtu.be/" in url else None


def take(text: str, catalogue: Catalogue | None = None, on: dt.date | None = None) -> Intake:
    return intake(
        read_letter(read_document("-", io.BytesIO(text.encode()))),
        catalogue or Catalogue(),
        recognise=recognise,
        today=dt.date(2026, 11, 21),
        slug="m",
        on=on,
        tongue=lambda text: tongue_of(text, SIX_LANGUAGES),
    )


def filed(text: str) -> Message:
    message = take(text).after.message("m")
    assert message is not None
    return message


@pytest.mark.parametrize(
    ("text", "day", "line"),
    [
        (f"World Radio Day, 17 May 2021\n\nEnglish: {A}", MAY, 1),
        (f"Subject: World Radio Day, 17 May 2021\n\nEnglish: {A}", MAY, 1),
        (f"World Radio Day film\n\n17 May 2021\n\nEnglish: {A}", MAY, 3),
        (f"World Radio Day film\nMonday, 17 May 2021\nEnglish: {A}", MAY, 2),
        (f"World Radio Day film\n\nDate: 17 May 2021\n\nEnglish: {A}", MAY, 3),
        (f"World Radio Day film, 17 May 2021\n\nDate: 2021-05-17\n\nEnglish: {A}", MAY, 1),
        (f"<html>\n<h1>World Radio Day</h1>\n<p>17 May 2021</p>\n<p>English: {A}", MAY, 3),
        # a mail's own day, a letter's own day, a day in a sentence, a day far from the title
        (f"From: a\nDate: 17 May 2021\nSubject: World Radio Day\n\nEnglish: {A}", None, None),
        (f"Geneva, 17 May 2021\n\nDear all,\n\nEnglish: {A}", None, None),
        (f"World Radio Day film\n\nPlease publish it on 17 May 2021.\n\nEnglish: {A}", None, None),
        (f"World Radio Day film\n\nOne.\n\nTwo.\n\nThree.\n\n17 May 2021\n\nEnglish: {A}", None, None),
    ],
)
def test_the_day_is_taken_where_the_letter_says_it(text: str, day: dt.date | None, line: int | None) -> None:
    result = take(text)
    message = result.after.message("m")
    assert message is not None
    assert (message.date, result.said.line_of("date")) == (day, line)


def test_two_days_are_none_and_it_is_said() -> None:
    result = take(f"World Radio Day film, 17 May 2021\n\nDate: 18 May 2021\n\nEnglish: {A}")
    assert result.said.date is None
    assert "The letter gives 2 days (2021-05-17; 2021-05-18), so none was taken." in result.remark


@pytest.mark.parametrize(
    ("text", "speaker", "doubt"),
    [
        (f"{DAY}\n\nMessage by Houlin Zhao\n\nEnglish: {A}", "Houlin Zhao", ""),
        (
            f"{DAY}\n\nMessage by Houlin Zhao\n\nSpeaker: Doreen Bogdan-Martin\n\nEnglish: {A}",
            None,
            "The letter gives 2 speakers (Houlin Zhao; Doreen Bogdan-Martin), so none was taken.",
        ),
        # one person in two scripts: the first is taken
        (f"{DAY}\n\nSpeaker: Houlin Zhao\n\nВыступающий: Хоулинь Чжао\n\nEnglish: {A}", "Houlin Zhao", ""),
        (f"{DAY}\n\nEnglish: {A}", None, ""),
    ],
)
def test_the_speaker_is_taken_where_the_letter_says_one(text: str, speaker: str | None, doubt: str) -> None:
    result = take(text)
    assert (result.said.speaker, result.remark) == (speaker, doubt)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            f"# World Radio Day, a message for everybody\n\n- FR: [Message pour la Journée mondiale de la radio]({A})",
            {
                EN: "World Radio Day, a message for everybody",
                FR: "Message pour la Journée mondiale de la radio",
            },
        ),
        # in another language than the link's, or said of two links: no title
        (f"- FR: [Послание по случаю Всемирного дня радио]({A})", {}),
        (f"- FR: [Message pour la Journée de la radio]({A})\n- ES: [Message pour la Journée de la radio]({B})", {}),
        # two texts in the row: nobody can tell
        (
            (
                "<html><h1>День радио</h1><table><tr><td>Русский<td>Послание по случаю дня радио"
                f"<td>Генеральный секретарь Союза<td><a href={A}>x.int</a></table>"
            ),
            {RU: "День радио"},
        ),
        # two videos in one language
        (f"- RU: [Послание по случаю дня радио]({A})\n- RU: [Послание по случаю дня мира]({B})", None),
        # what is watched and what the language is called; under what is something else nothing is filed
        (f"- RU: [Смотреть видео на русском языке]({A})", {}),
        (f"## Русский\n\nРасшифровка и перевод послания\n\n{A}", None),
    ],
)
def test_a_title_is_taken_where_it_speaks_its_links_language(text: str, titles: dict[Language, str] | None) -> None:
    message = take(text).after.message("m")
    assert (None if message is None else {title.language: title.text for title in message.titles}) == titles


def test_what_the_catalogue_has_stays_and_the_difference_is_told() -> None:
    held = Message("m", (Title(FR, "Un titre"),), dt.date(2020, 1, 1), "Somebody Else", (Video(RU, C),))
    result = take(
        f"World Radio Day, 17 May 2021\n\nMessage by Houlin Zhao\n\nRussian: {C}\nEnglish: {A}",
        Catalogue(SIX_LANGUAGES, (held,)),
    )
    message = result.after.message("m")
    assert message is not None
    assert (message.titles[0], message.date, message.speaker) == (held.titles[0], held.date, held.speaker)
    assert message.titles[1:] == (Title(EN, "World Radio Day, 17 May 2021"),)
    assert result.remark == (
        "The letter says 2021-05-17 where m keeps its date, 2020-01-01. "
        "The letter says that Houlin Zhao speaks, where m keeps Somebody Else."
    )


def test_what_the_catalogue_lacks_is_filled_in() -> None:
    held = Message("m", videos=(Video(RU, C),))
    result = take(
        f"World Radio Day, 17 May 2021\n\nMessage by Houlin Zhao\n\nEnglish: {A}", Catalogue(SIX_LANGUAGES, (held,))
    )
    message = result.after.message("m")
    assert message is not None
    assert (message.date, message.speaker) == (MAY, "Houlin Zhao")


def test_a_person_who_gives_a_day_is_right() -> None:
    result = take(f"World Radio Day, 17 May 2021\n\nEnglish: {A}", on=dt.date(2021, 5, 18))
    assert (result.said.date, result.said.line_of("date")) == (dt.date(2021, 5, 18), None)
    assert filed(f"World Radio Day, 17 May 2021\n\nEnglish: {A}").date == MAY

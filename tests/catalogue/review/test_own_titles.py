"""This file is the tests of the rules about the titles that stand in the file, and of silence about true ones."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import SIX_LANGUAGES, Language, Message, Title, Video
from catalogue.review import Case, Finding, Rule
from catalogue.review._lookalikes import mended
from catalogue.review._words import is_phrase
from catalogue.review.bidi_controls import RULE as BIDI_CONTROLS
from catalogue.review.language_missing import RULE as LANGUAGE_MISSING
from catalogue.review.mixed_scripts import RULE as MIXED_SCRIPTS
from catalogue.review.title_missing import RULE as TITLE_MISSING
from catalogue.review.title_script import RULE as TITLE_SCRIPT
from catalogue.review.year_and_date import RULE as YEAR_AND_DATE

EN, FR, ES, AR, ZH, RU = SIX_LANGUAGES
OF_TITLES = (BIDI_CONTROLS, MIXED_SCRIPTS, TITLE_SCRIPT)


def labelled() -> list[tuple[str, str]]:
    files = (Path(__file__).with_name(name) for name in ("titles.tsv", "titles_later.tsv", "titles_last.tsv"))
    lines = (line for file in files for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [(tag, title) for line in lines for tag, _, title in (line.partition("\t"),) if tag != "-"]


TRUE = [
    *labelled(),
    ("en", "Message from Secretary-General Houlin Zhao (赵厚麟)"),
    ("en", "Ask the expert: what is μLED?"),
    ("en", "“Мир” means peace: a word on World Peace Day"),
    ("fr", "Discours à l'ouverture du Sommet – AI for Good Global Summit 2021"),
    ("fr", "Visite à Москва́ et à 北京"),
    ("es", "Día Mundial de las Telecomunicaciones | WTISD 2021"),
    ("ar", "رسالة الأمين العام للاتحاد ITU بمناسبة اليوم العالمي WTISD-2021"),
    ("ar", "قمة AI for Good Global Summit"),
    ("ar", "الـITU والذكاء الاصطناعي: AI for Good"),
    ("ar", "اليوم العالمي للاتصالات | WTISD 2021"),
    ("ar", "فعالية Connect2Recover"),
    ("ar", "WTISD 2021"),
    ("ar", "كلمة السيدة Doreen Bogdan-Martin – ITU"),
    ("zh", "国际电联秘书长致辞：AI for Good 全球峰会"),
    ("zh", "WTISD 2021"),
    ("zh", "5G与ICT4SDG"),
    ("zh", "AI时代的COVID-19应对"),
    ("zh", "世界电信和信息社会日 - WTISD 2021"),
    ("zh", "Doreen Bogdan-Martin"),
    ("ru", "Послание по случаю WTISD 2021 | ITU"),
    ("ru", "COVID-тест, IT-решения, Wi-Fi и 5G"),
    ("ru", "Инициатива Giga: ЮНИСЕФ и МСЭ"),
    ("ru", "Саммит AI for Good Global Summit"),
    ("ru", "SMSки, HRа и PDFы для iPhone"),
    ("ru", "СО2 и климат"),
    ("ru", "Giga – Connect2Recover"),
    ("ja", "Tシャツとメッセージ"),
    ("el", "Μήνυμα του Γενικού Γραμματέα της ITU"),
    ("sr", "Порука генералног секретара ITU"),
    ("sr", "Poruka generalnog sekretara za svetski dan"),
    ("uk", "Повідомлення Генерального секретаря"),
    ("qaa", "Message of the Secretary-General for the World Day"),
]


def found(rule: Rule, title: str, tag: str) -> list[Finding]:
    language = Language(tag)
    message = Message("m", (Title(language, title),))
    return list(rule.review(Case(message, (*SIX_LANGUAGES, language), {})))


@pytest.mark.parametrize("rule", OF_TITLES, ids=[rule.name for rule in OF_TITLES])
def test_a_true_title_raises_no_alarm(rule: Rule) -> None:
    assert [(tag, title) for tag, title in TRUE if found(rule, title, tag)] == []


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("ru", "World Telecommunication and Information Society Day 2021 (WTISD 2021)"),
        ("ar", "Message from the Secretary-General"),
        ("zh", "Message vidéo du Secrétaire général"),
        ("en", "رسالة الأمين العام للاتحاد"),
        ("fr", "秘书长世界电信日视频致辞"),
        ("es", "Сообщение Генерального секретаря"),
        ("ru", "رسالة الأمين العام للاتحاد"),
        ("zh", "Сообщение Генерального секретаря"),
        ("ar", "Facts and Figures 2022"),
        ("ru", "Luiz Inácio Lula da Silva"),
    ],
)
def test_a_title_in_other_letters_is_told(tag: str, title: str) -> None:
    (finding,) = found(TITLE_SCRIPT, title, tag)
    name = Language(tag).name_in(EN)
    assert finding.text == f"The title “{title}” is in letters that are not those of {name}."
    assert finding.at == ("title", tag)


def test_as_many_titles_under_another_script_are_noticed_as_one_can_expect() -> None:
    """Nine in ten of the set's titles in Latin letters; the others are too short to be in a language."""
    latin = [title for tag, title in labelled() if tag in {"en", "fr", "es"}]
    for slot in ("ar", "zh", "ru"):
        assert sum(bool(found(TITLE_SCRIPT, title, slot)) for title in latin) / len(latin) >= 0.9


@pytest.mark.parametrize(
    ("tag", "title", "word", "better"),
    [
        ("ru", "Cообщение", "Cообщение", "Сообщение"),
        ("ru", "Послание Гeнерального секретаря", "Гeнерального", "Послание Генерального секретаря"),
        ("ru", "Пoслание Гeнерального", "Пoслание", "Послание Генерального"),
        ("ru", "День СОVID-19", "СОVID", "День COVID-19"),
        ("en", "Messаge", "Messаge", "Message"),
        ("en", "АI for Good", "АI", "AI for Good"),
        ("en", "Αthens", "Αthens", "Athens"),
        ("el", "Mήνυμα", "Mήνυμα", "Μήνυμα"),
    ],
)
def test_a_letter_that_slipped_in_is_found_and_mended(tag: str, title: str, word: str, better: str) -> None:
    (finding,) = found(MIXED_SCRIPTS, title, tag)
    assert finding.text == f"In the title “{title}”, the word “{word}” mixes letters of two scripts that look the same."
    assert finding.suggestion == better


@pytest.mark.parametrize(
    ("word", "better"),
    [
        ("Сообщение", None),
        ("Message", None),
        ("Nовости", None),  # N looks like no Cyrillic letter: somebody meant it so
        ("SMSки", None),
        ("HRа", None),
        ("Ѕкопје", None),
        ("ΑВ", None),  # Greek with Cyrillic
        ("é", None),
        ("CО", "CO"),  # one each: Latin, as in a formula
        ("ОК", None),
        ("OК", "OK"),
    ],
)
def test_only_letters_that_look_like_their_neighbours_slipped_in(word: str, better: str | None) -> None:
    assert mended(word) == better


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("ar", "رسالة الأمين العام | Message from the Secretary-General"),
        ("ru", "Message from the Secretary-General – Послание Генерального секретаря"),
        ("zh", "秘书长致辞 / Message du Secrétaire général"),
        ("en", "Message from the Secretary-General | رسالة الأمين العام للاتحاد"),
    ],
)
def test_a_title_in_two_languages_at_once_is_told(tag: str, title: str) -> None:
    (finding,) = found(MIXED_SCRIPTS, title, tag)
    assert finding.text == (
        f"A part of the title “{title}” is in letters that are not those of {Language(tag).name_in(EN)}."
    )
    assert finding.suggestion is None


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("", False),
        ("Doreen Bogdan Martin", False),
        ("Doreen Bogdan Martin Geneva", True),
        ("Message of Geneva", True),
        ("致辞", False),
        ("秘书长致辞", True),
    ],
)
def test_what_is_more_than_a_name(words: str, *, phrase: bool) -> None:
    assert is_phrase(words) == phrase


OVERRIDE = "holds a character that turns its letters round"
NEVER_ENDED = "holds a character that changes the direction and is never ended"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("A \u202eB\u202c", f"{OVERRIDE} (U+202E)"),
        ("A \u202dB\u202c", f"{OVERRIDE} (U+202D)"),
        ("A \u202bB", f"{NEVER_ENDED} (U+202B)"),
        ("A \u2067B\u202c", f"{NEVER_ENDED} (U+2067)"),
        ("A \u2067B\u2069 \u202aC", f"{NEVER_ENDED} (U+202A)"),
        ("\u202a\u2066A\u202c", f"{NEVER_ENDED} (U+202A)"),
        ("A \u202bB\u202c", None),
        ("A \u2068B\u2069", None),
        ("A \u2067\u202bB\u2069", None),  # the end of an isolate ends what is in it
        ("A \u202c \u2069", None),
        ("\u200fA\u200e \u061cB", None),
    ],
)
def test_what_turns_the_text_around_it(title: str, said: str | None) -> None:
    findings = found(BIDI_CONTROLS, title, "ar")
    assert [one.text for one in findings] == ([] if said is None else [f"The title “{title}” {said}."])


def titled(date: str | None, *titles: str, video: str | None = None) -> Case:
    own = tuple(Title(language, title) for language, title in zip(SIX_LANGUAGES, titles, strict=False) if title)
    videos = () if video is None else (Video(AR, "u", video),)
    return Case(
        Message("m", own, None if date is None else dt.date.fromisoformat(date), None, videos), SIX_LANGUAGES, {}
    )


@pytest.mark.parametrize(
    ("date", "titles", "wrong"),
    [
        ("2021-05-17", ["World Day 2021"], []),
        ("2020-05-17", ["World Day 2021"], ["date"]),
        ("2022-05-17", ["World Day 2021", "Journée 2021"], ["date"]),
        ("2012-05-17", ["World Day 2021"], ["date"]),
        ("2021-05-17", ["World Day 2021", "Journée 2020"], ["title/fr"]),
        ("2021-05-17", ["World Day 2021", "Journée 2020", "Día 2019"], ["title/fr", "title/es"]),
        ("2021-05-17", ["World Day", "", "", "اليوم العالمي ٢٠٢٠"], ["date"]),
        ("2021-05-17", ["World Day"], []),
        (None, ["World Day 2021"], []),
        # The year is the topic.
        ("2021-05-17", ["The 2030 Agenda"], []),
        ("2021-05-17", ["The Kyoto conference of 1994"], []),
        ("2021-05-17", ["IMT-2020"], []),
        ("2021-05-17", ["Strategic plan 2020-2023"], []),
        ("2021-05-17", ["From 2015 to 2021"], []),
        ("2021-12-31", ["Message for the New Year 2022"], []),
        ("2021-01-04", ["A look back at 2020"], []),
        ("2021-12-31", ["A look back at 2020"], ["date"]),
        ("2021-01-04", ["Message for the New Year 2022"], ["date"]),
    ],
)
def test_a_year_that_contradicts_the_date(date: str | None, titles: list[str], wrong: list[str]) -> None:
    assert ["/".join(one.at) for one in YEAR_AND_DATE.review(titled(date, *titles))] == wrong


def test_the_title_of_a_recording_has_a_year_too() -> None:
    (finding,) = YEAR_AND_DATE.review(titled("2021-05-17", "Day 2021", video="اليوم ٢٠٢٠"))
    assert finding.text == "The title “اليوم ٢٠٢٠” speaks of 2020, but the date of the message is 2021-05-17."
    assert finding.at == ("videos", "ar", "title")


@pytest.mark.parametrize(
    ("titles", "videos", "no_title", "no_video"),
    [
        ({}, {}, None, "en, fr, es, ar, zh, ru"),
        ({"en": "Day"}, {"en": None}, None, "fr, es, ar, zh, ru"),
        ({"en": "Day"}, {"en": None, "ru": None, "fr": "Jour", "ar": None}, "ar, ru", "es, zh"),
        ({}, dict.fromkeys("en fr es ar zh ru".split(), "T"), None, None),
    ],
)
def test_what_is_missing_is_told_once_for_each_message(
    titles: dict[str, str], videos: dict[str, str | None], no_title: str | None, no_video: str | None
) -> None:
    message = Message(
        "m",
        tuple(Title(Language(tag), title) for tag, title in titles.items()),
        videos=tuple(Video(Language(tag), f"https://v.example/{tag}", title) for tag, title in videos.items()),
    )
    case = Case(message, SIX_LANGUAGES, {})
    said = [(one.at, one.language, one.text) for rule in (TITLE_MISSING, LANGUAGE_MISSING) for one in rule.review(case)]
    expected = [
        *([(("title",), None, f"There is no title in: {no_title}.")] if no_title else []),
        *([(("videos",), None, f"There is no video in: {no_video}.")] if no_video else []),
    ]
    assert said == expected


@given(
    st.text(max_size=80) | st.text("aоАA1 |–\u202e\u2069م世2021", max_size=60),
    st.sampled_from(["en", "ar", "zh", "ru"]),
)
def test_any_title_is_survived_and_a_mended_one_stays_mended(title: str, tag: str) -> None:
    for rule in (*OF_TITLES, YEAR_AND_DATE):
        language = Language(tag)
        message = Message("m", (Title(language, title),), dt.date(2021, 5, 17))
        for finding in rule.review(Case(message, SIX_LANGUAGES, {})):
            assert len(finding.text) < 400
            if finding.suggestion is not None:
                assert all(one.suggestion is None for one in found(rule, finding.suggestion, tag))

"""This file is the tests of which title is in another language than its slot, and of silence where that is not sure."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue import SIX_LANGUAGES, Language, Message, Title, Video
from catalogue.review import Case, Finding, Told
from catalogue.review.title_language import RULE

TABLES = ("titles.tsv", "titles_later.tsv", "titles_last.tsv")
MORE = tuple(Language(tag) for tag in ("pt", "de", "it", "nl"))
LATIN = {"en", "fr", "es"}


def labelled(*names: str) -> list[tuple[str, str]]:
    lines = [
        line
        for name in names
        for line in Path(__file__).with_name(name).read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    return [(language, title) for line in lines for language, _, title in (line.partition("\t"),)]


TITLES = labelled(*TABLES)


def found(title: str, slot: str, languages: tuple[Language, ...] = SIX_LANGUAGES, *own: Title) -> tuple[Finding, ...]:
    language = Language(slot)
    message = Message("m", own, videos=(Video(language, "https://v.example/1"),))
    return tuple(RULE.review(Case(message, languages, {language: Told(title=title)})))


def text(title: str, slot: str, languages: tuple[Language, ...] = SIX_LANGUAGES) -> str | None:
    findings = found(title, slot, languages)
    assert len(findings) <= 1
    return findings[0].text.replace(title, "…") if findings else None


def test_the_set_is_large_enough_to_choose_a_threshold_by() -> None:
    assert sum(language in LATIN for language, _ in labelled("titles.tsv")) == 223
    assert sum(language in LATIN for language, _ in labelled("titles_later.tsv")) == 60
    assert {language for language, _ in TITLES} == {"en", "fr", "es", "pt", "de", "it", "nl", "ar", "zh", "ru", "-"}


@pytest.mark.parametrize("languages", [SIX_LANGUAGES, (*SIX_LANGUAGES, *MORE)], ids=["six", "ten"])
def test_no_title_of_the_set_raises_a_false_alarm_in_its_own_slot(languages: tuple[Language, ...]) -> None:
    tags = {language.tag for language in languages}
    assert [title for tag, title in TITLES if tag in tags and found(title, tag, languages)] == []


@pytest.mark.parametrize("languages", [SIX_LANGUAGES, (*SIX_LANGUAGES, *MORE)], ids=["six", "ten"])
def test_names_and_abbreviations_are_in_no_language_and_raise_none_in_any_slot(languages: tuple[Language, ...]) -> None:
    alarms = [
        (slot, title) for tag, title in TITLES for slot in languages if tag == "-" and found(title, slot.tag, languages)
    ]
    assert alarms == []


def test_a_title_is_never_said_to_be_in_a_third_language() -> None:
    wrong = [
        (title, slot.tag)
        for tag, title in TITLES
        for slot in SIX_LANGUAGES
        for finding in found(title, slot.tag)
        if dict(finding.values).get("found", Language(tag)) != Language(tag) and Language(tag) in SIX_LANGUAGES
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("slots", "least"), [(("en", "fr", "es"), 0.6), (("ar", "zh", "ru"), 0.8)], ids=["same script", "another script"]
)
def test_as_many_wrong_titles_are_noticed_as_the_docstring_says(slots: tuple[str, ...], least: float) -> None:
    wrong = [(title, slot) for tag, title in labelled("titles.tsv") if tag in LATIN for slot in slots if slot != tag]
    assert sum(bool(found(title, slot)) for title, slot in wrong) / len(wrong) >= least


@pytest.mark.parametrize(
    ("title", "slot", "says"),
    [
        ("Сообщение Генерального секретаря", "ar", "is in Russian"),
        ("رسالة الأمين العام للاتحاد", "en", "is in Arabic"),
        ("رسالة الأمين العام للاتحاد", "ar", None),
        ("秘书长视频致辞", "ru", "is in Chinese"),
        ("Message from the Secretary-General", "zh", "is in letters that are not those of Chinese"),
        ("Message du Secrétaire général", "es", "is in French"),
        # Mixed scripts are judged by their shares, and a Chinese sign is worth three letters.
        ("Houlin Zhao 致辞", "zh", None),
        ("专访 Doreen Bogdan-Martin", "zh", None),
        ("Interview with 赵厚麟 about the state of digital things", "zh", "is in English"),
        ("مقابلة مع Doreen Bogdan-Martin", "ar", None),
        # Letters of no listed language.
        ("Παγκόσμια ημέρα τηλεπικοινωνιών σήμερα", "ar", "is in letters that are not those of Arabic"),
        # Neighbours in one script: by their letters only, and only if these are many and of several kinds.
        ("سخنرانی دبیرکل اتحادیه: پیام گرگان چاپ ژاپن", "ar", "is in letters that are not those of Arabic"),
        ("Повідомлення Генерального секретаря її країни", "ru", "is in letters that are not those of Russian"),
        ("Повідомлення Генерального секретаря її країни", "en", "is in letters that are not those of English"),
        ("Визит в Київ и Харків, объявление", "ru", None),
        ("منتدى پاريس للسلام بين الدول", "ar", None),
        # Full-width and bold letters are letters like any other.
        ("Ｍｅｓｓａｇｅ from the ＳecretaryーGeneral", "en", None),
        ("𝐌𝐞𝐬𝐬𝐚𝐠𝐞 𝐟𝐫𝐨𝐦 𝐭𝐡𝐞 𝐬𝐞𝐜𝐫𝐞𝐭𝐚𝐫𝐲", "ar", "is in English"),
        ("", "ar", None),
        ("\u202e\u2066", "ar", None),
        ("WTISD 2021", "ar", None),
        ("Message", "ar", None),
    ],
)
def test_the_letters_decide_first(title: str, slot: str, says: str | None) -> None:
    said = text(title, slot)
    assert (said and said.removeprefix("The site's title “…” ").rstrip(".").partition(",")[0]) == says


@pytest.mark.parametrize(
    ("title", "slot", "named"),
    [
        ("Message from the Secretary-General (Français)", "en", "French"),
        ("Message from the Secretary-General (Français)", "fr", None),
        ("Message from the Secretary-General [AR]", "en", "Arabic"),
        ("Message from the Secretary-General [ar]", "en", "Arabic"),
        ("Message from the Secretary-General [AR]", "ar", None),
        ("Message from the Secretary-General (Arabic)", "ar", None),
        ("رسالة الأمين العام (بالعربية)", "fr", "Arabic"),
        ("Message from the Secretary-General 中文字幕", "en", "Chinese"),
        ("Message from the Secretary-General 中文字幕", "zh", None),
        ("Message | Русский", "es", "Russian"),
        ("中文 | Message", "en", "Chinese"),
        ("Message – version en español", "fr", "Spanish"),
        ("Message - FR", "en", "French"),
        ("\u202eMessage\u202c (\u2067Arabic\u2069)", "en", "Arabic"),
        # A topic, an abbreviation, a part of a sentence, several languages: no name of the title's own.
        ("Augmented Reality (AR)", "en", None),
        ("Learning French", "en", None),
        ("Arabic Language Day", "en", None),
        ("The day (ar) of it", "en", None),
        ("English/Français", "ru", None),
        ("Message (EN) (FR)", "ru", None),
        # English subtitles are put on recordings of every language.
        ("رسالة الأمين العام (English subtitles)", "ar", None),
        ("Message (sous-titres français)", "en", "French"),
    ],
)
def test_a_title_that_names_its_language_is_believed(title: str, slot: str, named: str | None) -> None:
    language = Language(slot).name_in(Language("en"))
    expected = named and f"The site's title “…” names {named}, but the link stands under {language}."
    assert text(title, slot) == expected


def test_a_title_in_english_is_out_of_place_in_five_of_six_slots() -> None:
    title = "Message from the Secretary-General of the United Nations for the day"
    assert [slot.tag for slot in SIX_LANGUAGES if found(title, slot.tag)] == ["fr", "es", "ar", "zh", "ru"]


def test_what_the_catalogue_itself_calls_the_video_is_no_mistake() -> None:
    title = "Message from the Secretary-General for the day"
    assert found(title, "fr")
    assert not found(
        title, "fr", SIX_LANGUAGES, Title(Language("fr"), "message from the  Secretary-General for the day ")
    )


@pytest.mark.parametrize(
    ("title", "slot", "languages"),
    [
        ("Poruka generalnog sekretara za danas", "sr", "sr en"),  # Serbian is written in two scripts
        ("Message from the Secretary-General", "dv", "en dv"),  # CLDR has no own name to take a script from
        ("Mensagem do Secretário-Geral para todos", "pt", "pt pt-BR en"),
        ("Message du Secrétaire général", "fr-CA", "en fr"),
        ("秘书长视频致辞", "zh-Hans", "en zh-Hant"),
    ],
)
def test_silence_where_a_language_has_two_scripts_or_two_tags(title: str, slot: str, languages: str) -> None:
    assert found(title, slot, tuple(map(Language, languages.split()))) == ()


def test_a_long_hostile_title_is_repeated_only_in_part() -> None:
    title = "Сообщение секретаря \x1b[31m " * 40
    (finding,) = found(title, "ar")
    quoted = dict(finding.values)["title"]
    assert isinstance(quoted, str)
    assert (len(quoted), quoted[-1]) == (80, "…")


DAY = {"en": "World Radio Day 2026", "fr": "Journée mondiale de la radio 2026", "zh": "2026年世界无线电日"}
NAME = {"en": "Unesco", "fr": "Unesco"}
NUMBER = {"en": "2026", "fr": "L’an 2026"}


@pytest.mark.parametrize(
    ("slot", "ours", "title", "language"),
    [
        ("fr", DAY, "World Radio Day", "en"),
        ("fr", DAY, "WORLD RADIO DAY | 2025", "en"),
        ("en", DAY, "Journée mondiale de la radio", "fr"),
        ("zh", DAY, "World Radio Day", "en"),
        ("fr", DAY, "World Radio", None),
        ("fr", DAY, "Journée Mondiale de la Radio!", None),
        ("es", DAY, "World Radio Day", None),  # the catalogue has no Spanish title, and names are short
        ("fr", NAME, "UNESCO", None),
        ("fr", NUMBER, "2027", None),
    ],
)
def test_a_title_that_the_catalogue_gives_to_another_language_is_seen_however_short(
    slot: str, ours: dict[str, str], title: str, language: str | None
) -> None:
    findings = found(title, slot, SIX_LANGUAGES, *(Title(Language(tag), text) for tag, text in ours.items()))
    told = [str(dict(finding.values)["found"]) for finding in findings]
    assert told == ([] if language is None else [language])

"""This file is the tests of what a label means: exact names, nothing guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import SIX_LANGUAGES, Language
from catalogue.labels import is_silent, language_of, nearly, other_language_of, tells_of_another_thing, trimmed


@pytest.mark.parametrize(
    ("label", "tag"),
    [
        ("English", "en"),
        ("Français", "fr"),
        ("Español", "es"),
        ("العربية", "ar"),
        ("中文", "zh"),
        ("Русский", "ru"),
        # short and everyday forms
        ("عربي", "ar"),
        ("اللغة العربية", "ar"),
        ("汉语", "zh"),
        ("漢語", "zh"),
        ("普通话", "zh"),
        ("по-русски", "ru"),
        ("по\u2011русски", "ru"),
        ("Castellano", "es"),
        ("英文", "en"),
        ("俄文", "ru"),
        # named in another language of the list
        ("Arabic", "ar"),
        ("arabe", "ar"),
        ("阿拉伯语", "ar"),
        ("арабский", "ar"),
        ("الفرنسية", "fr"),
        ("ruso", "ru"),
        ("chinois", "zh"),
        # tags
        ("[AR]", "ar"),
        ("(AR)", "ar"),
        ("AR", "ar"),
        ("ar", "ar"),
        ("en", "en"),
        # dressed up
        ("- English:", "en"),
        ("• FRANÇAIS –", "fr"),
        ("🇪🇸 Español", "es"),
        ("▶️ English ▶️", "en"),
        ("\u200f\u2067العربية\u2069\u200f:", "ar"),
        ("العـــربية", "ar"),
        ("(1) English", "en"),
        ("2. Français", "fr"),
        ("FRANCAIS", "fr"),
        ("Espan\u0303ol", "es"),
        ("\xa0English\xa0", "en"),
        ("中文：", "zh"),
        ("（二）英文版", "en"),
        ("三、法文版", "fr"),
        ("a) Spanish", "es"),
        ("النسخة الإنكليزية", "en"),
        # how long it is, and what brackets say of it
        ("English (2:31)", "en"),
        ("Arabic [02:33]", "ar"),
        ("French - 2 min 40 s", "fr"),
        ("Español (Latinoamérica), 2'45\"", "es"),
        ("Русский, 3 минуты", "ru"),
        ("Russian (FINAL)", "ru"),
        ("English (UK)", "en"),
        ("English ??", "en"),
        # two names of one language
        ("Arabic (العربية)", "ar"),
        ("中文（Chinese）", "zh"),
        ("Русский - Russian", "ru"),
        ("Español [ES]", "es"),
        ("FR Français", "fr"),
        ("French, français", "fr"),
        ("Chinese (Simplified)", "zh"),
        ("简体中文", "zh"),
        # with words that only say “recording”
        ("English version", "en"),
        ("Version française", "fr"),
        ("версия русская", "ru"),
        ("النسخة العربية", "ar"),
        ("中文版", "zh"),
        ("en français", "fr"),
        ("Video in Spanish", "es"),
        ("The video message in Arabic is available here", "ar"),
        ("На русском языке", "ru"),
        ("وباللغة الفرنسية", "fr"),
        ("中文视频在这里", "zh"),
        ("观看英文视频", "en"),
        ("«Русская версия» на Rutube", "ru"),
        # named in any language of CLDR, or by a code of three letters
        ("Französisch", "fr"),
        ("Chinês", "zh"),
        ("İngilizce", "en"),
        ("スペイン語", "es"),
        ("FRA", "fr"),
        ("[RUS]", "ru"),
        # the language that is spoken goes before that of the subtitles
        ("English with Chinese subtitles", "en"),
        ("Arabic (English subtitles)", "ar"),
        ("Français (sous-titré en anglais)", "fr"),
        ("Español con subtítulos en inglés", "es"),
        ("Русский с китайскими субтитрами", "ru"),
        ("العربية مع ترجمة فرنسية", "ar"),
        ("中文（英文字幕）", "zh"),
        ("英文带中文字幕", "en"),
    ],
)
def test_a_label_names_its_language(label: str, tag: str) -> None:
    assert language_of(label, SIX_LANGUAGES) == Language(tag)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "   ",
        "–",
        "The",
        "Even",
        "Are",
        "Klingonish",
        "Klingon",
        "English subtitles",
        "Audio in English",
        "Russian, English subtitles",
        "Subtitled in English",
        "英文字幕",
        "Not in English",
        "el",
        "El vídeo es",
        "American Sign Language",
        "English / Français",
        "English (Français)",
        "English and French",
        "EN/FR",
        "version",
        "in",
        "2021",
        "German",
        "Deutsch",
        "Englsh",
        "Englishes",
        "English 2",
        "Links to video message",
        "English" * 100,
    ],
)
def test_nothing_is_guessed(label: str) -> None:
    assert language_of(label, SIX_LANGUAGES) is None


@pytest.mark.parametrize(
    ("label", "tag"),
    [
        ("Deutsch", "de"),
        ("German version", "de"),
        ("Português:", "pt"),
        ("[DE]", "de"),
        ("葡萄牙文", None),
        ("日语", "ja"),
    ],
)
def test_a_language_that_is_not_listed_is_known_for_one(label: str, tag: str | None) -> None:
    assert other_language_of(label, SIX_LANGUAGES) == (tag and Language(tag))


@pytest.mark.parametrize("label", ["", "English", "or", "is", "de", "Watch", "Even", "English / Deutsch"])
def test_no_other_language_is_seen_in_words(label: str) -> None:
    assert other_language_of(label, SIX_LANGUAGES) is None


@pytest.mark.parametrize(
    ("label", "silent"),
    [
        ("", True),
        ("–", True),
        ("Watch the video here:", True),
        ("Смотреть видео", True),
        ("观看视频", True),
        ("YouTube", True),
        ("EN", False),
        ("es", False),
        ("English", False),
        ("Watch the making of", False),
        ("video " * 50, False),
    ],
)
def test_some_labels_say_nothing_of_languages(label: str, silent: bool) -> None:
    assert is_silent(label) is silent


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("English subtitles", True),
        ("Subtitled versions:", True),
        ("Interpretation", True),
        ("Transcript (English)", True),
        ("手语", True),
        ("لغة الإشارة", True),
        ("English with French subtitles", False),
        ("English (French subtitles)", False),
        ("English", False),
    ],
)
def test_some_labels_tell_of_another_thing_than_the_recording(label: str, other: bool) -> None:
    assert tells_of_another_thing(label) is other


def test_only_listed_languages_are_named() -> None:
    german = (Language("de"), Language("en"))
    assert language_of("Deutsch", german) == Language("de")
    assert language_of("Englisch", german) == Language("en")
    assert language_of("Français", german) is None


def test_a_name_that_two_listed_languages_share_names_none() -> None:
    both = (Language("zh"), Language("zh-Hans"))
    assert language_of("Chinese (Simplified)", both) is None
    assert language_of("Chinese", both) == Language("zh")


def test_vowel_signs_that_make_another_word_are_kept() -> None:
    assert language_of("हिन्दी", (Language("hi"),)) == Language("hi")
    assert language_of("हनद", (Language("hi"),)) is None


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("  •\u200f Arabic (العربية) – ", "Arabic (العربية)"),
        ("[AR]", "AR"),
        ("((x)", "x"),
        ("🇫🇷", ""),
        ("a\u0000b", "ab"),
        ("हिन्दी:", "हिन्दी"),
        ("x (y) (z", "x (y) (z"),
        ("12) x", "x"),
    ],
)
def test_what_surrounds_a_label_goes(label: str, expected: str) -> None:
    assert trimmed(label) == expected


@given(st.text())
def test_trimming_twice_is_trimming_once_and_never_fails(label: str) -> None:
    once = trimmed(label)
    assert once == once.strip()
    assert language_of(label, SIX_LANGUAGES) == language_of(f"– {label} –", SIX_LANGUAGES)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=12))
def test_latin_words_are_only_understood_when_every_word_is(label: str) -> None:
    # “English with Russian” is no name, and “English with Russian subtitles” is English.
    leading = {"with", "avec", "con", "com", "mit"}
    if leading.isdisjoint(label.split()) and language_of(label, SIX_LANGUAGES) is None:
        assert language_of(f"{label} subtitles", SIX_LANGUAGES) is None


@pytest.mark.parametrize("label", ["Arabic?", "and Arabic??", "et l'arabe ?", "العربية؟", "(UK) (final)", "2:31", "UK"])
def test_questions_and_asides_name_nothing(label: str) -> None:
    assert language_of(label, SIX_LANGUAGES) is None


@pytest.mark.parametrize(
    ("label", "tag"),
    [("Frensh", "fr"), ("Chineese:", "zh"), ("Arabik", "ar"), ("Danish", None), ("Watch", None), ("", None)],
)
def test_a_name_with_a_slip_is_nearly_one(label: str, tag: str | None) -> None:
    assert nearly(label, SIX_LANGUAGES) == (None if tag is None else Language(tag))

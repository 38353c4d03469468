"""This file tests what a language is: its tag, its direction, its names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import SIX_LANGUAGES, Direction, InvalidValue, Language
from catalogue.directions import LTR_EXCEPTIONS, RTL_LANGUAGES, RTL_SCRIPTS
from catalogue.language import well_known_languages


@pytest.mark.parametrize(
    ("text", "tag", "direction", "autonym"),
    [
        ("en", "en", "ltr", "English"),
        ("fr", "fr", "ltr", "Français"),
        ("es", "es", "ltr", "Español"),
        ("ar", "ar", "rtl", "العربية"),
        ("zh", "zh", "ltr", "中文"),
        ("ru", "ru", "ltr", "Русский"),
        ("EN", "en", "ltr", "English"),
        ("pt_br", "pt-BR", "ltr", "Português (Brasil)"),
        ("no", "no", "ltr", "Norsk"),
        ("iw", "he", "rtl", "עברית"),
        ("fa", "fa", "rtl", "فارسی"),
        ("zh-TW", "zh-TW", "ltr", "中文（台灣）"),
        ("ru-Latn", "ru-Latn", "ltr", "Русский (латиница)"),
        ("az-Arab", "az-Arab", "rtl", "آذربایجان تۆرکجه\u200cسی (عربجه)"),
        ("az-IR", "az-IR", "rtl", "آذربایجان تۆرکجه\u200cسی (Iran)"),
        ("azb", "azb", "rtl", None),
        ("uz-Latn", "uz-Latn", "ltr", None),
        ("uz-AF", "uz-AF", "rtl", None),
        ("sd", "sd", "rtl", None),
        ("sd-IN", "sd-IN", "ltr", None),
        ("ug-KZ", "ug-KZ", "ltr", None),
        ("fil", "fil", "ltr", "Filipino"),
    ],
)
def test_what_a_tag_says(text: str, tag: str, direction: str, autonym: str | None) -> None:
    language = Language.parse(text)
    assert (language.tag, str(language), language.direction.value) == (tag, tag, direction)
    if autonym is not None:
        assert language.autonym == autonym


@pytest.mark.parametrize(
    "text", ["", " ", "xx", "english", "und", "mul", "zxx", "a", "en-", "--", "ar\u202e", "x" * 999]
)
def test_what_is_no_language_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(InvalidValue, match="BCP 47"):
        Language.parse(text)


@pytest.mark.parametrize(
    ("tag", "other", "name"), [("ar", "en", "Arabic"), ("ar", "fr", "arabe"), ("en", "zh", "英语")]
)
def test_a_language_has_a_name_in_every_other(tag: str, other: str, name: str) -> None:
    assert Language(tag).name_in(Language(other)) == name


def test_the_six_are_in_the_order_of_the_letters() -> None:
    assert [language.tag for language in SIX_LANGUAGES] == ["en", "fr", "es", "ar", "zh", "ru"]
    assert [language.direction for language in SIX_LANGUAGES].count(Direction.RTL) == 1


def test_the_table_knows_the_right_to_left_world() -> None:
    assert {"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"} <= RTL_SCRIPTS
    assert {"ar", "fa", "he", "ur", "ps", "ug", "dv", "yi", "ckb", "azb", "arz", "glk"} <= RTL_LANGUAGES
    assert {"en", "tr", "az", "uz", "ku"} & RTL_LANGUAGES == set()
    assert {"sd-IN", "ug-KZ"} <= LTR_EXCEPTIONS


@given(st.text(max_size=30))
def test_a_text_is_a_language_or_is_refused(text: str) -> None:
    try:
        language = Language.parse(text)
    except InvalidValue:
        return
    assert Language.parse(language.tag) == language
    assert language.direction in Direction
    assert language.autonym


@pytest.mark.parametrize(("tag", "code"), [("ar", "ara"), ("fr", "fra"), ("yue", "yue"), ("zh-Hans", ""), ("xx", "")])
def test_a_language_has_a_code_of_three_letters(tag: str, code: str) -> None:
    assert Language(tag).code_of_three == code


def test_a_language_is_called_by_many_names() -> None:
    assert {"Arabic", "arabe", "العربية", "阿拉伯语", "арабский", "Arabisch"} <= Language("ar").names()


def test_well_known_languages_are_those_that_cldr_is_written_in() -> None:
    known = well_known_languages()
    assert {Language(tag) for tag in ("ar", "de", "pt", "sw", "yue")} <= set(known)
    assert {Language(tag) for tag in ("pt-BR", "thx", "eve", "tlh")}.isdisjoint(known)

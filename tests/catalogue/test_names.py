"""This file is the tests of which language a name means."""

from __future__ import annotations

import pytest

from catalogue import SIX_LANGUAGES, Language
from catalogue.everyday import SILENT
from catalogue.names import key, names_of, other_names


def test_each_language_of_the_six_is_called_by_its_names_in_a_hundred_others() -> None:
    names = names_of(SIX_LANGUAGES)
    for language in SIX_LANGUAGES:
        assert sum(meant == language for meant in names.values()) > 100


@pytest.mark.parametrize("word", ["rus", "fala", "ris", "poo", "vene"])
def test_short_names_from_far_away_are_words_like_others(word: str) -> None:
    assert word not in names_of((Language("en"), Language("fr")))


def test_no_name_is_a_word_that_says_nothing() -> None:
    tags = {"en", "es", "is", "to"}
    assert {key(word) for word in SILENT} & names_of(SIX_LANGUAGES).keys() <= tags
    assert {key(word) for word in SILENT} & other_names(SIX_LANGUAGES).keys() == set()


def test_no_name_of_another_language_is_a_name_of_ours() -> None:
    ours, others = names_of(SIX_LANGUAGES), other_names(SIX_LANGUAGES)
    assert ours.keys().isdisjoint(others)
    assert (others["deutsch"], others["DE"]) == (Language("de"), Language("de"))
    assert "de" not in others


@pytest.mark.parametrize(
    ("name", "same"),
    [("Français", "FRANCAIS"), ("العـــربية", "العربية"), ("по\u2011русски", "по-русски"), ("İngilizce", "ingilizce")],
)
def test_spellings_of_one_name_share_a_key(name: str, same: str) -> None:
    assert key(name) == key(same)

"""This file is the tests of lines: which signs stand on one, and where its words part."""

from __future__ import annotations

import random

import pytest

from catalogue.pdf.glyphs import Glyph
from catalogue.pdf.lines import gaps, printed_lines
from printed import line, signs


@pytest.mark.parametrize(
    ("glyphs", "texts"),
    [
        ([], []),
        ([*signs("  ")], []),
        ([*signs("one", y=20), *signs("two", y=8)], ["one", "two"]),
        ([*signs("a"), *signs("b", 8)], ["a b"]),
        ([*signs("a"), *signs("b", 6)], ["ab"]),
        ([*signs("English"), *signs("2", 35, 4, size=6), *signs("(en)", 42)], ["English (en)"]),
        ([*signs("1"), *signs("st", 5, 4, size=6)], ["1st"]),
        ([*signs("CO"), *signs("2", 10, -1, size=6)], ["CO2"]),
        ([*signs("beside", y=6), *signs("above", 50, 12), *signs("below", 50)], ["above", "beside", "below"]),
        ([Glyph("a", 0, 9, 0, 10), Glyph("b", 2, 4, 0, 10), Glyph("c", 9.5, 12, 0, 10)], ["abc"]),
    ],
)
def test_signs_on_one_baseline_are_a_line(glyphs: list[Glyph], texts: list[str]) -> None:
    shuffled = random.Random(1).sample(glyphs, len(glyphs))
    assert [one.text for one in printed_lines(shuffled)] == texts


@pytest.mark.parametrize(
    ("text", "parting"),
    [
        ("a b", [False]),
        ("a  b", [True]),
        ("a b    c", [False, True]),
        ("a", []),
    ],
)
def test_a_gap_parts_columns_where_it_is_no_space(text: str, parting: list[bool]) -> None:
    assert [parts for _, _, parts in gaps(line(text))] == parting


def test_words_that_overlap_leave_no_gap() -> None:
    glyphs = [Glyph("a", 0, 30, 0, 10), Glyph(" ", 5, 6, 0, 10), Glyph("b", 10, 15, 0, 10)]
    assert gaps(printed_lines(glyphs)[0]) == []


def test_a_space_wider_than_any_parts_columns() -> None:
    glyphs = [*signs("a"), *signs(" ", 5), *signs("b", 13)]
    assert gaps(printed_lines(glyphs)[0]) == [(5, 13, True)]

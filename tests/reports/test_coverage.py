"""This file tests coverage: what is there in which language and whether it plays, in every format."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

import sheets
from catalogue import Catalogue, Message
from proof import axe, nu
from proof.browser import chromium
from reports.availability import availability
from reports.coverage import Cell, Coverage, Line, Tally, coverage, percent
from reports.matrices import MATRICES
from sheets import AR, EN, ES, FR

M, U, A, R, B = Cell

SMALL = Coverage(
    (EN, FR, AR),
    (
        Line(Message("day-one"), (A, M, A)),
        Line(Message("day-two"), (A, R, B)),
        Line(Message("day-three"), (A, U, M)),
    ),
)


def test_every_state_there_is_becomes_one_of_five_words() -> None:
    made = coverage(sheets.sheet_of(sheets.ALL_STATES, sheets.EVERY_STATE).availability)
    assert {line.message.slug: " ".join(line.cells) for line in made.lines} == {
        "wtisd-2021": "available restricted broken available available broken",
        "wtisd-2026": "broken unchecked missing available unchecked missing",
        "girls-in-ict": "restricted broken unchecked unchecked missing unchecked",
    }


def test_without_a_look_all_that_is_there_is_unchecked() -> None:
    made = coverage(availability(sheets.SIX_LINKS, {}, at=sheets.NOW))
    assert [line.cells for line in made.lines] == [(U, U, U, U, U, U)]


def test_lines_columns_and_all_have_their_sums() -> None:
    assert [(line.tally.complete, line.tally.available) for line in SMALL.lines] == [
        (Fraction(2, 3), Fraction(2, 3)),
        (Fraction(1), Fraction(1, 3)),
        (Fraction(2, 3), Fraction(1, 3)),
    ]
    assert [SMALL.tally_of(language).available for language in SMALL.languages] == [1, 0, Fraction(1, 3)]
    assert SMALL.tally.counts == (2, 1, 4, 1, 1)
    assert (SMALL.tally.places, SMALL.tally.complete) == (9, Fraction(7, 9))


def test_of_nothing_nothing_is_claimed() -> None:
    assert (Tally.of(()).complete, Tally.of(()).available) == (Fraction(), Fraction())
    assert "100 %" not in MATRICES["table"].render(Coverage((EN,), ()))
    assert Coverage((EN,), ()).tally.places == 0


@pytest.mark.parametrize(
    ("part", "said"),
    [(Fraction(1), "100 %"), (Fraction(999, 1000), "99 %"), (Fraction(2, 3), "66 %"), (Fraction(0), "0 %")],
)
def test_per_cent_are_rounded_down(part: Fraction, said: str) -> None:
    assert percent(part) == said


def test_the_table_has_a_sign_for_each_cell_and_sums() -> None:
    assert MATRICES["table"].render(SMALL) == (
        "message      en    fr    ar  complete  plays\n"
        "day-one       ✓     ·     ✓      66 %   66 %\n"
        "day-two       ✓     !     ✗     100 %   33 %\n"
        "day-three     ✓     ?     ·      66 %   33 %\n"
        "complete   100%   66%   66%      77 %\n"
        "plays      100%    0%   33%             44 %\n"
        "\n"
        "9 places: · 2 missing, ? 1 unchecked, ✓ 4 available, ! 1 restricted, ✗ 1 broken.\n"
        "77 % of all places have a link, 44 % play.\n"
    )


def test_json_has_a_cell_for_each_message_and_language() -> None:
    told = json.loads(MATRICES["json"].render(SMALL))
    assert told["languages"] == ["en", "fr", "ar"]
    assert told["messages"][1] == {
        "message": "day-two",
        "cells": {"en": "available", "fr": "restricted", "ar": "broken"},
        "counts": {"missing": 0, "unchecked": 0, "available": 1, "restricted": 1, "broken": 1},
        "complete": 1.0,
        "available": 0.3333,
    }
    assert told["by_language"]["en"]["available"] == 1.0
    assert told["total"]["counts"]["missing"] == 2


def test_json_rounds_down_so_that_1_stands_only_for_all() -> None:
    nearly = Coverage(
        (EN,), (*(Line(Message(f"day-{number}"), (A,)) for number in range(29_999)), Line(Message("x"), (B,)))
    )
    assert json.loads(MATRICES["json"].render(nearly))["total"]["available"] == 0.9999


def test_the_longest_slug_leaves_the_columns_of_the_table_in_line() -> None:
    long = Coverage((EN, AR), (Line(Message("a" * 60), (A, M)), Line(Message("b"), (B, A))))
    heads, first, second, *_ = MATRICES["table"].render(long).splitlines()
    assert (heads.index("ar"), first.index("·"), second.index("✓")) == (70, 71, 71)


def test_csv_can_be_read_back() -> None:
    rows = list(csv.reader(StringIO(MATRICES["csv"].render(SMALL))))
    assert rows[0] == ["message", "en", "fr", "ar", "complete", "available"]
    assert rows[3] == ["day-three", "available", "unchecked", "missing", "66 %", "33 %"]
    assert rows[4:] == [
        ["complete", "100 %", "66 %", "66 %", "77 %", ""],
        ["available", "100 %", "0 %", "33 %", "", "44 %"],
    ]


@pytest.mark.browser
def test_the_page_stands_by_itself_and_pleases_the_checkers() -> None:
    html = MATRICES["html"].render(SMALL)
    page = BeautifulSoup(html, "lxml")
    assert [cell.get_text(strip=True) for cell in page.select("tbody tr:nth-of-type(2) td")] == [
        "plays",
        "restricted",
        "broken",
        "100 %",
        "33 %",
    ]
    assert [(one["lang"], one["dir"]) for one in page.select("thead span")] == [
        ("en", "ltr"),
        ("fr", "ltr"),
        ("ar", "rtl"),
    ]
    assert nu.check({"coverage.html": html}) == ()
    with chromium() as browser:
        shown = browser.new_page()
        shown.set_content(html)
        assert axe.check(shown, "coverage") == ()


@pytest.mark.parametrize("name", sorted(MATRICES))
def test_every_format_takes_an_empty_catalogue_and_repeats_itself(name: str) -> None:
    for one in (Coverage((EN, FR, ES), ()), coverage(availability(Catalogue(), {}, at=sheets.NOW)), SMALL):
        text = MATRICES[name].render(one)
        assert text.endswith("\n")
        assert text == MATRICES[name].render(one)
    assert MATRICES[name].name == name


@given(st.lists(st.sampled_from(Cell), min_size=1))
def test_what_plays_is_never_more_than_what_is_there(cells: list[Cell]) -> None:
    tally = Tally.of(cells)
    assert 0 <= tally.available <= tally.complete <= 1
    assert sum(tally.count(cell) for cell in Cell) == len(cells)

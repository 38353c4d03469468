"""This file tests what is kept of a site's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.verdict import site_text

TEXTS: list[tuple[object, str | None]] = [
    ("رسالة الأمين العام", "رسالة الأمين العام"),
    (" A title ", " A title "),
    ("a\ud800b\x00c", "a\ufffdb\ufffdc"),
    ("\U0001f3a5", "\U0001f3a5"),
    ("t" * 1_001, "t" * 1_000),
    ("", None),
    (" \n", None),
    (None, None),
    (7, None),
    (["A title"], None),
]


@pytest.mark.parametrize(("value", "text"), TEXTS)
def test_a_sites_text_is_bounded_and_can_be_written_down(value: object, text: str | None) -> None:
    assert site_text(value) == text


@given(st.text(st.characters(categories=("Cs", "Cc", "L", "So"))))
def test_whatever_a_site_says_every_database_takes(text: str) -> None:
    kept = site_text(text) or ""
    assert "\x00" not in kept.encode().decode()

"""This file tests how people write a length of time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hexaglot.length import length


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("1h", 1),
        ("12h", 12),
        ("30d", 720),
        ("8w", 1344),
        ("1y", 8760),
        ("10y", 87600),
        ("3650d", 87600),
        ("030d", 720),
        (" 30D ", 720),
    ],
)
def test_a_length_is_a_number_and_a_unit(text: str, hours: int) -> None:
    assert length(text) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "write a whole number and h, d, w or y, for example 12h, 30d, 8w or 1y"),
        ("30", "write a whole number"),
        ("d", "write a whole number"),
        ("30 d", "write a whole number"),
        ("1.5d", "write a whole number"),
        ("-3d", "write a whole number"),
        ("3m", "write a whole number"),
        ("٣٠d", "write a whole number"),
        ("1y6d", "write a whole number"),
        ("9999999999d", "write a whole number"),
        ("0d", "no time at all; write at least 1h"),
        ("000h", "no time at all"),
        ("3651d", "longer than ten years; write at most 10y"),
        ("999999y", "longer than ten years"),
    ],
)
def test_what_is_no_length_says_what_to_write(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        length(text)

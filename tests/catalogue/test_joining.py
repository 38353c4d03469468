"""This file tests how two changes of one ordered list are joined."""

from __future__ import annotations

import pytest

from catalogue.joining import Joined, joined


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("en fr", "en fr", "en fr", "en fr"),
        ("en fr", "en pt fr", "en fr", "en pt fr"),
        ("en fr", "en fr", "pt en fr", "pt en fr"),
        ("en fr", "en fr pt", "en fr de", "en fr pt de"),
        ("en fr", "en fr pt", "en de fr pt", "en fr pt de"),
        ("en fr", "pt en fr", "en fr de", "pt en fr de"),
        ("en fr ar", "en fr", "en fr ar de", "en fr de"),
        ("en fr ar", "en ar pt", "fr ar en", "ar en pt"),
        ("en fr ar", "ar fr en pt", "en fr ar de", "ar fr en pt de"),
        ("en fr ar", "ar en fr", "ar en fr de", "ar en fr de"),
        ("", "en fr", "en ar", "en fr ar"),
        ("", "en fr", "ar fr en", "en fr ar"),
    ],
)
def test_what_either_side_did_is_done(base: str, ours: str, theirs: str, both: str) -> None:
    assert joined(tuple(base.split()), tuple(ours.split()), tuple(theirs.split())) == Joined(tuple(both.split()))


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("en fr ar", "fr en ar", "ar en fr"),
        ("en fr", "en", "fr"),
    ],
)
def test_contradictions_are_said_and_ours_stands(base: str, ours: str, theirs: str) -> None:
    found = joined(tuple(base.split()), tuple(ours.split()), tuple(theirs.split()))
    assert found.disputed
    assert found.items[: len(ours.split())] == tuple(ours.split())

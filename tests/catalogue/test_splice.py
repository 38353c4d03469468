"""This file is what a splice does to a text, and how one finds its place from an excerpt."""

from __future__ import annotations

import pytest

from catalogue import CatalogueError
from catalogue.file.excerpt import Excerpt, excerpt
from catalogue.file.splice import Splice, spliced
from catalogue.file.written import Written


@pytest.mark.parametrize(
    ("splices", "text"),
    [
        ([], "abcdef"),
        ([Splice(0, 0, "X")], "Xabcdef"),
        ([Splice(6, 6, "X")], "abcdefX"),
        ([Splice(4, 5, ""), Splice(1, 3, "XY")], "aXYdf"),
        ([Splice(2, 2, "1"), Splice(2, 2, "2")], "ab12cdef"),
        ([Splice(0, 2, "X"), Splice(2, 2, "Y")], "XYcdef"),
    ],
)
def test_splices_change_their_stretch_and_nothing_else(splices: list[Splice], text: str) -> None:
    assert spliced("abcdef", splices) == text


def test_two_splices_of_the_same_characters_are_refused() -> None:
    with pytest.raises(CatalogueError, match="character 2"):
        spliced("abcdef", [Splice(0, 3, ""), Splice(2, 4, "")])


TEXT = "head\n A1\n A2\n B1\n C1\n C2\ntail\n"
STARTS = (5, 13, 17)


@pytest.mark.parametrize(
    ("kept", "text", "stretches"),
    [
        ([0, 1, 2], TEXT, ((0, 30),)),
        ([0], "head\n A1\n A2\n C1\n C2\ntail\n", ((0, 13), (17, 30))),
        ([1], "head\n B1\n C1\n C2\ntail\n", ((0, 5), (13, 30))),
        ([], "head\n C1\n C2\ntail\n", ((0, 5), (17, 30))),
    ],
)
def test_an_excerpt_lacks_the_other_messages(
    kept: list[int], text: str, stretches: tuple[tuple[int, int], ...]
) -> None:
    assert excerpt(Written("v.yaml", TEXT), STARTS, kept) == Excerpt(text, stretches)


def test_a_splice_of_an_excerpt_finds_its_place_in_the_whole() -> None:
    part = excerpt(Written("v.yaml", TEXT), STARTS, [0])
    assert part.in_the_whole(Splice(6, 8, "x")) == Splice(6, 8, "x")
    assert part.in_the_whole(Splice(13, 13, "x")) == Splice(13, 13, "x")  # below A2, not below the absent B1
    assert part.in_the_whole(Splice(14, 16, "x")) == Splice(18, 20, "x")
    assert part.in_the_whole(Splice(26, 26, "x")) == Splice(30, 30, "x")
    with pytest.raises(IndexError, match="character 27"):
        part.in_the_whole(Splice(27, 27, "x"))

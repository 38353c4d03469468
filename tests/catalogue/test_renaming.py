"""This file tests how a message is known again under another slug."""

from __future__ import annotations

import pytest

from catalogue.contents import Contents, Facts
from catalogue.renaming import Renamed, renamed

LINK: Facts = {("videos", "en", "url"): "e"}
OTHER: Facts = {("videos", "en", "url"): "o"}
MENDED: Facts = {**LINK, ("title", "en"): "T"}
DATED: Facts = {("date",): "2021-05-17"}


def contents(**messages: Facts) -> Contents:
    return Contents(("en",), messages)


@pytest.mark.parametrize(
    ("base", "side", "expected"),
    [
        (contents(a=LINK), contents(a=LINK), {}),
        (contents(a=LINK), contents(), {}),
        (contents(a=LINK), contents(b=LINK), {"a": "b"}),
        (contents(a=LINK), contents(b=MENDED), {"a": "b"}),
        (contents(a=LINK), contents(b=OTHER), {}),
        (contents(a=LINK), contents(b=LINK, c=LINK), {}),
        (contents(a=LINK, b=LINK), contents(c=LINK), {"a": "c"}),
        (contents(a=LINK), contents(a=LINK, b=LINK), {}),
        (contents(a=DATED), contents(b=DATED), {"a": "b"}),
        (contents(a=DATED), contents(b=MENDED), {}),
        (contents(a={}), contents(b={}), {}),
    ],
)
def test_a_message_is_known_by_its_links(base: Contents, side: Contents, expected: dict[str, str]) -> None:
    assert renamed(base, side, base) == Renamed(ours=expected)
    assert renamed(base, base, side) == Renamed(theirs=expected)


def test_names_lead_from_each_file_to_the_one_of_both() -> None:
    base, theirs = contents(a=LINK, c=OTHER), contents(b=LINK, c=OTHER)
    names = renamed(base, base, theirs)
    assert names.in_base(base) == names.in_ours(base) == theirs == names.in_theirs(theirs)
    assert [names.our_name("b"), names.their_name("b"), names.our_name("c")] == ["a", "b", "c"]


def test_a_slug_that_the_other_gave_to_another_message_is_not_followed() -> None:
    assert renamed(contents(a=LINK), contents(b=LINK), contents(a=LINK, b=OTHER)) == Renamed()
    assert renamed(contents(a=LINK), contents(a=LINK, b=OTHER), contents(b=LINK)) == Renamed()


def test_one_slug_given_by_both_is_agreed() -> None:
    names = renamed(contents(a=LINK), contents(b=LINK), contents(b=LINK))
    assert (names.disputed, names.in_ours(contents(b=LINK)), names.in_theirs(contents(b=LINK))) == (
        (),
        contents(b=LINK),
        contents(b=LINK),
    )

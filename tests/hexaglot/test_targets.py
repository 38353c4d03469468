"""This file tests what the words after `check` mean."""

from __future__ import annotations

import pytest

from catalogue import Catalogue, Language, Message, Video
from hexaglot.targets import Place, UnknownTarget, chosen, needs_catalogue

EN, FR = Language("en"), Language("fr")
HELD = Catalogue(
    languages=(EN, FR),
    messages=(
        Message("day-2021", videos=(Video(FR, "f21"), Video(EN, "e21"))),
        Message("day-2022", videos=(Video(EN, "e22"),)),
        Message("empty"),
    ),
)
E21, F21, E22 = Place("day-2021", "en", "e21"), Place("day-2021", "fr", "f21"), Place("day-2022", "en", "e22")


@pytest.mark.parametrize(
    ("targets", "places"),
    [
        ((), (E21, F21, E22)),
        (("day-2021",), (E21, F21)),
        (("day-2021/fr",), (F21,)),
        (("day-2022", "day-2021/en"), (E22, E21)),
        (("day-2021", "day-2021/en"), (E21, F21)),
        (("https://youtu.be/x",), (Place(None, None, "https://youtu.be/x"),)),
        (("youtu.be/x", "day-2022"), (Place(None, None, "youtu.be/x"), E22)),
        (("9bZkp7q19f0",), (Place(None, None, "9bZkp7q19f0"),)),
        (("javascript:x",), (Place(None, None, "javascript:x"),)),
        (("empty",), ()),
    ],
)
def test_what_targets_name(targets: tuple[str, ...], places: tuple[Place, ...]) -> None:
    assert chosen(targets, HELD) == places


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("day-2012", "did you mean “day-202"),
        ("nothing-like-it", "hexaglot list"),
        ("day-2022/fr", "day-2022 has no video in fr; it has: en"),
        ("empty/fr", "it has: none"),
        ("day-2022/xx", "day-2022/xx: “xx” names no language"),
    ],
)
def test_what_is_not_there_is_said(target: str, says: str) -> None:
    with pytest.raises(UnknownTarget, match=says):
        chosen((target,), HELD)


@pytest.mark.parametrize(
    ("targets", "needed"),
    [((), True), (("a-slug",), True), (("https://x.example/",), False), (("https://x.example/", "a/en"), True)],
)
def test_addresses_alone_need_no_catalogue(targets: tuple[str, ...], needed: bool) -> None:
    assert needs_catalogue(targets) is needed

"""This file tests who is whose sibling, and which controls a sweep has."""

from __future__ import annotations

import pytest

from checker import Expected
from checker.controls import Control
from checker.facts import Facts
from hexaglot.settings import ControlVideos, SettingsError
from hexaglot.siblings import Siblings
from hexaglot.targets import Place
from hexaglot.trials import controls_of

A, B, C, D, E = (f"https://youtu.be/{letter * 10}A" for letter in "abcde")
V = "https://vimeo.com/76979871"
PLACES = (
    Place("one", "en", A),
    Place("one", "fr", B),
    Place("one", "ar", V),
    Place("two", "en", C),
    Place("two", "fr", A),
    Place("three", "en", D),
    Place(None, None, E),
)
FACTS = {A: Facts("t", "ITU"), D: Facts("t", "ITU"), E: Facts("t", "ITU"), C: Facts("t", "UN"), V: Facts("t", "ITU")}


@pytest.mark.parametrize(
    ("url", "siblings"),
    [
        (A, {B, V, C, D, E}),
        (B, {A, V}),
        (V, {A, B}),
        (C, {A}),
        (D, {A, E}),
        (E, {A, D}),
        ("https://youtu.be/unknown----A", set()),
    ],
)
def test_siblings_share_a_message_or_a_channel_of_one_site(url: str, siblings: set[str]) -> None:
    assert set(Siblings(PLACES, lambda: FACTS)(url)) == siblings


def test_those_of_the_message_come_first() -> None:
    assert list(Siblings(PLACES, lambda: FACTS)(A))[:3] == [B, V, C]


def test_a_message_and_a_channel_are_told_once() -> None:
    siblings = Siblings(PLACES, lambda: FACTS)
    assert [set(siblings(url)) for url in (B, A, C, D)] == [{A, V}, {C, D, E}, set(), set()]


def test_the_memory_is_asked_once_and_only_when_somebody_wants_to_know() -> None:
    asked: list[int] = []

    def facts() -> dict[str, Facts]:
        asked.append(1)
        return FACTS

    siblings = Siblings(PLACES, facts)
    assert asked == []
    for url in (A, B, C):
        list(siblings(url))
    assert asked == [1]


def test_each_site_has_its_own_controls_unless_the_settings_name_others() -> None:
    other = "https://youtu.be/OGSyYP5v6PM"
    usual = controls_of({})
    assert usual["youtube"] == (
        Control("youtube", "https://youtu.be/jNQXAC9IVRw", Expected.AVAILABLE),
        Control("youtube", "https://youtu.be/00000000000", Expected.REMOVED),
    )
    chosen = controls_of({"youtube": ControlVideos(plays=other), "internet_archive": ControlVideos(never="none")})
    assert chosen["youtube"] == (Control("youtube", other, Expected.AVAILABLE), usual["youtube"][1])
    assert chosen["internet-archive"] == usual["internet-archive"][:1]
    assert chosen["vimeo"] == usual["vimeo"]
    host = "https://peertube.example/w/kkGMgK9ZtnKfYAgnEtQxbv"
    assert controls_of({"peertube": ControlVideos(plays=host)})["peertube"] == (
        Control("peertube", host, Expected.AVAILABLE),
    )
    assert controls_of({"youtube": ControlVideos(plays="none", never="none")})["youtube"] == ()


@pytest.mark.parametrize(
    ("site", "videos", "says"),
    [
        ("youtub", ControlVideos(), "controls.youtub: no site is called so; known are: dailymotion, facebook"),
        ("youtube", ControlVideos(plays=V), f"controls.youtube.plays is {V}, which cannot be a video of that site"),
        ("youtube", ControlVideos(never="https://youtu.be/aaaaaaaaaaa"), "controls.youtube.never is https"),
        ("youtube", ControlVideos(never="nonsense"), "or write “none”"),
    ],
)
def test_a_control_that_cannot_be_one_is_refused(site: str, videos: ControlVideos, says: str) -> None:
    with pytest.raises(SettingsError, match=says.replace(".", r"\.")):
        controls_of({site: videos})

"""This file tests how one link gets in, or out, and why it does not."""

from __future__ import annotations

import datetime as dt

import pytest

from catalogue import Catalogue, InvalidValue, Language, Message, Video
from catalogue.adding import NotAdded, Wish, add, remove
from catalogue.candidate import Recognised, Refused

TODAY = dt.date(2026, 11, 21)
EN, FR, AR = Language("en"), Language("fr"), Language("ar")
HELD = Catalogue(
    languages=(EN, FR),
    messages=(Message("day-2021", videos=(Video(EN, "https://v.example/1"),)), Message("day-2022")),
)


def recognise(url: str) -> Recognised | Refused | None:
    name = url.removeprefix("https://v.example/").partition("?")[0]
    if url == name:
        return None
    return Refused("It is mistyped.") if name == "bad" else Recognised(f"v:{name}", f"https://v.example/{name}")


def added(slug: str, language: Language, url: str, **more: bool) -> dict[str, dict[str, str]]:
    after = add(HELD, Wish(slug, language, url, **more), recognise=recognise, today=TODAY)  # type: ignore[arg-type] # flags
    return {message.slug: {v.language.tag: v.url for v in message.videos} for message in after.messages}


ONE = {"en": "https://v.example/1"}
TWO = {"fr": "https://v.example/2"}


@pytest.mark.parametrize(
    ("slug", "url", "more", "after"),
    [
        ("day-2021", "https://v.example/2?si=x", {}, {"day-2021": ONE | TWO, "day-2022": {}}),
        ("day-2022", "https://v.example/2", {}, {"day-2021": ONE, "day-2022": TWO}),
        ("quite-new", "https://v.example/2", {}, {"day-2021": ONE, "day-2022": {}, "quite-new": TWO}),
        ("day-2023", "https://v.example/2", {"anyway": True}, {"day-2021": ONE, "day-2022": {}, "day-2023": TWO}),
        ("day-2022", "https://v.example/1", {"anyway": True}, {"day-2021": ONE, "day-2022": {"fr": ONE["en"]}}),
    ],
)
def test_a_link_gets_its_place(slug: str, url: str, more: dict[str, bool], after: dict[str, dict[str, str]]) -> None:
    assert added(slug, FR, url, **more) == after


def test_a_taken_place_is_taken_over_when_that_is_wished() -> None:
    assert added("day-2021", EN, "https://v.example/3", instead=True)["day-2021"] == {"en": "https://v.example/3"}


def test_the_day_and_the_title_are_kept() -> None:
    after = add(HELD, Wish("day-2022", FR, "https://v.example/2", "Titre"), recognise=recognise, today=TODAY)
    message = after.message("day-2022")
    assert message is not None
    assert message.videos == (Video(FR, "https://v.example/2", title="Titre", added=TODAY),)


@pytest.mark.parametrize(
    ("slug", "language", "url", "says"),
    [
        ("day-2021", FR, "nonsense", "not the address of a video"),
        ("day-2021", FR, "https://v.example/bad", "It is mistyped."),
        ("day-2021", AR, "https://v.example/2", r"ar is not among the languages of the catalogue \(en, fr\)"),
        ("day-2021", EN, "https://v.example/2", "--replace"),
        ("day-2021", FR, "https://v.example/1", "day-2021/en already; --force"),
        ("day-2023", FR, "https://v.example/2", r"did you mean “day-202\d”\?; --force begins a new one"),
    ],
)
def test_a_link_that_does_not_belong_is_refused_with_the_reason(
    slug: str, language: Language, url: str, says: str
) -> None:
    with pytest.raises(NotAdded, match=says):
        added(slug, language, url)


def test_a_slug_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidValue, match="slug"):
        added("Not A Slug", FR, "https://v.example/2")


def test_a_link_is_removed() -> None:
    message = remove(HELD, "day-2021", EN).message("day-2021")
    assert message == Message("day-2021")


@pytest.mark.parametrize(
    ("slug", "says"),
    [("day-2021", "no video in fr"), ("day-2024", "did you mean “day-202"), ("other", "no message is called “other”$")],
)
def test_what_is_not_there_cannot_be_removed(slug: str, says: str) -> None:
    with pytest.raises(NotAdded, match=says):
        remove(HELD, slug, FR)

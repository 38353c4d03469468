"""This file tests what a message is, and what it cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Catalogue, DuplicateLanguage, InvalidValue, Language, Message, Title, Video

EN, FR, AR = Language("en"), Language("fr"), Language("ar")


@pytest.mark.parametrize("slug", ["a", "wtisd-2021", "2021", "a-b-c", "x" * 100])
def test_a_slug_is_lower_case_letters_digits_and_single_hyphens(slug: str) -> None:
    assert Message(slug).slug == slug


@pytest.mark.parametrize("slug", ["", "A", "a b", "-a", "a-", "a--b", "é", "a_b", "a/b", "a\n", "٣"])
def test_anything_else_is_refused(slug: str) -> None:
    with pytest.raises(InvalidValue, match="lower-case letters"):
        Message(slug)


def test_a_slug_of_more_than_a_hundred_characters_is_told_so() -> None:
    with pytest.raises(InvalidValue, match=r"^“x{100}…” is too long for a slug; write at most 100 characters$"):
        Message("x" * 101)


def test_two_recordings_or_titles_in_one_language_are_refused() -> None:
    with pytest.raises(DuplicateLanguage, match="day: two videos in en"):
        Message("day", videos=(Video(EN, "a"), Video(FR, "b"), Video(EN, "c")))
    with pytest.raises(DuplicateLanguage, match="day: two titles in fr"):
        Message("day", titles=(Title(FR, "a"), Title(FR, "b")))


def test_one_recording_more_makes_another_message() -> None:
    before = Message("day", videos=(Video(EN, "a"),))
    after = before.plus(Video(FR, "b"))
    assert [video.url for video in after.videos] == ["a", "b"]
    assert len(before.videos) == 1
    with pytest.raises(DuplicateLanguage):
        after.plus(Video(FR, "c"))


@pytest.mark.parametrize(
    ("language", "title"), [(EN, Title(EN, "The day")), (FR, Title(FR, "Le jour")), (AR, None), (Language("es"), None)]
)
def test_a_title_is_the_messages_own_else_the_recordings(language: Language, title: Title | None) -> None:
    message = Message(
        "day",
        titles=(Title(EN, "The day"),),
        videos=(Video(EN, "a", title="Another"), Video(FR, "b", title="Le jour"), Video(AR, "c")),
    )
    assert message.title_in(language) == title


@pytest.mark.parametrize(
    ("languages", "messages", "says"),
    [
        ((), (), "at least one language"),
        ((EN, FR, EN), (), "en stands twice"),
        ((EN,), (Message("a"), Message("b"), Message("a")), "two messages are called “a”"),
    ],
)
def test_a_catalogue_refuses_what_it_cannot_be(
    languages: tuple[Language, ...], messages: tuple[Message, ...], says: str
) -> None:
    with pytest.raises(InvalidValue, match=says):
        Catalogue(languages, messages)


def test_places_come_in_file_order_and_in_the_order_of_the_languages() -> None:
    catalogue = Catalogue(
        (FR, EN),
        (Message("b", videos=(Video(EN, "1"), Video(FR, "2"), Video(AR, "3"))), Message("a", videos=(Video(EN, "4"),))),
    )
    assert [(message.slug, video.url) for message, video in catalogue.places()] == [
        ("b", "2"),
        ("b", "1"),
        ("b", "3"),
        ("a", "4"),
    ]
    assert catalogue.message("a") is catalogue.messages[1]
    assert catalogue.message("c") is None


@given(st.text(max_size=120))
def test_no_text_is_a_slug_and_breaks_an_address(text: str) -> None:
    try:
        slug = Message(text).slug
    except InvalidValue:
        return
    assert slug.isascii()
    assert slug == slug.lower()
    assert " " not in slug

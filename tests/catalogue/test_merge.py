"""This file tests the three-way merge by key, on values alone."""

from __future__ import annotations

import pytest

from catalogue.contents import Contents, Facts, Leaf
from catalogue.merge import Conflict, Merged, keeping, merge

SIX = ("en", "fr", "es", "ar", "zh", "ru")


def facts(text: str) -> Facts:
    """`videos.en.url=a date=b` as facts."""
    found: dict[tuple[str, ...], Leaf] = {}
    for pair in text.split():
        place, value = pair.split("=")
        found[tuple(place.split("."))] = tuple(value.split("|")) if "mirrors" in place else value
    return found


def contents(languages: tuple[str, ...] = SIX, /, **messages: str) -> Contents:
    return Contents(languages, {slug: facts(text) for slug, text in messages.items()})


def of_message(base: str | None, ours: str | None, theirs: str | None) -> Merged:
    sides = [{} if text is None else {"m": text} for text in (base, ours, theirs)]
    return merge(*(contents(**side) for side in sides))


CLEAN = [
    # two languages, one message
    ("date=d", "date=d videos.fr.url=f", "date=d videos.ar.url=a", "date=d videos.fr.url=f videos.ar.url=a"),
    # a title is mended while a link is added
    ("title.en=T", "title.en=U", "title.en=T videos.en.url=e", "title.en=U videos.en.url=e"),
    # key by key within a video, and in a place that waits for one
    ("videos.fr.url=f", "videos.fr.url=f videos.fr.title=T", "videos.fr.url=f videos.fr.captions=none",
     "videos.fr.url=f videos.fr.title=T videos.fr.captions=none"),
    ("date=d", "date=d videos.fr.title=T", "date=d videos.fr.url=f", "date=d videos.fr.title=T videos.fr.url=f"),
    ("videos.fr.url=f videos.fr.mirrors=a|b", "videos.fr.url=f videos.fr.mirrors=a|b speaker=S",
     "videos.fr.url=f videos.fr.mirrors=a|c", "videos.fr.url=f videos.fr.mirrors=a|c speaker=S"),
    # equal changes
    ("date=d", "date=e speaker=S", "date=e title.en=T", "date=e speaker=S title.en=T"),
    # removals
    ("date=d speaker=S videos.fr.url=f", "date=d videos.fr.url=f", "date=d speaker=S", "date=d"),
    ("videos.fr.url=f videos.fr.title=T", "date=d", "videos.fr.url=f videos.fr.title=T speaker=S", "date=d speaker=S"),
    ("date=d", None, "date=d", None),
    ("date=d", "date=d", None, None),
    ("date=d", None, None, None),
    (None, "date=d", None, "date=d"),
    (None, None, "date=d", "date=d"),
    (None, "date=d", "date=d", "date=d"),
    ("", "", "", ""),
    # one letter, imported on two days
    (None, "videos.fr.url=f videos.fr.added=2026-11-22", "videos.fr.url=f videos.fr.added=2026-11-21",
     "videos.fr.url=f videos.fr.added=2026-11-21"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "ours", "theirs", "both"), CLEAN)
def test_what_does_not_meet_is_merged_in_both_directions(
    base: str | None, ours: str | None, theirs: str | None, both: str | None
) -> None:
    expected = {} if both is None else {"m": facts(both)}
    for found in (of_message(base, ours, theirs), of_message(base, theirs, ours)):
        assert (found.contents.messages, found.conflicts, found.mixed) == (expected, (), ())


MESSAGE = ("messages", "m")
FR = (*MESSAGE, "videos", "fr")
CONFLICTS = [
    ("", "videos.fr.url=f", "videos.fr.url=g", [((*FR, "url"), "f", "g")]),
    ("videos.fr.url=f", "videos.fr.url=g", "videos.fr.url=h", [((*FR, "url"), "g", "h")]),
    ("title.en=T", "title.en=U", "title.en=V", [((*MESSAGE, "title", "en"), "U", "V")]),
    ("speaker=S", "date=d", "speaker=T date=d", [((*MESSAGE, "speaker"), None, "T")]),
    ("date=d", "date=e speaker=S", "date=f speaker=T",
     [((*MESSAGE, "date"), "e", "f"), ((*MESSAGE, "speaker"), "S", "T")]),
    # two links, and their days
    ("", "videos.fr.url=f videos.fr.added=1", "videos.fr.url=g videos.fr.added=2",
     [((*FR, "url"), "f", "g"), ((*FR, "added"), "1", "2")]),
    ("videos.fr.url=f videos.fr.added=1", "videos.fr.url=f videos.fr.added=2", "videos.fr.url=f videos.fr.added=3",
     [((*FR, "added"), "2", "3")]),
    # removed and changed
    ("date=d videos.fr.url=f", "date=d", "date=d videos.fr.url=f videos.fr.captions=none", [((*FR, "url"), None, "f")]),
    ("date=d videos.fr.url=f", "date=d videos.fr.url=f videos.fr.captions=none", "date=d", [((*FR, "url"), "f", None)]),
    ("date=d", None, "date=e", [(MESSAGE, None, None)]),
    ("date=d", "date=e", None, [(MESSAGE, None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), CONFLICTS)
def test_what_meets_is_left_to_people(
    base: str, ours: str | None, theirs: str | None, expected: list[tuple[tuple[str, ...], Leaf | None, Leaf | None]]
) -> None:
    found = of_message(base, ours, theirs)
    assert list(found.conflicts) == [Conflict(*each) for each in expected]
    kept = keeping(
        found.contents, contents(**{} if ours is None else {"m": ours}), tuple({c.entry for c in found.conflicts})
    )
    assert kept == contents(**{} if ours is None else {"m": ours})


def test_an_entry_in_conflict_is_ours_whole_and_the_others_are_of_both() -> None:
    found = of_message("", "videos.fr.url=f", "videos.fr.url=g videos.fr.title=T videos.ar.url=a")
    assert [conflict.entry for conflict in found.conflicts] == [FR]
    assert keeping(found.contents, contents(m="videos.fr.url=f"), (FR,)) == contents(
        m="videos.ar.url=a videos.fr.url=f"
    )


def test_a_link_of_one_and_facts_of_the_other_are_taken_and_told() -> None:
    found = of_message("videos.fr.url=f", "videos.fr.url=g", "videos.fr.url=f videos.fr.captions=manual")
    assert found.contents == contents(m="videos.fr.url=g videos.fr.captions=manual")
    assert (found.conflicts, found.mixed) == ((), (("m", "fr"),))


def test_two_who_change_a_link_alike_and_say_more_of_it_mix_nothing() -> None:
    found = of_message(
        "videos.fr.url=f", "videos.fr.url=g videos.fr.title=T", "videos.fr.url=g videos.fr.captions=none"
    )
    assert (found.conflicts, found.mixed) == ((), ())


def test_our_new_messages_come_first_then_theirs() -> None:
    base, ours, theirs = (
        contents(a="date=1"),
        contents(x="date=2", a="date=1", c="date=3"),
        contents(d="date=4", a="date=1", b="date=5"),
    )
    found = merge(base, ours, theirs)
    assert list(found.contents.messages) == ["x", "a", "c", "d", "b"]
    assert not found.reordered


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [("a b", "b a", True), ("b a", "a b", False), ("b a", "b a", False), ("a b", "b", False)],
)
def test_another_order_of_theirs_is_told(ours: str, theirs: str, told: bool) -> None:
    sides = [contents(**dict.fromkeys(text.split(), "date=1")) for text in ("a b", ours, theirs)]
    assert merge(*sides).reordered is told


def test_languages_of_both_are_there() -> None:
    found = merge(contents(("en",)), contents(("en", "fr")), contents(("en", "ar")))
    assert (found.contents.languages, found.conflicts) == (("en", "fr", "ar"), ())


def test_a_language_that_one_drops_and_the_other_uses_is_a_conflict() -> None:
    base = contents(("en", "ru"), m="date=1")
    found = merge(base, contents(("en",), m="date=1"), contents(("en", "ru"), m="date=1 videos.ru.url=r"))
    assert found.contents.languages == ("en", "ru")
    assert found.conflicts == (Conflict(("languages",), ("en",), ("en", "ru")),)
    assert keeping(found.contents, base, (("languages",),)) == found.contents


def test_orders_of_languages_that_contradict_each_other_are_a_conflict() -> None:
    found = merge(contents(("en", "fr", "ar")), contents(("fr", "en", "ar")), contents(("ar", "en", "fr")))
    assert found.conflicts == (Conflict(("languages",), ("fr", "en", "ar"), ("ar", "en", "fr")),)


def test_a_message_that_got_another_slug_is_followed() -> None:
    base = contents(old="videos.en.url=e")
    new, more = contents(new="videos.en.url=e"), contents(old="videos.en.url=e videos.fr.url=f")
    for ours, theirs in ((new, more), (more, new)):
        found = merge(base, ours, theirs)
        assert (found.contents, found.conflicts) == (contents(new="videos.en.url=e videos.fr.url=f"), ())


def test_two_new_slugs_for_one_message_are_a_conflict() -> None:
    found = merge(contents(old="videos.en.url=e"), contents(a="videos.en.url=e"), contents(b="videos.en.url=e"))
    assert found.conflicts == (Conflict(("messages", "a")),)
    assert (found.names.our_name("a"), found.names.their_name("a")) == ("a", "b")

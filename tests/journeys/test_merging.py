"""This file goes through git: two people, two branches, one catalogue, merged by the driver as README installs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.store import load
from clone import FILE, Clone
from journeys_office import LETTERS

HEAD = (
    "# yaml-language-server: $schema=videos.schema.json\nversion: 1\nlanguages: [en, fr, es, ar, zh, ru]\nmessages:\n"
)
BARE = HEAD + '  day:\n    title:\n      en: "The day"\n    videos:\n      en: https://youtu.be/OGSyYP5v6PM   # ours\n'
STUBS = BARE + "".join(f"      {tag}:\n        url:\n        title:\n" for tag in ("fr", "es", "ar", "zh", "ru"))
ONE = "https://youtu.be/FmrrS4BiAW8"
TWO = "https://youtu.be/wwHOsWsInD0"
PAIR = ("one", "two")
HOWS = ["merge", "rebase", "cherry-pick"]


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone.begun(tmp_path, BARE)


def links(clone: Clone) -> set[tuple[str, str, str]]:
    places = load(clone.office.catalogue).places()
    return {(message.slug, video.language.tag, video.url) for message, video in places}


@pytest.mark.parametrize(
    ("how", "into", "other"),
    [("merge", "one", "two"), ("merge", "two", "one"), ("rebase", "one", "two"), ("cherry-pick", "one", "two")],
)
@pytest.mark.parametrize("places", [BARE, STUBS], ids=["bare", "stubs"])
def test_two_languages_of_one_message_do_not_meet(tmp_path: Path, places: str, how: str, into: str, other: str) -> None:
    clone = Clone.begun(tmp_path, places)
    clone.run("one", "add", "day", "fr", ONE)
    clone.run("two", "add", "day", "es", TWO)
    done = clone.merge(into, other, how)
    assert done.returncode == 0, done.stdout + done.stderr
    assert links(clone) == {("day", "en", "https://youtu.be/OGSyYP5v6PM"), ("day", "fr", ONE), ("day", "es", TWO)}
    rest = iter(clone.read().splitlines())
    assert all(line in rest for line in places.splitlines() if not line.endswith(":")), clone.read()
    assert clone.git("status", "--short").stdout == ""


@pytest.mark.parametrize("turn", [1, -1])
def test_two_messages_at_the_end_stand_one_after_the_other(clone: Clone, turn: int) -> None:
    parts = (
        f"  # first\n  one:\n    videos:\n      fr: {ONE} # a\n",
        f"  # second\n  two:\n    videos:\n      fr: {TWO} # b\n",
    )
    clone.commit("one", BARE + parts[0])
    clone.commit("two", BARE + parts[1])
    assert clone.merge(*PAIR[::turn]).returncode == 0
    assert clone.read() == BARE + "".join(parts[::turn])


@pytest.mark.parametrize("turn", [1, -1])
def test_a_title_is_mended_while_a_link_is_added(clone: Clone, turn: int) -> None:
    mended = BARE.replace('"The day"', '"The Day"  # capital')
    clone.commit("one", mended)
    clone.commit("two", BARE + f"      fr: {ONE}\n")
    assert clone.merge(*PAIR[::turn]).returncode == 0
    assert clone.read().startswith(mended)
    assert ("day", "fr", ONE) in links(clone)


@pytest.mark.parametrize("how", HOWS)
def test_two_links_for_one_place_are_both_shown(clone: Clone, how: str) -> None:
    clone.commit("one", BARE + f"      fr: {ONE}\n")
    clone.commit("two", BARE + f"      fr: {TWO}\n      ar: {TWO}\n")
    done = clone.merge("one", "two", how)
    assert done.returncode == 1
    assert f"CONFLICT (content): Merge conflict in {FILE}" in done.stdout
    assert f"hexaglot: day/fr, “url:”: ours says “{ONE}”, theirs says “{TWO}”\n" in done.stderr
    shown = f"<<<<<<< ours\n      fr: {ONE}\n=======\n      fr: {TWO}\n>>>>>>> theirs\n      ar: {TWO}\n"
    assert clone.read() == BARE + shown
    assert clone.git("status", "--short").stdout == f"UU {FILE}\n"
    clone.office.catalogue.write_text(BARE + f"      fr: {ONE}\n      ar: {TWO}\n", "utf-8")
    clone.git("add", FILE)
    assert clone.git(how, "--continue").returncode == 0
    assert ("day", "fr", ONE) in links(clone)


@pytest.mark.parametrize("turn", [1, -1])
def test_languages_of_both_are_listed(clone: Clone, turn: int) -> None:
    clone.commit("one", BARE.replace("ru]", "ru, pt]") + f"      pt: {ONE}\n")
    clone.commit("two", BARE.replace("ru]", "ru, de]") + f"      de: {TWO}\n")
    assert clone.merge(*PAIR[::turn]).returncode == 0
    assert {("day", "pt", ONE), ("day", "de", TWO)} < links(clone)


@pytest.mark.parametrize("turn", [1, -1])
def test_another_slug_is_followed(clone: Clone, turn: int) -> None:
    clone.commit("one", BARE.replace("  day:", "  world-day:"))
    clone.commit("two", BARE + f"      fr: {ONE}\n")
    assert clone.merge(*PAIR[::turn]).returncode == 0
    assert links(clone) == {("world-day", "en", "https://youtu.be/OGSyYP5v6PM"), ("world-day", "fr", ONE)}


@pytest.mark.parametrize("turn", [1, -1])
def test_letters_read_in_two_branches(clone: Clone, turn: int) -> None:
    real = str(LETTERS / "itu-wtisd-2021-video-message.txt")
    letter = clone.office.folder.parent / "letter.txt"
    letter.write_text(f"The other day 2022\n\nFrench: {ONE}\nArabic: {TWO}\n", "utf-8")
    clone.run("one", "import", real)
    clone.run("two", "import", str(letter), "--message", "other-2022")
    assert clone.merge(*PAIR[::turn]).returncode == 0
    found = links(clone)
    assert {language for slug, language, _ in found if slug == "day"} == {"en", "fr", "es", "ar", "zh", "ru"}
    assert {row for row in found if row[0] != "day"} == {("other-2022", "fr", ONE), ("other-2022", "ar", TWO)}


def test_one_letter_read_in_two_branches_on_two_days(clone: Clone) -> None:
    added = f"      fr:\n        url: {ONE}\n        added: 2026-11-"
    clone.commit("one", f"{BARE}{added}22\n")
    clone.commit("two", f"{BARE}{added}21\n")
    assert clone.merge("one", "two").returncode == 0
    assert clone.read() == f"{BARE}{added}21\n"


def test_both_began_the_file(tmp_path: Path) -> None:
    clone = Clone.begun(tmp_path, None)
    clone.commit("one", BARE)
    clone.commit("two", BARE.replace("en: https://youtu.be/OGSyYP5v6PM   # ours", f"ru: {ONE}"))
    done = clone.merge("one", "two")
    assert done.returncode == 0, done.stdout + done.stderr
    assert clone.read() == BARE + f"      ru: {ONE}\n"


def test_windows_line_ends_and_a_mark_of_byte_order_stay(tmp_path: Path) -> None:
    base = "\ufeff" + BARE.replace("\n", "\r\n")
    clone = Clone.begun(tmp_path, base)
    clone.commit("one", base + f"      fr: {ONE}\r\n")
    clone.commit("two", BARE + f"      ar: {TWO}\n")
    assert clone.merge("one", "two").returncode == 0
    assert clone.read() == base + f"      fr: {ONE}\r\n      ar: {TWO}\r\n"


def test_what_is_no_catalogue_is_merged_by_lines_and_said(clone: Clone) -> None:
    broken = BARE.replace("version: 1", "version: 1\nvideos:")
    clone.commit("one", broken)
    clone.commit("two", BARE + f"      ar: {TWO}\n")
    done = clone.merge("one", "two")
    assert done.returncode == 0
    assert "hexaglot: the versions cannot be merged key by key, so lines were merged: ours:3:1:" in done.stderr
    assert clone.read() == broken + f"      ar: {TWO}\n"


def test_what_git_cannot_merge_either_is_a_conflict_with_ours_in_place(clone: Clone) -> None:
    clone.commit("one", BARE + f"      fr: {ONE}\n")
    clone.commit("two", b"\x00\xff\x00")
    done = clone.merge("one", "two")
    assert done.returncode == 1
    assert "CONFLICT (content)" in done.stdout
    assert "ours was left as it is, and theirs is in `git show :3:FILE`" in done.stderr
    assert clone.read() == BARE + f"      fr: {ONE}\n"
    assert clone.git("show", f":3:{FILE}").stdout == "\x00\N{REPLACEMENT CHARACTER}\x00"


def test_a_clone_without_the_driver_merges_by_lines(clone: Clone) -> None:
    clone.git("config", "--unset", "merge.hexaglot.driver")
    clone.commit("one", BARE.replace('"The day"', '"The Day"'))
    clone.commit("two", BARE + f"      ar: {TWO}\n")
    assert clone.merge("one", "two").returncode == 0
    assert clone.read() == BARE.replace('"The day"', '"The Day"') + f"      ar: {TWO}\n"


def test_this_repository_asks_for_the_driver() -> None:
    root = Path(__file__).parents[2]
    readme = (root / "README.md").read_text("utf-8")
    assert f"{FILE} merge=hexaglot\n" in (root / ".gitattributes").read_text("utf-8")
    assert 'git config merge.hexaglot.driver "hexaglot merge-driver %O %A %B"' in readme

"""This file tests the task that git starts to merge a catalogue, on three real files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from hexaglot.cli import app
from hexaglot.exits import MEND, OK, USAGE, run

BASE = "version: 1\nlanguages: [en, fr, ar]\nmessages:\n  a:\n    videos:\n      en: https://e\n"
FR, AR = BASE + "      fr: https://f\n", BASE + "      ar: https://a\n"
MARKS = "<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n"


@dataclass
class Driver:
    """Three files, as git lays them out."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, base: str | bytes | None, ours: str | bytes, theirs: str | bytes) -> tuple[int, bytes, str]:
        """The exit code, what stands in ours then, and what was said."""
        files = [self.folder / name for name in ("base", "ours", "theirs")]
        for file, content in zip(files, (base, ours, theirs), strict=True):
            if content is not None:
                file.write_bytes(content if isinstance(content, bytes) else content.encode())
        code = run(app, ["merge-driver", *map(str, files)])
        assert {file.name for file in self.folder.iterdir()} <= {"base", "ours", "theirs"}
        return code, files[1].read_bytes(), self.capture.readouterr().err


@pytest.fixture
def driver(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Driver:
    return Driver(tmp_path, capsys)


def test_two_languages_meet_in_peace(driver: Driver) -> None:
    assert driver(BASE, FR, AR) == (OK, (FR + "      ar: https://a\n").encode(), "")


@pytest.mark.parametrize("content", [BASE, BASE.replace("\n", "\r\n"), "\ufeff" + BASE, "no catalogue: [", ""])
def test_what_only_one_side_touched_is_taken_byte_for_byte(driver: Driver, content: str) -> None:
    assert driver(FR, content, FR) == (OK, content.encode(), "")
    assert driver(FR, FR, content) == (OK, content.encode(), "")
    assert driver(FR, content, content) == (OK, content.encode(), "")


@pytest.mark.parametrize("base", [None, ""])
def test_a_file_that_both_began_is_merged_too(driver: Driver, base: str | None) -> None:
    assert driver(base, FR, AR) == (OK, (FR + "      ar: https://a\n").encode(), "")


def test_a_merge_of_lines_keeps_their_comments(driver: Driver) -> None:
    ours, theirs = FR, BASE.replace("messages:", "messages:  # since 2020")
    assert driver(BASE, ours, theirs) == (OK, FR.replace("messages:", "messages:  # since 2020").encode(), "")


def test_a_conflict_is_shown_and_said(driver: Driver) -> None:
    code, content, said = driver(BASE, FR, FR.replace("https://f", "https://g") + "    speaker: S\n")
    marked = MARKS.format("      fr: https://f\n", "      fr: https://g\n")
    assert code == MEND
    assert content.decode() == BASE.replace("    videos", '    speaker: "S"\n    videos') + marked
    assert said == (
        "hexaglot: a/fr, “url:”: ours says “https://f”, theirs says “https://g”\n"
        "hexaglot: choose between the marks “<<<<<<<” and “>>>>>>>” in the file, remove the marks, "
        "and run `git add` on it\n"
    )


TWO = BASE + "  b:\n    date: 2021-05-17\n"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "sentence"),
    [
        (BASE, FR + "    title: {en: T}\n", AR + "    title: {en: U}\n",
         "a, title in en: ours says “T”, theirs says “U”"),
        (BASE, FR + "    speaker: T\n", FR + "    speaker: U\n", "a, “speaker:”: ours says “T”, theirs says “U”"),
        (TWO, BASE, TWO.replace("17", "18"), "b: one side removed this message or gave it another slug, and the other"),
        (BASE, BASE.replace("fr, ", ""), FR, "“languages:”: ours says [en, ar], theirs says [en, fr, ar]"),
        (FR, BASE, FR.replace("https://f", "https://g"), "a/fr, “url:”: ours says nothing, theirs says “https://g”"),
    ],
)  # fmt: skip
def test_each_conflict_names_its_place_and_both_values(
    driver: Driver, base: str, ours: str, theirs: str, sentence: str
) -> None:
    code, _, said = driver(base, ours, theirs)
    assert code == MEND
    assert said.startswith(f"hexaglot: {sentence}")


def test_a_clean_merge_that_deserves_a_look_says_so(driver: Driver) -> None:
    ours = BASE.replace("https://e", "https://new")
    theirs = BASE.replace(" https://e", "\n        url: https://e\n        captions: manual")
    code, content, said = driver(BASE, ours, theirs)
    assert (code, content.decode()) == (OK, theirs.replace("https://e", "https://new"))
    assert said.startswith("hexaglot: a/en: one side changed the link, the other what is said of the video; ")


def test_another_order_of_theirs_is_not_taken_over_in_silence(driver: Driver) -> None:
    theirs = BASE.replace("  a:\n", "  b:\n    date: 2021-05-17\n  a:\n") + "      ar: https://a\n"
    code, content, said = driver(TWO, TWO.replace("  b:", "      fr: https://f\n  b:"), theirs)
    assert code == OK
    assert content.decode() == FR + "      ar: https://a\n  b:\n    date: 2021-05-17\n"
    assert "theirs has the messages in another order; ours was kept" in said


BROKEN = BASE.replace("version: 1", "version: 1\nvideo: 3")


@pytest.mark.parametrize(
    ("ours", "theirs", "code", "expected"),
    [
        (BROKEN, AR, OK, BROKEN + "      ar: https://a\n"),
        (AR, BROKEN, OK, BROKEN + "      ar: https://a\n"),
        (FR, BROKEN + "      ar: https://a\n", MEND,
         BROKEN + "<<<<<<< ours\n      fr: https://f\n=======\n      ar: https://a\n>>>>>>> theirs\n"),
        ("", AR, MEND, f"<<<<<<< ours\n=======\n{AR}>>>>>>> theirs\n"),
    ],
)  # fmt: skip
def test_what_is_no_catalogue_is_merged_by_lines(
    driver: Driver, ours: str, theirs: str, code: int, expected: str
) -> None:
    found, content, said = driver(BASE, ours, theirs)
    assert (found, content.decode()) == (code, expected)
    assert "cannot be merged key by key, so lines were merged: " in said
    assert ("choose between the marks" in said) is (code == MEND)


def test_a_version_that_is_no_text_leaves_ours_as_it_is(driver: Driver) -> None:
    code, content, said = driver(BASE, FR, b"\x00\xff\x00")
    assert (code, content) == (USAGE, FR.encode())
    assert "is not UTF-8" in said
    assert "ours was left as it is, and theirs is in `git show :3:FILE`" in said


def test_without_git_a_merge_by_key_goes_on(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert driver(BASE, FR, AR) == (OK, (FR + "      ar: https://a\n").encode(), "")


INLINE = "{version: 1, languages: [en], messages: {a: {date: 2021-05-17}, b: {}, c: {}}}"


def test_where_no_line_belongs_to_one_entry_lines_are_merged(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = INLINE.replace("17", "18"), INLINE.replace("17", "19")
    whole = f"<<<<<<< ours\n{ours}\n=======\n{theirs}\n>>>>>>> theirs\n"
    code, content, said = driver(INLINE, ours, theirs)
    assert (code, content.decode()) == (MEND, whole)
    assert "messages/a/date stands in no lines of its own" in said
    monkeypatch.setenv("PATH", "")
    code, content, said = driver(INLINE, ours, theirs)
    assert (code, content.decode()) == (MEND, whole)
    assert "Both versions stand in the file whole" in said


@pytest.mark.parametrize("missing", ["ours", "theirs"])
def test_a_missing_file_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str], missing: str) -> None:
    files = [tmp_path / name for name in ("base", "ours", "theirs")]
    for file in files:
        if file.name != missing:
            file.write_text(BASE, "utf-8")
    assert run(app, ["merge-driver", *map(str, files)]) == USAGE
    assert f"{missing} does not exist; give the three files that git names" in capsys.readouterr().err


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["schema"]) == OK
    assert capsys.readouterr().out == (Path(__file__).parents[2] / "data" / "videos.schema.json").read_text("utf-8")

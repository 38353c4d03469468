"""This file tests that `list` says the same from its copy as from the catalogue, whatever becomes of either."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue import CatalogueError
from hexaglot.copied import key_of, sealed, serialised
from hexaglot.copies import maker
from hexaglot.listed import FORMS, Link, Links
from hexaglot.listing import shown
from hexaglot.settings import Settings
from journeys_office import clean_environment

TEXT = (
    "version: 1\nmessages:\n  one:\n    title:\n      en: One\n    videos:\n"
    "      en: https://youtu.be/OGSyYP5v6PM\n      ar: https://youtu.be/wwHOsWsInD0\n"
    "  two:\n    videos:\n      ru: https://vimeo.com/76979871\n  three:\n"
)
LINKS = [
    Link("one", "en", "https://youtu.be/OGSyYP5v6PM", "One", "youtube", "OGSyYP5v6PM"),
    Link("one", "ar", "https://youtu.be/wwHOsWsInD0", None, "youtube", "wwHOsWsInD0"),
    Link("two", "ru", "https://vimeo.com/76979871", None, "vimeo", "76979871"),
]
PLANTED = [Link("one", "en", "https://planted.example/", None, None, None)]
"""What no catalogue says: whoever shows it has answered from the copy."""


class Desk:
    """A catalogue beside a ledger, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "videos.yaml"
        self.file.write_text(TEXT, "utf-8")
        self.settings = Settings(catalogue=self.file, ledger=f"sqlite:///{folder}/history.sqlite")

    @property
    def copy(self) -> Path:
        return self.folder / ".hexaglot-cache" / "list"

    @property
    def printed(self) -> Path:
        return self.copy.with_name("list-json")

    def plant(self, by: str | None = None) -> None:
        """Put copies there that are right in everything but their links."""
        self.copy.parent.mkdir(exist_ok=True)
        key = key_of(self.file.read_bytes(), maker() if by is None else by)
        self.copy.write_bytes(sealed(serialised(PLANTED), key))
        self.printed.write_bytes(sealed(FORMS["json"](PLANTED).encode(), f"{key}-json"))

    def list(self, message: str | None = None, language: str | None = None) -> Links:
        text = shown(self.settings, "json", message=message, language=language)
        return [Link(**link) for link in json.loads(text)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_second_time_the_answer_is_the_same_and_comes_from_the_copy(desk: Desk) -> None:
    assert [desk.list(), desk.list()] == [LINKS, LINKS]
    assert sorted(path.name for path in desk.copy.parent.iterdir()) == [".gitignore", "list", "list-json"]
    modes = [path.stat().st_mode & 0o777 for path in (desk.copy, desk.printed, desk.copy.parent)]
    assert modes == [0o600, 0o600, 0o700]
    desk.plant()
    assert desk.list() == PLANTED


def test_each_copy_is_enough_for_what_it_answers(desk: Desk) -> None:
    desk.plant()
    desk.copy.unlink()
    assert (desk.list(), desk.list(language="en")) == (PLANTED, LINKS[:1])
    desk.plant()
    desk.printed.unlink()
    assert (desk.list(), desk.list(language="en")) == (PLANTED, PLANTED)


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_what_was_printed_in_one_form_is_not_shown_in_another(desk: Desk, form: str) -> None:
    assert shown(desk.settings, form, message=None, language=None) == FORMS[form](LINKS)
    printed = desk.copy.with_name(f"list-{form}")
    for other in FORMS:
        if other != form:
            printed.replace(desk.copy.with_name(f"list-{other}"))
            assert shown(desk.settings, other, message=None, language=None) == FORMS[other](LINKS)
            printed = desk.copy.with_name(f"list-{other}")


def test_another_time_of_the_file_is_no_other_content(desk: Desk) -> None:
    desk.plant()
    os.utime(desk.file, (1, 1))
    assert desk.list() == PLANTED


def test_another_byte_of_the_file_is_another_content(desk: Desk) -> None:
    desk.plant()
    desk.file.write_text(TEXT.replace("vimeo.com/76979871", "vimeo.com/76979872"), "utf-8")
    other = LINKS[2]._replace(url="https://vimeo.com/76979872", video_id="76979872")
    assert [desk.list(), desk.list()] == [[*LINKS[:2], other]] * 2


def test_a_copy_that_another_version_made_is_not_believed(desk: Desk) -> None:
    desk.plant(by=maker().replace("0.1.0", "0.1.1"))
    assert [desk.list(), desk.list()] == [LINKS, LINKS]


def _first_byte(copy: bytes) -> bytes:
    return b"H" + copy[1:]


def _last_byte(copy: bytes) -> bytes:
    return copy[:-1] + b"}"


def _a_link(copy: bytes) -> bytes:
    return copy.replace(b"planted", b"plunted")


def _half(copy: bytes) -> bytes:
    return copy[: len(copy) // 2]


def _nothing(_copy: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("spoil", [_first_byte, _last_byte, _a_link, _half, _nothing])
def test_a_spoiled_copy_is_not_believed_and_is_replaced(desk: Desk, spoil: Callable[[bytes], bytes]) -> None:
    desk.plant()
    for copy in (desk.copy, desk.printed):
        copy.write_bytes(spoil(copy.read_bytes()))
    assert desk.list() == LINKS
    mended = [copy.read_bytes() for copy in (desk.copy, desk.printed)]
    assert desk.list() == LINKS
    assert [copy.read_bytes() for copy in (desk.copy, desk.printed)] == mended


def test_a_copy_behind_a_symbolic_link_is_not_believed(desk: Desk) -> None:
    desk.plant()
    for copy in (desk.copy, desk.printed):
        copy.rename(desk.folder / f"{copy.name}-elsewhere")
        copy.symlink_to(desk.folder / f"{copy.name}-elsewhere")
    assert desk.list() == LINKS


def test_where_no_copy_can_be_kept_the_answer_is_the_same(desk: Desk) -> None:
    desk.copy.parent.write_text("a file where the folder would be", "utf-8")
    assert [desk.list(), desk.list()] == [LINKS, LINKS]
    desk.copy.parent.unlink()
    for name in ("list.new", "list-json.new"):
        (desk.copy.parent / name).mkdir(parents=True)
    assert [desk.list(), desk.list()] == [LINKS, LINKS]
    assert not desk.copy.exists()
    assert not desk.printed.exists()


def test_a_folder_that_may_not_be_written_is_no_trouble(desk: Desk) -> None:
    desk.folder.chmod(0o500)
    assert [desk.list(), desk.list()] == [LINKS, LINKS]
    desk.folder.chmod(0o700)


@pytest.mark.parametrize("ledger", ["postgresql://nobody@db.example/history", "sqlite://", "sqlite:///none/h.sqlite"])
def test_without_a_ledgers_folder_nothing_is_kept(desk: Desk, ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)
    settings = desk.settings.model_copy(update={"ledger": ledger})
    assert shown(settings, "json", message=None, language=None) == FORMS["json"](LINKS)
    assert [path.name for path in desk.folder.iterdir()] == ["videos.yaml"]


def test_what_another_writer_left_is_taken_over_and_what_he_holds_is_left_to_him(desk: Desk) -> None:
    desk.copy.parent.mkdir()
    beside = desk.copy.with_name("list.new")
    with beside.open("wb") as held:
        held.write(b"x" * 100_000)
        held.flush()
        fcntl.flock(held, fcntl.LOCK_EX)
        assert desk.list() == LINKS
        assert not desk.copy.exists()
    desk.printed.unlink()
    assert desk.list() == LINKS
    assert (desk.copy.exists(), beside.exists()) == (True, False)
    desk.plant()
    assert desk.list() == PLANTED


@pytest.mark.parametrize(
    ("message", "language", "found"),
    [
        ("one", None, LINKS[:2]),
        (None, "en", LINKS[:1]),
        (None, "EN", LINKS[:1]),
        ("one", "ar", [LINKS[1]]),
        ("two", "ar", []),
        ("three", None, []),
        (None, "pt", []),
    ],
)
def test_a_narrower_question_has_the_same_answer_with_a_copy(
    desk: Desk, message: str | None, language: str | None, found: Links
) -> None:
    assert [desk.list(message, language), desk.list(message, language)] == [found, found]


def test_an_error_is_told_with_a_copy_too(desk: Desk) -> None:
    assert desk.list() == LINKS
    with pytest.raises(CatalogueError, match="did you mean “one”"):
        desk.list("onee")
    with pytest.raises(CatalogueError, match="is not a language tag"):
        desk.list(None, "russian!")
    desk.file.write_text(TEXT.replace("version: 1", "version: 2"), "utf-8")
    for _ in range(2):
        with pytest.raises(CatalogueError, match=r"videos\.yaml:1:10: this is no version"):
            desk.list()
    desk.file.unlink()
    with pytest.raises(CatalogueError, match="does not exist"):
        desk.list()
    os.mkfifo(desk.file)
    with pytest.raises(CatalogueError, match="not a file but a folder or a device"):
        desk.list()


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_many_processes_at_once_say_the_same_as_one(desk: Desk, form: str) -> None:
    command = [sys.executable, "-m", "hexaglot", "--catalogue", str(desk.file)]
    command += ["--ledger", desk.settings.ledger, "list", "--format", form]
    environment = clean_environment()

    def outputs(count: int) -> set[bytes]:
        running = [
            subprocess.Popen(command, cwd=desk.folder, env=environment, stdout=subprocess.PIPE) for _ in range(count)
        ]
        told = {process.communicate(timeout=60)[0] for process in running}
        assert [process.returncode for process in running] == [0] * count
        return told

    first = outputs(4)
    assert len(first) == 1
    assert (outputs(2), outputs(1)) == (first, first)
    assert sorted(path.name for path in desk.copy.parent.iterdir()) == [".gitignore", "list", f"list-{form}"]

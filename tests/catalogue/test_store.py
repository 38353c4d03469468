"""This file is what the shelf promises: what is read, what is written, and what is left alone."""

from __future__ import annotations

import datetime as dt
import gc
import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue import Catalogue, CatalogueError, Language, Message, Title, Unreadable, Unwritable, Video
from catalogue.store import Document, load, open_document, write

EN, FR, AR = (Language(tag) for tag in ("en", "fr", "ar"))
DAY = dt.date(2026, 11, 21)
WTISD = Message(
    "wtisd-2021", (Title(EN, "World Day 2021"),), videos=(Video(EN, "https://youtu.be/OGSyYP5v6PM", added=DAY),)
)
FILE = """\
# yaml-language-server: $schema=videos.schema.json
version: 1
languages: [en, fr]
messages:
  wtisd-2021:
    title:
      en: "World Day 2021"
    videos:
      en:
        url: https://youtu.be/OGSyYP5v6PM
        added: 2026-11-21
      fr:
        url:
        title:
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "videos.yaml"


@pytest.fixture
def there(path: Path) -> Path:
    path.parent.mkdir()
    path.write_text(FILE, "utf-8")
    return path


def adding(document: Document, *messages: Message) -> Catalogue:
    return replace(document.catalogue, messages=(*document.catalogue.messages, *messages))


def test_a_missing_file_is_an_empty_catalogue_to_write_into(path: Path) -> None:
    document = open_document(path, languages=(EN, FR))
    assert document == Document(path, None, Catalogue((EN, FR)))
    written = write(document, adding(document, WTISD))
    assert path.read_text("utf-8") == FILE
    assert written == Document(path, FILE.encode(), Catalogue((EN, FR), (WTISD,)))
    assert load(path) == written.catalogue
    assert list(path.parent.iterdir()) == [path]


def test_a_missing_file_cannot_be_loaded(path: Path) -> None:
    with pytest.raises(Unreadable, match=r"does not exist; make it with `hexaglot import LETTER`.*--catalogue"):
        load(path)


def test_nothing_to_change_touches_nothing(path: Path) -> None:
    document = open_document(path)
    assert write(document, document.catalogue) is document
    assert not path.parent.exists()
    path.parent.mkdir()
    path.write_text(FILE, "utf-8")
    document = open_document(path)
    before = path.stat()
    assert write(document, Catalogue((EN, FR), (replace(WTISD),))) is document
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_one_change_after_another(there: Path) -> None:
    first = open_document(there)
    second = write(first, adding(first, Message("b")))
    third = write(second, adding(second, Message("c", videos=(Video(FR, "https://c.fr"),))))
    assert third == open_document(there)
    assert [message.slug for message in third.catalogue.messages] == ["wtisd-2021", "b", "c"]
    assert there.read_text("utf-8").startswith(FILE)


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode(), FILE[:-1].encode()])
def test_a_mark_and_line_ends_stay(there: Path, content: bytes) -> None:
    there.write_bytes(content)
    document = open_document(there)
    new = b"https://new.fr"
    written = write(document, replace(document.catalogue, messages=(WTISD.plus(Video(FR, "https://new.fr")),)))
    assert there.read_bytes() == written.content
    at = content.rindex(b"url:") + 4
    assert written.content == content[:at] + b" " + new + content[at:]


def test_a_large_file_is_changed_like_a_small_one(there: Path) -> None:
    many = "".join(
        f"  m-{number}:\n    videos:\n      en: https://a.b/{number}  # {number}\n" for number in range(9000)
    )
    there.write_text(FILE + many, "utf-8")
    document = open_document(there)
    assert document.content is not None
    assert len(document.content) > 256 * 1024
    messages = list(document.catalogue.messages)
    messages[4000] = messages[4000].plus(Video(FR, "https://new.fr"))
    messages.append(Message("last"))
    written = write(document, replace(document.catalogue, messages=tuple(messages)))
    assert load(there) == written.catalogue
    assert written.catalogue.messages == tuple(messages)
    old = iter(there.read_text("utf-8").splitlines())
    assert all(line in old for line in (FILE + many).splitlines())


def test_a_change_that_is_not_supported_leaves_the_file(there: Path) -> None:
    document = open_document(there)
    for after in (
        Catalogue((EN, FR)),
        Catalogue((FR, EN), document.catalogue.messages),
        adding(document, Message("b", (Title(EN, ""),))),
        adding(document, Message("b", (Title(AR, "x"),))),
    ):
        with pytest.raises(CatalogueError):
            write(document, after)
    assert there.read_text("utf-8") == FILE
    assert list(there.parent.iterdir()) == [there]


def test_a_catalogue_does_not_grow_past_what_is_read(path: Path) -> None:
    document = open_document(path, languages=(EN,))
    message = Message("b", (Title(EN, "x" * (33 << 20)),))
    with pytest.raises(CatalogueError, match="grow past 32 MiB"):
        write(document, adding(document, message))
    assert not path.parent.exists()


def test_errors_name_the_file_as_it_was_given(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there.write_text(FILE + "  b: x\n", "utf-8")
    monkeypatch.chdir(there.parent.parent)
    with pytest.raises(Unreadable, match=r"^data/videos\.yaml:15:6: a message is made of keys and values"):
        load(Path("data/videos.yaml"))


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for odd in (tmp_path / "folder", tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(Unreadable, match=f"^{odd}: this is not a file but a folder or a device"):
            load(odd)
        with pytest.raises(Unreadable, match=f"^{odd}: this is not a file but a folder or a device"):
            open_document(odd)


def test_a_path_through_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unreadable, match=r"Not a directory; check the path"):
        load(tmp_path / "file" / "videos.yaml")
    with pytest.raises(Unwritable, match=r"something in its path is a file and no folder"):
        write(Document(tmp_path / "file" / "videos.yaml", None, Catalogue((EN,))), Catalogue((EN,), (Message("b"),)))


def test_reading_leaves_the_collector_as_it_was(there: Path, path: Path) -> None:
    try:
        for enabled in (False, True):
            (gc.enable if enabled else gc.disable)()
            there.write_text(FILE, "utf-8")
            load(there)
            assert gc.isenabled() is enabled
            there.write_text(FILE + "x", "utf-8")
            with pytest.raises(Unreadable):
                load(path)
            assert gc.isenabled() is enabled
    finally:
        gc.enable()


def test_only_one_file_imports_the_yaml_library() -> None:
    package = Path(sys.modules["catalogue"].__path__[0])
    doors = [
        file.name
        for file in package.rglob("*.py")
        if re.search(r"^\s*(import|from) yaml", file.read_text("utf-8"), re.MULTILINE)
    ]
    assert doors == ["composed.py"]

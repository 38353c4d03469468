"""This file is the tests of how many mistakes of a file are told at once, and of silence about what only follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue import store
from catalogue.file.composed import compose, decoded
from catalogue.file.survey import troubles_of

HEAD = "version: 1\nlanguages: [en, fr, ar]\n"


def told(text: str) -> list[str]:
    """Where each trouble is, and how its sentence begins."""
    found = troubles_of(compose(decoded(text.encode(), "f")))
    assert all(str(one).startswith(f"f:{one.at[0]}:{one.at[1]}: ") for one in found if one.at)
    return [str(one).removeprefix("f:").partition(";")[0] for one in found]


SEVERAL = """\
version: 1
languages: [en, fr, ar]
messages:
  first:
    titel: T
    title:
      de: T
      en: 12
    date: tomorrow
    videos:
      english: https://v.example/1
      fr:
        title: T
      ar:
        url: https://v.example/2
        captions: some
        added: never
  Second:
    date: 2021-05-17
  third: https://v.example/3
  fourth:
    videos: {en: [https://v.example/4]}
"""


def test_one_mistake_of_each_value_is_told_in_file_order() -> None:
    assert [line.partition(": ")[0] for line in told(SEVERAL)] == [
        *("5:5", "7:7", "8:11", "9:11", "11:7", "13:9", "17:16", "18:3", "20:10", "22:18")
    ]
    assert told(SEVERAL)[0].startswith("5:5: “titel” is no key of a message")
    assert told(SEVERAL)[4].startswith("11:7: “english” is not among the languages of this catalogue")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HEAD, []),
        (HEAD + "messages: {m: {title: {en: T}}}\n", []),
        ("", ["1:1: the file is empty"]),
        ("- a\n", ["1:1: a catalogue is made of keys and values"]),
        (
            "languages: [en]\nmessages: {m: {date: x}}\n",
            ["1:1: the file does not say its version", "2:22: “x” is not a day"],
        ),
        # Where the languages cannot be read, every tag would look wrong.
        (
            "version: 1\nlanguages: en\nmessages: {m: {title: {en: T}, date: x}}\n",
            ["2:12: “languages:” is a list of at least one language tag"],
        ),
        (HEAD + "messages: [a]\n", ["3:11: “messages:” is made of keys and values"]),
        (
            HEAD + "messages:\n  m: {date: x}\n  m: {date: y}\n",
            ["4:13: “x” is not a day", "5:3: the key “m” stands here again after line 4", "5:13: “y” is not a day"],
        ),
        (
            HEAD + "messages:\n  ? [a]\n  : b\n  m: {date: x}\n",
            ["4:5: a key of “messages:” is one word", "6:13: “x” is not a day"],
        ),
        (
            HEAD + "messages:\n  m:\n    date: x\n    date: y\n",
            ["5:11: “x” is not a day", "6:5: the key “date” stands here again after line 5", "6:11: “y” is not a day"],
        ),
    ],
)
def test_what_is_told_of_a_file(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_no_more_than_fifty_are_told() -> None:
    assert len(told(HEAD + "messages:\n" + "".join(f"  m-{place}: {{date: x}}\n" for place in range(99)))) == 50


@pytest.mark.parametrize(
    ("content", "sentence", "at"),
    [
        (b"version: 1\nmessages: [\n", "f.yaml:3:1: ", (3, 1)),
        (b"version: \xff\n", "f.yaml:1:10: the byte FF is not UTF-8 text", (1, 10)),
        (b"\xff\xfe1", "f.yaml:1:1: the file is saved as UTF-16", (1, 1)),
        (None, "f.yaml does not exist", None),
        (b"version: 1\n", None, None),
    ],
)
def test_a_file_on_disk(
    tmp_path: Path, content: bytes | None, sentence: str | None, at: tuple[int, int] | None
) -> None:
    path = tmp_path / "f.yaml"
    if content is not None:
        path.write_bytes(content)
    found = store.troubles(path)
    assert len(found) == (0 if sentence is None else 1)
    for one in found:
        assert str(one).startswith(f"{tmp_path}/{sentence}")
        assert one.at == at


def test_a_document_says_where_its_values_stand(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    assert store.open_document(path).places([("messages",)]) == {}
    path.write_bytes(b"\xef\xbb\xbfversion: 1\r\nmessages:\r\n  m: {date: 2021-05-17}\r\n")
    assert store.load_document(path).places([("messages", "m", "date")]) == {("messages", "m", "date"): (3, 13)}

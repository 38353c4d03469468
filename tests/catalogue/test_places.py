"""This file is the tests of where in a file a value stands: in every style of YAML, with every end of line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.file.composed import compose, decoded
from catalogue.file.places import Keys, places_of

TEXT = """\
# سطر أول
version: 1
messages:
  first:
    title:
      en: "A title"
      fr: |
        A title
    date: 2021-05-17
    videos:
      en: https://v.example/1
      ar:
        url: https://v.example/2
        title: "رسالة"
        mirrors: [https://v.example/3, 'https://v.example/4']
      ru:
  second: {title: {"en": T}, videos: {en: {url: u, mirrors: [
    a,
    b]}}}
"""


def place(text: str, keys: Keys) -> str:
    written = decoded(text.encode(), "f")
    found = places_of(compose(written), [keys])[keys]
    return f"{found.line}:{found.column}"


CASES = [
    ("first", "4:3"),
    ("first title", "5:5"),
    ("first title en", "6:11"),
    ("first title fr", "7:11"),
    ("first title zh", "5:5"),
    ("first date", "9:11"),
    ("first speaker", "4:3"),
    ("first videos", "10:5"),
    ("first videos en url", "11:11"),
    ("first videos en title", "11:11"),
    ("first videos ar", "12:7"),
    ("first videos ar url", "13:14"),
    ("first videos ar title", "14:16"),
    ("first videos ar mirrors 0", "15:19"),
    ("first videos ar mirrors 1", "15:40"),
    ("first videos ru url", "16:7"),
    ("first videos es url", "10:5"),
    ("second title en", "17:26"),
    ("second videos en url", "17:49"),
    ("second videos en mirrors 1", "19:5"),
    ("third", "3:1"),
]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(("keys", "where"), CASES)
def test_a_value_is_found_by_its_keys(keys: str, where: str, end: str, mark: str) -> None:
    assert place(mark + TEXT.replace("\n", end), ("messages", *keys.split())) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [("# nothing\n", "1:1"), ("\n\nversion: 1\n", "3:1"), ("version: 1\nmessages:\n", "2:1")],
)
def test_where_keys_lead_to_nothing_what_they_led_to_last_counts(text: str, where: str) -> None:
    assert place(text, ("messages", "m", "title")) == where


def test_many_are_found_at_once() -> None:
    wanted: list[Keys] = [("messages", *keys.split()) for keys, _ in CASES]
    found = places_of(compose(decoded(TEXT.encode(), "f")), wanted)
    assert [f"{found[keys].line}:{found[keys].column}" for keys in wanted] == [where for _, where in CASES]


@given(
    st.text("ab \u2028\x85\N{GRINNING FACE}م", max_size=20), st.lists(st.sampled_from(["\n", "\r\n", "\r"]), max_size=4)
)
def test_a_place_is_the_one_that_errors_name(comment: str, ends: list[str]) -> None:
    text = f"# {comment}" + "".join(f"{end}# x" for end in ends) + "\nversion: 1\nmessages: {m: }\n"
    written = decoded(text.encode(), "f")
    (found,) = places_of(compose(written), [("messages", "m")]).values()
    assert found == written.place(text.index("m: }"))

"""This file is what the YAML door lets in, and how it words what it does not."""

from __future__ import annotations

import time

import pytest

from catalogue import Unreadable
from catalogue.file.complaints import in_our_words
from catalogue.file.composed import DEPTH_LIMIT, SIZE_LIMIT, compose, decoded

REFUSED = [
    ("a: b\n---\nc: d\n", "2:1: a second document begins here", "remove the “---”"),
    ("a:\n\tb: c\n", "2:1: a tab cannot indent in YAML", "spaces"),
    ("a:\n  b: c\n\td: e\n", "3:1: a tab cannot indent in YAML", "spaces"),
    ("a: @b\n", "1:4: a text cannot begin with this character", "double quotes"),
    ("fr: Bonjour : x\n", "1:13: a colon followed by a space cannot stand here", "double quotes"),
    ("a: - b\n", "1:4: a “-” followed by a space cannot stand here", "double quotes"),
    ("a: ? b\n", "1:4: a “?” cannot stand here", "double quotes"),
    ("a: b\nc\nd: e\n", "2:1: this line is no key with a colon", "add the colon"),
    ('x: y\na: "b\n\n', "2:4: the quotation mark is opened here and never closed", "close it"),
    ("a: 'b\n---\n", "1:4: the quotation mark is opened here and not closed", "close it"),
    ('a: "\\q"\n', "1:5: YAML knows no such sign after a backslash", "twice"),
    ('a: "\\xzz"\n', "1:7: after \\x, \\u or \\U stand 2, 4 or 8 hexadecimal digits", "complete"),
    ('a: "\\ud800"\n', "1:7: there is no such character", "number"),
    ("a: b\n c: d\n", "2:3: a colon followed by a space cannot stand here", "indentation"),
    ("  a: b\n c: d\n", "2:2: ", "indentation"),
    ("a:\n  - b\n  c: d\n", "3:3: here a “-” was expected", "indentation"),
    ("a: [b\nc: d\n", "2:2: the list opened with “[” is not closed", "]"),
    ("a: {b: c\nd: e\n", "2:2: the mapping opened with “{” is not closed", "}"),
    ("a: [b\n", "2:1: the list opened with “[” is not closed", "]"),
    ("a: ]\n", "1:4: here a value was expected", "remove"),
    ("[a]\nb: c\n", "2:1: this does not belong to what stands above", "remove it"),
    ("%FOO\n---\na: b\n", "1:5: the YAML cannot be read from here on", "lines around it"),
    ("é😀: \x07\n", "1:5: the character U+0007 cannot stand in a YAML file", "remove it"),
    ("a: b\r\n\x00", "2:1: the character U+0000 cannot stand in a YAML file", "remove it"),
    ("a: &x b\n", "1:4: anchors (“&”) and aliases (“*”) are not read here", "write the value out"),
    ("a: *x\n", "1:4: anchors (“&”) and aliases (“*”) are not read here", "write the value out"),
    ("a: b\n[*x]: c\n", "2:2: anchors (“&”) and aliases (“*”) are not read here", "write the value out"),
    ("# *x\na: {b: c, &d e: f}\n", "2:11: anchors (“&”) and aliases (“*”) are not read here", "write the value out"),
    ("a: !!str b\n", "1:4: a tag (“!”) says nothing in a catalogue", "remove it"),
    ("a: [x, !b {}]\n", "1:8: a tag (“!”) says nothing in a catalogue", "remove it"),
    ("a: !!python/object/apply:os.getcwd []\n", "1:4: a tag (“!”) says nothing", "remove it"),
    ("a: \u2028 &x b: c\n", "1:10: a colon followed by a space", "double quotes"),
    ("a:\n<<<<<<< ours\n  b: c\n=======\n  b: d\n>>>>>>> theirs\n", "2:1: here stands a mark of a merge", "choose"),
    ("a:\r\n  b: c\r\n=======\r\n  b: d\r\n", "3:1: here stands a mark of a merge", "remove the marks"),
    ('a: "<<<<<<< x"\n"=======": b: c\n', "2:13: a colon followed by a space cannot stand here", "double quotes"),
]


@pytest.mark.parametrize(("text", "what", "remedy"), REFUSED)
def test_the_parsers_complaints_are_put_into_our_words(text: str, what: str, remedy: str) -> None:
    with pytest.raises(Unreadable) as caught:
        compose(decoded(text.encode(), "v.yaml"))
    assert str(caught.value).startswith(f"v.yaml:{what}")
    assert remedy in str(caught.value)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("version: 1\n".encode("utf-16"), "v.yaml:1:1: the file is saved as UTF-16; save it as UTF-8"),
        (b"\xfe\xff\x00a", "v.yaml:1:1: the file is saved as UTF-16; save it as UTF-8"),
        ("version: 1\n".encode("utf-16-le"), "v.yaml:1:1: the file is saved as UTF-16; save it as UTF-8"),
        ("version: 1\n".encode("utf-16-be"), "v.yaml:1:1: the file is saved as UTF-16; save it as UTF-8"),
        (
            b"\xef\xbb\xbf\xef\xbb\xbfversion: 1\n",
            "v.yaml:1:1: the file begins with its byte order mark twice; save it anew as UTF-8",
        ),
        (b"a: b\n\xc3\xa9: caf\xe9\n", "v.yaml:2:7: the byte E9 is not UTF-8 text; save the file as UTF-8"),
        (b"\xef\xbb\xbf\xff", "v.yaml:1:1: the byte FF is not UTF-8 text; save the file as UTF-8"),
        (
            b" " * (SIZE_LIMIT + 1),
            "v.yaml: the file is larger than 32 MiB, which no catalogue is; is it the right file?",
        ),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decoded(content, "v.yaml")
    assert str(caught.value) == what


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert decoded(b"\xef\xbb\xbfa", "v.yaml").text == "a"


def test_twenty_levels_are_read_and_no_more() -> None:
    compose(decoded(("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT).encode(), "v.yaml"))
    with pytest.raises(Unreadable, match=r"^v\.yaml:1:20: more than 20 levels"):
        compose(decoded(("[" * (DEPTH_LIMIT + 1) + "]" * (DEPTH_LIMIT + 1)).encode(), "v.yaml"))


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{", "[? "])
def test_a_hundred_thousand_levels_end_in_a_sentence(opening: str) -> None:
    with pytest.raises(Unreadable, match=r"^v\.yaml:1:[0-9]+: more than 20 levels"):
        compose(decoded((opening * 100_000).encode(), "v.yaml"))


def test_aliases_do_not_explode() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]
    started = time.monotonic()
    with pytest.raises(Unreadable, match=r"^v\.yaml:1:5: anchors"):
        compose(decoded("\n".join(lines).encode(), "v.yaml"))
    assert time.monotonic() - started < 60


def test_a_complaint_that_nobody_has_put_into_words_is_passed_on() -> None:
    assert "something new" in in_our_words("something new").sentence


def test_odd_line_breaks_do_not_move_places() -> None:
    text = '"a\u2028b": 1\n# \x85 \u2029\n"c\u2028": @x\n'
    with pytest.raises(Unreadable, match=r"^v\.yaml:3:7: a text cannot begin"):
        compose(decoded(text.encode(), "v.yaml"))
    tree = compose(decoded('["a\u2028b", c\u2029d, \x85]'.encode(), "v.yaml"))
    assert tree.root is not None
    assert tree.root.id == "sequence"
    assert [node.value for node in tree.root.value] == ["a\u2028b", "c\u2029d", "\x85"]

"""This file is the tests of how a letter's page is read: its lines, their numbers, its declared encoding."""

from __future__ import annotations

import pytest

from catalogue.page import declared_charset, read_page


def links(html: str) -> list[tuple[str, int | None]]:
    return [(link.url, link.line) for line in read_page(html) for link in line.links]


def test_lines_of_a_page_are_those_of_its_source() -> None:
    html = (
        "<html>\n<p>x\n<a href='u'>a</a>\n\n<iframe\nsrc=v></iframe><template><a href=w></a></template><a href=x>b</a>"
    )
    assert links(html) == [("u", 3), ("v", 6), ("x", 6)]


def test_an_address_loses_the_invisible_marks_at_its_ends() -> None:
    marks = "\u200e\u200f\u200b\u2060\ufeff\u061c\u2066\u2067\u2068\u2069\u202a\u202e"
    assert links(f"<a href='{marks} https://x.int/a {marks}'>x</a>") == [("https://x.int/a", 1)]
    assert [link.text for line in read_page("<a href=u>\u200fhttps://x.int/a\u200f</a>") for link in line.links] == [""]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>\nEnglish: https://x.int/a, www.x.com", [("https://x.int/a", 1), ("http://www.x.com", 1)]),
        ("<html>\n<p>a<br>\nhttps://x.int/a", [("https://x.int/a", 2)]),
        ("<p data-line=7>a<br>https://x.int/a", [("https://x.int/a", 8)]),
        ("<a href=https://x.int/a>https://x.int/a</a>", [("https://x.int/a", 1)]),
        ("https://x.int/a", [("https://x.int/a", 1)]),
    ],
)
def test_an_address_that_is_typed_is_a_link(html: str, expected: list[tuple[str, int | None]]) -> None:
    assert links(html) == expected


def test_lines_know_where_they_begin() -> None:
    html = "<h1>a</h1>\n<p>b<br>\nc</p>\n\n<table>\n<tr><td>d</table>"
    assert [(line.text, line.number) for line in read_page(html)] == [("a", 1), ("b", 2), ("c", 2), ("d", 6)]


def test_a_line_beyond_what_the_parser_counts_is_not_known() -> None:
    assert links("\n" * 70_000 + "<a href=u>x</a>") == [("u", None)]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>One <i>two</i><p> - <p><br>three<br>four", ["One two", "three", "four"]),
        ("<pre>One\ntwo</pre>", ["One", "two"]),
        ("<p>One <a href=u>two\n three</a>", ["One two three"]),
        ("<p><a href=u>x.int</a>", [""]),
        ("<p>***", []),
    ],
)
def test_a_line_ends_where_a_reader_sees_it_end(html: str, lines: list[str]) -> None:
    assert [line.text for line in read_page(html)] == lines


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (b"<meta charset=UTF-8>", "utf-8"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=windows-1256'>", "windows-1256"),
        (b"<?xml version='1.0' encoding='koi8-r'?><html>", "koi8-r"),
        (b"<p>", None),
    ],
)
def test_the_declared_charset(page: bytes, charset: str | None) -> None:
    assert declared_charset(page) == charset

"""This file tests how a page to be inspected is got, and what is said where it cannot be."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest

from catalogue import Unreadable
from checker import Answer
from hexaglot.visiting import PAGE_BYTES, visited

PAGE = "<!DOCTYPE html><p lang=ar>رسالة</p>"


def nobody(address: str) -> Answer:
    raise Unreadable(f"{address} could not be read: it is a test; try again later")


def test_a_web_page_comes_with_its_last_address_and_its_headers() -> None:
    headers = (("content-type", "text/html; charset=windows-1256"), ("referrer-policy", "no-referrer"))
    answer = Answer(200, "https://b.example/", headers, PAGE.encode("cp1256"))
    page = visited("https://a.example/", BytesIO(), lambda _: answer)
    assert (page.html, page.address, page.headers) == (PAGE, "https://b.example/", headers)
    untold = Answer(200, "https://b.example/", (), PAGE.encode())
    assert visited("https://a.example/", BytesIO(), lambda _: untold).html == PAGE


@pytest.mark.parametrize("name", ["page.html", "page.aspx", "page", "page.php", "page.txt", "page.md"])
def test_a_file_is_read_whatever_pages_are_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PAGE.encode())
    assert visited(str(tmp_path / name), BytesIO(), nobody).html == PAGE


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (PAGE.encode("utf-16"), PAGE),
        (b"<html>a\xff\0<iframe>", "<html>a\ufffd\0<iframe>"),
        (b"x \xff <iframe src=a>", "x \ufffd <iframe src=a>"),
        (b"", ""),
    ],
)
def test_standard_input_is_read_as_a_browser_would(data: bytes, text: str) -> None:
    assert visited("-", BytesIO(data), nobody).html == text


@pytest.mark.parametrize(
    ("source", "data", "told"),
    [
        ("-", b"%PDF-1.7", "the standard input is no web page"),
        ("-", b"\x89PNG\r\n\x1a\n\0\0\xff", "the standard input is no web page"),
        ("-", b"a" * (PAGE_BYTES + 1), "the standard input is larger than 16 MB"),
        ("letter.odt", b"PK", "letter.odt is no web page"),
        ("letter.docx", b"PK\x03\x04", "letter.docx is no web page"),
        ("missing.html", None, "missing.html: there is no such file"),
        (".", None, "'.' cannot be read"),
        ("a\0b", None, "cannot be read"),
        ("https://a.example/", None, "https://a.example/ could not be read: it is a test"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, data: bytes | None, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if data is not None and source != "-":
        (tmp_path / source).write_bytes(data)
    with pytest.raises(Unreadable, match=re.escape(told)):
        visited(source, BytesIO(data or b""), nobody)


def test_what_a_site_sends_that_is_no_page_is_refused() -> None:
    answer = Answer(200, "https://a.example/x", (("content-type", "image/png"),), b"\x89PNG")
    with pytest.raises(Unreadable, match=r"https://a\.example/x is no web page"):
        visited("https://a.example/x", BytesIO(), lambda _: answer)

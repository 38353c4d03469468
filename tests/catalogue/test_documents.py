"""This file is the tests of how a letter comes in: what is read, line by line, and what is refused with a remedy."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Unreadable
from catalogue.documents import LETTER_BYTES, read_document
from catalogue.letter import read_letter

NOTHING = io.BytesIO()
MARKS = 30_000
"""A quarter of what a letter may hold: unstressing without a bound, which grows with the square, takes ten seconds."""
SECONDS = 60
"""Forty times what the slowest needs, in seconds of the processor: a guard against what does not end, no measure."""


def from_stdin(text: str | bytes) -> str:
    return read_document("-", io.BytesIO(text.encode() if isinstance(text, str) else text))


def links(html: str) -> list[tuple[str, int | None]]:
    return [(mention.url, mention.line) for mention in read_letter(html).mentions]


@pytest.mark.parametrize(
    ("name", "heading"),
    [("letter.txt", False), ("letter.text", False), ("letter.md", True), ("letter.MARKDOWN", True)],
)
def test_dashes_under_a_line_make_a_heading_only_in_markdown(tmp_path: Path, name: str, heading: bool) -> None:
    path = tmp_path / name
    path.write_text("Dear all\n--\nthe secretariat", "utf-8")
    assert ("<h2>" in read_document(str(path), NOTHING)) is heading


PAGE = "<html><head>{}</head><p>Français"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (PAGE.format("").encode(), "Français"),
        (PAGE.format("<meta charset=utf-8>").encode(), "Français"),
        (PAGE.format("<meta charset=windows-1252>").encode("cp1252"), "Français"),
        ('<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">“Fr”'.encode("cp1252"), "“Fr”"),
        ("<html><meta charset=windows-1256><p>العربية".encode("cp1256"), "العربية"),
        ("<html><meta charset=gb2312><p>中文".encode("gb18030"), "中文"),
        ("<html><meta charset=koi8-r><p>Русский".encode("koi8-r"), "Русский"),
        ("<html><meta charset=idna><p>Русский".encode(), "Русский"),
        ("<html><meta charset=nonsense><p>Русский".encode(), "Русский"),
        ("<html><meta charset=windows-1251><p>Русский".encode("utf-8-sig"), "Русский"),
        ("<html><p>Русский".encode("utf-16"), "Русский"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "letter.htm"
    path.write_bytes(data)
    assert says in read_document(str(path), NOTHING)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_is_read_in_utf(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes("العربية".encode(encoding))
    assert "<p>العربية</p>" in read_document(str(path), NOTHING)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\n <html lang=ar><p>x", True),
        ("\ufeff<table><tr><td>x", True),
        ("<https://youtu.be/a>", False),
        ("<pre-announcement>", False),
        ("x <p>", False),
    ],
)
def test_standard_input_is_text_unless_it_starts_like_html(text: str, html: bool) -> None:
    assert (from_stdin(text) == text.removeprefix("\ufeff")) is html


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("letter.docx", b"", "letter.docx: .docx files cannot be read yet; save it as text or HTML"),
        ("letter.PDF", b"", "letter.PDF: .pdf files cannot be read yet; save it as text or HTML"),
        ("letter.doc", b"", ".doc files cannot be read yet; save it as text or HTML"),
        ("letter.png", b"", "a letter is a .txt, .md or .html file, not .png; save it as text or HTML"),
        ("letter.txt", b"%PDF-1.7 ...", "holds a PDF, Word or packed file, which cannot be read yet; save it as text"),
        ("letter.txt", b"PK\x03\x04...", "holds a PDF, Word or packed file"),
        ("letter.txt", b"a\0b", "is not a text letter: it holds binary data; save the letter as text or HTML"),
        ("letter.txt", "Français".encode("cp1252"), "is not a text letter, or not in UTF-8; save it as text in UTF-8"),
        ("letter.html", "Français".encode("cp1252"), "is not a text letter, or not in UTF-8"),
        ("letter.txt", b"\xff\xfea", "is not a text letter, or not in UTF-16"),
        ("letter.txt", b"x" * (LETTER_BYTES + 1), "is larger than 5 MB (a letter is text); give the letter without"),
        ("letter.txt", b"[" * 200_000, "holds more than 120,000 lines, tags, brackets and addresses; no letter does"),
    ],
)
def test_what_is_no_letter_is_refused_with_a_remedy(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Unreadable) as refusal:
        read_document(str(path), NOTHING)
    assert says in str(refusal.value)
    assert name in str(refusal.value)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("https://www.itu.int/letter", "is a web address, which cannot be read yet; save the page as HTML"),
        ("HTTP://x", "is a web address"),
        ("missing.txt", "missing.txt: there is no such file; check the name"),
        (".", "is a folder; give the letter's file"),
        ("", "is a folder; give the letter's file"),
        ("a\0b", "cannot be read"),
        ("x" * 5_000, "cannot be read"),
    ],
)
def test_a_source_that_is_no_file_is_refused_with_a_remedy(source: str, says: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_document(source, NOTHING)
    assert says in str(refusal.value)


def test_a_file_that_we_may_not_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:  # as a file's owner would; root, who runs some tests, may read all
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Unreadable, match=r"letter.txt may not be read by you; ask its owner"):
        read_document("letter.txt", NOTHING)


def test_standard_input_larger_than_a_letter_is_not_read_to_its_end() -> None:
    stream = io.BytesIO(b"x" * (LETTER_BYTES * 2))
    with pytest.raises(Unreadable, match="the standard input is larger than 5 MB"):
        read_document("-", stream)
    assert stream.tell() == LETTER_BYTES + 1


@pytest.mark.parametrize(
    "text",
    [
        *(mark * MARKS for mark in ("<div>", ">", "> ", "[", "![", "*a ", "_a", "- ", "](", "://", "www.")),
        "<html>" + "<div>" * 100_000,  # as deep as a letter may be: here it is the stack that could end
        "<html>" + "<table><tr><td>" * (MARKS // 3),
        "<html>" + "<b><a href=x>" * (MARKS // 2),
        "word " * (LETTER_BYTES // 5),
        "x" * LETTER_BYTES,
        "a." * (LETTER_BYTES // 2),
        '"' * (LETTER_BYTES // 3),
        ("word " * 15 + "\n") * (MARKS // 2),
        "<html><a href='" + "x" * (LETTER_BYTES - 20) + "'>",
    ],
    ids=lambda text: f"{text[:16]!r}...",
)
def test_no_letter_takes_long_or_brings_the_reader_down(text: str) -> None:
    began = time.process_time()
    try:
        read_letter(from_stdin(text))
    except Unreadable as refusal:
        assert "120,000" in str(refusal)  # noqa: PT017 - either outcome is right, what counts is that it comes soon
    assert time.process_time() - began < SECONDS


@given(st.binary(max_size=60))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        from_stdin(data)
    except Unreadable as refusal:
        assert "save" in str(refusal)  # noqa: PT017 - either outcome is right

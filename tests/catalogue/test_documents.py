"""This file is the tests of how a letter comes in: what is read, line by line, and what is refused with a remedy."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import Unreadable
from catalogue.documents import read_document
from catalogue.letter import read_letter
from catalogue.source import DOCUMENT_BYTES, LETTER_BYTES, Fetched
from docx_files import docx, p, run
from docx_files import link as word_link
from pdf_files import Linked, Shown, page, pdf

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
    assert ("<h2" in read_document(str(path), NOTHING)) is heading


PACKED_ODT = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text"
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
    assert "العربية</p>" in read_document(str(path), NOTHING)


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
        ("letter.docx", b"", "letter.docx is no Word document, though it is called one; save it as .docx, PDF, text"),
        ("letter.PDF", b"", "letter.PDF is no PDF, though it is called one; save it as .docx, PDF, text or HTML anew"),
        ("letter.doc", b"", "is a .doc file, which cannot be read; open it and save it as .docx, PDF, text or HTML"),
        ("letter.odt", b"", "is a .odt file, which cannot be read; open it and save it as .docx, PDF, text or HTML"),
        ("letter.png", b"", "is a .png file; a letter is a .docx, .pdf, .txt, .md or .html file: save it as .docx"),
        ("letter.txt", b"{\\rtf1 a}", "is in RTF; save it as .docx, PDF, text or HTML"),
        ("letter.txt", b"%PDF-1.7 ...", "is no PDF that can be read; open it in a reader of PDFs and save or print it"),
        ("letter.txt", b"PK\x03\x04...", "is no Word document that can be read; open it in Word and save it as .docx"),
        (
            "letter.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "is in the form of an old Word; open it and save it as .docx",
        ),
        ("letter.docx", PACKED_ODT, "is in the form of LibreOffice (.odt); save it as .docx, PDF, text or HTML"),
        ("letter.pdf", b"%PDF-" + b"0" * DOCUMENT_BYTES, "is larger than 30 MB; give the letter without its pictures"),
        ("letter.txt", b"a\0b", "is not a text letter: it holds binary data; save the letter as text or HTML"),
        ("letter.txt", "Français".encode("cp1252"), "is not a text letter, or not in UTF-8; save it as text in UTF-8"),
        ("letter.html", "Français".encode("cp1252"), "is not a text letter, or not in UTF-8"),
        ("letter.txt", b"\xff\xfea", "is not a text letter, or not in UTF-16"),
        ("letter.txt", b"x" * (LETTER_BYTES + 1), "is larger than 5 MB; give the letter without its pictures"),
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
        (
            "ftp://www.itu.int/letter",
            "is no address that can be read; it begins with https:// or http://, or is a file",
        ),
        ("file:///etc/passwd", "is no address that can be read"),
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


EN = "https://youtu.be/OGSyYP5v6PM"
WORD = docx(p(run("English: "), word_link("r", run("watch"))), links={"r": EN})
PDF = pdf(page([Shown(50, 700, "English: watch")], [Linked((104, 690, 134, 710), EN)]))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        *(("letter.docx", WORD), ("letter.DOCX", WORD), ("letter", WORD), ("letter.txt", WORD), ("letter.pdf", WORD)),
        *(("letter.pdf", PDF), ("letter.html", PDF), ("letter", b"junk\n" + PDF), ("-", WORD), ("-", PDF)),
    ],
)
def test_word_documents_and_pdfs_are_known_by_their_first_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    html = read_document("-", io.BytesIO(data)) if name == "-" else read_document(str(path), NOTHING)
    assert links(html) == [(EN, 1)]
    assert read_letter(html).mentions[0].label in {"watch", "English"}


def test_a_page_in_utf_16_on_standard_input_is_a_page() -> None:
    assert from_stdin("<html><p>العربية".encode("utf-16")) == "<html><p>العربية"


HERE = "https://www.example.int/letters/7"


@pytest.mark.parametrize(
    ("content_type", "data", "found"),
    [
        ("text/html; charset=utf-8", f"<p>English <a href={EN}>x</a>".encode(), EN),
        ("text/html", b"<p><a href=../film.mp4>English</a>", "https://www.example.int/film.mp4"),
        ("text/html", b"<base href=//other.int/a/><p><a href=film.mp4>English</a>", "https://other.int/a/film.mp4"),
        ("text/html", b"<base target=_top><a href='?v=1'>English</a>", "https://www.example.int/letters/7?v=1"),
        ("text/html", b"<a href='http://[x'>English</a>", "http://[x"),
        ("", f"<html><a href={EN}>English</a>".encode(), EN),
        ("text/plain; charset=koi8-r", f"Английский: {EN}".encode("koi8-r"), EN),
        ("text/markdown", f"[English]({EN})".encode(), EN),
        ("text/x-unknown", f"English: {EN}".encode(), EN),
        ("application/pdf", PDF, EN),
        ("application/octet-stream", WORD, EN),
        ("application/octet-stream", f"English: {EN}".encode(), EN),
        ("text/html", PDF, EN),
    ],
)
def test_a_web_address_is_read_as_what_stands_there(content_type: str, data: bytes, found: str) -> None:
    html = read_document("https://www.example.int/short", NOTHING, lambda _: Fetched(HERE, content_type, data))
    assert [url for url, _ in links(html)] == [found]


@pytest.mark.parametrize(
    ("content_type", "data", "text"),
    [
        ("text/html; charset=windows-1256", "<meta charset=utf-8><p>العربية".encode("cp1256"), "العربية"),
        ("text/html; charset=utf-8", "\ufeff<p>Русский".encode("utf-16"), "Русский"),
        ("text/html; charset=nonsense", "<meta charset=koi8-r><p>Русский".encode("koi8-r"), "Русский"),
        ("text/html", "<meta charset=koi8-r><p>Русский".encode("koi8-r"), "Русский"),
    ],
)
def test_what_a_site_declares_counts_for_more_than_what_a_page_does(content_type: str, data: bytes, text: str) -> None:
    assert text in read_document(HERE, NOTHING, lambda url: Fetched(url, content_type, data))


@pytest.mark.parametrize(
    ("content_type", "data", "says"),
    [
        ("image/png", b"x", "is of the type image/png, which is no letter; give one in HTML, text, .docx or PDF"),
        ("video/mp4", b"x", "is of the type video/mp4"),
        ("application/pdf", b"<html>no", "is no PDF, though it is called one"),
        ("text/html", b"\0", "is not a text letter: it holds binary data"),
        ("text/html; charset=utf-8", b"\xff", "is not a text letter, or not in UTF-8"),
    ],
)
def test_what_is_no_letter_on_the_web_is_refused(content_type: str, data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_document(HERE, NOTHING, lambda url: Fetched(url, content_type, data))
    assert str(refusal.value).startswith(f"{HERE} {says}")


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


@pytest.mark.parametrize("name", ["letter.docx", "letter.pdf"])
@settings(max_examples=20, deadline=None)
@given(start=st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]), rest=st.binary())
def test_bytes_that_are_called_a_document_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, start: bytes, rest: bytes
) -> None:
    path = tmp_path_factory.mktemp("bytes") / name
    path.write_bytes(start + rest)
    try:
        read_document(str(path), NOTHING)
    except Unreadable as refusal:
        assert "save" in str(refusal) or "give" in str(refusal)  # noqa: PT017 - either outcome is right


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        from_stdin(data)
    except Unreadable as refusal:
        assert "save" in str(refusal)  # noqa: PT017 - either outcome is right

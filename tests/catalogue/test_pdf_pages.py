"""This file is the tests of PDFs made by hand: links by annotations, and what is no readable PDF."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import Unreadable
from catalogue.letter import read_letter
from catalogue.pdf.pages import PAGES, pdf_as_html
from pdf_files import Linked, Shown, page, pdf

EN = "https://youtu.be/OGSyYP5v6PM"
LINE = Shown(50, 700, "English: watch it (here)")
OVER_WATCH = (50 + 9 * 6, 697, 50 + 14 * 6, 710)
SIMPLE = page([LINE], [Linked(OVER_WATCH, EN)])


def test_a_link_is_joined_with_the_words_under_it() -> None:
    assert pdf_as_html(pdf(SIMPLE)) == f'<p>English: <a href="{EN}" data-line="1">watch</a> it (here)</p>\n'


@pytest.mark.parametrize(
    ("link", "html"),
    [
        (
            Linked((0, 0, 600, 800), EN, (50, 712, 90, 712, 50, 698, 90, 698)),
            f'<p><a href="{EN}" data-line="1">English</a>',
        ),
        (Linked((0, 0, 600, 800), EN, (1, 2, 3)), f'<p><a href="{EN}" data-line="1">English: watch it (here)</a></p>'),
        (Linked((104, 710, 134, 697), EN), f'<a href="{EN}" data-line="1">watch</a>'),
        (Linked(OVER_WATCH, " https://youtu.be/\u00e9 "), '<a href="https://youtu.be/é" data-line="1">watch</a>'),
        (Linked((300, 300, 400, 400), EN), f'<p><a href="{EN}" data-line="2">\u200b</a></p>'),
        (Linked(OVER_WATCH, " "), "<p>English: watch it (here)</p>"),
        (Linked((0, -9e9, 600, 9e9), EN), "English: watch it (here)"),
    ],
)
def test_the_boxes_of_a_link_say_what_is_linked(link: Linked, html: str) -> None:
    assert html in pdf_as_html(pdf(page([LINE], [link])))


@pytest.mark.parametrize(
    "annotation",
    [
        "<< /Subtype /Link /Rect [104 697 134 710] /Dest [3 0 R /Fit] >>",
        "<< /Subtype /Link /Rect [104 697 134 710] /A << /S /Launch /F (x) >> >>",
        "<< /Subtype /Link /Rect [104 697 134 710] /A (x) >>",
        "<< /Subtype /Link /Rect [104 697] /A << /URI (https://a.int) >> >>",
        "<< /Subtype /Link /Rect [/a /b /c /d] /A << /URI (https://a.int) >> >>",
        "<< /Subtype /Link /Rect 5 /A << /URI (https://a.int) >> >>",
        "<< /Subtype /Link /A << /URI 7 >> >>",
        "null 7 99 0 R",
    ],
)
def test_other_annotations_are_no_links(annotation: str) -> None:
    assert pdf_as_html(pdf(page([LINE]), extra=[annotation])) == "<p>English: watch it (here)</p>\n"


def test_annotations_that_are_no_list_are_none() -> None:
    data = pdf(page([LINE])).replace(b"/Annots []", b"/Annots 7 ")
    assert pdf_as_html(data) == "<p>English: watch it (here)</p>\n"


@pytest.mark.parametrize("password", [None, ""])
def test_a_pdf_that_wants_no_password_is_read(password: str | None) -> None:
    assert EN in pdf_as_html(pdf(SIMPLE, password=password))


@pytest.mark.parametrize(
    "drawn",
    [
        "1 w 45 690 m 300 690 l S 100 680 m 100 720 l S",
        "45 690 400 40 re S 0 0 1 1 re f 45 690 2 1 re f 30 690 4 4 re f",
        "45 690 m 50 700 l 60 690 l 45 690 l f",
    ],
)
def test_what_is_drawn_besides_changes_no_word(drawn: str) -> None:
    assert "English: watch it (here)" in pdf_as_html(pdf(page([LINE], drawn=drawn)))


def test_borders_make_rows() -> None:
    texts = [
        *(Shown(50, 700, "English"), Shown(150, 700, "https://youtu.be/OGSyY"), Shown(150, 686, "P5v6PM?t=1")),
        *(Shown(50, 672, "Arabic"), Shown(150, 672, "youtu.be/wwHOsWsInD0")),
    ]
    boxes = "45 683 300 28 re S 45 669 300 14 re S 140 669 205 42 re S"
    mentions = read_letter(pdf_as_html(pdf(page(texts, drawn=boxes)))).mentions
    assert [(mention.url, mention.label, mention.hints) for mention in mentions] == [
        (f"{EN}?t=1", "English", ()),
        ("http://youtu.be/wwHOsWsInD0", "Arabic", ()),
    ]


def test_a_page_that_is_turned_is_read_as_it_is_seen() -> None:
    turned = "BT /F 10 Tf 0 1 -1 0 300 50 Tm (English) Tj ET"
    content, links, _ = page([], [Linked((290, 48, 302, 95), EN)], drawn=turned, rotate=90)
    assert pdf_as_html(pdf((content, links, 90))) == f'<p><a href="{EN}" data-line="1">English</a></p>\n'


def test_a_sign_without_a_name_is_said_to_be_there() -> None:
    data = pdf(page([Shown(50, 700, "a\x01b")])).replace(b"/Encoding /WinAnsiEncoding", b"/Encoding /StandardEncoding")
    assert pdf_as_html(data) == "<p>a\ufffdb</p>\n"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is no PDF that can be read"),
        (b"%PDF-1.7 ...", "is no PDF that can be read"),
        (pdf(SIMPLE)[:300], "is no PDF that can be read"),
        (pdf(SIMPLE, password="x"), "is protected by a password; open it, save it without one"),  # noqa: S106 - a test's
        (pdf(page([], drawn="q 600 0 0 800 0 0 cm /I Do Q")), "holds only pictures of pages; let a program for text"),
        (pdf(page([])), "holds no text"),
        (pdf(*([page([])] * (PAGES + 1))), "holds more than a letter (100 pages"),
        (pdf(page([], drawn="BT /F 9 Tf " + "(aaaaaaaaaa) Tj " * 10_001 + "ET")), "holds more than a letter"),
    ],
)
def test_what_is_no_readable_pdf_is_refused_with_a_remedy(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=re.escape(says)):
        pdf_as_html(data)


@settings(deadline=None)
@given(st.data())
def test_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    whole = pdf(SIMPLE)
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        pdf_as_html(bytes(damaged))
    except Unreadable as refusal:
        assert str(refusal)  # noqa: PT017 - either outcome is right


@settings(deadline=None)
@given(st.text("0123456789 /<>[]()RSTBEQqcmfFIDoJdTmjlrew.-", max_size=200))
def test_any_drawing_is_read_or_refused(drawn: str) -> None:
    try:
        pdf_as_html(pdf(page([LINE], drawn=drawn)))
    except Unreadable as refusal:
        assert str(refusal)  # noqa: PT017 - either outcome is right

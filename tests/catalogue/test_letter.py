"""This file is the tests of what a letter's HTML says: its links, what it calls them, its text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.documents import read_document
from catalogue.letter import Mention, read_letter

LETTERS = Path(__file__).parent / "letters"


def labels(html: str) -> list[tuple[str, str]]:
    return [(mention.url, mention.label) for mention in read_letter(html).mentions]


def of_text(text: str) -> list[tuple[str, str]]:
    return labels(read_document("-", io.BytesIO(text.encode())))


def test_the_letter_of_2021_names_six_links() -> None:
    letter = read_letter(read_document(str(LETTERS / "itu-wtisd-2021-video-message.txt"), io.BytesIO()))
    assert letter.title == "World Telecommunication and Information Society Day 2021 (WTISD 2021)"
    assert letter.mentions == (
        Mention("https://youtu.be/OGSyYP5v6PM", "English", 13),
        Mention("https://youtu.be/FmrrS4BiAW8", "Français", 14),
        Mention("https://youtu.be/jyVi5-NFNBU", "Español", 15),
        Mention("https://youtu.be/wwHOsWsInD0", "عربي", 16),
        Mention("https://youtu.be/-FWuObmSstQ", "中文", 17),
        Mention("https://youtu.be/hmM44jmcE3g", "Русский", 18),
    )
    assert letter.text.startswith("World Telecommunication and Information Society Day 2021 (WTISD 2021) Message from")
    assert letter.text.endswith("Until then, stay safe, stay well and be strong!")


def test_the_circular_of_2021_has_a_subject_and_no_link_that_leads_anywhere() -> None:
    letter = read_letter(read_document(str(LETTERS / "itu-circular-2021-05-06.txt"), io.BytesIO()))
    assert letter.title == (
        "World Telecommunication and Information Society Day (WTISD), 17 May 2021 "
        "“Accelerating digital transformation in challenging times”"
    )
    assert [mention.url for mention in letter.mentions] == ["#"] * 5
    assert [mention.label for mention in letter.mentions] == [
        "Advocacy toolkit",
        "Call to Action",
        "programme",
        "register",
        "WTISD website",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- English <https://x.int/a>", [("https://x.int/a", "English")]),
        ("English: https://x.int/a", [("https://x.int/a", "English")]),
        ("Arabic (العربية) – https://x.int/a", [("https://x.int/a", "Arabic (العربية)")]),
        ("\u200fالعربية\u200f: https://x.int/a", [("https://x.int/a", "العربية")]),
        ("🇫🇷 Français: https://x.int/a", [("https://x.int/a", "Français")]),
        ("[FR] https://x.int/a", [("https://x.int/a", "FR")]),
        ("[EN]: https://x.int/a", [("https://x.int/a", "EN")]),
        (
            "[English](https://x.int/a) | [Français](https://x.int/b)",
            [("https://x.int/a", "English"), ("https://x.int/b", "Français")],
        ),
        (
            "English: https://x.int/a, Français: https://x.int/b",
            [("https://x.int/a", "English"), ("https://x.int/b", "Français")],
        ),
        ("Links: English https://x.int/a", [("https://x.int/a", "English")]),
        ("Please watch. English https://x.int/a", [("https://x.int/a", "English")]),
        ("English - Français: https://x.int/a", [("https://x.int/a", "English - Français")]),
        ("https://x.int/a (English)", [("https://x.int/a", "English")]),
        (
            "English\nhttps://x.int/a\nFrançais\nhttps://x.int/b",
            [("https://x.int/a", "English"), ("https://x.int/b", "Français")],
        ),
        (
            "English\n\nhttps://x.int/a\n\nFrançais\n\nhttps://x.int/b",
            [("https://x.int/a", "English"), ("https://x.int/b", "Français")],
        ),
        ("## English\n\nhttps://x.int/a", [("https://x.int/a", "English")]),
        (
            "## English\n\nHere is the message of the Secretary-General.\n\nhttps://x.int/a",
            [("https://x.int/a", "English")],
        ),
        ("| Language | Video |\n|---|---|\n| English | https://x.int/a |", [("https://x.int/a", "English")]),
        (
            "| | English | Français |\n|---|---|---|\n| WTISD | https://x.int/a | https://x.int/b |",
            [("https://x.int/a", "English"), ("https://x.int/b", "Français")],
        ),
        ("https://x.int/a", [("https://x.int/a", "")]),
        ("A sentence of more than four words.\n\nhttps://x.int/a", [("https://x.int/a", "")]),
        ("word " * 60 + "https://x.int/a", [("https://x.int/a", ("word " * 60)[:80] + "…")]),
    ],
)
def test_text_calls_its_links(text: str, expected: list[tuple[str, str]]) -> None:
    assert of_text(text) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a href=u>English</a>", [("u", "English")]),
        ("<p>English: <a href='u'>youtu.be/x</a>", [("u", "English")]),
        ("<p>English: <a href='u'>https://youtu.be/x</a>", [("u", "English")]),
        ("<a href=' \n u '> Eng\n lish </a>", [("u", "Eng lish")]),
        ("<a href='u\nv\tw'>x y</a>", [("uvw", "x y")]),
        ("<a href=u><img src=f alt='Français'></a>", [("u", "Français")]),
        ("<a href=u><p>Eng<div>lish</div></a>", [("u", "Eng lish")]),
        ("<a name=x>English</a><a href=''>x</a><a>y</a>", []),
        ("<h2>English</h2><iframe src=u title='YouTube video player'></iframe>", [("u", "English")]),
        ("<h2><span>English</span></h2><p><a href=u>https://x.int/</a>", [("u", "English")]),
        (
            "<dl><dt>English<dd><a href=u>x.int</a><dt>Русский<dd><a href=v>x.int</a></dl>",
            [("u", "English"), ("v", "Русский")],
        ),
        (
            "<ul><li>English<ul><li><a href=u>x.int</a></ul><li>Русский<ul><li><a href=v>x.int</a></ul></ul>",
            [("u", "English"), ("v", "Русский")],
        ),
        (
            "<p><a href=u>English</a> | <a href=v>Français</a> | <a href=w>العربية</a>",
            [("u", "English"), ("v", "Français"), ("w", "العربية")],
        ),
        (
            "<pre>English:  <a href=u>x.int</a>\nFrançais: <a href=v>x.int</a></pre>",
            [("u", "English"), ("v", "Français")],
        ),
        (
            "<table><tr><th>English<th>Français<tr><td><a href=u>x.int</a><td><a href=v>x.int</a></table>",
            [("u", "English"), ("v", "Français")],
        ),
        (
            "<table><tr><td>English<td>Français<tr><td><a href=u>x.int</a><td><a href=v>x.int</a></table>",
            [("u", "English"), ("v", "Français")],
        ),
        (
            "<table><tr><td>English<td><a href=u>x.int</a><tr><td>Français<td><a href=v>x.int</a></table>",
            [("u", "English"), ("v", "Français")],
        ),
        ("<table><tr><td><a href=u>x.int</a><td>English</table>", [("u", "English")]),
        (
            "<table><tr><th colspan=2>Français<th>English<tr><td>x<td><a href=v>x.int</a><td><a href=u>y.int</a>",
            [("v", "Français"), ("u", "English")],
        ),
        (
            "<table><tr><td>English<tr><td><a href=u>x.int</a><tr><td>Français<tr><td><a href=v>x.int</a></table>",
            [("u", "English"), ("v", "Français")],
        ),
        ("<table><tr><td><table><tr><td>English<td><a href=u>x.int</a></table></table>", [("u", "English")]),
        ("<td>English<a href=u>x.int</a></td><tr><td></tr>", [("u", "English")]),
        ("<table><tr><td>English<td><a href=u>x.int<tr><td>عربي<td><a href=v>x.int", [("u", "English"), ("v", "عربي")]),
        ("<div dir=rtl><p>العربية: <a href=u>x.int</a></div>", [("u", "العربية")]),
        ("<script><a href=u>x</a></script><style>x</style><!-- <a href=v>x</a> --><title>y</title>", []),
        ("<template><a href=u>English</a></template>", []),
        ("<a href=u>Eng<a href=v>lish", [("u", "Eng"), ("v", "lish")]),
        ("<table><tr></table><table><a href=u>English</a></table>", [("u", "English")]),
    ],
)
def test_html_calls_its_links(html: str, expected: list[tuple[str, str]]) -> None:
    assert labels(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # the link says “Watch”; the row, the column or the line before says what
        ("<table><tr><td>English<td><a href=u>Watch</a></table>", [("Watch", ("English",))]),
        ("<p>English: <a href=u>Watch</a>", [("Watch", ("English",))]),
        # what several links say is no name, so what stands above may be one
        (
            "<h2>English</h2><p><a href=u>Watch</a></p><h2>Français</h2><p><a href=v>Watch</a></p>",
            [("Watch", ("English",)), ("Watch", ("Français",))],
        ),
        # but what one link says is its name, known or not
        ("<h2>English</h2><p><a href=u>Klingon</a></p>", [("Klingon", ())]),
        # names first, addresses later: both names stand there, and contradict each other
        (
            "<p>English<p>Français<p><a href=u>x.int</a><p><a href=v>x.int</a>",
            [("Français", ("English",)), ("Français", ("English",))],
        ),
        # the first row is no head where names and links take turns
        ("<table><tr><td>English<tr><td><a href=u>x.int</a><tr><td>Français<tr><td>x</table>", [("English", ())]),
    ],
)
def test_what_else_may_name_a_link(html: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(mention.label, mention.hints) for mention in read_letter(html).mentions] == expected


def test_the_text_is_what_can_be_read() -> None:
    html = "<head><title>t</title></head><p>One  <b>two</b><p>***<p><a href=u>three</a> <a href=v>x.int</a><script>4"
    assert read_letter(html).text == "One two\nthree"


@pytest.mark.parametrize(
    "html", ["./letter", "letter.html", "<?xml version='1.0' encoding='utf-16'?><p>", "\ud800<p>\0"]
)
def test_nothing_warns_and_nothing_fails(html: str) -> None:
    assert read_letter(html).mentions == ()


PIECES = [
    *(
        "<p>",
        "</p>",
        "<a href=u>",
        "</a>",
        "<b>",
        "<table>",
        "<tr>",
        "<td>",
        "<th colspan=9>",
        "</table>",
        "<h1>",
        "</h1>",
    ),
    *("<br>", "<pre>", "<li>", "\n", "x", "English"),
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_broken_html_keeps_all_its_links(html: str) -> None:
    assert [mention.url for mention in read_letter(html).mentions] == ["u"] * html.count("<a href=u>")


@given(st.text())
def test_any_text_is_read(html: str) -> None:
    letter = read_letter(html)
    assert letter.title is None or 0 < len(letter.title) <= 300

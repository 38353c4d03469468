"""This file is the tests of PDFs as a browser prints them: real layouts, links shown or hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from catalogue.letter import Letter, read_letter
from catalogue.pdf.pages import pdf_as_html
from proof.browser import chromium, visit
from proof.world import Document

pytestmark = pytest.mark.browser

IDS = ("OGSyYP5v6PM", "wwHOsWsInD0", "x8bW7bRgkCE", "4QvM8JhBBVw", "eYk1f0nvR7M", "8ZtI1Yr9Jk8")
ADDRESSES = tuple(f"https://www.youtube.com/watch?v={one}" for one in IDS)
NAMES = ("English", "Français", "Español", "العربية", "中文", "Русский")
IN_ARABIC = ("الإنجليزية", "الفرنسية", "الإسبانية", "العربية", "الصينية", "الروسية")
IN_CHINESE = ("英文", "法文", "西班牙文", "阿拉伯文", "中文", "俄文")
EACH = tuple(zip(NAMES, ADDRESSES, strict=True))

Print = Callable[[str], Letter]


@pytest.fixture(scope="module")
def printed() -> Iterator[Print]:
    """Prints a page and reads the PDF."""
    with chromium() as browser:

        def print_(html: str) -> Letter:
            document = Document(f'<!DOCTYPE html><meta charset="utf-8"><title>x</title>{html}')
            with visit(browser, "http://letter.test/", lambda _: document) as seen:
                return read_letter(pdf_as_html(seen.page.pdf(format="A4")))

        yield print_


def link(address: str, text: str | None = None) -> str:
    return f'<a href="{address}">{text or address}</a>'


def rows(*lines: tuple[str, ...]) -> str:
    return "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in lines)


def narrow(text: str) -> str:
    return f'<div style="word-break: break-all; width: 150px">{text}</div>'


LISTS = {
    "a list": "<ul>" + "".join(f"<li>{name}: {link(url)}</li>" for name, url in EACH) + "</ul>",
    "names are the links": "<p>" + " | ".join(link(url, name) for name, url in EACH) + "</p>",
    "plain addresses": "".join(f"<p>{name}: {url}</p>" for name, url in EACH),
    "in a narrow column": '<div style="width: 160px; word-break: break-all">'
    + "".join(f"<p>{name}: {url}</p>" for name, url in EACH)
    + "</div>",
    "languages in the first column": f"<table border=1>{rows(*((name, link(url)) for name, url in EACH))}</table>",
    "a table without borders": f"<table cellpadding=8>{rows(*((name, link(url)) for name, url in EACH))}</table>",
    "addresses broken in cells": "<table border=1 style='width: 500px'>"
    + rows(*((name, "A film of some length for all to see", narrow(url)) for name, url in EACH))
    + "</table>",
}


@pytest.mark.parametrize("html", LISTS.values(), ids=LISTS)
def test_each_address_is_named_by_what_stands_beside_it(printed: Print, html: str) -> None:
    mentions = printed(f'<body lang="en"><h1>Video message</h1><p>Dear all,</p>{html}<p>Kind regards</p>').mentions
    assert [mention.url for mention in mentions] == list(ADDRESSES)
    assert [(name in (mention.label, *mention.hints)) for name, mention in zip(NAMES, mentions, strict=True)] == [
        True
    ] * 6


HEAD_ROWS = {
    "borders": ("ltr", "border=1", NAMES),
    "no borders": ("ltr", "cellpadding=8", NAMES),
    "right to left": ("rtl", "border=1", IN_ARABIC),
    "right to left without borders": ("rtl", "cellpadding=8", IN_ARABIC),
}


@pytest.mark.parametrize(("direction", "kind", "names"), HEAD_ROWS.values(), ids=HEAD_ROWS)
def test_languages_in_the_head_row_name_the_links_under_them(
    printed: Print, direction: str, kind: str, names: tuple[str, ...]
) -> None:
    table = rows(names, tuple(link(url, "Watch" if direction == "ltr" else "شاهد") for url in ADDRESSES))
    mentions = printed(f'<body dir="{direction}"><table {kind}>{table}</table>').mentions
    assert [mention.url for mention in mentions] == list(ADDRESSES)
    told = [[name for name in (mention.label, *mention.hints) if name in names] for mention in mentions]
    assert told == [[name] for name in names]


def test_an_arabic_letter_is_read_in_its_order(printed: Print) -> None:
    items = "".join(f"<li>{name}: {link(url)}</li>" for name, url in zip(IN_ARABIC, ADDRESSES, strict=True))
    letter = printed(
        '<body dir="rtl" lang="ar"><h1>اليوم العالمي للاتصالات ومجتمع المعلومات 2021</h1>'
        f"<p>رسالة الأمين العام، هولين جاو Houlin Zhao (17 مايو 2021):</p><ul>{items}</ul>"
    )
    assert letter.title == "اليوم العالمي للاتصالات ومجتمع المعلومات 2021"
    assert "رسالة الأمين العام، هولين جاو Houlin Zhao (17 مايو 2021):" in letter.text
    assert [(mention.label, mention.url) for mention in letter.mentions] == list(zip(IN_ARABIC, ADDRESSES, strict=True))


def test_a_chinese_letter_is_read(printed: Print) -> None:
    lines = "".join(f"<p>{name}：{url}</p>" for name, url in zip(IN_CHINESE, ADDRESSES, strict=True))
    letter = printed(f'<body lang="zh"><h1>2021年世界电信和信息社会日</h1>{lines}')
    assert letter.title == "2021年世界电信和信息社会日"
    assert [(mention.label, mention.url) for mention in letter.mentions] == list(
        zip(IN_CHINESE, ADDRESSES, strict=True)
    )


def test_a_link_on_a_picture_and_one_over_two_lines_are_links(printed: Print) -> None:
    picture = '<svg width="60" height="40"><rect width="60" height="40"/></svg>'
    words = (
        "a film that many people in many countries have been waiting for since the last one was shown to all of them"
    )
    mentions = printed(f"<p>{link(ADDRESSES[0], picture)}</p><p>See {link(ADDRESSES[1], words)}</p>").mentions
    assert [(mention.url, mention.label[:26]) for mention in mentions][1] == (
        ADDRESSES[1],
        "a film that many people in",
    )
    assert [mention.url for mention in mentions] == list(ADDRESSES[:2])

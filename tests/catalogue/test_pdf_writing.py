"""This file is the tests of what is written of a PDF's pages: headings, lines, and addresses that go over lines."""

from __future__ import annotations

import pytest

from catalogue.letter import read_letter
from catalogue.pdf.glyphs import Glyph, Sheet
from catalogue.pdf.writing import as_html
from printed import signs

EN, AR = "https://youtu.be/OGSyYP5v6PM", "https://youtu.be/wwHOsWsInD0"


def sheet(*rows: str, size: float = 10) -> Sheet:
    return Sheet(tuple(sign for place, row in enumerate(rows) for sign in signs(row, y=700 - 14 * place, size=size)))


def links(*sheets: Sheet) -> list[tuple[str, int | None]]:
    return [(mention.url, mention.line) for mention in read_letter(as_html(sheets)).mentions]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["English:", EN], [(EN, 2)]),
        (
            ["English: https://www.youtube.co", "m/watch?v=OGSyYP5v6PM"],
            [("https://www.youtube.com/watch?v=OGSyYP5v6PM", 1)],
        ),
        (
            ["See https://www.youtube.com/watch?", "v=OGSyYP5v6PM, please"],
            [("https://www.youtube.com/watch?v=OGSyYP5v6PM", 1)],
        ),
        (["See https://", "youtu.be/OGSyYP5v6PM"], [(EN, 1)]),
        (["https://youtu.be/OGSyYP5v6", "PM9", "Arabic: " + AR], [("https://youtu.be/OGSyYP5v6", 1), (AR, 3)]),
        (["https://youtu.be/OGSyYP5v6P", "M and more of the same"], [("https://youtu.be/OGSyYP5v6P", 1)]),
        (["A long line before the link which is here", EN, "2021"], [(EN, 2)]),
        ([EN, "with"], [(EN, 1)]),
        ([EN, "2021"], [(EN, 1)]),
        ([EN, "kX9"], [(EN + "kX9", 1)]),
        (["office@itu.int", "a/b"], []),
        (["(https://youtu.be/OGSyYP5v6PM)", "a/b"], [(EN, 1)]),
    ],
)
def test_an_address_that_filled_its_line_goes_on_in_the_next(
    rows: list[str], found: list[tuple[str, int | None]]
) -> None:
    assert links(sheet(*rows)) == found


def test_lines_are_counted_through_all_pages() -> None:
    assert links(sheet("a", "b"), Sheet(), sheet("c", EN)) == [(EN, 4)]


def test_a_link_over_two_lines_is_one_link() -> None:
    page = Sheet((*signs("See the", y=700), *signs("Arabic", 40, 700, url=AR), *signs("video", y=686, url=AR)))
    assert as_html([page]) == f'<p>See the <a href="{AR}" data-line="1">Arabic<br>\nvideo</a></p>\n'


def test_links_of_two_addresses_in_two_lines_are_two() -> None:
    page = Sheet((*signs("English", y=700, url=EN), *signs("Arabic", y=686, url=AR)))
    assert links(page) == [(EN, 1), (AR, 2)]


def test_an_address_shown_over_a_link_is_no_second_link() -> None:
    assert links(Sheet((*signs("Arabic: ", y=700), *signs("youtu.be/x", 40, 700, url=AR)))) == [(AR, 1)]


def test_a_shown_address_does_not_go_on_after_its_link() -> None:
    page = Sheet((*signs(EN, y=700, url=EN), *signs("a/b", y=686)))
    assert links(page) == [(EN, 1)]


def test_what_is_much_larger_than_most_is_a_heading() -> None:
    title = tuple(signs("World Day 2021", y=760, size=16))
    assert as_html([Sheet((*title, *sheet("Dear all,", "the videos <b>").glyphs))]) == (
        "<h2>World Day 2021</h2>\n<p>Dear all,<br>\nthe videos &lt;b&gt;</p>\n"
    )


def test_a_table_is_read_from_the_side_that_its_page_is() -> None:
    rows = ("Watch    Watch", "one      two")
    left = Sheet(tuple(sign for n, row in enumerate(rows) for sign in wide(row, 700 - 14 * n)))
    right = Sheet((*left.glyphs, *signs("لكم جميعا تحية طيبة وبعد أما"[::-1], y=600)))
    assert "<tr><td>Watch</td><td>Watch</td></tr>\n<tr><td>one</td><td>two</td></tr>" in as_html([left])
    assert "<tr><td>two</td><td>one</td></tr>" in as_html([right])


def test_an_empty_cell_is_a_cell() -> None:
    rows = ("a    b    c", "a         c", "a    b    c")
    page = Sheet(tuple(sign for n, row in enumerate(rows) for sign in wide(row, 700 - 14 * n)))
    assert "<tr><td>a</td><td></td><td>c</td></tr>" in as_html([page])


def test_no_page_says_nothing() -> None:
    assert as_html([]) == ""


def wide(row: str, y: float) -> list[Glyph]:
    """The row without its spaces: what is written in cells stands at places."""
    return [sign for sign in signs(row, y=y) if sign.text != " "]

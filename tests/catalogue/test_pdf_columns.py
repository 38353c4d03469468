"""This file is the tests of columns: which lines are a table, which are one row, which a paragraph."""

from __future__ import annotations

import pytest

from catalogue.pdf.blocks import Paragraph, blocks
from catalogue.pdf.glyphs import PrintedLine, Rule
from printed import line

Told = list[str] | list[list[str]]
WIDTH = 200


def told(lines: list[PrintedLine], rules: list[Rule], *, right_to_left: bool = False) -> list[Told]:
    """A paragraph as its lines, a table as its rows; a cell's lines are joined by a stroke."""
    return [
        [one.text for one in block.lines]
        if isinstance(block, Paragraph)
        else [[" / ".join(part.text for part in cell.lines) if cell else "" for cell in row] for row in block.rows]
        for block in blocks(lines, rules, right_to_left=right_to_left)
    ]


def page(*rows: str, pitch: float = 14) -> list[PrintedLine]:
    """Lines from the top down; an empty one leaves its place free."""
    return [line(row, y=700 - number * pitch) for number, row in enumerate(rows) if row]


def level(*rows: int, x0: float = -2, x1: float = WIDTH, pitch: float = 14) -> list[Rule]:
    """Borders above these rows."""
    return [Rule(x0, y, x1, y) for y in (700 - row * pitch + 10.5 for row in rows)]


def standing(*columns: int, rows: int, pitch: float = 14) -> list[Rule]:
    """Borders beside these columns of letters, one for each row."""
    return [
        Rule(column * 5, 700 - row * pitch - 3, column * 5, 700 - row * pitch + 10.5)
        for column in columns
        for row in range(rows)
    ]


@pytest.mark.parametrize(
    ("lines", "blocks_"),
    [
        ([], []),
        (page("One", "two", "", "", "three"), [["One", "two"], ["three"]]),
        ([line("Large", y=700, size=16), line("small", y=684)], [["Large"], ["small"]]),
        (page("English     https://a.int"), [["English https://a.int"]]),
        (
            page("Dear all,", "English     https://a.int", "Français    https://b.int", "Thanks"),
            [["Dear all,"], [["English", "https://a.int"], ["Français", "https://b.int"]], ["Thanks"]],
        ),
        (
            page("English  Français  Español", "Watch    Watch     Watch"),
            [[["English", "Français", "Español"], ["Watch", "Watch", "Watch"]]],
        ),
        (
            page("Please find the links below, all of them", "English     https://a.int"),
            [["Please find the links below, all of them", "English https://a.int"]],
        ),
        (
            page("English    one", "French     two", "", "", "", "", "", "", "", "Arabic     far", "Chinese    off"),
            [[["English", "one"], ["French", "two"]], [["Arabic", "far"], ["Chinese", "off"]]],
        ),
        (
            page(
                "English    World Day with a    https://a",
                "           long title",
                "French     Journée             https://b",
            ),
            [[["English", "World Day with a / long title", "https://a"], ["French", "Journée", "https://b"]]],
        ),
        (
            page("a    b", *(f"     line {number}" for number in range(9)), "c    d"),
            [["a b", *(f"line {number}" for number in range(9)), "c d"]],
        ),
        (
            page("English    one    https://a", "           two    https://b", "French     six    https://c"),
            [[["English", "one", "https://a"], ["", "two", "https://b"], ["French", "six", "https://c"]]],
        ),
        (
            page("English    https://a.int/watch?", "           v=123", "French     https://a.int/w"),
            [[["English", "https://a.int/watch? / v=123"], ["French", "https://a.int/w"]]],
        ),
        (
            page("English    https://a.int/watch?", "French     https://a.int/watch?", "           v=123"),
            [[["English", "https://a.int/watch?"], ["French", "https://a.int/watch? / v=123"]]],
        ),
    ],
)
def test_lines_that_leave_the_same_gaps_free_are_a_table(lines: list[PrintedLine], blocks_: list[Told]) -> None:
    assert told(lines, []) == blocks_


BORDERED = page(
    "Language  Title   Link",
    "          World   https://a.int/",
    "English",
    "          Day     watch",
    "          Jour-   https://b.int/",
    "French    née     watch",
)


def test_borders_say_which_lines_are_one_row() -> None:
    rules = [*level(0, 1, 4, 6), *standing(-1, 9, 17, 40, rows=6)]
    assert told(BORDERED, rules) == [
        [
            ["Language", "Title", "Link"],
            ["English", "World / Day", "https://a.int/ / watch"],
            ["French", "Jour- / née", "https://b.int/ / watch"],
        ]
    ]


def test_a_table_may_begin_with_a_line_that_stands_alone_in_its_cell() -> None:
    lines = page(
        "                  https://a", "English   World", "                  .int/b", "French    Monde   https://c"
    )
    rules = [*level(0, 3, 4), *standing(-1, 9, 17, 40, rows=4)]
    assert told(lines, [])[0] == ["https://a"]
    assert told(lines, rules) == [[["English", "World", "https://a / .int/b"], ["French", "Monde", "https://c"]]]


def test_borders_may_be_in_pieces_with_joints_between_them() -> None:
    pieces = [
        *level(0, 1, 4, 6, x0=-2, x1=43.5),
        *level(0, 1, 4, 6, x0=46.5, x1=84),
        *level(0, 1, 4, 6, x0=86, x1=WIDTH),
    ]
    assert told(BORDERED, [*pieces, *standing(-1, 9, 17, 40, rows=6)])[0][1] == [
        "English",
        "World / Day",
        "https://a.int/ / watch",
    ]


def test_the_stroke_under_a_link_is_no_border() -> None:
    lines = page("English    https://a.int/watch?", "           v=123456789", "French     https://b.int/watch")
    strokes = [*level(1, x0=55, x1=130), *level(2, x0=55, x1=110)]
    rules = [*strokes, *standing(9, rows=3)]
    assert told(lines, rules)[0] == [
        ["English", "https://a.int/watch? / v=123456789"],
        ["French", "https://b.int/watch"],
    ]


def test_a_line_under_the_head_alone_makes_no_rows_of_many_lines() -> None:
    lines = page("Language    Link", "English     https://a.int", "French      https://b.int")
    assert told(lines, level(0, 1, 3)) == [
        [["Language", "Link"], ["English", "https://a.int"], ["French", "https://b.int"]]
    ]


def test_a_border_parts_columns_that_stand_as_close_as_words() -> None:
    lines = [line("English a.int", y=700), line("French  b.int", y=686)]
    assert told(lines, []) == [["English a.int", "French b.int"]]
    assert told(lines, [Rule(37, 680, 37, 715)]) == [[["English", "a.int"], ["French", "b.int"]]]


def test_names_are_in_the_column_that_is_read_first() -> None:
    lines = page("A long title    French", "of a film", "another         Arabic")
    assert told(lines, []) == [[["A long title", "French"], ["of a film", ""], ["another", "Arabic"]]]
    assert told(lines, [], right_to_left=True) == [[["A long title / of a film", "French"], ["another", "Arabic"]]]


EACH_WITH_ITS_OWN = [
    line("English:", y=700),
    line("https://a.int", y=686),
    line("Français:", y=672),
    line("https://b.int", y=658),
    line("Arabic:", x=150, y=693),
    line("https://c.int", x=150, y=679),
    line("Thanks", x=150, y=665),
]


def by_height(lines: list[PrintedLine]) -> list[PrintedLine]:
    return sorted(lines, key=lambda one: -one.y)


def test_columns_that_each_name_their_links_are_read_one_after_the_other() -> None:
    left = ["English:", "https://a.int", "Français:", "https://b.int"]
    right = ["Arabic:", "https://c.int", "Thanks"]
    above, below = "A line that goes across the whole page, from side to side", "And another one below the columns"
    lines = by_height([line(above, y=728), *EACH_WITH_ITS_OWN, line(below, y=630)])
    assert told(lines, []) == [[above], left, right, [below]]
    assert told(lines, [], right_to_left=True) == [[above], right, left, [below]]


def test_names_on_the_same_height_as_those_beside_them_stay_with_their_links() -> None:
    lines = page("English:          Arabic:", "https://a.int     https://b.int", "Français:         Russian:")
    assert told(lines, []) == [["English:", "https://a.int", "Français:"], ["Arabic:", "https://b.int", "Russian:"]]


def test_what_is_drawn_across_the_gap_makes_rows_of_a_table() -> None:
    lines = page("English:          Arabic:", "https://a.int     https://b.int")
    assert told(lines, level(1)) == [[["English:", "Arabic:"], ["https://a.int", "https://b.int"]]]
    assert told(lines, level(1, x1=60)) == [["English:", "https://a.int"], ["Arabic:", "https://b.int"]]


def test_a_column_without_names_or_without_links_belongs_to_the_one_beside_it() -> None:
    bare = page("English: https://a.int   https://b.int", "Arabic: https://c.int    https://d.int")
    assert told(bare, []) == [[["English: https://a.int", "https://b.int"], ["Arabic: https://c.int", "https://d.int"]]]


def test_a_long_text_has_no_columns() -> None:
    lines = page(*["One line of a text that goes on"] * 50)
    assert told(lines, []) == [["One line of a text that goes on"] * 50]

"""This file is the tests of reading order: lines as the eye sees them from left to right, and as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.pdf.lines import printed_lines
from catalogue.pdf.order import leans_right_to_left, pieces
from printed import line, signs

EN = "https://youtu.be/OGSyYP5v6PM"


def back(text: str) -> str:
    return text[::-1]


@pytest.mark.parametrize(
    ("seen", "right_to_left", "written"),
    [
        ("English: a (b) 17-05", False, "English: a (b) 17-05"),
        ("English: a (b) 17-05", True, "English: a (b) 17-05"),
        ("2021年", True, "2021年"),
        (back("العربية"), True, "العربية"),
        (back("العربية"), False, "العربية"),
        (f"{EN} :{back('العربية')}", True, f"العربية: {EN}"),
        (f"{back('العربية')}: {EN}", False, f"العربية: {EN}"),
        (f"English | {back('اللغة العربية')} | Русский", False, "English | اللغة العربية | Русский"),
        (f":({back('مايو')} 17) {back('جاو')}", True, "جاو (17 مايو):"),
        (f"2021 (YouTube) {back('هنا')}", True, "هنا (YouTube) 2021"),
        (f"{back('في')} Houlin Zhao {back('كلمة')}", True, "كلمة Houlin Zhao في"),
        (f"17-05-2021 {back('يوم')}", True, "يوم 17-05-2021"),
        (f"12 2021 {back('مايو')}", True, "مايو 2021 12"),
        (f"WTISD 2021 {back('يوم')}", True, "يوم WTISD 2021"),
        (f"{back('أ')} f(x) {back('ب')}", True, "ب f(x) أ"),
        (f"(a {back('ب')}", True, "ب a)"),
        (f"Say «{back('أهلا، 2 مرحبا')}» now", False, "Say «أهلا، 2 مرحبا» now"),
        ("\ufee2\ufee0\ufecc\ufedf\ufe8d", True, "العلم"),
        ("\ufefb", True, "لا"),
        ("英\u2f42", False, "英文"),
        ("\ufb01lm", False, "film"),
        ("\uff21\uff1a", False, "\uff21\uff1a"),
    ],
)
def test_a_line_is_read_as_it_was_written(seen: str, right_to_left: bool, written: str) -> None:
    assert "".join(text for text, _ in pieces(line(seen), right_to_left=right_to_left)) == written


def test_a_ligature_keeps_its_letters_in_their_order() -> None:
    glyphs = [*signs(back("ية")), *signs("ا", 10)]
    ligature = [type(glyphs[0])("لا", 15, 20, 0, 10)]
    assert pieces(printed_lines([*glyphs, *ligature])[0], right_to_left=True) == (("لااية", ""),)


def test_what_is_linked_to_one_address_is_one_piece_its_spaces_included() -> None:
    glyphs = [*signs("See "), *signs("the video", 20, url=EN), *signs(" now", 65)]
    assert pieces(printed_lines(glyphs)[0], right_to_left=False) == (("See ", ""), ("the video", EN), (" now", ""))


def test_pieces_from_right_to_left_keep_their_links() -> None:
    glyphs = [*signs(back("هنا"), url="b"), *signs(" ", 15), *signs("You Tube", 20, url="a")]
    assert pieces(printed_lines(glyphs)[0], right_to_left=True) == (("You Tube", "a"), (" ", ""), ("هنا", "b"))


@pytest.mark.parametrize(
    ("texts", "right_to_left"),
    [
        ([], False),
        (["2021"], False),
        (["English", back("العربية")], False),
        ([f"{EN} {back('العربية')}"], True),
        ([f"office@itu.int {back('العربية')}"], True),
        (["Long text in English", back("العربية")], False),
    ],
)
def test_a_page_leans_the_way_that_most_of_its_letters_do(texts: list[str], right_to_left: bool) -> None:
    assert leans_right_to_left([line(text) for text in texts]) is right_to_left


@settings(deadline=None)
@given(st.text("aб中أب12 .:()-/", min_size=1), st.booleans())
def test_nothing_is_lost_and_nothing_is_added(text: str, right_to_left: bool) -> None:
    rows = printed_lines(signs(text))
    said = "".join(piece for row in rows for piece, _ in pieces(row, right_to_left=right_to_left))
    swap = str.maketrans("()", "((")
    assert sorted("".join(said.split()).translate(swap)) == sorted("".join(text.split()).translate(swap))

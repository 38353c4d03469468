"""This file is the tests of how a typed letter becomes HTML: every link, on its line, as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.letter import read_letter
from catalogue.markdown import rendered


def of_text(text: str) -> str:
    return rendered(text, markdown=False)


def links(html: str) -> list[tuple[str, int | None]]:
    return [(mention.url, mention.line) for mention in read_letter(html).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- English <https://x.int/a>\n- Français <https://x.int/b>", [("https://x.int/a", 1), ("https://x.int/b", 2)]),
        ("a\nb https://x.int/a\nc\n\n\nd https://x.int/b", [("https://x.int/a", 2), ("https://x.int/b", 6)]),
        ("a  \n[b](https://youtu.be/b)", [("https://youtu.be/b", 2)]),
        ("> > q\n> > [b](https://youtu.be/b)", [("https://youtu.be/b", 2)]),
        ("| a | b |\n|---|---|\n| x | https://youtu.be/b |", [("https://youtu.be/b", 3)]),
        ("# https://youtu.be/b", [("https://youtu.be/b", 1)]),
        # as a typist writes
        ("x:\n\n        https://youtu.be/b", [("https://youtu.be/b", 3)]),
        ("~~~~~~~~\nhttps://youtu.be/b", [("https://youtu.be/b", 2)]),
        ("```\nhttps://youtu.be/b", [("https://youtu.be/b", 2)]),
        ("`https://youtu.be/b`", [("https://youtu.be/b", 1)]),
        ("(https://youtu.be/b).", [("https://youtu.be/b", 1)]),
        ("**https://youtu.be/b**", [("https://youtu.be/b", 1)]),
        ("www.youtube.com/watch?v=b&t=3", [("http://www.youtube.com/watch?v=b&t=3", 1)]),
        (
            "[EN]: https://youtu.be/a\n[FR]: https://youtu.be/b\n[FR]: https://youtu.be/c",
            [("https://youtu.be/a", 1), ("https://youtu.be/b", 2), ("https://youtu.be/c", 3)],
        ),
        ("[English][1]\n\n[1]: https://youtu.be/a", [("https://youtu.be/a", 1)]),
        # what stands in brackets before a colon stays where it stands
        ("https://youtu.be/a\n\n[FR]: https://youtu.be/b\nx", [("https://youtu.be/a", 1), ("https://youtu.be/b", 3)]),
        ("[FR] https://youtu.be/a\n\n[FR]: https://youtu.be/b", [("https://youtu.be/a", 1), ("https://youtu.be/b", 3)]),
        ("a\r\n\r\n[FR]: https://youtu.be/b\r\n", [("https://youtu.be/b", 3)]),
        (
            "\u200f- x: https://youtu.be/a\n\u200f- y: https://youtu.be/b",
            [("https://youtu.be/a", 1), ("https://youtu.be/b", 2)],
        ),
        # an id is not to be stressed, escaped or decoded
        ("youtu.be/_FWuObmSst_ youtu.be/__a__", [("http://youtu.be/_FWuObmSst_", 1), ("http://youtu.be/__a__", 1)]),
        ("https://youtu.be/_FWuObmSst_", [("https://youtu.be/_FWuObmSst_", 1)]),
        (r"https://youtu.be/\_FWuObm\_stQ", [("https://youtu.be/_FWuObm_stQ", 1)]),
        ("https://x.int/?a=1&amp;b=2", [("https://x.int/?a=1&b=2", 1)]),
        ("<https://x.int/é?q=“>", [("https://x.int/é?q=“", 1)]),
        # Chinese and Arabic put no space around an address
        ("英文https://youtu.be/a，法文：youtu.be/b。", [("https://youtu.be/a", 1), ("http://youtu.be/b", 1)]),
        ("بالعربية: https://youtu.be/a، و", [("https://youtu.be/a", 1)]),
        # marks that nobody sees are no part of an address
        ("بالعربية:\u200fhttps://youtu.be/a\u200f.", [("https://youtu.be/a", 1)]),
        (
            "\u2068youtu.be/a\u2069 \ufeffhttps://youtu.be/b\u200b",
            [("http://youtu.be/a", 1), ("https://youtu.be/b", 1)],
        ),
        ("x (https://youtu.be/a,\u202c y)", [("https://youtu.be/a", 1)]),
        ("<https://youtu.be/a\u061c>", [("https://youtu.be/a", 1)]),
        # addresses of any scheme are reported, not hidden
        ("[a](javascript:alert(1)) [b](file:///etc/passwd)", [("javascript:alert(1)", 1), ("file:///etc/passwd", 1)]),
        ("write to strategy@itu.int", []),
        ("", []),
    ],
)
def test_every_link_is_found_with_its_line(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert links(of_text(text)) == expected


def test_markup_in_text_is_text() -> None:
    html = of_text("x <script>alert(1)</script> & <b>")
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_thousand_links_are_read() -> None:
    assert len(links(of_text("- English <https://youtu.be/OGSyYP5v6PM>\n" * 1_000))) == 1_000


@given(st.text(alphabet=st.sampled_from("ab \n\t[]()<>*_`~#-=:/.|\\&;1é中،"), max_size=80))
def test_any_text_is_read_and_its_lines_lie_within_it(text: str) -> None:
    for _, line in links(of_text(f" {text}")):
        assert line is None or 1 <= line <= text.count("\n") + 1

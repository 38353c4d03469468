"""This file is the tests of links that show one video's address and lead to another's."""

from __future__ import annotations

import pytest

from catalogue.candidate import Recognised, Refused
from catalogue.disguised import remark_on


def recognise(url: str) -> Recognised | Refused | None:
    name = url.removeprefix("https://").removeprefix("www.")
    if name.startswith("youtu.be/x"):
        return Refused("No such video.")
    return Recognised(name, url) if name.startswith("youtu.be/") else None


def link(target: str, shown: str) -> str:
    return f'<p><a href="https://{target}" data-line="7">{shown}</a>'


@pytest.mark.parametrize(
    "html",
    [
        "",
        link("youtu.be/a", "English"),
        link("youtu.be/a", "https://youtu.be/a"),
        link("youtu.be/a", "www.youtu.be/<b>a</b>"),
        link("youtu.be/a", "\u200fyoutu.be/a\u200e"),
        link("youtu.be/a", "see youtu.be/b"),
        link("youtu.be/a", "example.int/b"),
        link("youtu.be/a", "youtu.be/x"),
        link("www.example.int/redirect", "youtu.be/a"),
    ],
)
def test_most_links_lead_to_what_they_show(html: str) -> None:
    assert remark_on(html, recognise) == ""


END = "Where it leads was taken; look which one is meant."


def test_one_that_does_not_is_named() -> None:
    assert remark_on(link("youtu.be/a", "youtu.be/<b>b</b>"), recognise) == (
        f"The link in line 7 shows youtu.be/b but leads to https://youtu.be/a. {END}"
    )


def test_of_many_some_are_named() -> None:
    said = remark_on(link("youtu.be/a", "youtu.be/b") * 5, recognise)
    assert said.count("shows youtu.be/b but leads to https://youtu.be/a.") == 3
    assert said.endswith(f"2 more do so. {END}")


def test_where_no_line_is_known_none_is_named() -> None:
    html = "<p>" + "\n" * 70_000 + '<a href="https://youtu.be/a">youtu.be/b</a>'
    assert remark_on(html, recognise).startswith("The link shows youtu.be/b but leads to https://youtu.be/a.")

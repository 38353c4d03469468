from __future__ import annotations

from catalogue import Language
from checker import Opinion
from reports.homes import Home, Wish


def test_a_page_of_no_site_has_nothing_that_could_fulfil_a_wish() -> None:
    wish = Wish(start=5, captions=True)
    home = Home.of("https://www.example.int/film", Language("en"), Opinion(), wish)
    assert (home.player, home.label, home.page) == (None, "This site", "https://www.example.int/film")
    assert home.ignored(Language("en"), wish, track=True) == ()

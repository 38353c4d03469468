"""This file is the tests of what is known of an address without asking anybody."""

from __future__ import annotations

import pytest

from catalogue.review import Link, Player
from checker.providers import _FILES, PROVIDERS
from hexaglot.linking import link_of

YOUTUBE = "https://youtu.be/OGSyYP5v6PM"
MISTYPED = "No YouTube video can have this id: its last character is impossible, so it is mistyped."
NOT_ONE = "This is a page of YouTube, but not one video."
NO_ADDRESS = "This is not a web address; a video link begins with https://."


@pytest.mark.parametrize(
    ("url", "link"),
    [
        (YOUTUBE, Link("youtube\nOGSyYP5v6PM\n", proper=YOUTUBE)),
        (f"{YOUTUBE}?t=83", Link("youtube\nOGSyYP5v6PM\n", 83, f"{YOUTUBE}?t=83")),
        ("OGSyYP5v6PM", Link("youtube\nOGSyYP5v6PM\n", proper=YOUTUBE)),
        (
            "http://www.youtube.com/embed/OGSyYP5v6PM?si=a&utm_source=b",
            Link("youtube\nOGSyYP5v6PM\n", proper=YOUTUBE, trackers=("si", "utm_source"), player=Player.CURRENT),
        ),
        ("https://www.youtube.com/v/OGSyYP5v6PM", Link("youtube\nOGSyYP5v6PM\n", proper=YOUTUBE, player=Player.OLD)),
        (
            "https://youtu.be/OGSyYP5v6PN",
            Link("youtube\nOGSyYP5v6PN\n", proper="https://youtu.be/OGSyYP5v6PN", impossible=MISTYPED, meant=YOUTUBE),
        ),
        ("https://www.youtube.com/@ITU", Link(no_video=NOT_ONE)),
        ("https://www.youtube.com/playlist?list=PL1", Link(no_video=NOT_ONE)),
        ("javascript:alert(1)", Link(no_video=NO_ADDRESS)),
        ("two words", Link(no_video=NO_ADDRESS)),
        ("", Link(no_video=NO_ADDRESS)),
        ("https://10.0.0.1/film", Link()),  # nobody can say what is there
        ("https://b23.tv/abc", Link()),  # a short link may well lead to a video
        ("https://vimeo.com/somebody/a-name", Link()),
        (
            "https://pages.example.org/film?utm_source=a&id=1",
            Link(
                "page\nhttps://pages.example.org/film?id=1\n",
                proper="https://pages.example.org/film?id=1",
                trackers=("utm_source",),
            ),
        ),
        (
            "http://films.example.org/1.mp4",
            Link("file\nhttp://films.example.org/1.mp4\n", proper="http://films.example.org/1.mp4"),
        ),
    ],
)
def test_what_an_address_says_by_itself(url: str, link: Link) -> None:
    assert link_of(url) == link


def test_two_addresses_of_one_video_have_one_name_and_two_videos_have_two() -> None:
    assert link_of("https://www.youtube.com/watch?v=OGSyYP5v6PM&t=4").video == link_of(YOUTUBE).video
    assert link_of("https://vimeo.com/76979871").video != link_of("https://vimeo.com/76979872").video
    # The pages of one entry in two languages lead to two sound tracks.
    pages = [f"https://webtv.un.org/{tag}/asset/k1o/k1o7stmi6p" for tag in ("en", "fr")]
    assert link_of(pages[0]).video != link_of(pages[1]).video


@pytest.mark.parametrize("file", _FILES, ids=[provider.name for provider in PROVIDERS])
def test_the_proper_address_of_each_site_is_fine_itself(file: object) -> None:
    """Nothing is found in what we write ourselves, for every example of every site."""
    examples: dict[str, object] = getattr(file, "EXAMPLES")  # noqa: B009 - a module's own table
    links = [link_of(url) for url, found in examples.items() if found is not None]
    proper = [link.proper for link in links if link.impossible is None]
    assert proper
    for url in proper:
        assert url is not None
        again = link_of(url)
        assert again.no_video is None
        assert again.impossible is None
        assert again.trackers == ()
        assert again.player is None, url
        assert again.proper == url

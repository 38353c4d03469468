"""This file is the tests of the rules about addresses: what is said of an address by its form, and where it stands."""

from __future__ import annotations

import pytest

from catalogue import SIX_LANGUAGES, Language, Message, Video
from catalogue.review import Case, Link, Player, Rule
from catalogue.review.https import RULE as HTTPS
from catalogue.review.impossible_id import RULE as IMPOSSIBLE_ID
from catalogue.review.not_a_video import RULE as NOT_A_VIDEO
from catalogue.review.player_address import RULE as PLAYER_ADDRESS
from catalogue.review.same_mirror import RULE as SAME_MIRROR
from catalogue.review.same_video import RULE as SAME_VIDEO
from catalogue.review.tracking import RULE as TRACKING
from catalogue.review.video_elsewhere import RULE as VIDEO_ELSEWHERE

EN, FR, ES, AR, ZH, RU = SIX_LANGUAGES
ALL = (HTTPS, IMPOSSIBLE_ID, NOT_A_VIDEO, PLAYER_ADDRESS, SAME_MIRROR, SAME_VIDEO, TRACKING, VIDEO_ELSEWHERE)

Said = list[tuple[str, str, str | None]]


def said(rule: Rule, url: str, link: Link) -> Said:
    """What the rule says of an address that stands under French, and again as a mirror of the Arabic video."""
    message = Message(
        "m", videos=(Video(FR, url), Video(AR, "https://v.example/ar", mirrors=("https://m.example", url)))
    )
    found = rule.review(Case(message, SIX_LANGUAGES, {}, {url: link}))
    return [("/".join(one.at), one.text, one.suggestion) for one in found]


FLAWED = "No video can have this id."
GOOD = "https://youtu.be/OGSyYP5v6PM"


@pytest.mark.parametrize(
    ("rule", "url", "link", "text", "better"),
    [
        (IMPOSSIBLE_ID, "u", Link("v", impossible=FLAWED, meant=GOOD), FLAWED, GOOD),
        (IMPOSSIBLE_ID, "u", Link("v", impossible=FLAWED), FLAWED, None),
        (
            NOT_A_VIDEO,
            "u",
            Link(no_video="This is a page, but not one video."),
            "This is a page, but not one video.",
            None,
        ),
        (
            TRACKING,
            "u",
            Link("v", proper=GOOD, trackers=("si", "utm_source")),
            "The address holds fields that say who passed it on or where readers come from: si, utm_source.",
            GOOD,
        ),
        (
            HTTPS,
            "http://youtu.be/OGSyYP5v6PM",
            Link("v", proper=GOOD),
            "The address begins with http://, so anybody on the way can change what comes.",
            GOOD,
        ),
        (
            HTTPS,
            " HTTP://films.example/1.mp4",
            Link("v", proper="http://films.example/1.mp4"),
            "The address begins with http://, so anybody on the way can change what comes.",
            None,
        ),
        (
            HTTPS,
            "OGSyYP5v6PM",
            Link("v", proper=GOOD),
            "The address does not begin with https://, so no page can link to it as it stands.",
            GOOD,
        ),
        (
            PLAYER_ADDRESS,
            "u",
            Link("v", proper=GOOD, player=Player.OLD),
            "This is the address of a player that its site has given up.",
            GOOD,
        ),
        (
            PLAYER_ADDRESS,
            "u",
            Link("v", proper=GOOD, player=Player.CURRENT),
            "This is the address of a player for other pages, not of the video's own page.",
            GOOD,
        ),
    ],
)
def test_what_is_wrong_with_an_address_is_told_where_it_stands(
    rule: Rule, url: str, link: Link, text: str, better: str | None
) -> None:
    assert said(rule, url, link) == [("videos/fr/url", text, better), ("videos/ar/mirrors/1", text, better)]


@pytest.mark.parametrize("rule", ALL, ids=[rule.name for rule in ALL])
@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://youtu.be/OGSyYP5v6PM", Link("v1", proper=GOOD)),
        ("HTTPS://youtu.be/OGSyYP5v6PM", Link("v1", proper=GOOD)),
        ("https://pages.example/film", Link()),
        ("anything at all", Link()),
    ],
)
def test_a_proper_address_and_one_of_which_nothing_is_known_are_fine(rule: Rule, url: str, link: Link) -> None:
    message = Message("m", videos=(Video(FR, url), Video(AR, "https://v.example/ar")))
    assert list(rule.review(Case(message, SIX_LANGUAGES, {}, {url: link}))) == []


def links(**videos: tuple[str, int | None]) -> dict[str, Link]:
    """Links by address: the video, and where to begin."""
    return {url: Link(video, start) for url, (video, start) in videos.items()}


def message(slug: str, **urls: str) -> Message:
    """A message; of several addresses in a language, all but the first are mirrors."""
    return Message(
        slug,
        videos=tuple(
            Video(Language(tag), all_.split()[0], mirrors=tuple(all_.split()[1:])) for tag, all_ in urls.items()
        ),
    )


KNOWN = links(a=("A", None), again=("A", 0), later=("A", 90), b=("B", None), m=("M", None))


@pytest.mark.parametrize(
    ("urls", "found"),
    [
        ({"en": "a", "fr": "b", "es": "m"}, []),
        ({"en": "a", "fr": "a"}, [("videos/fr/url", "English")]),
        ({"en": "a", "fr": "again", "es": "a"}, [("videos/fr/url", "English"), ("videos/es/url", "English")]),
        ({"ru": "a", "fr": "a"}, [("videos/ru/url", "French")]),  # in the catalogue's order of languages
        ({"en": "a", "fr": "later"}, []),  # two parts of one recording
        ({"en": "a", "fr": "b a"}, [("videos/fr/mirrors/0", "English")]),
        ({"en": "a m", "fr": "m a"}, [("videos/fr/url", "English"), ("videos/fr/mirrors/0", "English")]),
        ({"en": "a", "fr": "a again"}, [("videos/fr/url", "English")]),  # once for each recording
        ({"en": "a again"}, []),
        ({"en": "unknown", "fr": "unknown"}, []),
    ],
)
def test_one_video_under_two_languages(urls: dict[str, str], found: list[tuple[str, str]]) -> None:
    told = SAME_VIDEO.review(Case(message("m", **urls), SIX_LANGUAGES, {}, KNOWN))
    assert [("/".join(one.at), one.text) for one in told] == [
        (at, f"The same video stands under {other} too.") for at, other in found
    ]


@pytest.mark.parametrize(
    ("urls", "found"),
    [
        ("a m", []),
        ("a a", ["videos/en/mirrors/0"]),
        ("a again later", ["videos/en/mirrors/0", "videos/en/mirrors/1"]),  # the beginning makes no other place
        ("a m m b", ["videos/en/mirrors/1"]),
        ("x y x", ["videos/en/mirrors/1"]),
    ],
)
def test_a_mirror_that_is_no_other_place(urls: str, found: list[str]) -> None:
    told = SAME_MIRROR.review(Case(message("m", en=urls, fr="a"), SIX_LANGUAGES, {}, KNOWN))
    assert ["/".join(one.at) for one in told] == found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("a", "The same video stands in the message “first” under Arabic too."),
        ("again", "The same video stands in the message “first” under Arabic too."),
        ("later", None),
        ("b", None),
        ("unknown", None),
    ],
)
def test_one_video_in_two_messages_is_told_in_the_later_one(url: str, found: str | None) -> None:
    firsts = {("A", 0): ("first", AR), ("B", 0): ("second", EN)}
    told = VIDEO_ELSEWHERE.review(Case(message("second", en=url), SIX_LANGUAGES, {}, KNOWN, firsts))
    assert [one.text for one in told] == ([] if found is None else [found])

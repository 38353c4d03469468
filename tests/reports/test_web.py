"""This file tests the small pages: which player, card or words stand in them, and what they are allowed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup, Tag

from catalogue import Catalogue, Language, Message, Title, Video
from checker import Belief, Opinion, State
from reports.addresses import OwnAddresses
from reports.spots import Spot, spot
from reports.web import WebPage, frame_page, messages_page, watch_page

DAY = datetime(2026, 11, 20, 6, tzinfo=UTC)
EN, AR, SW = Language("en"), Language("ar"), Language("sw")
ENGLISH, ARABIC = "https://youtu.be/OGSyYP5v6PM", "https://youtu.be/wwHOsWsInD0"
OURS = OwnAddresses("https://videos.example.int")
NOT_FRAMED = "; frame-ancestors 'self'"
NOTHING = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


def of(*videos: Video, known: dict[str, Opinion] | None = None, speaker: str | None = None) -> Spot:
    """The place of the last of these videos."""
    message = Message("wtisd-2021", (Title(AR, "رسالة"), Title(EN, "A <message>")), None, speaker, videos)
    return spot(message, videos[-1], Catalogue((EN, AR), (message,)), known or {})


def believed(state: State) -> Opinion:
    return Opinion(Belief(state, None, "So it is.", DAY, DAY))


def policy(page: WebPage) -> str:
    return dict(page.headers)["Content-Security-Policy"]


def read(page: WebPage) -> BeautifulSoup:
    return BeautifulSoup(page.html, "lxml")


def the(found: BeautifulSoup, selector: str) -> Tag:
    """The one element that this selects."""
    (tag,) = found.select(selector)
    return tag


def test_a_frame_keeps_the_player_for_where_it_can_live() -> None:
    page = frame_page(of(Video(EN, ENGLISH), Video(AR, ARABIC)), OURS)
    found = read(page)
    assert (the(found, "html")["lang"], the(found, "html")["dir"]) == ("ar", "rtl")
    assert [str(frame["src"]).partition("?")[0] for frame in found.select("template iframe")] == [
        "https://www.youtube-nocookie.com/embed/wwHOsWsInD0"
    ]
    assert found.select("main iframe") == []
    assert [(a["href"], a["target"], a["rel"], a.text) for a in found.select("main h1 a")] == [
        ("https://videos.example.int/m/wtisd-2021/ar", "_blank", ["noopener"], "رسالة")
    ]
    assert policy(page) == f"{NOTHING}; script-src 'self'; frame-src https://www.youtube-nocookie.com"


def test_a_film_stands_in_the_frame_at_once_with_its_captions() -> None:
    film = Video(EN, "https://films.example/a.mp4", captions_file="https://www.example.int/a.vtt")
    page = frame_page(of(film), OURS)
    found = read(page)
    assert [source["src"] for source in found.select("main video source")] == ["https://films.example/a.mp4"]
    assert found.select("template, main a") == []
    assert policy(page).endswith("; media-src https://films.example https://www.example.int")


def test_in_the_frame_of_a_private_video_another_language_stands_and_says_so() -> None:
    shown = of(Video(EN, ENGLISH), Video(AR, ARABIC), known={ARABIC: believed(State.PRIVATE)})
    found = read(frame_page(shown, OURS))
    assert shown.private
    assert [frame["lang"] for frame in found.select("template iframe")] == ["en"]
    assert [words["lang"] for words in found.select("template p span")] == ["ar"]


def test_the_frame_of_a_video_that_is_gone_is_a_card_that_says_so() -> None:
    shown = of(Video(EN, ENGLISH), known={ENGLISH: believed(State.REMOVED)})
    page = frame_page(shown, OURS)
    found = read(page)
    assert not shown.private
    assert found.select("iframe, template") == []
    assert [words.text for words in found.select("main p")] == ["removed"]
    assert the(found, "main h1 a").text == "A <message>"
    assert policy(page) == f"{NOTHING}; script-src 'self'"


def test_the_frame_of_a_video_that_may_only_be_linked_to_is_a_card() -> None:
    shown = of(Video(EN, "https://x.com/i/status/1394209843458523136"))
    assert read(frame_page(shown, OURS)).select("iframe, template, main p") == []


def test_captions_whose_site_a_policy_cannot_name_are_left_out_of_it() -> None:
    film = Video(EN, "https://films.example/a.mp4", captions_file="https://a;script-src/a.vtt")
    assert policy(frame_page(of(film), OURS)) == f"{NOTHING}; script-src 'self'; media-src https://films.example"


def test_a_player_that_no_page_should_hold_stands_in_none() -> None:
    film = Video(EN, "https://films.example/a.mp4", captions_file="javascript:alert(1)")
    shown = of(film)
    for page, rest in ((frame_page(shown, OURS), "; script-src 'self'"), (watch_page(shown, OURS), NOT_FRAMED)):
        assert "alert" not in page.html
        assert policy(page) == NOTHING + rest
        assert the(read(page), "h1").text == "A <message>"


@pytest.mark.proof(53)
def test_the_page_to_watch_names_our_oembed_early_and_in_its_headers() -> None:
    page = watch_page(of(Video(EN, ENGLISH), Video(AR, ARABIC)), OURS)
    asked = "https://videos.example.int/oembed?url=https%3A%2F%2Fvideos.example.int%2Fm%2Fwtisd-2021%2Far&format="
    types = [("application/json+oembed", f"{asked}json"), ("text/xml+oembed", f"{asked}xml")]
    head = page.html.partition("</head>")[0]
    assert len(head.encode()) < 150_000
    links = BeautifulSoup(head, "lxml").select('link[rel=alternate][type$="+oembed"]')
    assert [(link["type"], link["href"]) for link in links] == types
    assert {link["title"] for link in links} == {"رسالة"}
    assert dict(page.headers)["Link"] == ", ".join(f'<{url}>; rel="alternate"; type="{kind}"' for kind, url in types)


def test_the_page_to_watch_leads_to_every_language() -> None:
    page = watch_page(of(Video(EN, ENGLISH), Video(AR, ARABIC)), OURS)
    found = read(page)
    base = "https://videos.example.int/m/wtisd-2021"
    alternates = {link["hreflang"]: link["href"] for link in found.select("link[hreflang]")}
    assert alternates == {"en": f"{base}/en", "ar": f"{base}/ar", "x-default": base}
    assert [(a.text, a["href"], a.get("aria-current")) for a in found.select("nav a")] == [
        ("English", f"{base}/en", None),
        ("العربية", f"{base}/ar", "page"),
    ]
    assert the(found, "nav")["lang"] == "ar"
    assert len(found.select("figure iframe")) == 1
    assert policy(page) == f"{NOTHING}; frame-src https://www.youtube-nocookie.com; frame-ancestors 'self'"


def test_our_words_are_english_where_nobody_translated_them() -> None:
    found = read(watch_page(of(Video(SW, ENGLISH)), OURS))
    nav = the(found, "nav")
    assert (the(found, "html")["lang"], nav["lang"], nav["aria-label"]) == ("sw", "en", "Languages of this page")


def test_the_page_to_watch_says_what_became_of_a_video_that_is_gone() -> None:
    page = watch_page(of(Video(EN, ENGLISH), known={ENGLISH: believed(State.PRIVATE)}), OURS)
    assert ENGLISH not in page.html
    assert the(read(page), "main p").text == "A <message>: private"
    assert policy(page) == NOTHING + NOT_FRAMED


def test_what_oembed_tells_is_clean() -> None:
    told = of(Video(EN, ENGLISH), speaker="Houlin \u202eZhao").offer("https://www.example.int/")
    assert (told.title, told.author, told.site) == ("A <message>", "Houlin Zhao", "https://www.example.int/")
    assert (told.slug, told.language, told.languages) == ("wtisd-2021", EN, (EN,))
    assert of(Video(EN, ENGLISH), speaker="\u200b").offer("").author == ""


def test_the_list_leads_to_every_video_and_leaves_empty_messages_out() -> None:
    full = Message("wtisd-2021", (Title(AR, "رسالة"),), videos=(Video(AR, ARABIC), Video(EN, ENGLISH)))
    page = messages_page(Catalogue((AR, EN), (full, Message("empty"))), OURS)
    found = read(page)
    assert [(h2.text, h2["lang"], h2["dir"]) for h2 in found.select("h2")] == [("رسالة", "ar", "rtl")]
    base = "https://videos.example.int/m/wtisd-2021"
    assert [a["href"] for a in found.select("main a")] == [f"{base}/ar", f"{base}/en"]
    assert policy(page) == NOTHING + NOT_FRAMED

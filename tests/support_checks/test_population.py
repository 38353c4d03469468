"""This file tests the labelled population: that it holds every site and state, and that its labels are labels."""

from __future__ import annotations

import tomllib
from collections import Counter
from urllib.parse import urlsplit

import pytest

from replica import file, ids, internet_archive, kaltura, oembed_sites, page, vimeo, wikimedia_commons
from replica.client import session
from replica.films import POSSIBLE, State
from replica.labelled import DETAILS, STATES, Labelled
from replica.population import population, settings
from replica.web import SimulatedWeb
from replica.youtube import YouTube

LINKS, SITES = population()
BY_URL = {link.url: link for link in LINKS}

BY_SITE = {
    "youtube": 301,
    "vimeo": 54,
    "dailymotion": 43,
    "peertube": 38,
    "kaltura": 29,
    "unwebtv": 14,
    "wikimedia-commons": 23,
    "internet-archive": 26,
    "facebook": 18,
    "x": 18,
    "tiktok": 18,
    "rutube": 20,
    "file": 33,
    "page": 16,
    "bilibili": 2,
    "youku": 2,
    "tencent": 2,
    "vk": 2,
}
BY_STATE = {
    "available": 290,
    "removed": 116,
    "private": 44,
    "restricted": 58,
    "not_yet": 17,
    "invalid": 40,
    "unknown": 60,
    "rate_limited": 22,
    "unreachable": 12,
}


def one(kind: type) -> object:
    """The only simulated site of this kind."""
    (found,) = [site for site in SITES if isinstance(site, kind)]
    return found


def test_the_population_is_as_large_as_it_is_said_to_be() -> None:
    assert Counter(link.provider for link in LINKS) == BY_SITE
    assert Counter(link.state for link in LINKS) == BY_STATE
    assert len(LINKS) == 659


def test_youtube_is_not_quite_half_of_it_and_a_third_of_that_does_not_play_here() -> None:
    states = Counter(link.state for link in LINKS if link.provider == "youtube")
    assert states == {
        "available": 164,
        "removed": 41,
        "private": 24,
        "restricted": 28,
        "not_yet": 4,
        "invalid": 18,
        "unknown": 13,
        "rate_limited": 7,
        "unreachable": 2,
    }


def test_every_word_for_a_state_is_some_links_truth() -> None:
    assert {link.state for link in LINKS} == STATES
    assert {link.detail for link in LINKS} == DETAILS - {"members"} | {None}


def test_every_link_is_there_once() -> None:
    assert len(BY_URL) == len(LINKS)
    assert all(link.url.startswith("https://") for link in LINKS)


def test_the_same_is_made_each_time() -> None:
    again, _ = population()
    assert again == LINKS


def test_every_label_says_why() -> None:
    assert [link.url for link in LINKS if not link.why.strip()] == []


def test_who_says_unknown_to_everything_is_not_right_by_that() -> None:
    conclusive = [link for link in LINKS if link.state not in {"unknown", "rate_limited", "unreachable"}]
    assert len(conclusive) == 565
    # The Archive's enormous item, and the two soft 404s.
    assert sum(link.allows("unknown", None) for link in conclusive) == 3


def test_every_state_of_every_simulated_site_is_played() -> None:
    youtube, clips, entries = one(YouTube), one(vimeo.Vimeo), one(kaltura.KalturaSite)
    archive, commons = one(internet_archive.InternetArchive), one(wikimedia_commons.WikimediaCommons)
    assert isinstance(youtube, YouTube)
    assert {film.state for film in youtube.videos.values()} == set(State)
    assert isinstance(clips, vimeo.Vimeo)
    assert {clip.showing for clip in clips.clips.values()} == set(vimeo.Showing)
    assert isinstance(entries, kaltura.KalturaSite)
    assert {entry.state for entry in entries.entries.values()} == set(kaltura.State)
    assert isinstance(archive, internet_archive.InternetArchive)
    assert set(archive.items.values()) == set(internet_archive.Kind)
    assert isinstance(commons, wikimedia_commons.WikimediaCommons)
    # A picture's address, and one that no title can have, are seen through before Commons is asked.
    kinds = {wikimedia_commons.Kind.PICTURE, wikimedia_commons.Kind.INVALID, wikimedia_commons.Kind.MISSING}
    assert set(commons.files.values()) == set(wikimedia_commons.Kind) - kinds
    houses = [site for site in SITES if isinstance(site, oembed_sites.OembedHouse)]
    fates = set(oembed_sites.Fate)
    only_rutube = {oembed_sites.Fate.STREAMLESS, oembed_sites.Fate.HALF_GONE}
    assert [set(house.fates.values()) for house in houses] == [fates - only_rutube] * 3 + [fates]


def test_every_simulated_file_and_page_is_linked_to() -> None:
    paths = {urlsplit(link.url).path for link in LINKS if link.provider == "file"}
    parts = {"/low/vod.m3u8", "/none-yet.m3u8"}
    assert paths >= (set(file.FILES) | set(file.STATUSES)) - parts
    assert {urlsplit(link.url).path.strip("/") for link in LINKS if link.provider == "page"} >= set(page.HEADS)


def test_the_sites_make_one_web() -> None:
    with SimulatedWeb(*SITES) as web, session(web) as client:
        assert client.get("https://archive.org/metadata/film-0").json()["metadata"]["identifier"] == "film-0"
        assert client.get("https://webtv.un.org/en/schedule").status_code == 404


def test_a_made_id_is_always_the_same_and_one_that_youtube_could_give() -> None:
    made = [ids.youtube("film", number) for number in range(2_000)]
    assert all(POSSIBLE.fullmatch(video) for video in made)
    assert len(set(made)) == 2_000
    assert ids.youtube("film", 1) == "EGEp20W27qs"
    assert ids.number(9, "a") == "456493499"
    assert ids.letters(8, "a") == "whvsw1jw"
    assert ids.hexadecimal(8, "a") == "ca978112"
    assert ids.uuid("a") == "ca978112-ca1b-4dca-8ac2-31b39a23dc4d"


def test_only_links_that_were_made_so_name_what_no_film_can_be() -> None:
    shown = [link for link in LINKS if link.provider == "youtube" and link.state != "invalid"]
    youtube = one(YouTube)
    assert isinstance(youtube, YouTube)
    named = [video for link in shown for video in [*youtube.videos, *_never(link)] if video in link.url]
    assert len(named) == len(shown)


def _never(link: Labelled) -> list[str]:
    return (
        [ids.youtube("an id that never was: as one that was removed", number) for number in range(12)]
        if link.state == "removed"
        else []
    )


def test_the_settings_say_what_the_labels_take_for_granted() -> None:
    kinds = [("available", "a"), ("removed", "b"), ("removed", "c"), ("available", "d")]
    links = [Labelled(f"https://{name}.example", "vimeo", state, "a test") for state, name in kinds]
    links.insert(0, Labelled("https://0.example", "vimeo", "removed", "a test", also=frozenset({"unknown"})))
    alone = Labelled("https://e.example", "youtube", "available", "a test")
    assert tomllib.loads(settings([*links, alone])) == {
        "site": "https://videos.example.int/",
        "target_countries": ["CH", "FR"],
        "controls": {"vimeo": {"plays": "https://a.example", "never": "https://b.example"}},
    }


@pytest.mark.parametrize(
    ("state", "detail", "right"),
    [
        ("private", None, True),
        ("removed", None, True),
        ("restricted", "domain", True),
        ("unknown", None, False),
        ("available", None, False),
    ],
)
def test_a_label_allows_what_it_says(state: str, detail: str | None, right: bool) -> None:
    link = Labelled("https://x.example", "page", "private", "a test", also=frozenset({"removed", "restricted"}))
    assert link.allows(state, detail) is right


@pytest.mark.parametrize(
    ("state", "keyless", "keyed"), [("restricted", True, True), ("available", True, False), ("unknown", False, False)]
)
def test_what_only_a_key_shows_is_no_mistake_without_one(state: str, keyless: bool, keyed: bool) -> None:
    link = Labelled("https://x.example", "page", "restricted", "a test", "age", keyless=frozenset({"available"}))
    detail = "age" if state == "restricted" else None
    assert (link.allows(state, detail), link.allows(state, detail, key=True)) == (keyless, keyed)


@pytest.mark.parametrize(("state", "keyless", "keyed"), [("unknown", True, False), ("removed", False, True)])
def test_what_a_key_makes_known_must_be_known_with_one(state: str, keyless: bool, keyed: bool) -> None:
    link = Labelled("https://x.example", "page", "unknown", "a test", keyed="removed")
    assert (link.allows(state, None), link.allows(state, None, key=True)) == (keyless, keyed)


def test_where_the_truth_has_a_detail_the_verdict_must_have_it() -> None:
    link = Labelled("https://x.example", "page", "restricted", "a test", "region")
    assert [link.allows("restricted", detail) for detail in ("region", "domain", None)] == [True, False, False]
    assert [link.dead, Labelled(link.url, "page", "removed", "a test").dead] == [False, True]


@pytest.mark.parametrize(
    ("state", "detail", "also"),
    [("gone", None, set()), ("restricted", "mood", set()), ("removed", "region", set()), ("removed", None, {"lost"})],
)
def test_a_label_refuses_what_no_answer_holds(state: str, detail: str | None, also: set[str]) -> None:
    with pytest.raises(ValueError, match=r"https://x\.example: "):
        Labelled("https://x.example", "page", state, "a test", detail, frozenset(also))


FOLLOWED = [
    ("youtube", "private", "oEmbed 403 `Forbidden`, no picture", {200}),
    ("youtube", "removed", "oEmbed 404, no picture", {200}),
    ("vimeo", "removed", "oEmbed 404, the page too", {404}),
    ("vimeo", "removed", "oEmbed 404, and the page is 451", {451}),
    ("vimeo", "available", "oEmbed 200: plays in frames, though its page is 404", {200, 404}),
    ("vimeo", "removed", "404: unlisted, and its secret is missing", {404}),
    ("vimeo", "available", "unlisted, with its secret", {200}),
    ("vimeo", "available", "the same, for frames", {200}),
    ("dailymotion", "removed", "404 object_not_found", {200, 404}),
    ("dailymotion", "available", "published, public, allow_embed", {200}),
    ("peertube", "private", "privacy 3", {404}),
    ("peertube", "available", "privacy 1, state 1", {200}),
    ("kaltura", "removed", "ENTRY_ID_NOT_FOUND, and no stream", {200, 404}),
    ("unwebtv", "removed", "ENTRY_ID_NOT_FOUND, and the page is 404", {404}),
    ("wikimedia-commons", "removed", "missing", {404}),
    ("wikimedia-commons", "available", "videoinfo of a film", {200}),
    ("internet-archive", "removed", "is_dark", {404}),
    ("internet-archive", "available", "a public file of a video's format", {200}),
    ("facebook", "removed", "no such video", {200}),
    ("x", "removed", "no such video", {200}),
    ("tiktok", "removed", "no such video", {200}),
    ("rutube", "removed", "no such video", {404}),
    ("rutube", "available", "an answer that names it", {200}),
    ("file", "removed", "200 with a page that says it is not there", {200}),
    ("page", "removed", "410", {410}),
    ("vk", "unknown", "no trustworthy question to the site is known: it is for people to look", {200}),
]


def test_who_follows_a_link_meets_a_page_of_the_status_that_is_known_or_guessed() -> None:
    found = {(link.provider, link.state, link.why): set[int]() for link in LINKS}
    wanted = {(provider, state, why) for provider, state, why, _ in FOLLOWED}
    with SimulatedWeb(*SITES) as web, session(web) as client:
        for link in LINKS:
            kind = (link.provider, link.state, link.why)
            if kind in wanted:
                with client.get(link.url, stream=True) as answer:
                    found[kind].add(answer.status_code)
        assert web.refused == ()
    assert {kind: found[kind] for kind in wanted} == {tuple(row[:3]): row[3] for row in FOLLOWED}

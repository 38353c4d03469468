"""This file tests how a page is read: what is found on it, with what around it, however broken or hostile it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Direction, Language
from reports.inspection import Embed, Kind, read_page

HERE = "https://www.example.int/news/day.html"
VIDEO = "https://youtu.be/OGSyYP5v6PM"
PLAYER = "https://www.youtube-nocookie.com/embed/OGSyYP5v6PM"


def embeds(html: str, address: str = HERE) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.element, one.address) for one in read_page(html, address).embeds]


def only(html: str) -> Embed:
    (found,) = read_page(html, HERE).embeds
    return found


FOUND = [
    (f'<iframe src="{PLAYER}"></iframe>', ("frame", "iframe", PLAYER)),
    ('<iframe src="//player.example/1"></iframe>', ("frame", "iframe", "https://player.example/1")),
    ('<iframe src=" ../a\nb "></iframe>', ("frame", "iframe", "https://www.example.int/ab")),
    ('<base href="/x/"><base href="/y/"><iframe src="1"></iframe>', ("frame", "iframe", "https://www.example.int/x/1")),
    ('<iframe src="http://[x/"></iframe>', ("frame", "iframe", "http://[x/")),
    (f'<iframe src="about:blank" data-src="{PLAYER}"></iframe>', ("frame", "iframe", PLAYER)),
    (f'<iframe data-cookieblock-src="{PLAYER}"></iframe>', ("frame", "iframe", PLAYER)),
    (f"<iframe srcdoc=\"<a href='{PLAYER}?autoplay=1'>x</a>\"></iframe>", ("frame", "iframe", f"{PLAYER}?autoplay=1")),
    (f'<iframe src="{PLAYER}" srcdoc="<p>x"></iframe>', ("frame", "iframe", PLAYER)),
    (f'<noscript><iframe src="{PLAYER}"></iframe></noscript>', ("frame", "iframe", PLAYER)),
    ('<video src="/a.mp4"></video>', ("video", "video", "https://www.example.int/a.mp4")),
    (
        '<video><source src="/a.webm"><source src="/a.mp4"></video>',
        ("video", "video", "https://www.example.int/a.webm"),
    ),
    (f'<object data="{PLAYER}"></object>', ("object", "object", PLAYER)),
    ('<object><param name="Movie" value="/a.swf"></object>', ("object", "object", "https://www.example.int/a.swf")),
    ('<embed src="/a.swf">', ("object", "embed", "https://www.example.int/a.swf")),
    (f'<a href="{VIDEO}">x</a>', ("link", "a", VIDEO)),
    ('<lite-youtube videoid="OGSyYP5v6PM"></lite-youtube>', ("element", "lite-youtube", PLAYER)),
    ('<lite-vimeo videoid="1"></lite-vimeo>', ("element", "lite-vimeo", "https://player.vimeo.com/video/1")),
    ('<amp-youtube data-videoid="OGSyYP5v6PM"></amp-youtube>', ("element", "amp-youtube", PLAYER)),
    (f'<youtube-video src="{VIDEO}"></youtube-video>', ("element", "youtube-video", VIDEO)),
    ('<embetty-video type="youtube" video-id="OGSyYP5v6PM"></embetty-video>', ("element", "embetty-video", PLAYER)),
    ('<div data-plyr-provider="youtube" data-plyr-embed-id="OGSyYP5v6PM"></div>', ("element", "div", PLAYER)),
    (f'<div data-plyr-provider="youtube" data-plyr-embed-id="{VIDEO}"></div>', ("element", "div", VIDEO)),
    ('<div data-service="youtube" data-id="OGSyYP5v6PM"></div>', ("element", "div", PLAYER)),
    ('<video data-youtube-id="OGSyYP5v6PM"></video>', ("element", "video", PLAYER)),
    (f'<blockquote class="tiktok-embed" cite="{VIDEO}"></blockquote>', ("element", "blockquote", VIDEO)),
    (f'<div class="fb-video" data-href="{VIDEO}"></div>', ("element", "div", VIDEO)),
    (f'<oembed url="{VIDEO}"></oembed>', ("quote", "oembed", VIDEO)),
    (f'<div class="wp-block-embed__wrapper">\n{VIDEO}\n</div>', ("quote", "div", VIDEO)),
    (
        f'<script type="application/ld+json">[{{"@type": ["VideoObject"], "embedUrl": "{PLAYER}"}}]</script>',
        ("data", "script", PLAYER),
    ),
]


@pytest.mark.parametrize(("html", "expected"), FOUND, ids=[row[0][:60] for row in FOUND])
def test_what_shows_a_video_is_found(html: str, expected: tuple[str, str, str]) -> None:
    assert embeds(html) == [expected]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<iframe></iframe>",
        "<video></video>",
        "<video><source></video>",
        '<object><param name="wmode" value="x"></object>',
        '<source src="/a.mp4">',
        '<a href="javascript:play()">x</a>',
        '<iframe srcdoc="<p>nothing"></iframe>',
        "<div class='wp-block-embed__wrapper'>no address</div>",
        '<script type="application/ld+json">{"@type": "VideoObject", "embedUrl": 5}</script>',
        '<script type="application/ld+json">{"@type": "WebPage", "url": "https://youtu.be/x"}</script>',
        '<script type="application/ld+json">no JSON</script>',
        f"<script>'<iframe src={PLAYER}></iframe>'</script>",
        f'<!-- <iframe src="{PLAYER}"></iframe> -->',
        '<div data-service="other" data-id="x"></div>',
        '<lite-youtube videoid=""></lite-youtube>',
    ],
)
def test_what_shows_none_is_not(html: str) -> None:
    assert embeds(html) == []


def test_an_element_knows_what_holds_around_it() -> None:
    page = read_page(
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<p lang="en_GB" dir="auto">\n'
        f'<a href="{VIDEO}">x</a></p>\n<p lang="">\n<a\n href="{VIDEO}"\n title=" ">x</a></p>\n'
        f'<details class="c"><iframe lang="en" dir="ltr" src="{PLAYER}"></iframe></details>\n'
        f'<iframe aria-label=" " title="T" src="{PLAYER}"></iframe>',
        HERE,
    )
    assert (page.language, page.direction) == (Language("ar"), Direction.RTL)
    wrong, none, own, plain = page.embeds
    assert (wrong.language, wrong.direction, wrong.any_direction, wrong.line) == (None, Direction.RTL, True, 4)
    assert (none.language, none.title, none.line) == (None, " ", 6)
    assert (own.language, own.direction, own.folded, own.styled) == (Language("en"), Direction.LTR, True, True)
    assert (plain.language, plain.direction, plain.folded, plain.styled) == (
        Language("ar"),
        Direction.RTL,
        False,
        False,
    )
    assert plain.title == "T"


def test_a_link_is_called_by_its_words_and_pictures() -> None:
    assert only(f'<a href="{VIDEO}">The <b>day</b>\n of <img alt="all"></a> more').title == "The day of all"
    assert only(f'<a href="{VIDEO}"></a>').title is None


def test_lines_beyond_what_the_parser_counts_are_known() -> None:
    assert only("\n" * 70_000 + f'<iframe src="{PLAYER}"></iframe>').line == 70_001


@pytest.mark.parametrize(
    ("html", "headers", "language"),
    [
        ('<html lang="fr"><meta charset="utf-8">', (("content-language", "ar"),), "fr"),
        ("<html>", (("content-language", "ar"),), "ar"),
        ('<meta http-equiv="content-language" content="es">', (("content-language", "ar"),), "es"),
        ('<meta http-equiv="content-language" content="es, en">', (("content-language", "ar"),), "ar"),
        ("<html>", (("content-language", "ar, en"), ("server", "x")), None),
    ],
)
def test_a_pages_language(html: str, headers: tuple[tuple[str, str], ...], language: str | None) -> None:
    found = read_page(html, HERE, headers).language
    assert (None if found is None else found.tag) == language


HOSTILE = {
    "deep": "<div>" * 10_000 + f'<iframe src="{PLAYER}"></iframe>',
    "deep words": f'<b>{"<i>" * 10_000}<a href="{PLAYER}">x',
    "unclosed": f'<table><tr><td><p><a href="x"><iframe src="{PLAYER}" <b>',
    "NUL": f'\0<p\0><iframe src="{PLAYER}"></iframe>\0',
    "half a character": f'\ud800<iframe src="{PLAYER}"></iframe>',
    "open comments": f'<iframe src="{PLAYER}"></iframe>' + "<!--" * 100_000,
    "nested pages": f'<iframe src="{PLAYER}"></iframe>' + '<iframe srcdoc="' * 10_000,
    "deep data": f'<iframe src="{PLAYER}"></iframe><script type="application/ld+json">{"[" * 100_000}</script>',
    "wide data": f'<iframe src="{PLAYER}"></iframe><script type="application/ld+json">[{"1," * 20_000}1]</script>',
    "a long list of fields": f'<iframe src="{PLAYER}?{"a=1&" * 10_000}"></iframe>',
    "many wrappers": f'<iframe src="{PLAYER}"></iframe>' + '<div class="wp-block-embed__wrapper">x' * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_to_its_end(name: str) -> None:
    found = [one.address for one in read_page(HOSTILE[name], HERE).embeds]
    assert any(address.startswith(PLAYER) for address in found)


def test_a_page_of_very_many_players_is_cut() -> None:
    page = read_page(f'<iframe src="{PLAYER}"></iframe><video src="{PLAYER}"><source src="x"></video>' * 12_000, HERE)
    assert len(page.embeds) == 20_000
    assert page.cut
    assert not read_page(f'<iframe src="{PLAYER}"></iframe>' * 1_000, HERE).cut


PARTS = st.sampled_from(
    """<iframe|src=|<video>|</video>|<source src=a>
    |<a href=x>|</a>|<p lang=ar dir=rtl>|"|'|>|<base href=//>|x| |<!--|-->
    |<script type='application/ld+json'>|</script>|{|[|<html>|<object>|<param name=movie value=|https://a.example/|\0
    |<meta http-equiv=content-security-policy content=';,'>|srcdoc=|<div class=wp-block-embed__wrapper>""".split("|")
)


@given(st.lists(PARTS, max_size=40).map("".join))
def test_nothing_makes_the_reader_fail(html: str) -> None:
    page = read_page(html, HERE)
    assert all(one.address and isinstance(one.kind, Kind) for one in page.embeds)

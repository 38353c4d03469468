"""This file is the tests of what the simulated YouTube says, without a wire."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replica.exchange import Reply, Request, UnreadableError
from replica.films import POSSIBLE, SAMPLES, Film, State, canonical, read, write
from replica.oembed import oembed
from replica.pictures import grey_jpeg
from replica.youtube import YouTube

SITE = YouTube()

RECORDED = (
    '{"title":"CKEditor 4.5 - Embedding Media Resources with oEmbed","author_name":"CKEditor",'
    '"author_url":"https://www.youtube.com/@CKEditor","type":"video","height":113,"width":200,"version":"1.0",'
    '"provider_name":"YouTube","provider_url":"https://www.youtube.com/","thumbnail_height":360,"thumbnail_width":480,'
    '"thumbnail_url":"https://i.ytimg.com/vi/pO5L6vXtxsI/hqdefault.jpg","html":"\\u003ciframe width=\\u0022200\\u0022 '
    "height=\\u0022113\\u0022 src=\\u0022https://www.youtube.com/embed/pO5L6vXtxsI?feature=oembed\\u0022 "
    "frameborder=\\u00220\\u0022 allow=\\u0022accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; "
    "picture-in-picture; web-share\\u0022 allowfullscreen title=\\u0022CKEditor 4.5 - Embedding Media Resources with "
    'oEmbed\\u0022\\u003e\\u003c/iframe\\u003e"}'
)
"""YouTube's own answer of 25 February 2024 (PROVIDERS 1.2)."""

SSL_REQUIRED = (
    b'{"error":{"code":403,"message":"SSL is required to perform this operation.","status":"PERMISSION_DENIED"}}'
)

JSON = "application/json"
ERROR = "application/json; charset=UTF-8"
HTML = "text/html; charset=utf-8"


def ask(host: str, target: str, *headers: tuple[str, str], method: str = "GET") -> Reply:
    return SITE.answer(Request(host, method, target, headers))


def ask_oembed(address: str, *headers: tuple[str, str]) -> Reply:
    return ask("www.youtube.com", f"/oembed?url={quote(address, safe='')}&format=json", *headers)


def about(video: str) -> Reply:
    return ask_oembed(f"https://www.youtube.com/watch?v={video}")


def header(reply: Reply, name: str) -> str | None:
    return next((value for key, value in reply.headers if key == name), None)


def test_an_answer_is_written_as_the_recorded_one_with_the_referrer_policy_of_2026() -> None:
    policy = "referrerpolicy=\\u0022strict-origin-when-cross-origin\\u0022 "
    film = Film(State.PUBLIC, "CKEditor 4.5 - Embedding Media Resources with oEmbed", "CKEditor")
    written = oembed("pO5L6vXtxsI", film)
    assert written.count(policy) == 1
    assert written.replace(policy, "") == RECORDED


def test_an_answer_has_the_recorded_headers() -> None:
    assert about("playsPublic").headers == (
        ("Content-Type", "application/json"),
        ("Vary", "Origin,Accept-Encoding"),
        ("Vary", "Referer"),
        ("Vary", "X-Origin"),
        ("Server", "scaffolding on HTTPServer2"),
        ("Cache-Control", "private"),
        ("X-Content-Type-Options", "nosniff"),
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.text("aé<>&'\"\\\n\t\u2028\x00\U0001f600"))
def test_any_title_survives_and_no_tag_stands_in_the_open(title: str, author: str) -> None:
    written = oembed("playsPublic", Film(State.PUBLIC, title, author))
    assert not set("<>&'") & set(written)
    told = json.loads(written)
    assert (told["title"], told["author_name"]) == (title, author)


@pytest.mark.parametrize(
    ("video", "status", "kind", "body"),
    [
        ("private---0", 403, ERROR, b"Forbidden"),
        ("privThumb-0", 403, ERROR, b"Forbidden"),
        ("removed---0", 404, ERROR, b"Not Found"),
        ("contradict0", 404, ERROR, b"Not Found"),
        ("abcdefghijk", 404, ERROR, b"Not Found"),
        ("00000000000", 404, ERROR, b"Not Found"),
        ("embedOff--0", 401, ERROR, b"Unauthorized"),
        ("aaaaaaaaaaa", 400, ERROR, b"Bad Request"),
        ("dQw4w9WgXc1", 400, ERROR, b"Bad Request"),
        ("dQw4w9WgXc", 400, ERROR, b"Bad Request"),
        ("dQw4w9WgXcQQ", 400, ERROR, b"Bad Request"),
        ("dQw4w9Wg!cQ", 400, ERROR, b"Bad Request"),
        ("", 400, ERROR, b"Bad Request"),
        ("notJSON---0", 200, JSON, b"Forbidden"),
        ("empty-----0", 200, JSON, b""),
        (
            "permission0",
            403,
            ERROR,
            SSL_REQUIRED,
        ),
    ],
)
def test_refusals_are_words_under_a_json_type(video: str, status: int, kind: str, body: bytes) -> None:
    reply = about(video)
    assert (reply.status, header(reply, "Content-Type"), reply.body) == (status, kind, body)


@pytest.mark.parametrize(
    ("video", "kind", "type_", "id_in_html"),
    [
        ("playsPublic", JSON, "video", "playsPublic"),
        ("unlisted--0", JSON, "video", "unlisted--0"),
        ("-beginDash0", JSON, "video", "-beginDash0"),
        ("substitut-0", JSON, "video", "dQw4w9WgXcQ"),
        ("wrongType-0", JSON, "rich", "wrongType-0"),
        ("textTyped-0", HTML, "video", "textTyped-0"),
    ],
)
def test_answers_tell_of_a_film(video: str, kind: str, type_: str, id_in_html: str) -> None:
    reply = about(video)
    told = json.loads(reply.body)
    assert (reply.status, header(reply, "Content-Type"), told["type"]) == (200, kind, type_)
    assert f"/embed/{id_in_html}?feature=oembed" in told["html"]
    assert told["thumbnail_url"] == f"https://i.ytimg.com/vi/{id_in_html}/hqdefault.jpg"


@pytest.mark.parametrize(
    ("video", "status", "mark"),
    [
        ("captcha---0", 429, "Our systems have detected unusual traffic"),
        ("captchaOK-0", 200, 'class="g-recaptcha"'),
        ("tooMany---0", 429, "Error 429"),
        ("broken----0", 503, "Error 503"),
        ("htmlOK----0", 200, "hotel"),
    ],
)
def test_some_answers_are_pages(video: str, status: int, mark: str) -> None:
    reply = about(video)
    assert (reply.status, header(reply, "Content-Type")) == (status, HTML)
    assert reply.body.startswith(b"<!DOCTYPE html>")
    assert mark in reply.body.decode()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("https://www.youtube.com/watch?v=playsPublic", 200),
        ("http://youtube.com/watch?t=3&v=playsPublic&list=PL1", 200),
        ("https://m.youtube.com/watch?v=playsPublic&v=removed---0", 200),
        ("https://www.youtube.com/embed/playsPublic", 404),
        ("https://youtu.be/playsPublic", 404),
        ("https://www.youtube.com/playlist?list=PL1", 400),
        ("https://vimeo.com/watch?v=playsPublic", 400),
        ("https://www.youtube.com.evil.example/watch?v=playsPublic", 400),
        ("//www.youtube.com/watch?v=playsPublic", 400),
        ("playsPublic", 400),
        ("https://[", 400),
        ("", 400),
    ],
)
def test_oembed_knows_watch_addresses_only(address: str, status: int) -> None:
    assert ask_oembed(address).status == status


def test_oembed_speaks_json_only_and_needs_an_address() -> None:
    asked = "/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DplaysPublic"
    assert ask("www.youtube.com", asked).status == 200
    assert ask("www.youtube.com", asked + "&format=xml").status == 501
    assert ask("www.youtube.com", asked.replace("/oembed", "/oembed/")).status == 200
    assert ask("www.youtube.com", "/oembed").status == 400


def test_too_many_says_when_to_come_back_in_seconds_or_as_a_date() -> None:
    date = "Sat, 21 Nov 2026 20:00:00 GMT"
    site = YouTube({"tooMany---0": Film(State.TOO_MANY), "tooMany---4": Film(State.TOO_MANY, retry_after=date)})
    replies = [
        site.answer(Request("www.youtube.com", "GET", f"/oembed?url=https://www.youtube.com/watch?v={video}", ()))
        for video in ("tooMany---0", "tooMany---4")
    ]
    assert [header(reply, "Retry-After") for reply in replies] == ["120", date]


def test_the_consent_page_stands_before_those_without_its_cookie() -> None:
    reply = about("consent---0")
    place = header(reply, "Location") or ""
    assert reply.status == 302
    assert place.startswith("https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Foembed%3Furl")
    page = ask("consent.youtube.com", place.removeprefix("https://consent.youtube.com"))
    assert (page.status, header(page, "Content-Type")) == (200, HTML)
    text = page.body.decode()
    assert "<title>Bevor Sie zu YouTube weitergehen</title>" in text
    assert 'action="https://consent.youtube.com/s"' in text
    assert 'action="https://consent.youtube.com/save"' in text
    assert set(re.findall(r'name="(\w+)"', text)) == set("gl m pc continue ca x v t hl src uxe".split())
    address = "https://www.youtube.com/watch?v=consent---0"
    assert ask_oembed(address, ("cookie", "SOCS=CAI")).status == 200


def test_sorry_leads_to_a_captcha_of_google() -> None:
    reply = about("sorry-----0")
    place = header(reply, "Location") or ""
    assert reply.status == 302
    assert place.startswith("https://www.google.com/sorry/index?continue=https%3A%2F%2Fwww.youtube.com%2Foembed")
    page = ask("www.google.com", place.removeprefix("https://www.google.com"))
    assert page.status == 429
    assert b"unusual traffic" in page.body
    assert ask("www.google.com", "/search?q=x").status == 404


@pytest.mark.parametrize(
    ("target", "status", "size"),
    [
        ("/vi/playsPublic/0.jpg", 200, (480, 360)),
        ("/vi/playsPublic/default.jpg", 200, (120, 90)),
        ("/vi/playsPublic/mqdefault.jpg", 200, (320, 180)),
        ("/vi/playsPublic/hqdefault.jpg", 200, (480, 360)),
        ("/vi/embedOff--0/hqdefault.jpg", 200, (480, 360)),
        ("/vi/contradict0/hqdefault.jpg", 200, (480, 360)),
        ("/vi/privThumb-0/hqdefault.jpg", 200, (480, 360)),
        ("/vi/playsPublic/maxresdefault.jpg", 404, (120, 90)),
        ("/vi/private---0/hqdefault.jpg", 404, (120, 90)),
        ("/vi/removed---0/hqdefault.jpg", 404, (120, 90)),
        ("/vi/abcdefghijk/hqdefault.jpg", 404, (120, 90)),
        ("/vi/aaaaaaaaaaa/hqdefault.jpg", 404, (120, 90)),
    ],
)
@pytest.mark.parametrize("host", ["i.ytimg.com", "img.youtube.com"])
def test_a_missing_picture_is_a_picture_too(host: str, target: str, status: int, size: tuple[int, int]) -> None:
    reply = ask(host, target)
    assert (reply.status, header(reply, "Content-Type"), reply.body) == (status, "image/jpeg", grey_jpeg(*size))


def test_a_film_may_have_a_picture_against_the_habit_of_its_state() -> None:
    states = {"private---0": Film(State.PRIVATE, thumbnail=True), "playsPublic": Film(thumbnail=False)}
    site = YouTube(states)
    statuses = [site.answer(Request("i.ytimg.com", "HEAD", f"/vi/{video}/0.jpg", ())).status for video in states]
    assert statuses == [200, 404]


def test_the_grey_picture_is_a_complete_jpeg() -> None:
    picture = grey_jpeg(120, 90)
    assert picture[:2] == b"\xff\xd8"
    assert picture[-2:] == b"\xff\xd9"
    frame = picture.index(b"\xff\xc0")
    assert picture[frame : frame + 10] == b"\xff\xc0\x00\x0b\x08\x00\x5a\x00\x78\x01"
    scan = picture.index(b"\xff\xda")
    assert picture[scan + 10 : -2] == bytes(45)  # 15 x 12 blocks of two zero bits


@pytest.mark.parametrize(
    ("video", "status", "lives"),
    [
        ("playsPublic", "OK", True),
        ("embedOff--0", "OK", True),
        ("playsPublid", "OK", True),  # an impossible id is silently taken for the possible one beside it
        ("removed---0", "ERROR", False),
        ("private---0", "LOGIN_REQUIRED", False),
        ("abcdefghijk", "ERROR", False),
        ("", "ERROR", False),
    ],
)
def test_the_watch_page_is_there_for_the_dead_too(video: str, status: str, *, lives: bool) -> None:
    reply = ask("www.youtube.com", f"/watch?v={video}")
    text = reply.body.decode()
    assert (reply.status, header(reply, "Content-Type")) == (200, HTML)
    assert 400_000 < len(reply.body) < 450_000
    assert ("<title> - YouTube</title>" in text) is not lives
    assert ("og:title" in text, "json+oembed" in text) == (lives, lives)
    player = json.loads(re.findall(r"var ytInitialPlayerResponse = (.+?);</script>", text)[0])
    assert player["playabilityStatus"]["status"] == status
    assert ("videoDetails" in player) is lives
    assert (header(reply, "Set-Cookie") or "").startswith("CONSENT=PENDING+358")


@pytest.mark.parametrize("path", ["/shorts/playsPublic", "/live/playsPublic", "/watch/playsPublic"])
def test_other_ways_to_the_watch_page_lead_there(path: str) -> None:
    assert ask("m.youtube.com", path) == ask("www.youtube.com", "/watch?v=playsPublic")


def test_a_hostile_title_does_not_break_out_of_a_page() -> None:
    for host, target in (("www.youtube.com", "/watch?v=hostileMsg0"), ("m.youtube.com", "/embed/hostileMsg0")):
        text = ask(host, target, ("referer", "https://example.int/")).body.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text


@pytest.mark.parametrize("host", ["www.youtube.com", "www.youtube-nocookie.com"])
@pytest.mark.parametrize(
    ("video", "status"),
    [("playsPublic", "OK"), ("embedOff--0", "UNPLAYABLE"), ("private---0", "LOGIN_REQUIRED"), ("abcdefghijk", "ERROR")],
)
def test_the_player_shows_what_it_may_to_those_who_say_where_they_come_from(host: str, video: str, status: str) -> None:
    bare = ask(host, f"/embed/{video}").body.decode()
    assert "Error 153" in bare
    assert "previewPlayabilityStatus" not in bare
    text = ask(host, f"/embed/{video}?hl=fr", ("referer", "https://example.int/")).body.decode()
    settings = json.loads(re.findall(r"ytcfg = (.+?);</script>", text)[0])
    response = json.loads(settings["PLAYER_VARS"]["embedded_player_response"])
    assert response["previewPlayabilityStatus"]["status"] == status
    assert "Error 153" not in text
    assert "x-frame-options" not in {
        name.lower() for name, _ in ask(host, f"/embed/{video}", ("referer", "https://example.int/")).headers
    }


@pytest.mark.parametrize(
    ("host", "target", "status", "location"),
    [
        ("youtube.com", "/oembed?url=x", 301, "https://www.youtube.com/oembed?url=x"),
        ("youtu.be", "/playsPublic?si=1", 303, "https://www.youtube.com/watch?v=playsPublic&feature=youtu.be"),
        ("youtu.be", "/", 301, "https://www.youtube.com/"),
        ("www.youtube.com", "/watch?v=sorry-----0", 302, "https://www.google.com/sorry/index?continue="),
        ("www.youtube.com", "/embed/consent---0", 302, "https://consent.youtube.com/m?continue="),
    ],
)
def test_some_addresses_lead_elsewhere(host: str, target: str, status: int, location: str) -> None:
    reply = ask(host, target)
    assert reply.status == status
    assert (header(reply, "Location") or "").startswith(location)


def test_a_page_asks_robots_to_prove_themselves_in_its_own_way() -> None:
    reply = ask("www.youtube.com", "/watch?v=captcha---0")
    assert reply.status == 429
    assert b'action="/das_captcha?fw=1"' in reply.body
    assert 6_000 < len(reply.body) < 8_000


@pytest.mark.parametrize("host", sorted(SITE.hosts - {"youtube.com", "youtu.be"}))
def test_other_paths_are_not_found_and_other_methods_not_allowed(host: str) -> None:
    assert ask(host, "/nothing/here").status == 404
    assert ask(host, "/", method="POST").status == 405


def test_there_is_a_sample_of_every_state_and_each_has_a_possible_id() -> None:
    assert {film.state for film in SAMPLES.values()} == set(State)
    assert [video for video in SAMPLES if not POSSIBLE.fullmatch(video)] == []


def test_an_impossible_id_is_refused_where_it_is_set() -> None:
    with pytest.raises(ValueError, match="'aaaaaaaaaaa' cannot be an id"):
        YouTube({"aaaaaaaaaaa": Film()})


@pytest.mark.parametrize(("typed", "meant"), [("DJztXj2GPfl", "DJztXj2GPfk"), ("dQw4w9WgXc1", "dQw4w9WgXc0")])
def test_an_impossible_id_has_a_possible_neighbour(typed: str, meant: str) -> None:
    assert canonical(typed) == meant


def test_films_travel_as_json() -> None:
    assert read(write(SAMPLES)) == SAMPLES
    assert read('{"playsPublic": {"state": "private"}}') == {"playsPublic": Film(State.PRIVATE)}


@given(st.sampled_from(sorted(SITE.hosts)), st.text("/?&=%:@[]vuwi._-aQ0\u00e9", max_size=40))
def test_no_target_confuses_the_site(host: str, tail: str) -> None:
    for target in (f"/{tail}", f"/oembed?url={tail}", f"/oembed?url=https://{tail}", f"/watch?v={tail}"):
        try:
            status = SITE.answer(Request.parse(f"GET {target} HTTP/1.1\r\n".encode(), host)).status
        except UnreadableError as refused:
            status = refused.status
        assert status in {200, 301, 303, 400, 404, 429, 501}

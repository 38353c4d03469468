"""This file tests what we answer by oEmbed, and what we refuse to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import SIX_LANGUAGES, Language
from reports.addresses import OwnAddresses, Place
from reports.oembed import Offer, answer
from reports.oembed_question import Box, Form, Question, Refusal, question
from reports.titles import clean

AR = Language("ar")
OURS = OwnAddresses("https://videos.example.int")
URL = "https://videos.example.int/m/wtisd-2021/ar"
OFFER = Offer("wtisd-2021", AR, "رسالة 2021", SIX_LANGUAGES, "Houlin Zhao", "https://www.example.int/")
USUAL = Box(560, 315)

HTML = (
    '<blockquote class="vm" lang="ar" dir="rtl"><a href="https://videos.example.int/m/wtisd-2021/ar">رسالة 2021</a>'
    '</blockquote><iframe src="https://videos.example.int/embed/wtisd-2021/ar" title="رسالة 2021" lang="ar" dir="rtl" '
    'width="560" height="315" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" '
    'allow="autoplay; encrypted-media; fullscreen; picture-in-picture"></iframe>'
)
FIELDS = {
    "type": "rich",
    "version": "1.0",
    "title": "رسالة 2021",
    "author_name": "Houlin Zhao",
    "author_url": "https://www.example.int/",
    "provider_name": "videos.example.int",
    "provider_url": "https://videos.example.int/",
    "cache_age": 3600,
    "width": 560,
    "height": 315,
    "html": HTML,
    "x_language": "ar",
    "x_direction": "rtl",
    "x_languages": ["en", "fr", "es", "ar", "zh", "ru"],
}


def parsed(xml: str) -> Element:
    """The document; raises ParseError where it is not well-formed."""
    return fromstring(xml.encode())  # noqa: S314 - it is ours


@pytest.mark.proof(53)
def test_the_answer_has_every_field_in_json() -> None:
    assert json.loads(answer(OFFER, OURS, USUAL, Form.JSON)) == FIELDS


@pytest.mark.proof(53)
def test_the_answer_has_every_field_in_xml() -> None:
    root = parsed(answer(OFFER, OURS, USUAL, Form.XML))
    assert root.tag == "oembed"
    assert {one.tag: one.text for one in root} == FIELDS | {
        "cache_age": "3600",
        "width": "560",
        "height": "315",
        "x_languages": "en fr es ar zh ru",
    }


def test_where_nobody_is_named_we_name_our_own_host() -> None:
    told = json.loads(answer(Offer("a", AR, "رسالة", (AR,)), OURS, USUAL, Form.JSON))
    assert (told["author_name"], told["author_url"]) == ("videos.example.int", "https://videos.example.int/")


@pytest.mark.proof(53)
@given(st.text(max_size=60))
def test_any_clean_title_is_well_formed_and_comes_back_whole(text: str) -> None:
    title = clean(text).text or "-"
    offer = Offer("a", AR, title, (AR,), title)
    root = parsed(answer(offer, OURS, USUAL, Form.XML))
    told = json.loads(answer(offer, OURS, USUAL, Form.JSON))
    assert (root.findtext("title"), root.findtext("author_name"), told["title"]) == (title, title, title)
    assert root.findtext("html") == told["html"]
    assert told["html"].count("<") == 6


@pytest.mark.proof(53)
@pytest.mark.parametrize(
    ("width", "height", "box"),
    [
        (None, None, Box(560, 315)),
        ("800", None, Box(800, 450)),
        ("600", "900", Box(600, 337)),
        (None, "900", Box(560, 315)),
        (None, "270", Box(480, 270)),
        ("800", "270", Box(480, 270)),
        ("360", None, Box(360, 202)),
        ("320", None, Box(320, 200)),
        ("320", "190", Box(320, 190)),
        ("100", None, Box(100, 200)),
        (None, "100", Box(200, 100)),
        ("300", "50", Box(200, 50)),
        ("1", "1", Box(1, 1)),
        ("999999", "999999", Box(1920, 1080)),
    ],
)
def test_the_frame_is_as_large_as_was_asked_for_at_most(width: str | None, height: str | None, box: Box) -> None:
    asked = {name: value for name, value in (("maxwidth", width), ("maxheight", height)) if value is not None}
    assert question({"url": URL, **asked}, OURS) == Question(Place("wtisd-2021", AR), box, Form.JSON)


@pytest.mark.proof(53)
@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"url": URL, "format": "yaml"}, 501),
        ({"url": URL, "format": ""}, 501),
        ({"url": URL, "format": "JSON"}, 501),
        ({"url": URL, "maxwidth": "0"}, 400),
        ({"url": URL, "maxwidth": "-1"}, 400),
        ({"url": URL, "maxwidth": ""}, 400),
        ({"url": URL, "maxwidth": "wide"}, 400),
        ({"url": URL, "maxwidth": "٤٠٠"}, 400),
        ({"url": URL, "maxheight": "1.5"}, 400),
        ({"url": URL, "maxheight": "1000000"}, 400),
        ({}, 400),
        ({"url": ""}, 400),
        ({"url": "https://elsewhere.example/m/wtisd-2021/ar"}, 404),
        ({"url": "https://videos.example.int/"}, 404),
    ],
)
def test_what_cannot_be_answered_is_refused_with_its_status(asked: Mapping[str, str], status: int) -> None:
    refusal = question(asked, OURS)
    assert isinstance(refusal, Refusal)
    assert refusal.status == status
    assert refusal.text.endswith(".")


def test_the_form_is_the_one_that_was_asked_for() -> None:
    told = question({"url": "https://videos.example.int/m/wtisd-2021", "format": "xml"}, OURS)
    assert told == Question(Place("wtisd-2021", None), USUAL, Form.XML)

"""This file tests our own addresses: how they are made, and which of them others may ask about."""

from __future__ import annotations

import pytest

from catalogue import Language
from reports.addresses import NoOrigin, OwnAddresses, Place

AR = Language("ar")
OURS = OwnAddresses("https://videos.example.int")
ASKED = "https%3A%2F%2Fvideos.example.int%2Fm%2Fwtisd-2021%2Far"


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://videos.example.int", "https://videos.example.int"),
        ("HTTPS://Videos.Example.INT/", "https://videos.example.int"),
        ("https://videos.example.int:443/", "https://videos.example.int"),
        ("http://videos.example.int:80", "http://videos.example.int"),
        ("http://videos.example.int:443", "http://videos.example.int:443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
        ("http://localhost", "http://localhost"),
    ],
)
def test_an_origin_is_brought_into_its_usual_form(text: str, origin: str) -> None:
    assert OwnAddresses.under(text).origin == origin


@pytest.mark.parametrize(
    "text",
    [
        *("", "videos.example.int", "ftp://videos.example.int", "https://", "https:///", "//videos.example.int"),
        *("https://videos.example.int/desk", "https://videos.example.int?", "https://videos.example.int#"),
        *("https://me@videos.example.int", "https://videos.example.int:0", "https://videos.example.int:65536"),
        *("https://a b", "https://a;b", 'https://a"b', "https://a,b", "https://..", "https://a\n", "https://видео"),
        *("https://videos.example.int:", "https://videos.example.int:x", "https://[::1", "https://a'b"),
    ],
)
def test_what_is_no_origin_is_refused(text: str) -> None:
    with pytest.raises(NoOrigin, match="is no address of a site; write it as https://videos"):
        OwnAddresses.under(text)


def test_each_address_is_made_from_the_place() -> None:
    assert OURS.home() == "https://videos.example.int/"
    assert OURS.watch("wtisd-2021") == "https://videos.example.int/m/wtisd-2021"
    assert OURS.watch("wtisd-2021", AR) == "https://videos.example.int/m/wtisd-2021/ar"
    assert OURS.frame("wtisd-2021", AR) == "https://videos.example.int/embed/wtisd-2021/ar"
    assert OURS.oembed("wtisd-2021", AR, "xml") == f"https://videos.example.int/oembed?url={ASKED}&format=xml"


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://videos.example.int/m/wtisd-2021/ar", Place("wtisd-2021", AR)),
        ("http://videos.example.int/m/wtisd-2021/ar", Place("wtisd-2021", AR)),
        ("https://VIDEOS.example.int:443/m/wtisd-2021/AR/", Place("wtisd-2021", AR)),
        ("https://videos.example.int/m/wtisd-2021/ar?from=mail#top", Place("wtisd-2021", AR)),
        ("https://videos.example.int/embed/wtisd-2021/pt-br", Place("wtisd-2021", Language("pt-BR"))),
        ("https://videos.example.int/m/wtisd-2021", Place("wtisd-2021", None)),
        ("https://videos.example.int/m/wtisd-2021/", Place("wtisd-2021", None)),
    ],
)
def test_an_address_of_ours_names_its_place(url: str, place: Place) -> None:
    assert OURS.place(url) == place


@pytest.mark.parametrize(
    "url",
    [
        *("", "/m/wtisd-2021/ar", "m/wtisd-2021", "https:/m/wtisd-2021", "https://"),
        *("https://elsewhere.example/m/wtisd-2021/ar", "https://videos.example.int.evil.example/m/wtisd-2021/ar"),
        *("https://me@videos.example.int/m/wtisd-2021/ar", "https://videos.example.int:8443/m/wtisd-2021/ar"),
        *("ftp://videos.example.int/m/wtisd-2021/ar", "javascript://videos.example.int/m/wtisd-2021/ar"),
        *(
            "https://videos.example.int/",
            "https://videos.example.int/m/",
            "https://videos.example.int/embed/wtisd-2021",
        ),
        *("https://videos.example.int/m/WTISD/ar", "https://videos.example.int/m/wtisd-2021/ar/x"),
        *("https://videos.example.int/m/wtisd-2021/xx", "https://videos.example.int/m/wtisd-2021/x%20y"),
        *("https://[::1/m/wtisd-2021", f"https://videos.example.int/m/{'a' * 101}"),
    ],
)
def test_any_other_address_names_none(url: str) -> None:
    assert OURS.place(url) is None

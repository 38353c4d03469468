"""This file is the tests of which fields of an address track, and what is left without them."""

from __future__ import annotations

import pytest

from checker.trackers import trackers, without_trackers


@pytest.mark.parametrize(
    ("url", "site", "names"),
    [
        ("https://youtu.be/OGSyYP5v6PM?si=AbC&t=83", "youtube", ("si",)),
        (
            "https://www.youtube.com/watch?v=OGSyYP5v6PM&feature=share&ab_channel=ITU&pp=yg&app=desktop",
            "youtube",
            ("feature", "ab_channel", "pp", "app"),
        ),
        ("https://www.youtube.com/watch?v=OGSyYP5v6PM&embeds_referring_euri=x", "youtube", ("embeds_referring_euri",)),
        ("https://www.youtube.com/watch?v=OGSyYP5v6PM&list=PL1&index=2&t=1m", "youtube", ()),
        (
            "https://vimeo.com/1?share=copy&utm_source=a&utm_medium=b&utm_source=c",
            "vimeo",
            ("share", "utm_source", "utm_medium"),
        ),
        ("https://x.com/ITU/status/1?s=20&t=x", "x", ("s", "t")),
        ("https://films.example/a.mp4?s=20&t=x&si=1", "file", ()),
        ("https://films.example/a.mp4?fbclid=1&gclid=2&id=3", "file", ("fbclid", "gclid")),
        ("https://www.bilibili.com/video/BV1xx411c7mD/?spm_id_from=333&p=2", "bilibili", ("spm_id_from",)),
        ("https://films.example/?utm%5Fsource=a", "page", ("utm_source",)),
        ("https://films.example/?UTM_SOURCE=a&xsi=1", None, ()),
        ("no address", None, ()),
    ],
)
def test_the_fields_that_track(url: str, site: str | None, names: tuple[str, ...]) -> None:
    assert trackers(url, site) == names


@pytest.mark.parametrize(
    ("url", "site", "clean"),
    [
        (
            "https://a.example/v.mp4?token=a%2Bb&utm_source=x&e=1#t=3",
            "file",
            "https://a.example/v.mp4?token=a%2Bb&e=1#t=3",
        ),
        ("https://a.example/v.mp4?utm_source=x", "file", "https://a.example/v.mp4"),
        ("https://a.example/v?si=1", "page", "https://a.example/v?si=1"),
        ("https://a.example/v?si=1", "youtube", "https://a.example/v"),
    ],
)
def test_all_else_of_the_address_stays(url: str, site: str, clean: str) -> None:
    assert without_trackers(url, site) == clean

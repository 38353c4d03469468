"""This file tests what a page's own policies allow, on tables of their texts."""

from __future__ import annotations

import pytest

from reports.inspection import Kind
from reports.inspection._policies import forbids, read_policies, referrer_policy, referrer_policy_of_meta

PLAYER = "https://www.youtube-nocookie.com/embed/OGSyYP5v6PM"
HERE = "https://www.example.int/a"


@pytest.mark.parametrize(
    ("text", "header", "meta"),
    [
        ("no-referrer", "no-referrer", "no-referrer"),
        (" Same-Origin ", "same-origin", "same-origin"),
        (
            "no-referrer, strict-origin-when-cross-origin",
            "strict-origin-when-cross-origin",
            "strict-origin-when-cross-origin",
        ),
        ("no-referrer, future-policy", "no-referrer", "no-referrer"),
        ("never", "", "no-referrer"),
        ("always", "", "unsafe-url"),
        ("", "", ""),
    ],
)
def test_the_last_policy_that_is_known_counts(text: str, header: str, meta: str) -> None:
    assert (referrer_policy(text), referrer_policy_of_meta(text)) == (header, meta)


@pytest.mark.parametrize(
    ("text", "address", "page", "forbidden"),
    [
        ("frame-src 'none'", PLAYER, HERE, "frame-src"),
        ("frame-src", PLAYER, HERE, "frame-src"),
        ("frame-src *", PLAYER, HERE, None),
        ("frame-src *", "data:text/html,x", HERE, "frame-src"),
        ("frame-src https:", PLAYER, HERE, None),
        ("frame-src http:", PLAYER, HERE, None),
        ("frame-src https:", PLAYER.replace("https", "http"), HERE, "frame-src"),
        ("frame-src 'self'", PLAYER, HERE, "frame-src"),
        ("frame-src 'self'", "https://www.example.int/b", HERE, None),
        ("frame-src 'self'", "https://www.example.int/b", "http://www.example.int/", None),
        ("frame-src www.youtube-nocookie.com", PLAYER, HERE, None),
        ("frame-src www.youtube-nocookie.com", PLAYER, "", None),
        ("frame-src http://www.youtube-nocookie.com", PLAYER, HERE, None),
        ("frame-src https://www.youtube-nocookie.com/embed/", PLAYER, HERE, None),
        ("frame-src https://www.youtube-nocookie.com:443", PLAYER, HERE, None),
        ("frame-src https://www.youtube-nocookie.com:*", PLAYER, HERE, None),
        ("frame-src https://www.youtube-nocookie.com:8443", PLAYER, HERE, "frame-src"),
        ("frame-src *.youtube-nocookie.com", PLAYER, HERE, None),
        ("frame-src *.youtube.com", PLAYER, HERE, "frame-src"),
        ("frame-src youtube-nocookie.com", PLAYER, HERE, "frame-src"),
        ("frame-src 'nonce-x'", PLAYER, HERE, "frame-src"),
        ("frame-src :::", PLAYER, HERE, "frame-src"),
        ("frame-src /x", PLAYER, HERE, "frame-src"),
        ("frame-src *", "https://a:b/", HERE, "frame-src"),
        ("frame-src *; frame-src 'none'", PLAYER, HERE, None),
        ("child-src *; default-src 'none'", PLAYER, HERE, None),
        ("default-src 'none'", PLAYER, HERE, "default-src"),
        ("script-src 'none'", PLAYER, HERE, None),
    ],
)
def test_which_directive_forbids_a_frame(text: str, address: str, page: str, forbidden: str | None) -> None:
    (policy,) = read_policies(text)
    assert forbids(policy, Kind.FRAME, address, page) == forbidden


def test_films_and_objects_have_directives_of_their_own_and_links_none() -> None:
    (policy,) = read_policies("media-src 'none'; object-src 'none'")
    kinds = (Kind.VIDEO, Kind.OBJECT, Kind.FRAME, Kind.LINK)
    assert [forbids(policy, kind, PLAYER, HERE) for kind in kinds] == ["media-src", "object-src", None, None]


def test_several_policies_stand_in_one_header_and_empty_ones_are_none() -> None:
    assert read_policies("Frame-Src 'SELF' , ;, default-src *") == (
        (("frame-src", ("'self'",)),),
        (("default-src", ("*",)),),
    )

"""This file tests Facebook's file: its addresses, and what the Graph's answers and errors mean."""

from __future__ import annotations

from typing import Any

import pytest

from checker.providers import Frame, VideoRef
from checker.providers._oembed import OUR_FAULT
from checker.providers.facebook import PLAYS, POST_ONLY, PROVIDER
from checker.verdict import State
from conversing import cases, converse, told

GRAPH = "https://graph.facebook.com/v26.0/oembed_video?url=x"
OURS = VideoRef("facebook", "3676516585958356")
POST = VideoRef("facebook", "1117045234981486", where="nopegida/posts")

OTHERWISE: dict[str, str | None] = {
    # The case's id is what the site answered, and stands nowhere in the address:
    "https://www.facebook.com/maxlayn/posts/10153807558977570": "10153807558977570",
    "https://www.facebook.com/groups/1645456212344334/posts/3737828833107051/": "3737828833107051",
    "https://www.facebook.com/permalink.php?story_fbid=pfbid0fqQuVEQyXRa9Dp4RcaTR14KHU3uULHV1EK7eckNXSH63JMuoALsAvVCJ97zAGitil&id=100068861234290": None,  # noqa: E501 - an address
    "https://m.facebook.com/Alliance.Police.Department/posts/4048563708499330": "4048563708499330",
    "https://m.facebook.com/events/1509582499515440": None,
    # Pages of others, and a warning about another site's video:
    "http://www.unique-almeria.com/mini-hollywood.html": None,
    "https://www.newsmemory.com/eedition/e-publishing-solutions/2-in-one-app/": None,
    "https://www.facebook.com/flx/warn/?h=TAQHsoToz&u=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DpO8h3EaFRdo&s=1": None,  # noqa: E501 - an address
    # The case's id is the whole inner address, or the album's; a note is no video:
    "https://www.facebook.com/plugins/video.php?href=https://www.facebook.com/gov.sg/videos/10154383743583686/&show_text=0&width=560": "10154383743583686",  # noqa: E501 - an address
    "https://www.facebook.com/andrescepedaoficial/videos/vb.67377221024/517188972456679/?type=3&theater": "517188972456679",  # noqa: E501 - an address
    "https://www.facebook.com/notes/nopegida/netiquette/920088871343791": None,
    # Called pages by their source, which named no id, although they are videos:
    "https://business.facebook.com/KMPHFOX26/videos/10154356403004012/": "10154356403004012",
    "https://www.facebook.com/sugarandsoulco/videos/1484037581637646/?pnref=story": "1484037581637646",
    "https://www.facebook.com/ScottishDailyExpress/videos/former-scottish-conservative-leader-ruth-davidson-opens-up-about-ivf-struggle-wi/1281761502607093/": "1281761502607093",  # noqa: E501 - an address
}


@pytest.mark.parametrize("row", cases("facebook"), ids=lambda row: row["url"][:70])
def test_every_address_names_its_video_or_none(row: dict[str, Any]) -> None:
    video = row["id"] if row["valid"] and row["kind"] == "video" else None
    ref = PROVIDER.recognise(row["url"])
    assert (None if ref is None else ref.id) == OTHERWISE.get(row["url"], video)


@pytest.mark.parametrize(
    ("url", "page", "player"),
    [
        (
            "https://facebook.com/Someone/videos/123696502806971/?extid=MM",
            "https://www.facebook.com/watch/?v=123696502806971",
            (
                "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D123696502806971"
                "&show_text=false&locale=ar_AR"
            ),
        ),
        (
            "https://m.facebook.com/story.php?story_fbid=1035862816472149&id=116132035111903",
            "https://www.facebook.com/116132035111903/posts/1035862816472149",
            (
                "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2F116132035111903%2Fposts%2F"
                "1035862816472149&show_text=false&locale=ar_AR"
            ),
        ),
    ],
)
def test_proper_addresses_and_frames(url: str, page: str, player: str) -> None:
    ref = PROVIDER.recognise(url)
    assert ref is not None
    assert PROVIDER.page(ref) == page
    assert PROVIDER.player(ref, "ar") == Frame(player)


def test_a_language_that_facebook_lacks_is_left_out() -> None:
    assert "locale" not in str(PROVIDER.player(OURS, "tlh"))


def _error(code: object, message: object = "m") -> dict[str, object]:
    return {"error": {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "A"}}


def _shown(href: str) -> dict[str, object]:
    return {"type": "video", "html": f'<div class="fb-video" data-href="{href}"></div>'}


@pytest.mark.parametrize(
    ("status", "facts", "state"),
    [
        (200, _shown("https://www.facebook.com/a/videos/3676516585958356/"), State.AVAILABLE),
        (200, _shown("https://www.facebook.com/watch/?x=1&amp;v=3676516585958356"), State.AVAILABLE),
        (200, _shown("https://www.facebook.com/a/videos/3676516585958357/"), State.UNKNOWN),
        (200, _shown("https://evil.example/a/videos/3676516585958356/"), State.UNKNOWN),
        (200, {"html": "3676516585958356"}, State.UNKNOWN),
        (400, _error(24), State.REMOVED),
        (404, _error(24), State.REMOVED),
        (400, _error(10, "not visible to everybody"), State.PRIVATE),
        (400, _error(10, "(#10) Application does not have permission for this action"), State.UNKNOWN),
        (400, _error(10, "your use of Meta oEmbed Read must be reviewed"), State.UNKNOWN),
        (400, _error(190, "Invalid token"), State.UNKNOWN),
        (400, _error(100, "Unsupported get request"), State.UNKNOWN),
        (400, _error(None), State.UNKNOWN),
        (400, _error("24"), State.UNKNOWN),
        (400, {"error": "x"}, State.UNKNOWN),
        (400, "no JSON", State.UNKNOWN),
        (400, _error(2), State.UNREACHABLE),
        (403, _error(4), State.RATE_LIMITED),
        (400, _error(613), State.RATE_LIMITED),
        (403, "{}", State.PRIVATE),
    ],
)
def test_what_the_graphs_answers_mean(status: int, facts: object, state: State) -> None:
    verdict, probes = converse(PROVIDER, OURS, told(status, facts, GRAPH))
    assert verdict.state is state
    assert [probe.url for probe in probes] == [
        "https://graph.facebook.com/v26.0/oembed_video?url=https%3A%2F%2Fwww.facebook.com%2Fvideo.php%3Fv%3D3676516585958356"
    ]


def test_an_unhashable_code_is_no_code_that_we_know() -> None:
    verdict, _ = converse(PROVIDER, OURS, told(400, _error([1]), GRAPH))
    assert (verdict.state, verdict.reason) == (State.UNKNOWN, OUR_FAULT)


def test_a_video_that_is_shown_plays_and_a_post_is_only_there() -> None:
    video, _ = converse(PROVIDER, OURS, told(200, _shown("https://www.facebook.com/a/videos/3676516585958356/"), GRAPH))
    post, probes = converse(
        PROVIDER, POST, told(200, _shown("https://www.facebook.com/nopegida/posts/1117045234981486"), GRAPH)
    )
    assert (video.reason, video.watchable, video.embeddable) == (PLAYS, True, True)
    assert (post.state, post.reason, post.watchable, post.embeddable) == (State.AVAILABLE, POST_ONLY, None, None)
    assert probes[0].url.startswith(
        "https://graph.facebook.com/v26.0/oembed_post?url=https%3A%2F%2Fwww.facebook.com%2Fnope"
    )

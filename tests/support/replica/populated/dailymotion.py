"""This file is the labelled links to Dailymotion (PROVIDERS section 2.2, and its row of section 5)."""

from __future__ import annotations

from itertools import cycle

from replica import ids
from replica.dailymotion import Dailymotion
from replica.labelled import Labelled
from replica.quarter import Quarter

FORMS = (
    "https://www.dailymotion.com/video/{}",
    "https://dai.ly/{}",
    "https://www.dailymotion.com/video/{}_a-message-to-all",
    "https://geo.dailymotion.com/player.html?video={}",
)

Facts = dict[str, object]
KINDS: tuple[tuple[Facts | None, int, str, str | None, str], ...] = (
    ({"allow_embed": False}, 2, "restricted", "embedding", "allow_embed is false"),
    ({"password_protected": True}, 2, "restricted", "password", "password_protected"),
    ({"geoblocking": ["deny", "fr"]}, 2, "restricted", "region", "shut in a country that we speak to"),
    ({"geoblocking": ["allow", "us", "ca"]}, 2, "restricted", "region", "open in other countries only"),
    ({"geoblocking": ["allow", "ch", "fr", "us"]}, 1, "available", None, "open in all countries that we speak to"),
    ({"geoblocking": ["deny", "aq"]}, 1, "available", None, "shut only where we speak to nobody"),
    ({"private": True}, 3, "private", None, "private, under its public id"),
    ({"status": "deleted"}, 1, "removed", None, "status deleted"),
    ({"status": "rejected"}, 1, "removed", None, "status rejected"),
    ({"status": "encoding_error"}, 1, "removed", None, "status encoding_error"),
    ({"status": "processing"}, 1, "not_yet", None, "status processing"),
    ({"status": "waiting"}, 1, "not_yet", None, "status waiting"),
    ({"published": False}, 1, "not_yet", None, "not published yet"),
    (None, 6, "removed", None, "404 object_not_found"),
    ({}, 10, "available", None, "published, public, allow_embed"),
)

OTHERS = (
    ("https://www.dailymotion.com/playlist/xv4bw", "invalid", "a playlist: not one video"),
    ("https://geo.dailymotion.com/player.html?playlist=x6hynp", "invalid", "a playlist in a frame"),
    ("https://www.dailymotion.com/video/y7lni3", "invalid", "an id begins with x or k"),
)


def dailymotion() -> Quarter:
    """Dailymotion, with videos of every kind."""
    videos: dict[str, Facts] = {}
    forms = cycle(FORMS)
    links = [Labelled(url, "dailymotion", state, why) for url, state, why in OTHERS]
    for place, (facts, count, state, detail, why) in enumerate(KINDS):
        for one in range(count):
            video = "x" + ids.letters(6, "dailymotion", place, one)
            if facts is not None:
                videos[video] = facts
            links.append(Labelled(next(forms).format(video), "dailymotion", state, why, detail))
    shared, shut, failing, busy = ("k" + ids.letters(18, "dailymotion", word) for word in ("shared", 403, 500, 429))
    refused = "x" + ids.letters(6, "dailymotion", 403)
    videos |= {shared: {"private": True}, failing: {"private": True}}
    whole = FORMS[0].format
    links += [
        Labelled(
            whole(shared),
            "dailymotion",
            "available",
            "private, and opened by whoever has this id (2.2); section 5 says private of both ids",
            also=frozenset({"private"}),
        ),
        Labelled(whole(failing), "dailymotion", "available", "the data API fails, and oEmbed is asked instead"),
        Labelled(
            whole(refused), "dailymotion", "private", "403: private or restricted", also=frozenset({"restricted"})
        ),
        Labelled(
            whole(shut),
            "dailymotion",
            "private",
            "403, and oEmbed knows none",
            also=frozenset({"restricted", "removed"}),
        ),
    ]
    last = Labelled(whole(busy), "dailymotion", "rate_limited", "429", also=frozenset({"unreachable"}))
    site = Dailymotion(videos, refused={refused: 403, shut: 403, failing: 500, busy: 429})
    return Quarter((site,), tuple(links), (last,))

"""This file is the labelled links to Facebook, X, TikTok and Rutube (PROVIDERS sections 2.3, 2.4, 2.9 and 5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from replica import ids
from replica.labelled import Labelled
from replica.oembed_sites import FACEBOOK, RUTUBE, TIKTOK, Dialect, Fate, OembedHouse, Portal, X
from replica.quarter import Quarter

PLAYING = 6
TURNED_AWAY = frozenset({"rate_limited", "unreachable"})

COMMON: dict[Fate, tuple[str, int, str]] = {
    Fate.GONE: ("removed", 3, "no such video"),
    Fate.PRIVATE: ("private", 2, "not shown to everybody"),
    Fate.SUBSTITUTED: ("unknown", 1, "an answer about another video"),
    Fate.PORTAL: ("unknown", 1, "200 with a page of somebody else's"),
    Fate.AWAY: ("unknown", 1, "sent on to somebody else, who says 200 to anything"),
}
LAST: dict[Fate, tuple[str, str]] = {
    Fate.BROKEN: ("unreachable", "500"),
    Fate.CAPTCHA: ("rate_limited", "200 with a captcha page"),
    Fate.BUSY: ("rate_limited", "429 with Retry-After"),
}


@dataclass(frozen=True, slots=True)
class House:
    """One of the four: how its ids and addresses are written, and where it differs from the others."""

    name: str
    dialect: Dialect
    id_of: Callable[[object], str]
    form: str
    also: dict[Fate, frozenset[str]] = field(default_factory=dict)
    more: dict[Fate, tuple[str, int, str]] = field(default_factory=dict)
    no_video: str = ""
    why: str = ""


HOUSES = (
    House(
        "facebook",
        FACEBOOK,
        lambda word: ids.number(15, "facebook", word),
        "https://www.facebook.com/someone/videos/{}/",
        no_video="https://www.facebook.com/watchparty/211641140192478",
    ),
    House(
        "x",
        X,
        lambda word: ids.number(19, "x", word),
        "https://x.com/someone/status/{}",
        no_video="https://twitter.com/itu",
        why="the post is there; whether a film plays in it, oEmbed does not say",
    ),
    House(
        "tiktok",
        TIKTOK,
        lambda word: ids.number(19, "tiktok", word),
        "https://www.tiktok.com/@someone/video/{}",
        also={Fate.PRIVATE: frozenset({"removed"})},
        no_video="https://www.tiktok.com/@itu",
    ),
    House(
        "rutube",
        RUTUBE,
        lambda word: ids.hexadecimal(32, "rutube", word),
        "https://rutube.ru/video/{}/",
        more={
            Fate.STREAMLESS: ("unknown", 1, "known, and no stream: blocked, or not for our country"),
            Fate.HALF_GONE: ("unknown", 1, "oEmbed 404, and yet there is a stream: contradictory"),
        },
        no_video="https://rutube.ru/plst/308547/",
    ),
)


def oembed_houses() -> Quarter:
    """All four, and the network's own page to which questions may be sent on."""
    links: list[Labelled] = []
    last: list[Labelled] = []
    sites = []
    for house in HOUSES:
        fates: dict[str, Fate] = {}
        for fate, (state, count, why) in (COMMON | house.more).items():
            links += [_link(house, fates, fate, number, state, why) for number in range(count)]
        shown = house.why or "an answer that names it"
        links += [_link(house, fates, Fate.SHOWN, number, "available", shown) for number in range(PLAYING)]
        links.append(Labelled(house.no_video, house.name, "invalid", "not one video"))
        last += [_link(house, fates, fate, 0, state, why, also=TURNED_AWAY) for fate, (state, why) in LAST.items()]
        sites.append(OembedHouse(house.dialect, fates))
    return Quarter((*sites, Portal()), tuple(links), tuple(last))


def _link(
    house: House,
    fates: dict[str, Fate],
    fate: Fate,
    number: int,
    state: str,
    why: str,
    *,
    also: frozenset[str] = frozenset(),
) -> Labelled:
    video = house.id_of(f"{fate} {number}")
    fates[video] = fate
    return Labelled(house.form.format(video), house.name, state, why, also=also | house.also.get(fate, frozenset()))

"""This file is the labelled links to Vimeo (PROVIDERS section 2.1, and Vimeo's row of section 5)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from replica import ids
from replica.labelled import Labelled
from replica.quarter import Quarter
from replica.vimeo import Clip, Showing, Vimeo

FORMS = ("https://vimeo.com/{}", "https://player.vimeo.com/video/{}", "https://vimeo.com/{}#t=83s")
TURNED_AWAY = frozenset({"rate_limited", "unreachable"})
PRIVATE = frozenset({"private"})
ELSEWHERE = "www.another.example"

KINDS: tuple[tuple[Clip | None, int, str, str | None, frozenset[str], str], ...] = (
    (Clip(Showing.CHOSEN_SITES, site=ELSEWHERE), 3, "restricted", "domain", frozenset(), "domain_status_code 403"),
    (Clip(Showing.REFUSED), 3, "restricted", "domain", PRIVATE, "403 with JSON: for chosen sites, or private"),
    (Clip(Showing.PRIVACY), 2, "restricted", "domain", PRIVATE, "403 with the sentence about privacy settings"),
    (Clip(Showing.PASSWORD), 2, "restricted", "password", frozenset(), "200 without what is private; its page is 200"),
    (Clip(Showing.LEGAL), 2, "removed", None, frozenset(), "oEmbed 404, and the page is 451"),
    (Clip(Showing.HALF_GONE), 1, "unknown", None, frozenset(), "oEmbed 404, and yet the page is 200: contradictory"),
    (Clip(Showing.SUBSTITUTED), 1, "unknown", None, frozenset(), "200 about another clip"),
    (None, 8, "removed", None, frozenset(), "oEmbed 404, the page too"),
    (Clip(Showing.CHOSEN_SITES), 2, "available", None, frozenset(), "for chosen sites, of which ours is one"),
    (Clip(Showing.HIDDEN), 3, "available", None, frozenset(), "oEmbed 200: plays in frames, though its page is 404"),
    (Clip(), 12, "available", None, frozenset(), "oEmbed 200 that names the clip"),
)

LAST = (
    (Showing.BROKEN, "unreachable", "500"),
    (Showing.ROBOT, "rate_limited", "403 with a page: us, not the clip"),
    (Showing.TOO_MANY, "rate_limited", "429"),
)

SECRET = "f9ad567296"  # noqa: S105 - a part of an address, not a secret of ours
UNLISTED = (
    ("https://vimeo.com/{}/" + SECRET, "available", frozenset[str](), "unlisted, with its secret"),
    ("https://player.vimeo.com/video/{}?h=" + SECRET, "available", frozenset[str](), "the same, for frames"),
    ("https://vimeo.com/{}", "removed", PRIVATE, "404: unlisted, and its secret is missing"),
    ("https://vimeo.com/{}/0000000000", "removed", PRIVATE, "404: unlisted, and its secret is another"),
)

OTHERS = (
    ("https://vimeo.com/showcase/11803104", "invalid", "a showcase: not one video"),
    ("https://vimeo.com/user7108434", "invalid", "a member: not one video"),
    ("https://vimeo.com/channels/staffpicks", "invalid", "a channel: not one video"),
    ("https://vimeo.com/7697987x", "invalid", "no number"),
)


def vimeo() -> Quarter:
    """Vimeo, with clips of every way of showing them."""
    clips: dict[str, Clip] = {}
    links = [*_kinds(clips), *_unlisted(clips)]
    links += [Labelled(url, "vimeo", state, why) for url, state, why in OTHERS]
    last = []
    for showing, state, why in LAST:
        number = ids.number(9, "vimeo", showing)
        clips[number] = Clip(showing)
        last.append(Labelled(f"https://vimeo.com/{number}", "vimeo", state, why, also=TURNED_AWAY))
    return Quarter((Vimeo(clips),), tuple(links), tuple(last))


def _kinds(clips: dict[str, Clip]) -> Iterator[Labelled]:
    forms = cycle(FORMS)
    for place, (clip, count, state, detail, also, why) in enumerate(KINDS):
        for one in range(count):
            number = ids.number(9, "vimeo", place, one)
            if clip is not None:
                clips[number] = clip
            yield Labelled(next(forms).format(number), "vimeo", state, why, detail, also)


def _unlisted(clips: dict[str, Clip]) -> Iterator[Labelled]:
    for form, state, also, why in UNLISTED:
        for one in range(2):
            number = ids.number(9, "vimeo", form, one)
            clips[number] = Clip(unlisted=SECRET)
            yield Labelled(form.format(number), "vimeo", state, why, also=also)

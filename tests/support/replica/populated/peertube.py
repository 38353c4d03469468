"""This file is the labelled links to two sites of PeerTube (PROVIDERS section 2.10, and its row of section 5)."""

from __future__ import annotations

from itertools import cycle

from replica import ids
from replica.labelled import Labelled
from replica.peertube import Clip, PeerTube, short
from replica.quarter import Quarter

HOME, OLD = "tube.example.int", "films.example.net"
OURS = "videos.example.int"
TURNED_AWAY = frozenset({"rate_limited", "unreachable"})

KINDS: tuple[tuple[Clip | None, int, str, str | None, frozenset[str], str], ...] = (
    (Clip(privacy=3), 2, "private", None, frozenset(), "privacy 3"),
    (Clip(privacy=4), 1, "private", None, frozenset({"restricted"}), "privacy 4: for the site's own users"),
    (Clip(privacy=5), 2, "restricted", "password", frozenset(), "403 video_requires_password"),
    (Clip(blocked=True), 2, "private", None, frozenset(), "on the block list: the API 403, though oEmbed is 200"),
    (
        Clip(foreign="https://elsewhere.example/videos/watch/x"),
        1,
        "private",
        None,
        frozenset({"restricted"}),
        "403 does_not_respect_follow_constraints: not here; it may play at home",
    ),
    (Clip(privacy=3, scheduled=True), 1, "not_yet", None, frozenset(), "scheduledUpdate"),
    *((Clip(state=state), 1, "not_yet", None, frozenset[str](), f"state {state}") for state in (2, 3, 4, 6)),
    *((Clip(state=state), 1, "removed", None, frozenset[str](), f"state {state}") for state in (5, 7, 12)),
    (Clip(policy=4), 1, "restricted", "embedding", frozenset(), "embed privacy 4: nobody"),
    (Clip(policy=2, pages=("another.example",)), 1, "restricted", "domain", frozenset(), "embed privacy 2, without us"),
    (None, 4, "removed", None, frozenset(), "404 Video not found"),
    (Clip(policy=2, pages=(OURS,)), 1, "available", None, frozenset(), "embed privacy 2, and we are on the list"),
    (Clip(privacy=2), 2, "available", None, frozenset(), "privacy 2: unlisted"),
    (Clip(), 6, "available", None, frozenset(), "privacy 1, state 1"),
)


def peertube() -> Quarter:
    """Two sites: one of today's release, one of before 8.1, which knows nothing of embed privacy."""
    clips: dict[str, Clip] = {}
    forms = cycle(("w", "watch", "embed"))
    links = []
    for place, (clip, count, state, detail, also, why) in enumerate(KINDS):
        for one in range(count):
            uuid = ids.uuid("peertube", place, one)
            if clip is not None:
                clips[uuid] = clip
            links.append(Labelled(_address(next(forms), HOME, uuid), "peertube", state, why, detail, also))
    links.append(Labelled(f"https://{HOME}/w/p/{short(ids.uuid('playlist'))}", "peertube", "invalid", "a playlist"))
    mistyped = f"https://{HOME}/videos/watch/{ids.uuid('mistyped')[:-1]}"
    links.append(Labelled(mistyped, "peertube", "invalid", "a digit of the UUID is missing"))
    last = []
    for status, state in ((503, "unreachable"), (429, "rate_limited")):
        uuid = ids.uuid("peertube", status)
        clips[uuid] = Clip(failure=status)
        last.append(Labelled(_address("w", HOME, uuid), "peertube", state, str(status), also=TURNED_AWAY))
    older = {ids.uuid("older", one): Clip(policy=None) for one in range(2)}
    links += [
        Labelled(_address("watch", OLD, uuid), "peertube", "available", "a release before 8.1, privacy 1, state 1")
        for uuid in older
    ]
    gone = _address("w", OLD, ids.uuid("older", "gone"))
    links.append(Labelled(gone, "peertube", "removed", "404 Video not found"))
    return Quarter((PeerTube(HOME, clips), PeerTube(OLD, older)), tuple(links), tuple(last))


def _address(form: str, host: str, uuid: str) -> str:
    if form == "w":
        return f"https://{host}/w/{short(uuid)}"
    return f"https://{host}/videos/{form}/{uuid}"

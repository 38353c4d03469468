"""This file is the labelled links to the Internet Archive (PROVIDERS section 2.7, and its row of section 5)."""

from __future__ import annotations

from replica.internet_archive import InternetArchive, Kind
from replica.labelled import Labelled
from replica.quarter import Quarter

DETAILS = "https://archive.org/details/"
UNKNOWN = frozenset({"unknown"})

KINDS: tuple[tuple[Kind | None, int, str, str | None, frozenset[str], str], ...] = (
    (None, 4, "removed", None, frozenset(), "200 with {}: no such item"),
    (Kind.DARK, 3, "removed", None, frozenset(), "is_dark"),
    (Kind.LOCKED, 2, "restricted", "login", frozenset(), "all its films are private"),
    (Kind.SOUND, 1, "invalid", None, frozenset(), "a sound: no file of a video's format"),
    (Kind.COLLECTION, 1, "invalid", None, frozenset(), "a collection: not one video"),
    (Kind.SUBSTITUTED, 1, "unknown", None, frozenset(), "an answer about another item"),
    (Kind.HALF_LOCKED, 1, "available", None, frozenset(), "the copy for playing is public"),
    (Kind.LARGE, 1, "available", None, frozenset(), "a film among 4,000 files"),
    (Kind.ENORMOUS, 1, "available", None, UNKNOWN, "a film among 60,000 files: megabytes to read (section 5)"),
    (Kind.FILM, 7, "available", None, frozenset(), "a public file of a video's format"),
)


def internet_archive() -> Quarter:
    """The Archive, with items of every kind."""
    items = {f"{kind}-{one}": kind for kind, count, *_ in KINDS if kind is not None for one in range(count)}
    links = [
        Labelled(f"{DETAILS}{kind or 'never-was'}-{one}", "internet-archive", state, why, detail, also)
        for kind, count, state, detail, also, why in KINDS
        for one in range(count)
    ]
    lacking = f"{DETAILS}{Kind.FILM}-0/reels/another.mp4"
    links += [
        Labelled(f"{DETAILS}{Kind.FILM}-0/reels/film.mp4", "internet-archive", "available", "one file of an item"),
        Labelled(lacking, "internet-archive", "removed", "a file that the item does not hold"),
        Labelled("https://archive.org/details/@itu", "internet-archive", "invalid", "a member: not one video"),
    ]
    items["broken"] = Kind.BROKEN
    also = frozenset({"rate_limited"})
    last = Labelled(f"{DETAILS}broken", "internet-archive", "unreachable", "502", also=also)
    return Quarter((InternetArchive(items),), tuple(links), (last,))

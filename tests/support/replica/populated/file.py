"""This file is the labelled links to files of film and to streams (PROVIDERS section 2.11, and their row of 5)."""

from __future__ import annotations

from replica.file import HOST, Files
from replica.labelled import Labelled
from replica.quarter import Quarter

SOFT = frozenset({"unknown"})
BREAKS_OFF = "it breaks off: that is neither there nor gone, and somebody may still be uploading it"

LINKS: tuple[tuple[str, str, str | None, frozenset[str], str], ...] = (
    ("index-first.mp4", "available", None, frozenset(), "206, and its index comes first"),
    ("index-last.mp4", "available", None, frozenset(), "206, and its index is at the end"),
    ("large-index.mp4", "available", None, frozenset(), "its index is longer than what is asked for first"),
    ("whole/index-first.mp4", "available", None, frozenset(), "200: no ranges, so no seeking, but it plays"),
    ("whole/index-last.mp4", "available", None, frozenset(), "200, and it begins as a film"),
    ("moved/index-first.mp4", "available", None, frozenset(), "sent on to another host for the same file"),
    ("untyped.mp4", "available", None, frozenset(), "a film that is declared as any bytes"),
    ("film.webm", "available", None, frozenset(), "begins as WebM"),
    ("whole/film.webm", "available", None, frozenset(), "the same, without ranges"),
    ("film.ogv", "available", None, frozenset(), "begins as Ogg"),
    ("film.ts", "available", None, frozenset(), "a packet every 188 bytes"),
    ("vod.m3u8", "available", None, frozenset(), "HLS with pieces and an end"),
    ("long.m3u8", "available", None, frozenset(), "HLS with 5,000 pieces"),
    ("master.m3u8", "available", None, frozenset(), "HLS that names HLS with pieces"),
    ("recorded.mpd", "available", None, frozenset(), "DASH with a period"),
    ("waiting.m3u8", "not_yet", None, frozenset(), "HLS without a piece and without an end"),
    ("waiting.mpd", "not_yet", None, frozenset(), "DASH that is live, without a period"),
    ("lost.m3u8", "unknown", None, frozenset({"removed"}), "HLS whose first variant is not there"),
    ("cut-in-film.mp4", "unknown", None, frozenset({"removed"}), BREAKS_OFF),
    ("cut-at-index.mp4", "unknown", None, frozenset({"removed"}), BREAKS_OFF),
    ("cut-after-large-index.mp4", "unknown", None, frozenset(), BREAKS_OFF),
    ("letter.mp4", "unknown", None, frozenset({"invalid"}), "a PDF under a film's name"),
    ("soft-404.mp4", "removed", None, SOFT, "200 with a page that says it is not there"),
    ("whole/soft-404.mp4", "removed", None, SOFT, "the same, without ranges"),
    ("empty.mp4", "removed", None, frozenset(), "416: nothing in it"),
    ("whole/empty.mp4", "removed", None, frozenset(), "200, and nothing in it"),
    ("gone.mp4", "removed", None, frozenset(), "410"),
    ("nowhere.mp4", "removed", None, frozenset(), "404"),
    ("moved/nowhere.mp4", "removed", None, frozenset(), "sent on to a 404"),
    ("private.mp4", "private", None, frozenset(), "403"),
    ("legal.mp4", "restricted", "region", frozenset(), "451"),
)
LAST = (("broken.mp4", "unreachable", "503"), ("too-many.mp4", "rate_limited", "429"))


def file() -> Quarter:
    """A server of files."""
    links = tuple(Labelled(_url(path), "file", state, why, detail, also) for path, state, detail, also, why in LINKS)
    turned_away = frozenset({"rate_limited", "unreachable"})
    last = tuple(Labelled(_url(path), "file", state, why, also=turned_away) for path, state, why in LAST)
    return Quarter((Files(),), links, last)


def _url(path: str) -> str:
    return f"https://{HOST}/{path}"

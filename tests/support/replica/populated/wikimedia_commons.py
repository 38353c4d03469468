"""This file is the labelled links to Wikimedia Commons (PROVIDERS section 2.6, and its row of section 5)."""

from __future__ import annotations

from replica.labelled import Labelled
from replica.quarter import Quarter
from replica.wikimedia_commons import Kind, WikimediaCommons

PAGE = "https://commons.wikimedia.org/wiki/File:"
FILMS = 10
MISSING = 5

KINDS = (
    ("Old film.ogv", Kind.OLD_FILM, "available", "a film in an Ogg file, by its mediatype"),
    ("Renamed film.webm", Kind.MOVED, "available", "a redirect to a film"),
    ("Speech.ogg", Kind.SOUND, "invalid", "a sound: not a video"),
    ("Speech in French.ogg", Kind.SOUND, "invalid", "a sound: not a video"),
    ("Untold film.webm", Kind.UNTOLD, "unknown", "a page without videoinfo"),
    ("Lost film.webm", Kind.LOST, "unknown", "the answer leaves it out"),
)


def wikimedia_commons() -> Quarter:
    """Commons, with files of most kinds; the kinds that no address of a film can name are left out."""
    files = {f"Message {number} to all.webm": Kind.FILM for number in range(FILMS)}
    files |= {name: kind for name, kind, _, _ in KINDS}
    films = [_link(f"Message {number} to all.webm", "available", "videoinfo of a film") for number in range(FILMS)]
    missing = [_link(f"Deleted message {number}.webm", "removed", "missing") for number in range(MISSING)]
    others = [_link(name, state, why) for name, _, state, why in KINDS]
    pages = [
        Labelled(f"{PAGE}ITU_headquarters.jpg", "wikimedia-commons", "invalid", "a picture: not a video"),
        Labelled("https://commons.wikimedia.org/wiki/Category:Videos", "wikimedia-commons", "invalid", "not one video"),
    ]
    return Quarter((WikimediaCommons(files),), (*missing, *others, *films, *pages))


def _link(name: str, state: str, why: str) -> Labelled:
    return Labelled(PAGE + name.replace(" ", "_"), "wikimedia-commons", state, why)

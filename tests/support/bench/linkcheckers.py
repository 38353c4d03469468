"""This file is two checkers of links that know nothing of videos, to compare ours with.

Both follow a link and its redirects and call it fine where the last status is 2xx. One does only that. The other does,
with films of YouTube, as lychee does (its pull request 232; PROVIDERS section 1.3): it asks for the film's picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import requests

from replica.client import session
from replica.exchange import Site
from replica.web import SimulatedWeb

_FILM = re.compile(
    r"https://(?:(?:www\.)?youtube\.com/watch\?(?:.*&)?v=|(?:www\.)?youtube(?:-nocookie)?\.com/embed/|youtu\.be/)"
    r"([^/?&#]+)"
)


def naive(urls: Iterable[str], sites: Sequence[Site]) -> dict[str, bool]:
    """Is each link fine, for who takes any 2xx?"""
    with SimulatedWeb(*sites) as web, session(web) as client:
        return {url: _is_fine(client, url) for url in urls}


def lychee_like(urls: Iterable[str], sites: Sequence[Site]) -> dict[str, bool]:
    """Is each link fine, for who asks for a film's picture, and takes any 2xx elsewhere?"""
    with SimulatedWeb(*sites) as web, session(web) as client:
        return {url: _is_fine(client, picture(url) or url) for url in urls}


def picture(url: str) -> str | None:
    """The address of the picture that is asked for in a film's place; None for other links."""
    film = _FILM.match(url)
    return f"https://img.youtube.com/vi/{film[1]}/0.jpg" if film else None


def _is_fine(client: requests.Session, url: str) -> bool:
    with client.get(url, stream=True) as answer:
        return 200 <= answer.status_code < 300

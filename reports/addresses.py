"""This file is our own addresses: where messages are watched, framed, told of by oEmbed; which one somebody names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode, urlsplit

from catalogue import CatalogueError, Language
from catalogue.model import SLUG, SLUG_LENGTH

_ORIGIN = re.compile(
    r"(https?)://([a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?/?", re.IGNORECASE
)
_PATH = re.compile(rf"/(?:(?:m|embed)/({SLUG.pattern})/([A-Za-z0-9-]{{1,64}})|m/({SLUG.pattern}))/?")
_USUAL = {"http": 80, "https": 443}
_LAST_PORT = 65535


class NoOrigin(ValueError):  # noqa: N818 - named for what it is
    """What was given is no scheme and host under which pages can stand."""


@dataclass(frozen=True, slots=True)
class Place:
    """A message among ours; `language` is None where the address names the whole of it."""

    slug: str
    language: Language | None


@dataclass(frozen=True, slots=True)
class OwnAddresses:
    """All addresses under one origin, which is a scheme and a host without a slash: `https://videos.example.int`."""

    origin: str

    @classmethod
    def under(cls, text: str) -> Self:
        """The addresses under this origin, in its usual form; raises NoOrigin."""
        found = _ORIGIN.fullmatch(text)
        port = int(found[3]) if found is not None and found[3] else None
        if found is None or (port is not None and not 0 < port <= _LAST_PORT):
            message = f"“{text[:200]}” is no address of a site; write it as https://videos.example.int, without a path"
            raise NoOrigin(message)
        scheme, host = found[1].lower(), found[2].lower()
        return cls(f"{scheme}://{host}" + ("" if port in {None, _USUAL[scheme]} else f":{port}"))

    def home(self) -> str:
        """The list of all messages."""
        return f"{self.origin}/"

    def watch(self, slug: str, language: Language | None = None) -> str:
        """The page of a message, in this language, or in the reader's."""
        return f"{self.origin}/m/{slug}" + ("" if language is None else f"/{language.tag}")

    def frame(self, slug: str, language: Language) -> str:
        """The page to be framed by others; it stays the same when the video gets another address."""
        return f"{self.origin}/embed/{slug}/{language.tag}"

    def oembed(self, slug: str, language: Language, form: str) -> str:
        """Where oEmbed is told of this page, in this form: `json` or `xml`."""
        return f"{self.origin}/oembed?{urlencode({'url': self.watch(slug, language), 'format': form})}"

    def place(self, url: str) -> Place | None:
        """Which message an address of ours names, by either scheme; None where it is not ours, or names none."""
        try:
            parts = urlsplit(url)
            ours = {OwnAddresses.under(f"{scheme}://{parts.netloc}").origin for scheme in _USUAL}
        except ValueError:
            return None
        found = _PATH.fullmatch(parts.path)
        if parts.scheme not in _USUAL or self.origin not in ours or found is None:
            return None
        slug = found[1] or found[3]
        try:
            language = Language.parse(found[2]) if found[2] else None
        except CatalogueError:
            return None
        return Place(slug, language) if len(slug) <= SLUG_LENGTH else None

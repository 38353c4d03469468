"""This file is what every snippet variant's file must answer, and the value it makes a snippet from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from catalogue import Language


@dataclass(frozen=True, slots=True)
class Version:
    """One language version of a message, ready to be written into a snippet.

    `title` is clean (reports/titles.py), never empty, and wholly in `language`; `page` is the proper address
    for a link; `player` the address for a frame, or None where the site has no player for other pages.
    """

    language: Language
    title: str
    page: str
    player: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """What an editor asked for: the versions in the order to print them, and the page they go into."""

    versions: tuple[Version, ...]
    page_language: Language | None = None


class Variant(Protocol):
    """One form of snippet: pure, and the same bytes for the same order."""

    @property
    def name(self) -> str:
        """The name after `--variant`."""

    @property
    def summary(self) -> str:
        """One English sentence for `embed --list`: what it is good for."""

    @property
    def single(self) -> bool:
        """Does it show exactly one version?"""

    def render(self, order: Order) -> str:
        """The snippet: LF line ends, a newline at its end."""

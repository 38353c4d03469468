"""This file is what was read on a web page: its own policies, with every place that could show a video."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from catalogue import Direction, Language


class Kind(StrEnum):
    """In which manner a page holds an address."""

    FRAME = "frame"
    VIDEO = "video"
    LINK = "link"
    OBJECT = "object"
    ELEMENT = "element"
    """An element of a script or a consent tool, which becomes a player when the script runs."""
    QUOTE = "quote"
    """An address that only an editor's program turns into a player, such as `<oembed>`."""
    DATA = "data"
    """What the page tells search engines (JSON-LD)."""

    @property
    def plays(self) -> bool:
        """Is this a player, or becoming one?"""
        return self in {Kind.FRAME, Kind.VIDEO, Kind.OBJECT, Kind.ELEMENT}


@dataclass(frozen=True, slots=True)
class Embed:
    """One place on a page that names an address; all text is the page's own, hostile text.

    `address` is whole where the page's own is known. `line` counts from 1: where the element begins. `title` is the
    element's accessible name, of a link its words; None where there is none, `named` says that another element names
    it. `language` and `direction` are those of the nearest element that says so, None where none does, or where it says
    nothing that is understood; `any_direction` is dir=auto. `hreflang` is what a link says of its target. `sandbox` are
    the words of the attribute, None without one. `waiting` says that something else than the browser loads it
    (`data-src`), `folded` that it stands in `<details>`, `styled` that the element or the one around it has a class, an
    id or a style.
    """

    kind: Kind
    element: str
    address: str
    line: int | None = None
    title: str | None = None
    named: bool = False
    language: Language | None = None
    direction: Direction | None = None
    any_direction: bool = False
    hreflang: Language | None = None
    referrer_policy: str = ""
    loading: str = ""
    sandbox: frozenset[str] | None = None
    srcdoc: bool = False
    waiting: bool = False
    folded: bool = False
    styled: bool = False
    width: str = ""
    full_screen: bool = False
    starts: bool = False
    muted: bool = False
    no_focus: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What matters of a page. `address` is empty for a file; `direction` is the page's own, LTR where it says none.

    `referrer_policy` is empty where neither header nor page says one. `policies` are its Content-Security-Policies:
    each maps a directive to its sources. `cut` says that it holds more places than were kept.
    """

    address: str = ""
    language: Language | None = None
    direction: Direction = Direction.LTR
    referrer_policy: str = ""
    policies: tuple[Policy, ...] = ()
    embeds: tuple[Embed, ...] = ()
    cut: bool = False


Policy = tuple[tuple[str, tuple[str, ...]], ...]
"""The directives of one Content-Security-Policy, in lower case, each with its sources."""

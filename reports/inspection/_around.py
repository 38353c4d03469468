"""This file is what holds at a place of a page: the language, the direction, what it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from catalogue import Direction, InvalidValue, Language

_STYLED = frozenset({"class", "id", "style"})
_TELLING = _STYLED | {"lang", "dir"}


@dataclass(frozen=True, slots=True)
class Around:
    """What the elements that are open say; None where none says it, or nothing that is understood.

    `any_direction` is within dir=auto, `folded` within `<details>`, `styled` is an element with a class, an id or a
    style.
    """

    language: Language | None = None
    direction: Direction | None = None
    any_direction: bool = False
    folded: bool = False
    styled: bool = False

    def within(self, element: str, attributes: Mapping[str, str]) -> Around:
        """What holds inside one more element."""
        if attributes.keys().isdisjoint(_TELLING) and element != "details":
            return replace(self, styled=False) if self.styled else self
        word = attributes.get("dir", "").lower()
        says = word in {"ltr", "rtl"}
        return Around(
            language_of(attributes["lang"]) if "lang" in attributes else self.language,
            Direction(word) if says else self.direction,
            word == "auto" or (self.any_direction and not says),
            self.folded or element == "details",
            not attributes.keys().isdisjoint(_STYLED),
        )


def language_of(tag: str) -> Language | None:
    """The language that a page names; None for what no browser understands, such as zh_CN."""
    if "_" in tag:
        return None
    try:
        return Language.parse(tag.strip())
    except InvalidValue:
        return None

"""This file is what a catalogue file says, key by key: the shape in which two of them can be compared.

Other than a `Catalogue` it also holds what is written beside a place that waits for its video, and it does not say
in which order a message's languages stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Leaf: TypeAlias = "str | tuple[str, ...]"
"""A text as it reads (a date, too), or a list of them."""

Place: TypeAlias = "tuple[str, ...]"
"""Keys, from the outermost on."""

Facts: TypeAlias = "Mapping[Place, Leaf]"
"""What is said of one message, by places such as ("videos", "fr", "url"), ("title", "en"), ("date",)."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The tags of the languages in their order, and the facts of each message by its slug, in file order."""

    languages: tuple[str, ...] = ()
    messages: Mapping[str, Facts] = field(default_factory=dict)

    def agrees_with(self, other: Contents) -> bool:
        """Whether both say the same, in whatever order messages stand."""
        return (self.languages, dict(self.messages)) == (other.languages, dict(other.messages))


def entry_of(place: Place) -> Place:
    """The entry that a place belongs to: for `messages, SLUG, videos, fr, url` all of `fr`."""
    return place[:4]

"""This file is a link's siblings: the links of its message, and those of its channel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from checker.facts import Facts
from checker.providers import recognise
from hexaglot.targets import Place


@dataclass(slots=True)
class Siblings:
    """Who is whose sibling among these places; `facts` is asked only when the first one wants to know.

    A message, or a channel, is told once: of a channel that is gone, each link would name all others again.
    """

    places: tuple[Place, ...]
    facts: Callable[[], Mapping[str, Facts]]
    _groups: dict[str, dict[tuple[str, ...], None]] = field(default_factory=dict)
    _members: dict[tuple[str, ...], dict[str, None]] = field(default_factory=dict)
    _told: set[tuple[str, ...]] = field(default_factory=set)

    def __call__(self, url: str) -> Iterable[str]:
        """The addresses of the same messages, then those of the same channel; without this one, and what was told."""
        if not self._members:
            self._gather()
        untold = (group for group in self._groups.get(url, ()) if group not in self._told)
        groups = sorted(untold, key=lambda group: group[0] != "message")
        self._told.update(groups)
        found = dict.fromkeys(member for group in groups for member in self._members[group])
        return (member for member in found if member != url)

    def _gather(self) -> None:
        facts = self.facts()
        self._members = defaultdict(dict)
        for place in self.places:
            ref = recognise(place.url)
            author = facts[place.url].author if place.url in facts else None
            message = (("message", place.message),) if place.message is not None else ()
            channel = (("channel", ref.provider, author),) if ref is not None and author is not None else ()
            for group in (*message, *channel):
                self._members[group][place.url] = None
                self._groups.setdefault(place.url, {})[group] = None

"""This file is how it is seen that a message was given another slug, so that it is not taken for gone, with a new one.

A message that is gone and one that is new are the same if they share a link in one language; if there was no link,
if they say exactly the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from catalogue.contents import Contents, Facts


@dataclass(frozen=True, slots=True)
class Renamed:
    """The slugs that each side changed, from the old to the new; `disputed` are ours where theirs are others."""

    ours: Mapping[str, str] = field(default_factory=dict)
    theirs: Mapping[str, str] = field(default_factory=dict)

    @property
    def disputed(self) -> tuple[str, ...]:
        """Our new slugs of messages that have yet another one on their side."""
        return tuple(new for old, new in self.ours.items() if self.theirs.get(old, new) != new)

    def in_base(self, base: Contents) -> Contents:
        """The common catalogue, with the slugs that messages have from now on."""
        return _with(base, {**self.theirs, **self.ours})

    def in_ours(self, ours: Contents) -> Contents:
        """Our catalogue with the slugs that they gave."""
        return _with(ours, {old: new for old, new in self.theirs.items() if old not in self.ours})

    def in_theirs(self, theirs: Contents) -> Contents:
        """Their catalogue with the slugs that we gave."""
        return _with(theirs, {self.theirs.get(old, old): new for old, new in self.ours.items()})

    def our_name(self, slug: str) -> str:
        """How a message is called in our file."""
        return next((old for old, new in self.theirs.items() if new == slug and old not in self.ours), slug)

    def their_name(self, slug: str) -> str:
        """How a message is called in their file."""
        return next((self.theirs.get(old, old) for old, new in self.ours.items() if new == slug), slug)


def renamed(base: Contents, ours: Contents, theirs: Contents) -> Renamed:
    """The slugs that were changed on either side; one that the other side has given to a message of its own is not."""
    mine, other = _changed(base, ours), _changed(base, theirs)
    return Renamed(
        {old: new for old, new in mine.items() if new not in theirs.messages or other.get(old) == new},
        {old: new for old, new in other.items() if new not in ours.messages or mine.get(old) == new},
    )


def _changed(base: Contents, side: Contents) -> dict[str, str]:
    gone = [slug for slug in base.messages if slug not in side.messages]
    new = [slug for slug in side.messages if slug not in base.messages]
    found: dict[str, str] = {}
    for old in gone:
        likely = [slug for slug in new if _alike(base.messages[old], side.messages[slug])]
        if len(likely) == 1 and likely[0] not in found.values():
            found[old] = likely[0]
    return found


def _alike(old: Facts, new: Facts) -> bool:
    links = [at for at in old if at[-1] == "url"]
    return any(new.get(at) == old[at] for at in links) or (not links and bool(old) and old == new)


def _with(contents: Contents, names: Mapping[str, str]) -> Contents:
    return Contents(contents.languages, {names.get(slug, slug): facts for slug, facts in contents.messages.items()})

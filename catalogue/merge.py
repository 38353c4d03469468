"""This file is the three-way merge by key: what two people made of one catalogue, each without the other.

What only one of them changed is theirs; what both changed alike is agreed; what they changed differently, or one
removed and the other changed, is a conflict, and ours stands in the result until a person has chosen. New entries
never meet: ours come first, then the others in their order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from catalogue.contents import Contents, Facts, Leaf, Place, entry_of
from catalogue.joining import joined
from catalogue.renaming import Renamed, renamed

LANGUAGES: Place = ("languages",)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a person must choose. `place` leads from the file's outermost key to the one in question.

    `ours` and `theirs` are what stands there on each side; None means nothing, for a message that it was removed, or,
    where neither says a thing, that they are too many things to name.
    """

    place: Place
    ours: Leaf | None = None
    theirs: Leaf | None = None

    @property
    def entry(self) -> Place:
        """The smallest entry that is shown to the person whole: a video, one title, a message."""
        return entry_of(self.place)


@dataclass(frozen=True, slots=True)
class Merged:
    """The catalogue of both, with what is left to people.

    `mixed` names videos (slug, language) whose link is one side's and what is said of it the other's. `reordered`
    says that they put messages into another order, which is not taken over. `names` says how slugs were renamed.
    """

    contents: Contents
    conflicts: tuple[Conflict, ...] = ()
    mixed: tuple[tuple[str, str], ...] = ()
    reordered: bool = False
    names: Renamed = field(default_factory=Renamed)


def merge(base: Contents, ours: Contents, theirs: Contents) -> Merged:
    """Bring two catalogues together that come from the same one; it is empty where both began anew."""
    names = renamed(base, ours, theirs)
    base, ours, theirs = names.in_base(base), names.in_ours(ours), names.in_theirs(theirs)
    merging = _Merging(base, ours, theirs, [Conflict(("messages", slug)) for slug in names.disputed])
    messages = merging.messages()
    languages = merging.languages(messages)
    return Merged(
        Contents(languages, messages),
        tuple(merging.conflicts),
        tuple(merging.mixed),
        _reordered(base.messages, ours.messages, theirs.messages),
        names,
    )


def keeping(merged: Contents, ours: Contents, entries: tuple[Place, ...]) -> Contents:
    """The merged catalogue with ours in these entries, as it reads until a person has chosen."""
    messages = dict(merged.messages)
    for _, slug, *inside in (place for place in entries if place != LANGUAGES):
        if slug not in ours.messages:
            messages.pop(slug, None)
            continue
        there = tuple(inside)
        kept = {at: leaf for at, leaf in messages[slug].items() if at[: len(there)] != there}
        messages[slug] = kept | {at: leaf for at, leaf in ours.messages[slug].items() if at[: len(there)] == there}
    return replace(merged, messages=messages)


class _Merging:
    """One merge under way."""

    def __init__(self, base: Contents, ours: Contents, theirs: Contents, conflicts: list[Conflict]) -> None:
        self._base, self._ours, self._theirs = base, ours, theirs
        self.conflicts = conflicts
        self.mixed: list[tuple[str, str]] = []

    def languages(self, messages: Mapping[str, Facts]) -> tuple[str, ...]:
        """The list of both; a language that one side dropped stays while there is something in it."""
        ours, theirs = self._ours.languages, self._theirs.languages
        both = joined(self._base.languages, ours, theirs)
        used = {at[1]: None for facts in messages.values() for at in facts if len(at) > 1}
        dropped = tuple(tag for tag in used if tag not in both.items)
        if dropped or both.disputed:
            self.conflicts.insert(0, Conflict(LANGUAGES, ours, theirs))
        return both.items + dropped

    def messages(self) -> dict[str, Facts]:
        """The messages of both."""
        base, ours, theirs = self._base.messages, self._ours.messages, self._theirs.messages
        found: dict[str, Facts] = {}
        for slug in dict.fromkeys((*ours, *theirs)):
            before = base.get(slug)
            sides = [side[slug] for side in (ours, theirs) if slug in side]
            changed = [facts for facts in sides if facts != before]
            if len(sides) == 1 and changed and before is not None:
                self.conflicts.append(Conflict(("messages", slug)))
            if len(changed) > 1:
                found[slug] = self._facts(slug, before or {}, *changed)
            elif changed or len(sides) > 1:
                found[slug] = (changed or sides)[0]
        return found

    def _facts(self, slug: str, base: Facts, ours: Facts, theirs: Facts) -> Facts:
        found = {}
        for at in dict.fromkeys((*ours, *theirs)):
            before, mine, other = base.get(at), ours.get(at), theirs.get(at)
            leaf = other if mine == before else mine
            if mine != other and before not in (mine, other):
                leaf = self._both_changed(slug, at, ours, theirs, before=before)
            if leaf is not None:
                found[at] = leaf
        for language in dict.fromkeys(at[1] for at in base if at[0] == "videos"):
            self._look_at_video(slug, *(_video(facts, language) for facts in (base, ours, theirs)))
        return found

    def _both_changed(self, slug: str, at: Place, ours: Facts, theirs: Facts, *, before: Leaf | None) -> Leaf | None:
        mine, other = ours.get(at), theirs.get(at)
        link = (*at[:-1], "url")
        same_link = at[-1] == "added" and ours.get(link) == theirs.get(link)
        if same_link and before is None and isinstance(mine, str) and isinstance(other, str):
            return min(mine, other)  # two people put one link here: it has been here since the first of them did
        self.conflicts.append(Conflict(("messages", slug, *at), mine, other))
        return mine

    def _look_at_video(self, slug: str, base: Facts, ours: Facts, theirs: Facts) -> None:
        """Find what no single key shows: a video that one side removed, or changed for another, under the other."""
        ((_, language, _), *_) = base
        link: Place = ("videos", language, "url")
        place = ("messages", slug, *link)
        known = any(conflict.entry == entry_of(place) for conflict in self.conflicts)
        if known or link not in base or base in (ours, theirs):
            return
        if (link in ours) != (link in theirs):
            self.conflicts.append(Conflict(place, ours.get(link), theirs.get(link)))
        elif (ours.get(link) == base[link]) != (theirs.get(link) == base[link]):
            self.mixed.append((slug, language))


def _video(facts: Facts, language: str) -> Facts:
    return {at: leaf for at, leaf in facts.items() if at[:2] == ("videos", language)}


def _reordered(base: Mapping[str, Facts], ours: Mapping[str, Facts], theirs: Mapping[str, Facts]) -> bool:
    """Whether they moved messages, and we did not move them likewise."""
    common = base.keys() & ours.keys() & theirs.keys()
    before, mine, other = ([slug for slug in side if slug in common] for side in (base, ours, theirs))
    return other not in (before, mine)

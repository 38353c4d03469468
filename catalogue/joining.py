"""This file is how two people's changes of one ordered list, without repetitions, are joined."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Joined:
    """The list of both. `disputed` says that they contradict each other: then ours has the last word for now."""

    items: tuple[str, ...]
    disputed: bool = False


def joined(base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]) -> Joined:
    """What either removed is gone, what either added is there: ours first, then the others in their order.

    Where one side put the old ones into another order, that order holds. Two such orders contradict each other, and
    so do two removals that leave nothing.
    """
    if base in (ours, theirs):
        return Joined(theirs if ours == base else ours)
    kept, here, there = (
        [item for item in side if item in base and item in ours and item in theirs] for side in (base, ours, theirs)
    )
    mine = [item for item in ours if item not in base]
    others = [item for item in theirs if item not in base and item not in ours]
    # Where the order is ours, what we added stays where we put it.
    items = [item for item in ours if item in here or item in mine] if there in (here, kept) else there + mine
    if not items + others or (here != there and kept not in (here, there)):
        return Joined(ours, disputed=True)
    return Joined((*items, *others))

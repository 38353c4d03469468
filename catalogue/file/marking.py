"""This file is how a conflict is shown in our text: both entries whole, between the marks that git's users know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from catalogue.contents import Place
from catalogue.errors import CatalogueError
from catalogue.file import lifting
from catalogue.file.changes import root_slot
from catalogue.file.grafting import Version
from catalogue.file.margins import lines_at
from catalogue.file.placing import Placing, Slot
from catalogue.file.reading import CATALOGUE_KEYS, MESSAGE_KEYS
from catalogue.file.splice import Splice
from catalogue.file.tree import Mapping
from catalogue.renaming import Renamed

OURS, BETWEEN, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry that is shown as each side has it; a side may have none. Places are those of the merged catalogue."""

    place: Place
    ours: Slot | None
    theirs: Slot | None


class Marking:
    """Two texts whose differences are to be shown in the first."""

    def __init__(self, ours: Version, theirs: Version, names: Renamed) -> None:
        self._ours, self._theirs, self._names = ours.tree.written, theirs.tree.written, names
        self._our_root, self._their_root = root_slot(ours.tree), root_slot(theirs.tree)
        self._order = tuple(dict.fromkeys((*ours.contents.languages, *theirs.contents.languages)))

    def shown(self, entries: Iterable[Place]) -> tuple[Shown, ...]:
        """What is shown for these entries: each by itself, or what is around it. Raises CatalogueError."""
        found = {shown.place: shown for shown in map(self._widened, entries)}
        return tuple(
            shown
            for place, shown in found.items()
            if not any(place[:length] in found for length in range(1, len(place)))
        )

    def marks(self, shown: Iterable[Shown]) -> tuple[tuple[Splice, ...], tuple[Splice, ...]]:
        """The splices that show them: those to be made before all others at one place, and those after."""
        first, last = [], []
        inserting = Placing(self._ours)
        for one in shown:
            tail = [BETWEEN, *(lifting.lines(self._theirs, one.theirs) if one.theirs else ()), THEIRS]
            if one.ours:
                start, end = lifting.stretch(self._ours, one.ours)
                first.append(lines_at(self._ours, end, tail))
                last.append(lines_at(self._ours, start, [OURS]))
                continue
            holder = cast("Slot", lifting.found(self._our_root, self._in_ours(one.place[:-1])))  # it has a neighbour
            lines = [OURS, *tail]
            inserting.insert(cast("Mapping", holder.value), one.place[-1], lines, self._order_in(one.place))
        return (*first, *inserting.splices), tuple(last)

    def _widened(self, entry: Place) -> Shown:
        for length in range(len(entry), min(len(entry), 2) - 1, -1):
            place = entry[:length]
            ours = lifting.found(self._our_root, self._in_ours(place))
            theirs = lifting.found(self._their_root, self._in_theirs(place))
            here = ours or self._neighbour(place)
            apart = theirs is None or lifting.has_own_lines(self._theirs, theirs)
            if here and apart and lifting.has_own_lines(self._ours, here):
                return Shown(place, ours, theirs)
        sentence = f"{'/'.join(entry)} stands in no lines of its own, so the two cannot be shown there"
        raise CatalogueError(sentence)

    def _neighbour(self, place: Place) -> Slot | None:
        holder = lifting.found(self._our_root, self._in_ours(place[:-1]))
        return next(iter(holder.entries().values()), None) if holder else None

    def _order_in(self, place: Place) -> tuple[str, ...] | None:
        return (CATALOGUE_KEYS, None, MESSAGE_KEYS, self._order)[len(place) - 1]

    def _in_ours(self, place: Place) -> Place:
        return (*place[:1], *map(self._names.our_name, place[1:2]), *place[2:])

    def _in_theirs(self, place: Place) -> Place:
        return (*place[:1], *map(self._names.their_name, place[1:2]), *place[2:])

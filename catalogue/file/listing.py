"""This file is how the list of languages is changed in a person's text."""

from __future__ import annotations

from catalogue.file.changes import root_slot
from catalogue.file.margins import after, lines_at
from catalogue.file.placing import Placing
from catalogue.file.reading import CATALOGUE_KEYS
from catalogue.file.scalars import key
from catalogue.file.splice import Splice
from catalogue.file.tree import Sequence, Tree
from catalogue.file.written import Written


def listed(tree: Tree, ours: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[Splice, ...]:
    """The splices that make the list say what is wanted; new ones go after the last, any other change rewrites it."""
    if ours == wanted:
        return ()
    placing, root = Placing(tree.written), root_slot(tree)
    slot = root.entries().get("languages")
    whole = f"[{', '.join(map(key, wanted))}]"
    if slot is None:
        placing.add(root, {"languages": whole}, CATALOGUE_KEYS)
    elif slot.value.id == "sequence" and wanted[: len(ours)] == ours:
        placing.splices.append(_after_the_last(tree.written, slot.value, [key(tag) for tag in wanted[len(ours) :]]))
    else:
        placing.put(slot, whole)
    return tuple(placing.splices)


def _after_the_last(written: Written, items: Sequence, new: list[str]) -> Splice:
    last = items.value[-1]
    start, end = last.start_mark.index, last.end_mark.index
    if items.flow_style:
        return Splice(end, end, "".join(f", {word}" for word in new))
    dash = written.text[written.line_start(start) : start]
    return lines_at(written, after(written, last, last.start_mark.column), [f"{dash}{word}" for word in new])

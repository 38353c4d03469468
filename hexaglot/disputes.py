"""This file is what a merge says to the person who merges: what they must choose, and what deserves a look."""

from __future__ import annotations

from catalogue.contents import Leaf
from catalogue.merge import Conflict, Merged

CHOOSE = "choose between the marks “<<<<<<<” and “>>>>>>>” in the file, remove the marks, and run `git add` on it"


def disputes(merged: Merged) -> list[str]:
    """A sentence for each conflict: where, and both values; then what to do."""
    found = [f"{_where(conflict)}: {_what(conflict)}" for conflict in merged.conflicts]
    return [*found, CHOOSE] if found else []


def remarks(merged: Merged, *, by_lines: bool) -> list[str]:
    """What was merged, and deserves a look."""
    found = [
        f"{slug}/{language}: one side changed the link, the other what is said of the video; "
        "both were taken, so look whether they belong together"
        for slug, language in merged.mixed
    ]
    if merged.reordered and not by_lines:
        found.append("theirs has the messages in another order; ours was kept, so move them again if it matters")
    return found


def _where(conflict: Conflict) -> str:
    match conflict.place:
        case (_, slug, "videos", language, name):
            return f"{slug}/{language}, “{name}:”"
        case (_, slug, "title", language):
            return f"{slug}, title in {language}"
        case (_, slug, name):
            return f"{slug}, “{name}:”"
        case (_, slug):
            return slug
        case _:
            return "“languages:”"


def _what(conflict: Conflict) -> str:
    if conflict.ours is None and conflict.theirs is None:
        return "one side removed this message or gave it another slug, and the other changed it"
    return f"ours says {_said(conflict.ours)}, theirs says {_said(conflict.theirs)}"


def _said(leaf: Leaf | None) -> str:
    if leaf is None:
        return "nothing"
    return f"“{leaf}”" if isinstance(leaf, str) else f"[{', '.join(leaf)}]"

"""This file is how keys are read: each one once, and only those that belong."""

from __future__ import annotations

from typing import cast

from catalogue.errors import Unreadable
from catalogue.file.hints import listed, perhaps, short
from catalogue.file.tree import Mapping, Node, Scalar
from catalogue.file.written import Written


def entries(written: Written, node: Mapping, allowed: tuple[str, ...] | None, what: str) -> dict[str, Node]:
    """The values of a mapping by their keys; refuses repeated keys, and those that are not allowed."""
    try:
        found = {key.value: value for key, value in node.value}
    except TypeError:
        pairs = cast("list[tuple[Node, Node]]", node.value)
        odd = next(key for key, _ in pairs if key.id != "scalar")
        raise written.trouble(odd.start_mark.index, f"a key of {what} is one word; write it so") from None
    if len(found) != len(node.value):
        raise _repeated(written, node)
    if allowed is not None and not found.keys() <= set(allowed):
        stranger = next(key for key, _ in node.value if key.value not in allowed)
        raise written.trouble(stranger.start_mark.index, _no_key(stranger.value, allowed, what))
    return found


def _repeated(written: Written, node: Mapping) -> Unreadable:
    first: dict[str, Scalar] = {}
    key = next(key for key, _ in node.value if first.setdefault(key.value, key) is not key)
    line, _ = written.place(first[key.value].start_mark.index)
    sentence = f"the key “{short(key.value)}” stands here again after line {line}; remove one of the two, or rename it"
    return written.trouble(key.start_mark.index, sentence)


def _no_key(key: str, allowed: tuple[str, ...], what: str) -> str:
    if key == "<<":
        return "merge keys (“<<”) are not read here; write the values out"
    return f"“{short(key)}” is no key of {what}, which holds {listed(allowed)}{perhaps(key, allowed)}"

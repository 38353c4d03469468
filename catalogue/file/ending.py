"""This file is what keeps a text block at the very end of a file the same text when lines come below it.

A last line without a line end gives a block's text none either; with lines below it, it would get one. What YAML has
for that is a “-” in the block's first line (YAML 1.2.2, section 8.1.1.2).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from catalogue.file.splice import Splice
from catalogue.file.tree import Node, Tree

_HEAD = re.compile(r"[|>](?P<columns>[1-9]?)\+?(?P<also>[1-9]?)")


def kept_open(tree: Tree, splices: Collection[Splice]) -> tuple[Splice, ...]:
    """The splice that these need beside them in a file that ends within a text block; mostly none."""
    text, last = tree.written.text, _last(tree.root)
    if last is None or last.id != "scalar" or last.style not in {"|", ">"} or last.value.endswith("\n"):
        return ()
    start = last.start_mark.index
    head = _HEAD.match(text, start)
    if head is None or text.startswith("-", head.end()):
        return ()
    below = any(splice.start == splice.end == len(text) for splice in splices)
    if not below or any(splice.start <= start < splice.end for splice in splices):
        return ()
    return (Splice(start, head.end(), f"{text[start]}{head['columns'] or head['also']}-"),)


def _last(root: Node | None) -> Node | None:
    """The value that stands last; where that is one between braces, no block can be in it."""
    node = root
    while node is not None and node.id != "scalar" and not node.flow_style:
        node = node.value[-1][1] if node.id == "mapping" else node.value[-1]
    return node

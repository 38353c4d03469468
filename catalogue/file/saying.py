"""This file is what a tree says, key by key, so that two of them can be merged."""

from __future__ import annotations

from catalogue.contents import Contents, Facts, Leaf
from catalogue.file.tree import Node, Tree, is_null
from catalogue.model import Captions, Catalogue


def contents_of(tree: Tree, catalogue: Catalogue) -> Contents:
    """What the tree says from which this catalogue was read. An empty key says nothing, and neither does `unknown`."""
    root = _fields(tree.root)
    messages = {slug: _facts(node) for slug, node in _fields(root.get("messages")).items()}
    return Contents(tuple(language.tag for language in catalogue.languages), messages)


def _facts(message: Node) -> Facts:
    found: dict[tuple[str, ...], Leaf] = {}
    for name, value in _fields(message).items():
        if name == "title":
            found |= {(name, tag): leaf for tag, title in _fields(value).items() if (leaf := _leaf(title))}
        elif name == "videos":
            for tag, video in _fields(value).items():
                fields = _fields(video) if video.id == "mapping" else {"url": video}
                found |= {(name, tag, key): leaf for key, field in fields.items() if (leaf := _leaf(field))}
        elif leaf := _leaf(value):
            found[name,] = leaf
    return {at: leaf for at, leaf in found.items() if at[2:] != ("captions",) or leaf != Captions.UNKNOWN}


def _fields(node: Node | None) -> dict[str, Node]:
    return {key.value: value for key, value in node.value} if node is not None and node.id == "mapping" else {}


def _leaf(node: Node) -> Leaf | None:
    if node.id == "sequence":
        return tuple(item.value for item in node.value if item.id == "scalar")
    return None if is_null(node) or node.id == "mapping" else node.value

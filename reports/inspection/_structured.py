"""This file is which videos a page names to search engines: JSON-LD's VideoObject (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator

_LONGEST = 500_000
_MOST = 10_000
_FIELDS = ("embedUrl", "contentUrl")


def video_addresses(text: str) -> Iterator[str]:
    """The addresses of all videos described, wherever they stand; none where it is no JSON."""
    try:
        value: object = json.loads(text) if len(text) <= _LONGEST else None
    except (ValueError, RecursionError):
        return
    todo = [value]
    for _ in range(_MOST):
        if not todo:
            return
        node = todo.pop(0)
        if isinstance(node, list):
            todo += node
        elif isinstance(node, dict):
            todo += node.values()
            if "VideoObject" in (node.get("@type"), *_list(node.get("@type"))):
                yield from (found for name in _FIELDS if isinstance(found := node.get(name), str) and found.strip())


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []

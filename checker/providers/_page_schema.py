"""This file is a video as a page describes it for search engines: schema.org's VideoObject in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from checker.verdict import site_text

_LONGEST_SCRIPT = 256 * 1024
_MOST_NODES = 10_000
_COUNTRIES = re.compile(r"\s*[A-Za-z]{2}(?:[\s,]+[A-Za-z]{2})*\s*")


@dataclass(frozen=True, slots=True)
class VideoObject:
    """The addresses of one video, `countries` (ISO 3166-1 alpha-2) in which alone it may be seen, if it says so."""

    addresses: tuple[str, ...]
    title: str | None = None
    expires: datetime | None = None
    countries: frozenset[str] = frozenset()


def first_video_object(text: str, resolve: Callable[[str], str | None]) -> VideoObject | None:
    """The first VideoObject in a script that has an address; `resolve` makes it whole, or None of what is none."""
    try:
        todo: list[object] = [json.loads(text)] if len(text) <= _LONGEST_SCRIPT else []
    except (ValueError, RecursionError):
        return None
    for _ in range(_MOST_NODES):
        if not todo:
            break
        node = todo.pop()
        if isinstance(node, dict):
            found = _video_object(node, resolve) if _is_video(node.get("@type")) else None
            if found is not None:
                return found
            todo.extend(reversed(list(node.values())))
        elif isinstance(node, list):
            todo.extend(reversed(node))
    return None


def _is_video(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one.rpartition("/")[2] == "VideoObject" for one in kinds)


def _video_object(node: dict[str, object], resolve: Callable[[str], str | None]) -> VideoObject | None:
    named = [node.get("contentUrl"), node.get("embedUrl")]
    addresses = tuple(found for url in named if isinstance(url, str) and (found := resolve(url)))
    if not addresses:
        return None
    return VideoObject(
        addresses, site_text(node.get("name")), _moment(node.get("expires")), _countries(node.get("regionsAllowed"))
    )


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value.strip()) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)


def _countries(value: object) -> frozenset[str]:
    """Codes, as search engines want them; what is written otherwise is passed over."""
    texts = value if isinstance(value, list) else [value]
    codes = [text for text in texts if isinstance(text, str) and _COUNTRIES.fullmatch(text)]
    return frozenset(code.upper() for text in codes for code in re.split(r"[\s,]+", text.strip()))

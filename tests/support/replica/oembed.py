"""This file is YouTube's oEmbed answer about a film, written byte for byte as the recorded ones (PROVIDERS 1.2)."""

from __future__ import annotations

import json
import re
from html import escape

from replica.films import Film

_SPECIAL = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&'\"\\"})
_IFRAME = (
    '<iframe width="200" height="113" src="https://www.youtube.com/embed/{video}?feature=oembed" frameborder="0" '
    'allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share" '
    'referrerpolicy="strict-origin-when-cross-origin" allowfullscreen title="{title}"></iframe>'
)


def oembed(video: str, film: Film, kind: str = "video") -> str:
    """The JSON about a film; `referrerpolicy` is there since 2026."""
    fields: dict[str, str | int] = {
        "title": film.title,
        "author_name": film.author,
        "author_url": "https://www.youtube.com/@" + re.sub(r"\W", "", film.author),
        "type": kind,
        "height": 113,
        "width": 200,
        "version": "1.0",
        "provider_name": "YouTube",
        "provider_url": "https://www.youtube.com/",
        "thumbnail_height": 360,
        "thumbnail_width": 480,
        "thumbnail_url": f"https://i.ytimg.com/vi/{video}/hqdefault.jpg",
        "html": _IFRAME.format(video=video, title=escape(film.title)),
    }
    return "{" + ",".join(f'"{name}":{_written(value)}' for name, value in fields.items()) + "}"


def _written(value: str | int) -> str:
    """JSON as Google writes it: no sign that means something in HTML stands for itself."""
    if isinstance(value, int):
        return str(value)
    pieces = re.split(r"([<>&'\"\\])", value)
    return '"' + "".join(_piece(piece) for piece in pieces) + '"'


def _piece(piece: str) -> str:
    special = piece.translate(_SPECIAL)
    return special if special != piece else json.dumps(piece, ensure_ascii=False)[1:-1]

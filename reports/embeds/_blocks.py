"""This file is how WordPress' editor marks its blocks: by comments, whose settings are JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

_ESCAPES = {"--": "\\u002d\\u002d", "<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""What could end a comment early, or be taken for markup, written as JSON may write it."""

_SHORTCODE = {"[": "&#91;", "]": "&#93;"}
"""WordPress looks for shortcodes in text of any kind; a title may not open one (SNIPPETS check 28)."""


def block(name: str, inside: Markup, settings: Mapping[str, str | bool] | None = None) -> str:
    """A block of this name round this code, which ends with a line's end."""
    said = f" {_json(settings)}" if settings else ""
    return f"<!-- wp:{name}{said} -->\n{inside}<!-- /wp:{name} -->\n"


def without_shortcodes(code: Markup) -> Markup:
    """The code with its square brackets as character references: the same text, and no shortcode."""
    text = str(code)
    for char, reference in _SHORTCODE.items():
        text = text.replace(char, reference)
    return Markup(text)  # noqa: S704 - it was markup before, and only brackets have changed


def _json(settings: Mapping[str, str | bool]) -> str:
    text = json.dumps(settings, ensure_ascii=False, separators=(",", ":"))
    for raw, escaped in _ESCAPES.items():
        text = text.replace(raw, escaped)
    return text

"""This file is a player that stands in for YouTube's: it can be focused, and ticks to its host as long as it runs."""

from __future__ import annotations

from collections.abc import Mapping

from proof.pages import FILES
from proof.world import Asked, Document, World

ADDRESS = "https://www.youtube-nocookie.com/embed/"

_PLAYER = Document("""\
<!DOCTYPE html>
<html lang="en"><title>Player</title><button>Play</button>
<script>setInterval(() => parent.postMessage(location.pathname.slice(-2), "*"), 10)</script></html>
""")
_EARS = Document(
    """\
window.ticks = {};
addEventListener("message", ({ data }) => window.ticks[data] = (window.ticks[data] ?? 0) + 1);
window.violations = [];
document.addEventListener("securitypolicyviolation", told => window.violations.push(told.violatedDirective));
""",
    (("content-type", "text/javascript"),),
)

EARS = '<script src="https://editor.example/ears.js"></script>\n'
"""What a page needs in its head to hear players tick, and violations of its policy: `ticks` and `violations`."""


def playing(pages: Mapping[str, Document]) -> World:
    """The editor's pages, our files beside them, and a player at every address that the snippets frame."""
    known = {**FILES, "https://editor.example/ears.js": _EARS, **pages}
    return lambda url: _PLAYER if url.startswith(ADDRESS) else known.get(url)


def of_players(asked: list[Asked]) -> list[Asked]:
    """The requests that are not the editor's own."""
    return [one for one in asked if not one.url.startswith("https://editor.example/")]

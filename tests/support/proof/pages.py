"""This file is an editor's page that a snippet is pasted into: whole, valid, in one language throughout."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

import reports
from catalogue import Language
from proof.world import Document

_TYPES = {"vm.css": "text/css", "vm.js": "text/javascript", "vm-player.js": "text/javascript"}

FILES = {
    f"https://editor.example/{name}": Document(
        Path(reports.__path__[0], "static", name).read_text("utf-8"), (("content-type", kind),)
    )
    for name, kind in _TYPES.items()
}
"""What an editor's site may have of ours beside its pages, at its addresses."""

# WCAG 2.2 asks for 24 px from link to link (2.5.8); a bare list has no class, so the site's own lines must give it.
FILES["https://editor.example/theme.css"] = Document("body { line-height: 1.6; }", (("content-type", "text/css"),))

THEME = '<link rel="stylesheet" href="https://editor.example/theme.css">\n'
"""What a site has of its own, at the least: lines that do not touch."""

SHEET = '<link rel="stylesheet" href="https://editor.example/vm.css">\n'
STOPPING = '<script src="https://editor.example/vm.js"></script>\n'
ELEMENT = '<script src="https://editor.example/vm-player.js"></script>\n'
"""How a page takes each of them, in its head."""

_WORDS = {
    "en": ("Message of the day", "Before the snippet.", "After the snippet."),
    "ar": ("رسالة اليوم", "قبل المقطع.", "بعد المقطع."),
}

_PAGE = Markup("""\
<!DOCTYPE html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{head}</head>
<body>
<main>
<h1>{title}</h1>
<p id="before">{before}</p>
{snippet}<p id="after">{after}</p>
</main>
</body>
</html>
""")


def wrapped(snippet: str, language: Language, head: str = "") -> str:
    """The snippet, as it stands, between two paragraphs of a page in English or Arabic; `head` goes into its head."""
    title, before, after = _WORDS[language.tag]
    return str(
        _PAGE.format(
            lang=language.tag,
            dir=language.direction,
            title=title,
            before=before,
            after=after,
            snippet=Markup(snippet),  # noqa: S704 - pasting it unescaped is the experiment
            head=Markup(head),  # noqa: S704 - it is ours
        )
    )

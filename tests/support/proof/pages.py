"""This file is an editor's page that a snippet is pasted into: whole, valid, in one language throughout."""

from __future__ import annotations

from markupsafe import Markup

from catalogue import Language

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
</head>
<body>
<main>
<h1>{title}</h1>
<p id="before">{before}</p>
{snippet}<p id="after">{after}</p>
</main>
</body>
</html>
""")


def wrapped(snippet: str, language: Language) -> str:
    """The snippet, as it stands, between two paragraphs of a page in English or Arabic."""
    title, before, after = _WORDS[language.tag]
    return str(
        _PAGE.format(
            lang=language.tag,
            dir=language.direction,
            title=title,
            before=before,
            after=after,
            snippet=Markup(snippet),  # noqa: S704 - pasting it unescaped is the experiment
        )
    )

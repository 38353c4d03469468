"""This file is the snippet for wikis on MediaWiki: a list of titles in wikitext that lead to the videos."""

from __future__ import annotations

from markupsafe import Markup, escape

from reports.embeds._address import page_of
from reports.embeds._contract import Order, Phrase, Sequence, Syntax, Variant, Version
from reports.embeds._order import some_versions
from reports.embeds._text import isolated, named_and_gone

# MediaWiki takes no `<a>` and no `<iframe>` in wikitext, but `lang` and `dir` of a `<span>`.
_WORDS = Markup('<span lang="{lang}" dir="{dir}">{text}</span>')
_LINK = Markup('<span lang="{lang}" dir="{dir}">[{page} {text}]</span>')


class MediaWiki:
    """Wikitext: one line, or a list with a line for each version."""

    name = "mediawiki"
    summary = "Titles as links in wikitext, for wikis on MediaWiki; one for a language, a list for all."
    single = False
    plays = False
    files: tuple[str, ...] = ()
    syntax = Syntax.WIKITEXT
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The links of the versions in the order given; raises SnippetError."""
        first, *more = some_versions(self, order)
        if more:
            return "".join(f"* {_line(version, order)}\n" for version in order.versions)
        said = "" if first.said is None else f"{_words(first.said, order)}\n\n"
        return f"{said}{_line(first, order)}\n"


def _line(version: Version, order: Order) -> Markup:
    if version.gone is not None:
        parts = named_and_gone(version.title, version.language, version.gone)
        return Markup(": ").join(_words(part, order) for part in parts)
    return _LINK.format(
        lang=version.language.tag,
        dir=version.language.direction,
        page=_quiet(page_of(version)),
        text=_plain(isolated(version.title, version.language, wanted=order.isolates)),
    )


def _quiet(address: str) -> str:
    """The same address without tildes and pairs of underscores, which sign a page and switch its contents list."""
    return address.replace("~", "%7E").replace("__", "_%5F")


def _words(phrase: Phrase, order: Order) -> Markup:
    text = _plain(isolated(phrase.text, phrase.language, wanted=order.isolates))
    return _WORDS.format(lang=phrase.language.tag, dir=phrase.language.direction, text=text)


def _plain(text: str) -> Markup:
    """Text in which nothing is wikitext: every ASCII sign that could be is a character reference."""
    return Markup().join(
        Markup(f"&#{ord(char)};") if char in _SIGNS else escape(char)  # noqa: S704 - a number
        for char in text
    )


_SIGNS = frozenset("[]{}|'<>&\"=*#:;~_-!/@")

VARIANT: Variant = MediaWiki()

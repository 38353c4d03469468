"""This file is the snippet for letters and e-mail without markup: a line for each language."""

from __future__ import annotations

from reports.embeds._address import page_of
from reports.embeds._contract import Order, Sequence, Syntax, Variant, Version
from reports.embeds._order import some_versions
from reports.embeds._text import isolated, named_and_gone


class Letter:
    """Lines of plain text: the language's own name, and the address between angle brackets (RFC 3986, appendix C)."""

    name = "letter"
    summary = "A list in plain text, for letters and e-mail: each language by its own name, with its address."
    single = False
    plays = False
    files: tuple[str, ...] = ()
    syntax = Syntax.TEXT
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """A line for each version in the order given; raises SnippetError."""
        first, *more = some_versions(self, order)
        said = "" if first.said is None or more else f"{first.said.text}\n\n"
        return said + "".join(f"- {_line(version, order)}\n" for version in order.versions)


def _line(version: Version, order: Order) -> str:
    name, language = version.language.autonym, version.language
    if version.gone is not None:
        parts = named_and_gone(name, language, version.gone)
        return ": ".join(isolated(part.text, part.language, wanted=order.isolates) for part in parts)
    return f"{isolated(name, language, wanted=order.isolates)} <{page_of(version)}>"


VARIANT: Variant = Letter()

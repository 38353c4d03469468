"""This file is how our templates are read: escaped, strict about names, and in the words of one language."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from catalogue import Language
from reports.translation import SOURCE, interface


def templates(language: Language = SOURCE) -> Environment:
    """The templates of this room for the readers of a language; each caller adds the names that its own need."""
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    translations = interface(language).translations
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined] # by the extension
    return environment

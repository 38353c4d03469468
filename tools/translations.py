"""This file is the maker of reports/locale/: it gathers our sentences, and brings the translators' files up to date.

Usage: python tools/translations.py, in the project's folder. New sentences then stand untranslated at their
places in every .po file; sentences that are gone are dropped. What was translated stays as it was.
"""

from __future__ import annotations

from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

LOCALE = Path("reports/locale")
KEYWORDS = {"_": None, "sentence": None, "ngettext": (1, 2)}
SOURCES = (
    ("python", "catalogue", "*.py"),
    ("python", "checker", "*.py"),
    ("python", "reports", "*.py"),
    ("jinja2", "reports/templates", "*.html"),
)
UNWANTED = tuple(
    f'"{field}'
    for field in (
        "Project-Id",
        "Report-Msgid",
        "POT-Creation",
        "PO-Revision",
        "Last-Tr",
        "Language-Team",
        "Generated-By",
    )
)
OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}


def gathered(root: Path) -> Catalog:
    """Every sentence of ours under this folder, in the order of files and lines."""
    catalog = Catalog(header_comment="# Hexaglot: the sentences to translate.", charset="utf-8", fuzzy=False)
    for method, folder, names in SOURCES:
        for path in sorted((root / folder).rglob(names)):
            place = path.relative_to(root).as_posix()
            options = OPTIONS if method == "jinja2" else {}
            for line, message, _, context in extract_from_file(method, path, KEYWORDS, options=options):
                catalog.add(message, None, [(place, line)], context=context)
    return catalog


def written(catalog: Catalog) -> str:
    """A catalogue as a file's text: without dates and persons, which git knows better."""
    file = BytesIO()
    write_po(file, catalog, width=110, include_lineno=False, ignore_obsolete=True)
    lines = file.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(UNWANTED))


def updated(text: str, language: str, catalog: Catalog) -> str:
    """A translators' file with the sentences of the catalogue, translated as far as they were before."""
    translated = read_po(StringIO(text), locale=language)
    comment = translated.header_comment
    translated.update(catalog, no_fuzzy_matching=True, update_creation_date=False)
    translated.header_comment = comment
    return written(translated)


def main() -> None:
    """Write the template anew, and each language's file."""
    catalog = gathered(Path())
    (LOCALE / "hexaglot.pot").write_text(written(catalog), "utf-8")
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/hexaglot.po")):
        path.write_text(updated(path.read_text("utf-8"), path.parts[-3], catalog), "utf-8")


if __name__ == "__main__":
    main()

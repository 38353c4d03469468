"""This file is the writer of the site: a folder of pages, one for each language of the catalogue.

Every file is written beside its place, flushed, and put there in one move, so nobody ever meets half a page.
A list of what we wrote stands in the folder. By it the page of a language that was dropped is removed at the
next writing, and whatever somebody else put into the folder is neither overwritten nor removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from reports.pages import Sheet, page
from reports.writing import WriteError, write_whole

MANIFEST = "hexaglot-files.txt"
"""The list of our files in the folder, one relative path a line; lines that begin with # are remarks."""

_STATIC = ("site.css", "copy.js", "vm.css", "vm.js", "vm-player.js")
_PAGE = re.compile(r"[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*/index\.html")
_REMARK = "# The files of this folder that Hexaglot wrote, and may replace or remove. It touches no others.\n"


def write_site(folder: Path, sheet: Sheet, *, version: str) -> tuple[Path, ...]:
    """Write the site into a folder, which is made if need be; what was written, the front page first.

    Raises WriteError where the system refuses, or where a file that we did not write stands in the way.
    """
    texts = _texts(sheet, version)
    before = _listed(folder)
    for name in texts:
        if name not in before and (folder / name).exists():
            message = f"{folder / name}: Hexaglot did not write this file, so it will not replace it. Move it away, or write the site into another folder"  # noqa: E501
            raise WriteError(message)
    # The list goes first and holds the old names too: if we are stopped half-way, all that is ours is known.
    write_whole(folder / MANIFEST, _manifest(before | texts.keys()))
    written = tuple(write_whole(folder / name, text) for name, text in texts.items())
    for name in before - texts.keys():
        _remove(folder / name)
    write_whole(folder / MANIFEST, _manifest(texts.keys()))
    return written


def _texts(sheet: Sheet, version: str) -> Mapping[str, str]:
    """Every file of the site: its path in the folder, with slashes, and what it holds."""
    languages = sheet.availability.languages
    return {
        "index.html": page(sheet, languages[0], root="", version=version),
        **{f"{language}/index.html": page(sheet, language, root="../", version=version) for language in languages},
        **{f"static/{name}": (files("reports") / "static" / name).read_text("utf-8") for name in _STATIC},
    }


def _listed(folder: Path) -> frozenset[str]:
    """The names in the folder's list, as far as they can be names of ours: nothing else is ever touched."""
    ours = {"index.html", *(f"static/{name}" for name in _STATIC)}
    try:
        lines = (folder / MANIFEST).read_text("utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return frozenset()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{folder / MANIFEST}: the list of our files cannot be read ({error}); make it readable, or write the site into another folder"  # noqa: E501
        raise WriteError(message) from error
    return frozenset(line for line in lines if line in ours or _PAGE.fullmatch(line))


def _manifest(names: Iterable[str]) -> str:
    return _REMARK + "".join(f"{name}\n" for name in sorted(names))


def _remove(path: Path) -> None:
    """Remove a page, and its folder where nothing else stands in it."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        message = f"{path} is no longer part of the site but could not be removed ({error.strerror}); remove it by hand"
        raise WriteError(message) from error
    with suppress(OSError):  # somebody keeps something there
        path.parent.rmdir()

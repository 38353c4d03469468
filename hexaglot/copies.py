"""This file is the place where copies of the catalogue's links lie: beside the ledger, of each kind the last one alone.

A copy saves time and nothing else: where it cannot be read or written, nobody is told.
"""

from __future__ import annotations

import fcntl
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from hexaglot.copied import LAYOUT
from hexaglot.version import VERSION

FOLDER = ".hexaglot-cache"

_LARGEST = 64 * 1024 * 1024
"""Bytes; twice what a catalogue may have."""

_CODE = ("catalogue", "catalogue/file", "checker", "checker/providers", "hexaglot", "reports")


def content_of(path: Path) -> bytes | None:
    """What stands in a file; None where it cannot be read at once, for whatever reason."""
    return _content(path, os.O_NONBLOCK)  # a pipe must not make us wait


def kept(place: Path, name: str) -> bytes | None:
    """What stands in the copy of this name, if there is one of our own. `place` is the ledger's folder."""
    return _content(place / FOLDER / name, os.O_NOFOLLOW | os.O_NONBLOCK, owner=os.geteuid())


def keep(place: Path, name: str, content: bytes) -> None:
    """Put a copy in the place of the last one. The ledger's folder must be there: who only looks makes none."""
    folder = place / FOLDER
    with suppress(OSError), ExitStack() as stack:
        if not folder.is_dir():
            folder.mkdir(mode=0o700)
            (folder / ".gitignore").write_text("*\n", "ascii")
        beside = folder / f"{name}.new"
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        stack.callback(os.close, descriptor)
        # Who holds the lock owns the name: another writer does the same work, and a killed one has let go of it.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(os.fstat(descriptor), beside.stat()):
            return
        try:
            os.ftruncate(descriptor, 0)
            with open(descriptor, "wb", closefd=False) as file:
                file.write(content)
            beside.replace(folder / name)
        except BaseException:  # an interrupt too must leave nothing half-written; it is raised again
            beside.unlink(missing_ok=True)
            raise


def maker() -> str:
    """All that makes a copy what it is besides the file: our version and code as it stands, what is installed."""
    home = Path(__file__).parents[1]
    code = (stamp for folder in _CODE for stamp in _stamps(home / folder))
    libraries = (os.stat(folder).st_mtime_ns for folder in sys.path if folder.endswith("-packages"))  # noqa: PTH116 - a text
    return repr((LAYOUT, VERSION, sys.version, *code, *libraries))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                found = entry.stat()
                yield entry.name, found.st_size, found.st_mtime_ns


def _content(path: Path, flags: int, owner: int | None = None) -> bytes | None:
    with suppress(OSError), ExitStack() as stack:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | flags)
        stack.callback(os.close, descriptor)
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST or owner not in {None, found.st_uid}:
            return None
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(_LARGEST)
    return None

"""This file is git's own merge of lines (`git merge-file`), for what can be merged no other way."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from catalogue.file.reconciling import Sides

_MOST_CONFLICTS = 127
"""What git merge-file answers at most for conflicts; above that it failed (git-merge-file(1), exit status)."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What became of the lines. Where they are not `clean`, git's marks stand in them."""

    content: bytes
    clean: bool


def merge_lines(sides: Sides) -> Lines | None:
    """Merge lines as git does; None where git is not at hand, or takes a version for no text."""
    with tempfile.TemporaryDirectory(prefix="hexaglot-merge-") as folder:
        files = {name: Path(folder, name) for name in ("ours", "base", "theirs")}
        for name, content in (("ours", sides.ours), ("base", sides.base), ("theirs", sides.theirs)):
            files[name].write_bytes(content)
        labels = [word for name in files for word in ("-L", name)]
        command = ["git", "merge-file", "-p", "-q", *labels, *map(str, files.values())]
        try:
            done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own words and paths
        except OSError:
            return None
    return None if done.returncode > _MOST_CONFLICTS else Lines(done.stdout, done.returncode == 0)

"""This file is how a file of ours is written: whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path


class WriteError(Exception):
    """A file could not be written; what stood at its place still stands there."""


def write_whole(path: Path, text: str) -> Path:
    """Write a text as UTF-8 beside its place, then put it there; makes the folder. Raises WriteError."""
    beside = path.with_name(f".{path.name}.{os.urandom(16).hex()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with beside.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:  # an interrupt too must leave nothing half-written; it is raised again
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        message = f"{path} could not be written ({error.strerror}); make room or give yourself the right to write there, then try again"  # noqa: E501
        raise WriteError(message) from error
    return path

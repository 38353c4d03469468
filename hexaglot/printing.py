"""This file is how results reach standard output: UTF-8, in one go."""

from __future__ import annotations

import os
import sys

from reports.writing import WriteError


def print_result(text: str) -> None:
    """Write results: UTF-8 whatever the locale says, because snippets hold six languages. Raises WriteError."""
    if sys.stdout is None:
        raise WriteError("there is no standard output to write to; open it, or use --output where there is one")
    try:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # a text stream
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        leave_output()
        raise WriteError(f"the results could not be written to standard output ({error.strerror})") from error


def leave_output() -> None:
    """Let go of a standard output that takes no more; Python would complain about it again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

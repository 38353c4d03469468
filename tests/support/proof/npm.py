"""This file is where the tools that `npm ci` brings are found."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parents[3]


def tool(path: str) -> Path:
    """A file under node_modules; raises FileNotFoundError with the remedy, for a proof is never skipped."""
    found = _ROOT / "node_modules" / path
    if not found.is_file():
        message = f"{found} is not there; run `npm ci` in {_ROOT}"
        raise FileNotFoundError(message)
    return found

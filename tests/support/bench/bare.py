"""This file is the baseline of a check: a loop that asks the same questions one after another, and thinks nothing.

`python -m bench.bare FILE` asks every address that stands in the file, one a line.
"""

from __future__ import annotations

import sys
from pathlib import Path

import requests

PATIENCE = 20.0
"""Seconds for an answer."""


def main() -> None:
    """Ask on one connection that is kept open, read each answer whole, and throw it away."""
    with requests.Session() as session:
        for line in Path(sys.argv[1]).read_text("ascii").splitlines():
            session.get(line, timeout=PATIENCE).raise_for_status()


if __name__ == "__main__":
    main()

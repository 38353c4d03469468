"""This file is what every command begins with: the settings, and how much is to be said beside the results."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from hexaglot.settings import Settings


@dataclass(slots=True)
class Start:
    """What the global options say."""

    settings: Settings
    quiet: bool
    verbose: bool

    def say(self, text: str) -> None:
        """A remark, on standard error."""
        if not self.quiet:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()

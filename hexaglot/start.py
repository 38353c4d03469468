"""This file is what every command begins with: the settings, and how much is to be said beside the results."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hexaglot.settings import PREFIX, Settings, SettingsError, read_settings


@dataclass(frozen=True, slots=True)
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


def settings_here(config: Path | None, options: Mapping[str, object]) -> Settings:
    """The settings of a file, of the environment and of options. Raises SettingsError.

    `config` is None where nobody named a file; then there need not be one.
    """
    path = config or Path("hexaglot.toml")
    try:
        text = path.read_text("utf-8") if config is not None or path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path}: the settings cannot be read ({error}); give another file with --config"
        ) from error
    environment = {name: value for name, value in os.environ.items() if name.startswith(PREFIX)}
    return read_settings(text, environment, options, where=str(path))

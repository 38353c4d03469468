"""This file is the command as people run it: a process of its own, in an empty folder, against a simulated web."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LETTERS = Path(__file__).parents[1] / "journeys" / "letters"
COMMAND = (sys.executable, "-m", "hexaglot")


@dataclass(frozen=True, slots=True)
class Office:
    """A folder to work in, and the environment that leads to the simulated web."""

    folder: Path
    environment: dict[str, str]

    def run(self, *words: str, stdin: bytes = b"", timeout: float = 60) -> subprocess.CompletedProcess[bytes]:
        """Run a command to its end."""
        return subprocess.run(
            [*COMMAND, *words],
            cwd=self.folder,
            env=self.environment,
            input=stdin,
            capture_output=True,
            timeout=timeout,
            check=False,
        )

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a command that goes on."""
        return subprocess.Popen(
            [*COMMAND, *words],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    @property
    def catalogue(self) -> Path:
        """The catalogue file."""
        return self.folder / "data" / "videos.yaml"


def clean_environment() -> dict[str, str]:
    """The environment without what would lead elsewhere."""
    kept = (
        "PATH",
        "PYTHONPATH",
        "HOME",
        "LANG",
        "COVERAGE_PROCESS_START",
        "COV_CORE_SOURCE",
        "COV_CORE_CONFIG",
        "COV_CORE_DATAFILE",
    )
    return {name: os.environ[name] for name in kept if name in os.environ} | {"PYTHONWARNINGS": "error"}

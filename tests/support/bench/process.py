"""This file is a command run to its end, with the time and the processor time that it alone took."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_KEPT = ("PATH", "HOME", "LANG")


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock, seconds of processor (user and system, of all its threads), and what it printed."""

    seconds: float
    cpu: float
    output: bytes


def run(command: Sequence[str], *, folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command in a folder, with this environment and little else; raises RuntimeError unless it ends with 0."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    support = {"PYTHONPATH": str(Path(__file__).parents[1])}
    # Into a file: a pipe would have to be emptied by us, at the expense of what is measured.
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
        began = perf_counter()
        child = subprocess.Popen(
            command, cwd=folder, env={**kept, **support, **(environment or {})}, stdout=said, stderr=complained
        )
        try:
            _, status, usage = os.wait4(child.pid, 0)
        except BaseException:  # an interrupt too must leave no child behind; it is raised again
            child.kill()
            child.wait()
            raise
        seconds = perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        complained.seek(0)
        if child.returncode != 0:
            words = " ".join(command)
            message = f"{words}\nended with {child.returncode}: {complained.read().decode(errors='replace')}"
            raise RuntimeError(message)
        return Run(seconds, usage.ru_utime + usage.ru_stime, said.read())

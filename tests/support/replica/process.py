"""This file is the simulated web in a process of its own."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from replica import films as reels
from replica.films import Film

READY = "# ready"
PATIENCE = 10.0
"""How long the process may take to end, in seconds."""


@dataclass(slots=True)
class SpawnedWeb:
    """A simulated web that runs elsewhere. `counts` and `peaks`, by host, are known once it has ended."""

    port: int
    ca_file: Path
    _environment: dict[str, str]
    counts: dict[str, int] = field(default_factory=dict)
    peaks: dict[str, int] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """What to set so that a whole process meets this web and no other."""
        return dict(self._environment)


@contextmanager
def spawned(films: Mapping[str, Film] | None = None, *, latency: float = 0.0) -> Iterator[SpawnedWeb]:
    """YouTube with these films (the samples without) in a process of its own; `latency` in seconds."""
    with tempfile.TemporaryDirectory(prefix="simulated-films-") as folder:
        command = [sys.executable, "-m", "replica", "--port", "0", "--latency-ms", str(latency * 1000)]
        if films is not None:
            table = Path(folder) / "films.json"
            table.write_text(reels.write(films), "utf-8")
            command += ["--films", str(table)]
        path = os.pathsep.join(filter(None, [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH")]))
        with subprocess.Popen(
            command, env={**os.environ, "PYTHONPATH": path}, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as child:
            try:
                web = _introduced(child)
                yield web
            finally:
                child.terminate()
                rest, _ = child.communicate(timeout=PATIENCE)
        summary = json.loads(rest)
        web.counts, web.peaks = summary["requests"], summary["peaks"]


def _introduced(child: subprocess.Popen[str]) -> SpawnedWeb:
    """Read what the process says of itself, up to its being ready."""
    told: dict[str, str] = {}
    for line in child.stdout or ():
        if line.startswith(READY):
            port = int(told.pop("REPLICA_PORT"))
            return SpawnedWeb(port, Path(told["REQUESTS_CA_BUNDLE"]), told)
        name, _, value = shlex.split(line)[1].partition("=")
        told[name] = value
    message = "the simulated web's process ended before it was ready; its standard error says why"
    raise RuntimeError(message)

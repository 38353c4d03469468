"""This file is one check of many addresses: a process of its own, against simulated sites that count what was asked."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.process import run
from replica.exchange import Site
from replica.web import SimulatedWeb

_COMMAND = (sys.executable, "-m", "hexaglot", "check", "--format", "json", "--fail-on", "never")


@dataclass(frozen=True, slots=True)
class Look:
    """What the check said of each address (state, detail), bytes of answers, and requests by host as the sites saw."""

    verdicts: Mapping[str, tuple[str, str | None]]
    bytes: int
    requests: Mapping[str, int]

    def asked(self, hosts: Collection[str]) -> int:
        """How many requests came to these hosts."""
        return sum(count for host, count in self.requests.items() if host in hosts)


def look(urls: Sequence[str], sites: Sequence[Site], settings: str = "", key: str = "") -> Look:
    """Check these addresses once, at full speed; raises RuntimeError unless there is a verdict on each.

    `settings` is the text of a hexaglot.toml; `key` is for YouTube's data service, and empty is none.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name, SimulatedWeb(*sites) as web:
        (Path(name) / "hexaglot.toml").write_text(settings, "utf-8")
        environment = web.environment() | {"HEXAGLOT_NETWORK__RATE": "100000", "HEXAGLOT_YOUTUBE_KEY": key}
        told = json.loads(run([*_COMMAND, *urls], folder=Path(name), environment=environment).output)
        counts = Counter(asked.host for asked in web.log)
    verdicts = {result["url"]: (result["state"], result["detail"]) for result in told["results"]}
    if set(verdicts) != set(urls):
        message = f"the check spoke of {len(verdicts)} of {len(set(urls))} addresses, so what it costs means nothing"
        raise RuntimeError(message)
    return Look(verdicts, told["sweep"]["bytes"], counts)

"""This file is the Nu HTML checker, asked about many whole documents at once (one call takes seconds and 350 MB)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from proof.finding import Finding
from proof.npm import tool

_PATIENCE = 120
"""Seconds for all documents of one call."""


def check(documents: Mapping[str, str]) -> tuple[Finding, ...]:
    """Every message, warnings included, about these documents (name -> whole HTML document)."""
    with TemporaryDirectory() as folder:
        names = {}
        for number, (name, html) in enumerate(documents.items()):
            path = Path(folder, f"{number}.html")
            path.write_text(html, "utf-8", newline="\n")
            names[path.as_uri().replace("file:///", "file:/")] = name
        command = ["java", "-Xss4m", "-jar", str(tool("vnu-jar/build/dist/vnu.jar"))]
        options = ["--format", "json", "--stdout", "--exit-zero-always"]
        paths = [str(Path(folder, f"{number}.html")) for number in range(len(documents))]
        answer = subprocess.run(
            [*command, *options, *paths], capture_output=True, check=True, text=True, timeout=_PATIENCE
        )
    return tuple(
        Finding(
            names[message["url"]],
            message.get("subType", message["type"]),
            f"line {message.get('lastLine', '?')}: {message['message']} {message.get('extract', '')!r}",
        )
        for message in json.loads(answer.stdout)["messages"]
    )

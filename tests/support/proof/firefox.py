"""This file is Debian's Firefox ESR, whose only way out is a proxy of ours on loopback."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from proof.engines import Reader
from proof.npm import tool
from proof.proxy import Proxy, proxy
from proof.world import Asked, World

FIREFOX = "/usr/bin/firefox-esr"

_DRIVER = Path(__file__).with_name("firefox.mjs")
_PATIENCE = 15
"""Seconds that Firefox may take to end by itself."""

_TOLD = {"error": "error", "warn": "warning", "assert": "assert"}
"""Which lines of the console are complaints, by puppeteer's names; our names for them."""


class Trouble(AssertionError):  # noqa: N818 - named for what happened
    """Firefox could not do what it was told."""


class Firefox:
    """A Firefox that runs, with one page at a time; `version` is what it says of itself."""

    name = "Firefox"

    def __init__(self, process: subprocess.Popen[str], web: Proxy) -> None:
        self._process = process
        self._web = web
        self.version: str = self._hear()

    def order(self, order: str, **words: object) -> Any:  # noqa: ANN401 - whatever the page gives
        """Have one order of firefox.mjs carried out; raises Trouble."""
        if self._process.stdin is None:
            raise Trouble(order)
        self._process.stdin.write(json.dumps({"order": order, **words}) + "\n")
        self._process.stdin.flush()
        return self._hear()

    @contextmanager
    def open(self, url: str, world: World, *, width: int = 1000, height: int = 800) -> Iterator[Reader]:
        """As Engine has it."""
        self._web.begin(world)
        self.order("open", url=url, width=width, height=height)
        yield _InFirefox(self, self._web)

    def _hear(self) -> Any:  # noqa: ANN401 - whatever the page gives
        line = self._process.stdout.readline() if self._process.stdout is not None else ""
        if not line:
            raise Trouble("Firefox ended; its last words stand in the captured output")
        answer: dict[str, Any] = json.loads(line)
        if "trouble" in answer:
            raise Trouble(answer["trouble"])
        return answer["value"]


class _InFirefox:
    def __init__(self, firefox: Firefox, web: Proxy) -> None:
        self._firefox = firefox
        self._web = web

    @property
    def asked(self) -> list[Asked]:
        return self._web.asked

    @property
    def refused(self) -> list[str]:
        return self._web.refused

    @property
    def complaints(self) -> list[str]:
        return [f"{_TOLD[kind]}: {text}" for kind, text in self._firefox.order("told") if kind in _TOLD]

    def go(self, url: str) -> None:
        self._firefox.order("go", url=url)

    def evaluate(self, script: str, argument: object = None) -> Any:  # noqa: ANN401 - as Reader has it
        return self._firefox.order("evaluate", script=script, argument=argument)

    def press(self, key: str) -> None:
        self._firefox.order("press", key=key)

    def click(self, selector: str) -> None:
        self._firefox.order("click", selector=selector)


@contextmanager
def firefox() -> Iterator[Firefox]:
    """Firefox, started once for many pages."""
    tool("puppeteer-core/package.json")
    with proxy() as web:
        command = ["node", str(_DRIVER), FIREFOX, str(web.server_port)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield Firefox(process, web)
            finally:
                if process.stdin is not None:
                    process.stdin.close()
                try:
                    process.wait(_PATIENCE)
                except subprocess.TimeoutExpired:
                    process.terminate()

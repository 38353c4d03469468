"""This file is the two browsers of the proofs, asked in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from playwright.sync_api import Browser

from proof.browser import Visit, visit
from proof.world import Asked, World


class Reader(Protocol):
    """Somebody who reads one page."""

    @property
    def asked(self) -> list[Asked]:
        """What was asked of the world so far."""

    @property
    def refused(self) -> list[str]:
        """What of that was not there."""

    @property
    def complaints(self) -> list[str]:
        """Errors and warnings of the console so far."""

    def go(self, url: str) -> None:
        """Leave for another page and wait until it is loaded."""

    def evaluate(self, script: str, argument: object = None) -> Any:  # noqa: ANN401 - whatever the script gives
        """What this JavaScript function gives in the page, a promise's result included."""

    def press(self, key: str) -> None:
        """Press a key of the keyboard."""

    def click(self, selector: str) -> None:
        """Click in the middle of the first such element."""


class Engine(Protocol):
    """A browser that was started."""

    @property
    def name(self) -> str:
        """What people call it."""

    def open(self, url: str, world: World, *, width: int = 1000, height: int = 800) -> AbstractContextManager[Reader]:
        """Go to `url` and wait until it is loaded; sizes are CSS pixels."""


_WAIT = """
() => new Promise((done, fail) => {{
  const condition = {};
  let patience = 4000;
  const look = () => condition() ? done() : patience-- ? setTimeout(look, 5) : fail(new Error("never: " + condition));
  look();
}})
"""


def until(reader: Reader, condition: str) -> None:
    """Wait until this JavaScript function gives yes in the page; fails where it never does."""
    reader.evaluate(_WAIT.format(condition))


class Chromium:
    """Debian's Chromium by Playwright."""

    name = "Chromium"

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    @contextmanager
    def open(self, url: str, world: World, *, width: int = 1000, height: int = 800) -> Iterator[Reader]:
        """As Engine has it."""
        with visit(self._browser, url, world, width=width, height=height) as seen:
            yield _InChromium(seen)


class _InChromium:
    def __init__(self, seen: Visit) -> None:
        self._page = seen.page
        self.asked, self.refused, self.complaints = seen.asked, seen.refused, seen.complaints

    def go(self, url: str) -> None:
        self._page.goto(url)

    def evaluate(self, script: str, argument: object = None) -> Any:  # noqa: ANN401 - as Reader has it
        return self._page.evaluate(script, argument)

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def click(self, selector: str) -> None:
        self._page.click(selector)

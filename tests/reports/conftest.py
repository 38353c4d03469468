"""This file is the browsers that snippets are proved in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from proof.browser import chromium
from proof.engines import Chromium, Engine
from proof.firefox import Firefox, firefox


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for what only it can be asked; once for a module, for two cannot run beside each other."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def fox() -> Iterator[Firefox]:
    """Firefox, once for all tests of a process: it takes seconds to start."""
    with firefox() as started:
        yield started


@pytest.fixture(scope="module", params=["Chromium", "Firefox"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each browser in turn."""
    if request.param == "Chromium":
        return Chromium(request.getfixturevalue("browser"))
    started: Firefox = request.getfixturevalue("fox")
    return started

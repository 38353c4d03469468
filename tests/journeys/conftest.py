"""This file is where the journeys begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from journeys_office import LETTERS, Office, clean_environment
from replica.web import SimulatedWeb


@pytest.fixture
def offline(tmp_path: Path) -> Office:
    """An office whose proxy is a closed port: no network."""
    closed = "http://127.0.0.1:9"
    return Office(tmp_path, clean_environment() | {"HTTPS_PROXY": closed, "HTTP_PROXY": closed})


@pytest.fixture
def office(web: SimulatedWeb, tmp_path: Path) -> Office:
    """An office with the simulated web; questions may follow each other quickly."""
    return Office(tmp_path, clean_environment() | web.environment() | {"HEXAGLOT_NETWORK__RATE": "200"})


@pytest.fixture
def with_letter(office: Office) -> Office:
    """An office that has imported the real letter."""
    assert office.run("import", str(LETTERS / "itu-wtisd-2021-video-message.txt")).returncode == 0
    return office


Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def until() -> Until:
    """Waits, for a minute at most, until something is so."""

    def wait(so: Callable[[], bool]) -> None:
        end = monotonic() + 60
        while not so():
            assert monotonic() < end, "waited a minute in vain"
            sleep(0.02)

    return wait

"""This file is where the journeys begin."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from bad_day import Bureau, Day, several_sites
from checker.fetch import Limits, Web
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


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Bureau, Day]]:
    """A message on several sites, and what its check said on a good day."""
    with several_sites() as web:
        bureau = Bureau(web, tmp_path_factory.mktemp("good"))
        bureau.begin()
        yield bureau, bureau.run()


@pytest.fixture
def bureau(good: tuple[Bureau, Day], tmp_path: Path) -> Iterator[Bureau]:
    """The same the day after; the test brings the trouble."""
    yield good[0].moved(tmp_path)
    good[0].web.faults.clear()


Suffers = Callable[..., None]


@pytest.fixture
def suffers(good: tuple[Bureau, Day]) -> Suffers:
    """Was it so that one link suffered, as was to be, and nothing else did?"""
    before = good[1]
    assert before.code == 0

    def judge(day: Day, language: str, state: str, reason: str, *, more: int) -> None:
        """`more`: how many more questions were asked than on a good day, at most."""
        result = day.results[language]
        assert day.told(language) == (state, reason)
        assert (result["watchable"], result["embeddable"], result["title"]) == (None, None, None)
        assert result["evidence"]
        assert day.unlike(before) == {language}
        assert day.code == 3
        assert day.opinions[language] == before.opinions[language]
        assert len(day.asked) - len(before.asked) <= more

    return judge


@pytest.fixture
def straight(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Web]]:
    """Makes ways from this process to the bureau's web, with limits in seconds."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bureau.web.ca_file))
    made: list[Web] = []

    def make(connect: float = 6.0, read: float = 10.0, total: float = 20.0) -> Web:
        address = ("127.0.0.1", bureau.web.port)
        web = Web(
            user_agent="hexaglot/test",
            limits=Limits(connect, read, total),
            allow_private=True,
            resolve=lambda _host, _port: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", address)],
        )
        made.append(web)
        return web

    yield make
    for web in made:
        web.close()

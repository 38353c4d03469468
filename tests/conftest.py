"""This file is what all tests stand on: no test reaches the web, and a simulated one is at hand."""

from __future__ import annotations

import ipaddress
import signal
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings

from checker.door import Resolve
from checker.fetch import Limits, Web
from replica.films import Film
from replica.web import SimulatedWeb
from replica.youtube import YouTube

pytest_plugins = ("proof.sheet",)

Films = dict[str, Film]


# How long an example takes says something of the machine, and nothing of the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_configure() -> None:
    """A shell starts what runs in its background with Ctrl-C switched off, and every process of it inherits that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class ReachedOut(AssertionError):  # noqa: N818 - named for what happened
    """A test tried to leave this machine."""


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets of this process go to this machine only, and names are not looked up anywhere else."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:  # noqa: ANN401 - as the socket has it
        if self.family in {socket.AF_INET, socket.AF_INET6} and not ipaddress.ip_address(address[0]).is_loopback:
            raise ReachedOut(address)
        connect(self, address)

    def guarded_look_up(host: Any, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - as the socket has it
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name not in {"localhost", "127.0.0.1", "::1", socket.gethostname()}:
            raise socket.gaierror(socket.EAI_NONAME, f"tests look up no names: {name}")
        return look_up(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def youtube() -> YouTube:
    """A simulated YouTube without films."""
    return YouTube({})


@pytest.fixture
def films(youtube: YouTube) -> Films:
    """The films of the simulated YouTube; tests put theirs in before or while the web runs."""
    return youtube.videos


@pytest.fixture
def web(youtube: YouTube, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedWeb]:
    """A simulated web, whose certificates this process trusts."""
    with SimulatedWeb(youtube) as simulated:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(simulated.ca_file))
        yield simulated


@pytest.fixture
def resolve(web: SimulatedWeb) -> Resolve:
    """A resolver that finds every name at the simulated web."""
    return lambda _host, _port: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", web.port))]


@pytest.fixture
def make_fetch(resolve: Resolve) -> Iterator[Callable[..., Web]]:
    """Makes ways to the simulated web, with other limits if wanted."""
    made: list[Web] = []

    def make(connect: float = 6.0, read: float = 10.0, total: float = 20.0) -> Web:
        limits = Limits(connect, read, total)
        web = Web(user_agent="hexaglot/test", limits=limits, allow_private=True, resolve=resolve)
        made.append(web)
        return web

    yield make
    for web in made:
        web.close()


@pytest.fixture
def fetch(make_fetch: Callable[..., Web]) -> Web:
    """The way to the simulated web."""
    return make_fetch()

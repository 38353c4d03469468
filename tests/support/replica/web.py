"""This file is the simulated web: a server on loopback that is every site at once, for as long as it is open.

    with SimulatedWeb(YouTube({"dQw4w9WgXcQ": Film(State.PRIVATE)})) as web:
        subprocess.run(command, env={**os.environ, **web.environment()})
        assert [asked.target for asked in web.log] == [...]

A client reaches it in two ways: as an HTTP proxy that digs tunnels (`environment()`), or by connecting straight to
`web.port` with TLS and the name of a site. Either way the client speaks TLS with the site and verifies its certificate.
"""

from __future__ import annotations

import os
import select
import socket
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from replica import certificates, process
from replica.connection import Connection, Stage
from replica.exchange import Site
from replica.films import Film
from replica.journal import Asked
from replica.trouble import Trouble
from replica.youtube import YouTube

LOOPBACK = "127.0.0.1"
PATIENCE = 5.0
"""How long the end of the web waits for its threads, in seconds."""


class SimulatedWeb:
    """Every site at once on one loopback port. Without sites it is YouTube with the sample films.

    `latency` is how many seconds every answer takes; it may be changed while the web runs.
    """

    def __init__(self, *sites: Site, port: int = 0, latency: float = 0.0) -> None:
        homes: dict[str, Site] = {}
        for site in sites or (YouTube(),):
            for host in site.hosts:
                if host in homes:
                    message = f"two sites claim {host}; give each host to one of them"
                    raise ValueError(message)
                homes[host] = site
        self._wanted_port = port
        self._ending, self._end = -1, -1
        self._stage = Stage(homes, self._ending, latency)
        self._connections: dict[Connection, threading.Thread] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Open the port; clients may connect from now on."""
        self._folder = tempfile.TemporaryDirectory(prefix="simulated-web-")
        self.ca_file = Path(self._folder.name) / "ca.pem"
        self.ca_file.write_bytes(certificates.authority())
        self._ending, self._end = os.pipe()
        self._stage.ending = self._ending
        try:
            self._listener = socket.create_server((LOOPBACK, self._wanted_port), backlog=512)
        except OSError:
            self._tidy()
            raise
        self.port: int = self._listener.getsockname()[1]
        self._doorman = threading.Thread(target=self._welcome, name="simulated web", daemon=True)
        self._doorman.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the port, end every connection, and wait for their threads; raises RuntimeError if one stays."""
        os.close(self._end)
        self._end = -1
        deadline = time.monotonic() + PATIENCE
        self._doorman.join(PATIENCE)
        self._listener.close()
        with self._lock:
            open_now = dict(self._connections)
        for connection in open_now:
            connection.end()
        for thread in open_now.values():
            thread.join(max(0.0, deadline - time.monotonic()))
        stuck = sum(thread.is_alive() for thread in open_now.values())
        self._tidy()
        if stuck and trouble is None:
            message = f"{stuck} connections of the simulated web did not end in {PATIENCE} s; look for a blocking fault"
            raise RuntimeError(message)

    @property
    def latency(self) -> float:
        """How long every answer takes, in seconds."""
        return self._stage.latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        self._stage.latency = seconds

    @property
    def log(self) -> tuple[Asked, ...]:
        """Every request so far, in the order of arrival; `too_soon` in journal.py judges its pace."""
        return self._stage.journal.asked

    @property
    def refused(self) -> tuple[str, ...]:
        """What was wanted of no site: `CONNECT nowhere.example:443`, `TLS nowhere.example`, `GET http://…`."""
        return self._stage.journal.refused

    @property
    def faults(self) -> Trouble:
        """Where things go wrong; may be changed while the web runs."""
        return self._stage.trouble

    def in_flight(self, host: str) -> int:
        """How many requests to this host are being answered at this moment."""
        return self._stage.journal.now(host)

    def in_flight_peak(self, host: str) -> int:
        """The greatest number of requests to this host that were being answered at once."""
        return self._stage.journal.peak(host)

    def counts(self) -> dict[str, int]:
        """How many requests each host received."""
        return self._stage.journal.counts()

    def environment(self) -> dict[str, str]:
        """What to set so that a whole process meets this web and no other; plain HTTP finds nothing at all."""
        return environment(self.port, self.ca_file)

    @staticmethod
    def spawn(
        films: Mapping[str, Film] | None = None, *, latency: float = 0.0
    ) -> AbstractContextManager[process.SpawnedWeb]:
        """The same in a process of its own, so that a benchmark's clock does not count it: YouTube, these films."""
        return process.spawned(films, latency=latency)

    def _welcome(self) -> None:
        poll = select.poll()
        poll.register(self._ending, select.POLLIN)
        poll.register(self._listener, select.POLLIN)
        number = 0
        while all(place != self._ending for place, _ in poll.poll()):
            try:
                sock, _ = self._listener.accept()
            except OSError:
                continue  # the client went before it was welcomed
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            number += 1
            connection = Connection(sock, number, self._stage)
            thread = threading.Thread(target=self._attend, args=(connection,), name=f"client {number}", daemon=True)
            with self._lock:
                self._connections[connection] = thread
            thread.start()

    def _attend(self, connection: Connection) -> None:
        try:
            connection.run()
        finally:
            with self._lock:
                del self._connections[connection]

    def _tidy(self) -> None:
        for place in (self._ending, self._end):
            if place >= 0:
                os.close(place)
        self._ending = self._end = -1
        self._folder.cleanup()


def environment(port: int, ca_file: Path) -> dict[str, str]:
    """The environment of a process that meets the simulated web on this port and no other."""
    proxy = f"http://{LOOPBACK}:{port}"
    names = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
    return {
        **dict.fromkeys(names, proxy),
        "NO_PROXY": "",
        "no_proxy": "",
        "REQUESTS_CA_BUNDLE": str(ca_file),
        "SSL_CERT_FILE": str(ca_file),
    }

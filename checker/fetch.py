"""This file is the way to the web: requests, with guards on addresses, redirects, bytes and time."""

from __future__ import annotations

import http.client
import http.cookiejar
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3 import exceptions as trouble

from checker.causes import silence_of
from checker.deadline import Deadlines, Watch
from checker.door import Door, Here, Resolve, system_resolver
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.keyring import Keyring

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 16 * 1024
_POOL = 64


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for a connection, for silence in an answer, and for a whole question with all its redirects."""

    connect: float = 6.0
    read: float = 10.0
    total: float = 20.0
    redirects: int = 5


class Web:
    """Ask probes over the network; safe to share between threads. Trouble comes back as a Silence."""

    def __init__(
        self,
        *,
        user_agent: str,
        limits: Limits | None = None,
        allow_private: bool = False,
        resolve: Resolve | None = None,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        """`allow_private` opens private, loopback and link-local addresses, for rehearsals and tests.

        `keys` are the keys that probes may name; no answer that is returned holds one, its body excepted.
        """
        self._limits = limits or Limits()
        self._deadlines = Deadlines()
        self._keyring = Keyring(keys or {})
        self._here = Here()
        self._door = Door(self._here, resolve or system_resolver, allow_private=allow_private)
        self._session = _Session()
        self._session.headers["User-Agent"] = user_agent
        # Nothing of one question is to reach the next: no cookies, and no passwords from a .netrc either.
        self._session.cookies.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
        self._session.auth = _no_credentials
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, _Adapter(self._door))
        # What goes wrong is a Silence here; urllib3's log would say it again, with the whole address and its key.
        logging.getLogger("urllib3").setLevel(logging.CRITICAL)

    def __call__(self, probe: Probe) -> Reply:
        """Ask one question; redirects are followed a few times, never from https to http."""
        with self._deadlines.within(self._limits.total) as watch:
            self._here.watch = watch
            reply = self._follow(probe, watch)
        return Silence(Cause.TIMEOUT, "the whole time for an answer ran out") if watch.expired else reply

    def close(self) -> None:
        """Drop the connections that are kept open."""
        self._session.close()

    def _follow(self, probe: Probe, watch: Watch) -> Reply:
        url, asked = probe.url, self._keyring.address(probe)
        for _ in range(self._limits.redirects + 1):
            reply = self._keyring.cleaned(probe, self._ask(probe, asked, watch))
            if isinstance(reply, Silence) or reply.status not in _REDIRECTS:
                return reply
            target = _target(url, reply)
            if target is None:
                return Silence(Cause.REDIRECTS, "redirected to where we do not follow")
            url = asked = target
        return Silence(Cause.REDIRECTS, f"more than {self._limits.redirects} redirects")

    def _ask(self, probe: Probe, url: str, watch: Watch) -> Reply:
        try:
            with self._session.request(
                probe.method,
                url,
                headers=dict(probe.headers),
                timeout=(min(self._limits.connect, watch.left), min(self._limits.read, watch.left)),
                allow_redirects=False,
                stream=True,
            ) as response:
                return self._read(probe, response)
        except (requests.RequestException, trouble.HTTPError, http.client.HTTPException, OSError, ValueError) as error:
            # ValueError: addresses that requests, urllib3 or the idna codec cannot make anything of.
            caught = error
        # Outside, so that a fault of our own would not be told together with an error that holds the whole address.
        return silence_of(caught)

    def _read(self, probe: Probe, response: requests.Response) -> Reply:
        body = bytearray()
        while len(body) <= probe.max_bytes:
            piece = response.raw.read(_CHUNK, decode_content=True)
            body += piece
            if not piece or (probe.truncate and len(body) >= probe.max_bytes):
                headers = tuple((name.lower(), value) for name, value in response.headers.items())
                start = bytes(body[: probe.max_bytes])
                return Answer(response.status_code, response.url, headers, start, response.raw.tell())
        return Silence(Cause.TOO_LARGE, f"more than {probe.max_bytes} bytes")


def _target(url: str, reply: Answer) -> str | None:
    """Where a redirect leads; None where we do not follow: nowhere, another scheme, or from https to http."""
    location = reply.header("location")
    if not location:
        return None
    try:
        target = urljoin(url, _as_sent(location))
        schemes = urlsplit(url).scheme, urlsplit(target).scheme
    except ValueError:
        return None
    return target if schemes[1] == "https" or schemes == ("http", "http") else None


def _as_sent(location: str) -> str:
    """Sites that write other letters than ASCII here mean UTF-8; http.client takes all headers for Latin-1."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


class _Session(requests.Session):
    """requests' session, which would read all of a redirect's body, however long, to prepare what nobody asked for."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: redirects are followed elsewhere."""


class _Adapter(HTTPAdapter):
    """requests' adapter, with our pools in place of urllib3's own."""

    def __init__(self, door: Door) -> None:
        self._door = door
        super().__init__(pool_connections=_POOL, pool_maxsize=_POOL, max_retries=0)

    def send(self, request: requests.PreparedRequest, *rest: Any, **keywords: Any) -> requests.Response:  # noqa: ANN401 - passed on as they came
        self._door.judge(request.url or "")
        return super().send(request, *rest, **keywords)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **keywords: Any) -> None:  # noqa: ANN401, FBT001, FBT002 - requests' signature
        super().init_poolmanager(connections, maxsize, block, **keywords)
        self.poolmanager.pool_classes_by_scheme = self._door.pools(guarded=True)

    def proxy_manager_for(self, proxy: str, **keywords: Any) -> Any:  # noqa: ANN401 - requests' signature
        known = proxy in self.proxy_manager
        manager = super().proxy_manager_for(proxy, **keywords)
        if not known and isinstance(manager, urllib3.ProxyManager):
            manager.pool_classes_by_scheme = self._door.pools(guarded=False)
        return manager


def _no_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request

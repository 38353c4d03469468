"""This file is the shortest way to the simulated sites: the same questions and replies, without a network between.

A year of sweeps is told in seconds this way. The demo's last sweep goes over real sockets.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from checker import Answer, Cause, Probe, Reply, Silence
from replica import exchange
from replica.exchange import Site

_HOPS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})


class NearWeb:
    """A Fetch over these sites; hosts in `silent` do not answer."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self._homes = {host: site for site in sites for host in site.hosts}
        self.silent: set[str] = set()

    def __call__(self, probe: Probe) -> Reply:
        """What the site says, redirects followed."""
        url = probe.url
        for _ in range(_HOPS):
            parts = urlsplit(url)
            host = parts.hostname or ""
            site = self._homes.get(host)
            if site is None:
                return Silence(Cause.NO_NAME)
            if host in self.silent:
                return Silence(Cause.TIMEOUT)
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            sent = (("user-agent", "hexaglot/demo"), *((name.lower(), value) for name, value in probe.headers))
            reply = site.answer(exchange.Request(host, probe.method, target or "/", sent))
            headers = tuple((name.lower(), value) for name, value in reply.headers)
            place = dict(headers).get("location")
            if reply.status not in _MOVED or place is None:
                body = b"" if probe.method == "HEAD" else reply.body[: probe.max_bytes]
                return Answer(reply.status, url, headers, body, len(body))
            url = urljoin(url, place)
        return Silence(Cause.REDIRECTS)

"""This file is an HTTP proxy on loopback that is the whole web to a browser: it answers for every host by itself."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from proof.world import Asked, World
from replica.certificates import context


class Proxy(ThreadingHTTPServer):
    """Answers from `world`, which is set for each visit, and keeps what was asked and what was not there."""

    daemon_threads = False  # closing waits for every line to end, and the browser has ended by then

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Line)
        self.begin(lambda _: None)

    def begin(self, world: World) -> None:
        """Be another web, of which nothing has been asked yet."""
        self.world = world
        self.asked: list[Asked] = []
        self.refused: list[str] = []

    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser that hangs up is no trouble."""


class _Line(BaseHTTPRequestHandler):
    """One line from the browser; within a tunnel, `site` is whose words it hears."""

    protocol_version = "HTTP/1.1"
    server: Proxy
    site = ""

    def do_CONNECT(self) -> None:
        host = self.path.rpartition(":")[0]
        self.send_response(200)
        self.end_headers()
        try:
            safe = context(host).wrap_socket(self.connection, server_side=True)
        except (OSError, ssl.SSLError):
            self.close_connection = True
            return
        self.site = f"https://{host}"
        self.connection = safe
        self.rfile, self.wfile = safe.makefile("rb"), safe.makefile("wb", buffering=0)  # type: ignore[assignment]
        self.close_connection = False

    def do_GET(self) -> None:
        url = self.site + self.path
        web = self.server
        web.asked.append(Asked(url, self.headers["Referer"]))
        document = web.world(url)
        if document is None:
            web.refused.append(url)
            self.send_response(404)
            self.send_header("content-length", "0")
            self.end_headers()
            return
        body = document.html.encode("utf-8")
        headers = {"content-type": "text/html; charset=utf-8", **dict(document.headers)}
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("cache-control", "no-store")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.do_GET()

    def finish(self) -> None:
        super().finish()
        self.connection.close()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def proxy() -> Iterator[Proxy]:
    """The proxy, listening."""
    with Proxy() as listening:
        Thread(target=listening.serve_forever, daemon=True).start()
        try:
            yield listening
        finally:
            listening.shutdown()

"""This file is the web desk as a process: its socket, its signals, its end."""

from __future__ import annotations

import logging
import signal

import waitress
from waitress.server import BaseWSGIServer, MultiSocketServer
from waitress.wasyncore import close_all

from hexaglot.desk import Desk
from hexaglot.exits import INTERRUPTED, OK
from hexaglot.version import VERSION
from hexaglot.web.app import Answers, make_app
from hexaglot.web.shelf import Shelf
from reports.addresses import OwnAddresses


class CannotListen(Exception):  # noqa: N818 - named for what happened
    """The host and port cannot be listened at; `str(error)` says why, and what to do."""


def run_server(desk: Desk, host: str, port: int, public: OwnAddresses | None) -> int:
    """Answer until SIGTERM or Ctrl-C; returns the exit code. Port 0 is any that is free.

    Raises CannotListen, Unreadable, LedgerError.
    """
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that a question waits for a moment is no news
    shelf = Shelf(desk.settings.catalogue, desk.ledger, desk.say)
    app = make_app(Answers(shelf, public, desk.settings.site))
    sockets: dict[int, object] = {}
    try:
        server = waitress.create_server(app, map=sockets, host=host, port=port, ident=None)
    except (OSError, ValueError) as error:  # waitress says ValueError where it cannot make sense of a host's name
        close_all(sockets)
        why = getattr(error, "strerror", None) or str(error)
        message = f"nothing can be answered at {host}, port {port} ({why}); give another --host or --port"
        raise CannotListen(message) from error
    caught: list[int] = []

    def end(number: int, _frame: object) -> None:
        caught.append(number)
        raise SystemExit

    try:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        for address in _addresses(server):
            desk.say(f"hexaglot {VERSION}: {desk.settings.catalogue} is served at {address}")
        server.run()  # waitress itself understands SystemExit: it ends when the answers that were begun are given
    except SystemExit:
        if not caught:
            raise
    finally:
        close_all(sockets)
    desk.say("hexaglot: the server has ended")
    return INTERRUPTED if signal.SIGINT in caught else OK


def _addresses(server: BaseWSGIServer | MultiSocketServer) -> tuple[str, ...]:
    """Where it answers: a host's name may stand for several addresses."""
    several = getattr(server, "effective_listen", None) or [(server.effective_host, server.effective_port)]
    return tuple(f"http://{f'[{host}]' if ':' in host else host}:{port}/" for host, port in several)

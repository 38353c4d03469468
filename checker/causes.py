"""This file is why nothing came: what requests and urllib3 raise, as a cause and a note for the evidence."""

from __future__ import annotations

import http.client
import ssl

import requests
from urllib3 import exceptions as trouble

from checker.door import Forbidden
from checker.exchange import Cause, Silence


def silence_of(error: Exception) -> Silence:
    """Why nothing came, from whatever was raised; the outermost error that we know decides."""
    chain = _chain(error)
    # Python before 3.11.4 tells an end without TLS's goodbye by this reason only, later ones by SSLEOFError.
    if any(isinstance(link, ssl.SSLError) and link.reason == "UNEXPECTED_EOF_WHILE_READING" for link in chain):
        return Silence(Cause.CUT, _NOTES[Cause.CUT])
    for kind, cause in _CAUSES:
        if any(isinstance(link, kind) for link in chain):
            return Silence(cause, _NOTES.get(cause, ""))
    return Silence(Cause.MALFORMED, type(error).__name__)


def _chain(error: BaseException) -> list[BaseException]:
    """An error with all that it wraps: requests and urllib3 keep the true one in `args` or `reason`."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        link = waiting.pop(0)
        if isinstance(link, BaseException) and link not in found:
            found.append(link)
            waiting += [getattr(link, "reason", None), *link.args, link.__cause__]
    return found


_CAUSES: tuple[tuple[type[BaseException], Cause], ...] = (
    (Forbidden, Cause.FORBIDDEN),
    (trouble.NameResolutionError, Cause.NO_NAME),
    (trouble.ProxyError, Cause.NO_CONNECTION),
    (trouble.NewConnectionError, Cause.NO_CONNECTION),
    (trouble.ConnectTimeoutError, Cause.NO_CONNECTION),
    (ssl.SSLEOFError, Cause.CUT),
    (requests.exceptions.SSLError, Cause.TLS),
    (trouble.SSLError, Cause.TLS),
    (trouble.ReadTimeoutError, Cause.TIMEOUT),
    (TimeoutError, Cause.TIMEOUT),
    (http.client.RemoteDisconnected, Cause.CUT),
    (ConnectionError, Cause.CUT),
    (http.client.IncompleteRead, Cause.CUT),
    (trouble.IncompleteRead, Cause.CUT),
    (ValueError, Cause.MALFORMED),
    (http.client.HTTPException, Cause.MALFORMED),
    (trouble.DecodeError, Cause.MALFORMED),
    (trouble.ProtocolError, Cause.CUT),
    (OSError, Cause.CUT),
)

_NOTES = {
    Cause.FORBIDDEN: "a private address",
    Cause.NO_NAME: "the name could not be looked up",
    Cause.NO_CONNECTION: "no connection could be made",
    Cause.TLS: "the certificate could not be verified",
    Cause.TIMEOUT: "no answer in time",
    Cause.CUT: "the connection broke off",
    Cause.MALFORMED: "not a proper HTTP answer",
}

"""This file is how the page that a letter stands on is asked for, and why it could not be had."""

from __future__ import annotations

from catalogue import Unreadable
from catalogue.source import LETTER_BYTES, Fetched
from checker import Answer, Fetch
from checker.exchange import Cause, Probe, Silence

_ACCEPTED = "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.5"
_SAVE = "open it in a browser, save it as {}, and give that file"
_LARGE = "it is larger than {} MB; save the part that holds the links as a file"
_WHY = {
    Cause.NO_NAME: "there is no site of that name, or no way to the internet; check the address",
    Cause.FORBIDDEN: "it leads to a private address, which is not asked; {}",
    Cause.TLS: "its certificate could not be verified; {}",
    Cause.REDIRECTS: "it leads on and on, or to where we do not follow; {}",
}
_STATUS = {
    401: "the site wants a password (401); {}",
    403: "the site refuses it to programs (403); {}",
    404: "there is no such page (404); check the address",
    410: "the page was taken away (410); check the address",
    429: "the site is asked too often (429); try again later, or {}",
}
_FINE = range(200, 300)
_FAILING = 500


def asked(address: str, fetch: Fetch) -> Fetched:
    """What stands at a web address; raises Unreadable with a sentence that says why not and what to do."""
    reply = page_at(address, fetch, LETTER_BYTES, "HTML or PDF")
    return Fetched(reply.url, reply.header("content-type") or "", reply.body)


def page_at(address: str, fetch: Fetch, most: int, kinds: str = "HTML") -> Answer:
    """The whole answer of a web address, of so many bytes at most; raises Unreadable as `asked` does.

    `kinds` is as what a person may save the page where we cannot have it.
    """
    save = _SAVE.format(kinds)
    reply = fetch(Probe("GET", address, (("Accept", _ACCEPTED),), max_bytes=most))
    if isinstance(reply, Silence):
        large = _LARGE.format(most // 1024 // 1024) if reply.cause is Cause.TOO_LARGE else None
        why = (
            large
            or _WHY.get(reply.cause, "").format(save)
            or f"{reply.note or 'no answer came'}; try again later, or {save}"
        )
        raise Unreadable(f"{_short(address)} could not be read: {why}")
    if reply.status not in _FINE:
        other = "the site is in trouble" if reply.status >= _FAILING else "the site does not give it"
        why = _STATUS.get(reply.status, "").format(save) or f"{other} ({reply.status}); try again later, or {save}"
        raise Unreadable(f"{_short(address)} could not be read: {why}")
    return reply


def _short(address: str) -> str:
    return address if len(address) <= 200 else f"{address[:200]}…"  # noqa: PLR2004 - what fits into a sentence

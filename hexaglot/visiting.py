"""This file is how the page to be inspected is got: from the web with its headers, from a file, or standard input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from pathlib import Path, PurePath
from typing import BinaryIO

from catalogue import Unreadable
from catalogue.charset import decoded
from catalogue.kinds import Kind, kind_of, starts_like_html
from checker import Answer

PAGE_BYTES = 16 * 1024 * 1024
"""How large a page may be, in bytes: one with pictures written into it is a tenth of it."""

_SIZE = f"{PAGE_BYTES // 1024 // 1024} MB"
_PACKED = "is no web page; give the page's address, or save it as HTML (for a letter there is `hexaglot import`)"


@dataclass(frozen=True, slots=True)
class Visited:
    """A page as text. `address` is where it was found in the end, empty for a file; header names are in lower case."""

    html: str
    address: str = ""
    headers: tuple[tuple[str, str], ...] = ()


def visited(source: str, stdin: BinaryIO, ask: Callable[[str], Answer]) -> Visited:
    """The page at a web address, in a file, or on standard input (`-`). Raises Unreadable, saying what to do.

    `ask` gets a web address, PAGE_BYTES at most, and raises Unreadable with a whole sentence.
    """
    try:
        if source.lower().startswith(("http://", "https://")):
            return _answered(ask(source))
        if source == "-":
            return Visited(_text(stdin.read(PAGE_BYTES + 1)))
        with Path(source).open("rb") as file:
            return Visited(_text(file.read(PAGE_BYTES + 1), suffix=PurePath(source).suffix))
    except Unreadable as refusal:
        name = "the standard input" if source == "-" else source[:200]
        message = str(refusal) if str(refusal).startswith(name) else f"{name} {refusal}"
        raise Unreadable(message) from refusal
    except FileNotFoundError as error:
        message = f"{source}: there is no such file; check the name, or give an address that begins with https://"
        raise Unreadable(message) from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        message = f"{source!r} cannot be read ({why}); check the name"
        raise Unreadable(message) from error


def _answered(answer: Answer) -> Visited:
    header = Message()
    header["Content-Type"] = (answer.header("content-type") or "text/html").replace("\r", " ").replace("\n", " ")
    text = _text(answer.body, declared=header.get_content_charset(), media_type=header.get_content_type())
    return Visited(text, answer.url, answer.headers)


def _text(data: bytes, *, declared: str | None = None, suffix: str = "", media_type: str = "") -> str:
    """The page's text. Raises Unreadable: the rest of a sentence that begins with the page's name."""
    if len(data) > PAGE_BYTES:
        raise Unreadable(f"is larger than {_SIZE}; give the part of the page that holds its videos, as a file")
    try:
        kind = kind_of(data, suffix="" if suffix in _ANY else suffix, media_type=media_type)
    except Unreadable as refusal:
        raise Unreadable(_PACKED) from refusal
    if kind in {Kind.WORD, Kind.PDF}:
        raise Unreadable(_PACKED)
    try:
        return decoded(data, html=True, declared=declared)
    except Unreadable as refusal:
        # A browser shows such a page too, with a mark for what it cannot read.
        if kind is Kind.HTML or starts_like_html(data) or b"<iframe" in data[:_BEGINNING]:
            return data.decode("utf-8", "replace")
        raise Unreadable(_PACKED) from refusal


_BEGINNING = 100_000
_ANY = frozenset({".php", ".aspx", ".asp", ".jsp", ".shtml", ".tpl", ".twig", ".md"})
"""Names of pages and parts of pages that are no letters."""

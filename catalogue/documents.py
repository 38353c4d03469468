"""This file is the door through which a letter comes in: a file, a web address or standard input, to HTML."""

from __future__ import annotations

import re
from email.message import Message
from pathlib import Path, PurePath
from typing import BinaryIO

from catalogue.charset import decoded
from catalogue.confined import converted
from catalogue.errors import Unreadable
from catalogue.kinds import Kind, is_packed, kind_of
from catalogue.markdown import rendered
from catalogue.page import with_base
from catalogue.source import DOCUMENT_BYTES, LETTER_BYTES, LETTER_MARKS, Ask

_WEB = re.compile(r"https?://", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_MARK = re.compile(r"\n\s*|[<\[\]*_&|\\]|://|\w\.\w")


def read_document(source: str, stdin: BinaryIO, ask: Ask | None = None) -> str:
    """The letter in a file (.txt, .md, .html, .docx, .pdf), at a web address, or on standard input (`-`), as HTML.

    The HTML is for `read_letter`. What a document is, its first bytes say; where they do not, its name or declared
    type. Raises Unreadable, saying what to do, for what is missing, too large, no text, or of another kind.
    """
    if _WEB.match(source) and ask is not None:
        return _page(source, ask)
    if _OTHER_SCHEME.match(source):
        message = f"{source[:200]} is no address that can be read; it begins with https:// or http://, or is a file"
        raise Unreadable(message)
    name = "the standard input" if source == "-" else source
    suffix = "" if source == "-" else PurePath(source).suffix
    data = _beginning(stdin) if source == "-" else _contents(source)
    try:
        return _html(data, kind_of(data, suffix=suffix))
    except Unreadable as refusal:
        message = f"{name} {refusal}"
        raise Unreadable(message) from refusal


def _page(address: str, ask: Ask) -> str:
    fetched = ask(address)
    header = Message()
    header["Content-Type"] = fetched.content_type.replace("\r", " ").replace("\n", " ")
    declared = header.get_content_charset()
    media_type = header.get_content_type() if fetched.content_type else ""
    try:
        kind = kind_of(fetched.data, media_type=media_type)
        html = _html(fetched.data, kind, declared)
    except Unreadable as refusal:
        message = f"{address[:200]} {refusal}"
        raise Unreadable(message) from refusal
    return with_base(html, fetched.url) if kind is Kind.HTML else html


def _html(data: bytes, kind: Kind, declared: str | None = None) -> str:
    """The document as HTML. Raises Unreadable: the rest of a sentence that begins with its name."""
    packed = kind in {Kind.WORD, Kind.PDF}
    if len(data) > (DOCUMENT_BYTES if packed else LETTER_BYTES):
        limit = (DOCUMENT_BYTES if packed else LETTER_BYTES) // 1024 // 1024
        raise Unreadable(f"is larger than {limit} MB; give the letter without its pictures and attachments")
    text = converted(kind, data) if packed else decoded(data, html=kind is Kind.HTML, declared=declared)
    if len(_MARK.findall(text)) > LETTER_MARKS:
        much = f"{LETTER_MARKS:,} lines, tags, brackets and addresses"
        raise Unreadable(f"holds more than {much}; no letter does: give the part that holds the links")
    return rendered(text, markdown=kind is Kind.MARKDOWN) if kind in {Kind.TEXT, Kind.MARKDOWN} else text


def _beginning(file: BinaryIO) -> bytes:
    """All of it, or enough to know that it is too large."""
    data = file.read(LETTER_BYTES + 1)
    return data + file.read(DOCUMENT_BYTES - LETTER_BYTES) if is_packed(data) else data


def _contents(source: str) -> bytes:
    try:
        with Path(source).open("rb") as file:
            data = _beginning(file)
    except FileNotFoundError as error:
        message = f"{source}: there is no such file; check the name, or give - to read from standard input"
        raise Unreadable(message) from error
    except IsADirectoryError as error:
        message = f"{source or 'The empty name'} is a folder; give the letter's file"
        raise Unreadable(message) from error
    except PermissionError as error:
        message = f"{source} may not be read by you; ask its owner, or copy it to where you may"
        raise Unreadable(message) from error
    except (OSError, ValueError) as error:
        message = f"{source!r} cannot be read ({error}); check the name"
        raise Unreadable(message) from error
    return data

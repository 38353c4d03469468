"""This file is the door through which a letter comes in: a file or standard input, to HTML."""

from __future__ import annotations

import codecs
import re
from pathlib import Path, PurePath
from typing import BinaryIO

from catalogue.errors import Unreadable
from catalogue.markdown import rendered
from catalogue.page import declared_charset

LETTER_BYTES = 5 * 1024 * 1024
"""How large a letter may be, in bytes. The longest real ones are a hundredth of it."""

LETTER_MARKS = 120_000
"""How many lines, tags, brackets and addresses a letter may hold. It bounds the time to read it to some seconds."""

_TEXT = frozenset({".txt", ".text"})
_MARKDOWN = frozenset({".md", ".markdown"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_NOT_YET = frozenset({".docx", ".doc", ".pdf", ".odt", ".rtf"})
_PACKED = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_HTML_START = re.compile(
    r"\s*<(?:!doctype\s|html\b|head\b|body\b|!--|\?xml\b|(?:meta|title|p|div|table|ul|ol|h[1-6])\b)", re.IGNORECASE
)
_MARK = re.compile(r"\n\s*|[<\[\]*_&|\\]|://|\w\.\w")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_AS_BROWSERS_READ = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
}
"""Labels that name a larger encoding than they say (WHATWG Encoding, 4.2)."""
_WEB_ENCODINGS = frozenset(
    """utf-8 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 iso8859-2 iso8859-3 iso8859-4
    iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u
    mac-roman mac-cyrillic gb18030 big5 euc_jp iso2022_jp shift_jis euc_kr""".split()
)
"""Python's names of the encodings that pages come in (WHATWG Encoding, 4.2). Python has others: idna."""


def read_document(source: str, stdin: BinaryIO) -> str:
    """The letter in a .txt, .md or .html file, or on standard input (`-`), as HTML for `read_letter`.

    Raises Unreadable, saying what to do, for what is missing, too large, no text, or of another kind.
    """
    if _WEB.match(source):
        message = f"{source[:200]} is a web address, which cannot be read yet; save the page as HTML and give that file"
        raise Unreadable(message)
    name = "the standard input" if source == "-" else source
    kind = "" if source == "-" else PurePath(source).suffix.lower()
    if kind in _NOT_YET:
        message = f"{name}: {kind} files cannot be read yet; save it as text or HTML"
        raise Unreadable(message)
    if kind not in _TEXT | _MARKDOWN | _HTML | {""}:
        message = f"{name}: a letter is a .txt, .md or .html file, not {kind}; save it as text or HTML"
        raise Unreadable(message)
    data = stdin.read(LETTER_BYTES + 1) if source == "-" else _contents(source)
    text = _decoded(data, name, html=kind in _HTML or (not kind and _starts_like_html(data)))
    if len(_MARK.findall(text)) > LETTER_MARKS:
        much = f"{LETTER_MARKS:,} lines, tags, brackets and addresses"
        message = f"{name} holds more than {much}; no letter does: give the part that holds the links"
        raise Unreadable(message)
    if kind in _HTML or (not kind and _HTML_START.match(text)):
        return text
    return rendered(text, markdown=kind in _MARKDOWN)


def _contents(source: str) -> bytes:
    try:
        with Path(source).open("rb") as file:
            data = file.read(LETTER_BYTES + 1)
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


def _starts_like_html(data: bytes) -> bool:
    return _HTML_START.match(data[:1024].decode("latin-1").removeprefix("ï»¿")) is not None


def _decoded(data: bytes, name: str, *, html: bool) -> str:
    if len(data) > LETTER_BYTES:
        message = f"{name} is larger than 5 MB (a letter is text); give the letter without its pictures and attachments"
        raise Unreadable(message)
    if data.startswith(_PACKED):
        message = f"{name} holds a PDF, Word or packed file, which cannot be read yet; save it as text or HTML"
        raise Unreadable(message)
    bom = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    encoding = bom or (_declared(data) if html else "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = (
            f"{name} is not a text letter, or not in {encoding.removesuffix('-sig').upper()}; save it as text in UTF-8"
        )
        raise Unreadable(message) from error
    if "\0" in text:
        message = f"{name} is not a text letter: it holds binary data; save the letter as text or HTML"
        raise Unreadable(message)
    return text


def _declared(data: bytes) -> str:
    try:
        name = codecs.lookup(declared_charset(data) or "utf-8").name
    except (LookupError, ValueError):
        return "utf-8"
    name = _AS_BROWSERS_READ.get(name, name)
    return name if name in _WEB_ENCODINGS else "utf-8"

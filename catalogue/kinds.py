"""This file is which kind of document some bytes are: by their first bytes, then by their name or declared type."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from catalogue.errors import Unreadable


class Kind(StrEnum):
    """What a letter may be written in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    WORD = "word"
    PDF = "pdf"


_BY_SUFFIX = {
    **dict.fromkeys((".txt", ".text"), Kind.TEXT),
    **dict.fromkeys((".md", ".markdown"), Kind.MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Kind.HTML),
    **dict.fromkeys((".docx", ".docm", ".dotx"), Kind.WORD),
    ".pdf": Kind.PDF,
}
_BY_TYPE = {
    "text/plain": Kind.TEXT,
    **dict.fromkeys(("text/markdown", "text/x-markdown"), Kind.MARKDOWN),
    **dict.fromkeys(("text/html", "application/xhtml+xml"), Kind.HTML),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Kind.WORD,
    **dict.fromkeys(("application/pdf", "application/x-pdf"), Kind.PDF),
}
_SAYS_NOTHING = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/force-download"})
_OTHER_WRITERS = frozenset({".doc", ".odt", ".rtf", ".pages", ".wps"})
_MAILS = frozenset({".eml", ".msg", ".mht", ".mhtml", ".mbox"})
_PACKED = frozenset({".zip", ".7z", ".rar", ".gz", ".tgz"})

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_PDF = b"%PDF-"
_PDF_WITHIN = 1_024
"""A PDF may have something before its beginning, as readers of PDFs agree (ISO 32000-1, implementation note 13)."""

_HTML_START = re.compile(
    r"\s*<(?:!doctype\s|html\b|head\b|body\b|!--|\?xml\b|(?:meta|title|p|div|table|ul|ol|h[1-6])\b)", re.IGNORECASE
)
_MAIL_START = re.compile(
    rb"(?:[a-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-transfer-encoding):", re.IGNORECASE
)
"""The head of a mail as mail programs send it (RFC 5322): what follows may be encoded, addresses too."""
_HEAD = 16_384
_SAVE = "save it as .docx, PDF, text or HTML"
_MAIL = "is a mail as mail programs send it; open it there, and save it as HTML, text or PDF, or copy its text"


def kind_of(data: bytes, *, suffix: str = "", media_type: str = "") -> Kind:
    """The kind of these bytes. `suffix` is that of a file's name, `media_type` what a site declares; or empty.

    Raises Unreadable for what is none, with what to do: the rest of a sentence that begins with the document's name.
    """
    if _MAIL_START.match(data[:_HEAD]):
        raise Unreadable(_MAIL)
    told = _told(suffix.lower(), media_type.partition(";")[0].strip().lower())
    if data.startswith(_RTF):
        raise Unreadable(f"is in RTF; {_SAVE}")
    if data.startswith(_ZIP):
        # LibreOffice's documents are packed too, and say what they are in the first part, unpacked.
        if b"mimetypeapplication/vnd.oasis.opendocument" in data[:100]:
            raise Unreadable(f"is in the form of LibreOffice (.odt); {_SAVE}")
        return Kind.WORD
    if data.startswith(_OLE):
        return Kind.WORD
    if data.startswith(_PDF) or (told in {None, Kind.PDF} and _PDF in data[:_PDF_WITHIN]):
        return Kind.PDF
    if told in {Kind.WORD, Kind.PDF}:
        name = "Word document" if told is Kind.WORD else "PDF"
        raise Unreadable(f"is no {name}, though it is called one; {_SAVE} anew")
    return told or (Kind.HTML if starts_like_html(data) else Kind.TEXT)


def _told(suffix: str, media_type: str) -> Kind | None:
    """What the name or the declared type says; None where both say nothing."""
    if media_type not in _SAYS_NOTHING:
        kind = _BY_TYPE.get(media_type)
        if kind is None and not media_type.startswith("text/"):
            raise Unreadable(
                f"is of the type {media_type[:80]}, which is no letter; give one in HTML, text, .docx or PDF"
            )
        return kind
    if suffix in _OTHER_WRITERS:
        raise Unreadable(f"is a {suffix} file, which cannot be read; open it and {_SAVE}")
    if suffix in _MAILS:
        raise Unreadable(_MAIL)
    if suffix in _PACKED:
        raise Unreadable("is a packed file; unpack it, and give the letter that is in it")
    if suffix not in _BY_SUFFIX and suffix:
        raise Unreadable(f"is a {suffix} file; a letter is a .docx, .pdf, .txt, .md or .html file: {_SAVE}")
    return _BY_SUFFIX.get(suffix)


def is_packed(data: bytes) -> bool:
    """Does it begin as a Word document or a PDF does? Pictures may make these large."""
    return data.startswith((_ZIP, _OLE, _PDF))


def starts_like_html(data: bytes) -> bool:
    """Does it begin as pages begin?"""
    start = data[:1024]
    utf_16 = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = start.decode("utf-16", "replace") if utf_16 else start.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    return _HTML_START.match(text) is not None

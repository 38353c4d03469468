"""This file is how a letter's bytes become text: in the encoding that they show, or that they or a site declare."""

from __future__ import annotations

import codecs

from catalogue.errors import Unreadable
from catalogue.page import declared_charset

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


def decoded(data: bytes, *, html: bool, declared: str | None = None) -> str:
    """The text. A byte order mark decides, then what a site `declared`, then what a page says of itself, then UTF-8.

    Raises Unreadable, with what to do: the rest of a sentence that begins with the document's name.
    """
    bom = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    encoding = bom or _known(declared) or (html and _known(declared_charset(data))) or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        spoken = encoding.removesuffix("-sig").upper()
        raise Unreadable(f"is not a text letter, or not in {spoken}; save it as text in UTF-8") from error
    if "\0" in text:
        raise Unreadable("is not a text letter: it holds binary data; save the letter as text or HTML")
    return text


def _known(label: str | None) -> str | None:
    """Python's name of an encoding that pages come in; None for any other label."""
    try:
        name = codecs.lookup(label or "").name
    except (LookupError, ValueError):
        return None
    name = _AS_BROWSERS_READ.get(name, name)
    return name if name in _WEB_ENCODINGS else None

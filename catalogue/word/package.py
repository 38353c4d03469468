"""This file is the package of a Word document: a ZIP file of which only the text's parts are read, within bounds."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from catalogue.errors import Unreadable

PARTS = 5_000
"""How many files the package may hold, pictures included."""
TEXT_BYTES = 40 * 1024 * 1024
"""How large the text's parts may be together when unpacked, in bytes. A thousand pages need a tenth of it."""

_TEXT_PART = re.compile(
    r"(?:\[Content_Types\]|_rels/[^/]*|word/(?:document|footnotes|endnotes|header|footer|numbering|styles)\d*)\.(?:xml|rels)"
    r"|word/_rels/(?:document|footnotes|endnotes|header|footer)\d*\.xml\.rels"
)
_ENCRYPTED_ENTRY = 0x1
_OLD = b"\xd0\xcf\x11\xe0"
_LOCKED_INSIDE = "EncryptedPackage".encode("utf-16-le")

_LOCKED = "is protected by a password; open it in Word, take the password off, and give that file"
_OLD_WORD = "is in the form of an old Word; open it and save it as .docx or PDF"
_BROKEN = "is no Word document that can be read; open it in Word and save it as .docx or PDF anew"
_OTHER = "is a packed file, but no Word document; save the letter as .docx, PDF or text"
_LARGE = f"holds more than a letter ({TEXT_BYTES // 1024 // 1024} MB of text); give the part that holds the links"


def text_parts(data: bytes) -> dict[str, bytes]:
    """The parts that the text is made of, by their names. Raises Unreadable: the rest of a sentence about the file."""
    if data.startswith(_OLD):
        raise Unreadable(_LOCKED if _LOCKED_INSIDE in data else _OLD_WORD)
    try:
        with ZipFile(BytesIO(data)) as package:
            return _read(package)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        raise Unreadable(_BROKEN) from error


def _read(package: ZipFile) -> dict[str, bytes]:
    entries = package.infolist()
    if len(entries) > PARTS:
        raise Unreadable(_LARGE)
    if not any(entry.filename.startswith("word/") for entry in entries):
        raise Unreadable(_OTHER)
    parts: dict[str, bytes] = {}
    left = TEXT_BYTES
    for entry in entries:
        if _TEXT_PART.fullmatch(entry.filename) and entry.filename not in parts:
            parts[entry.filename] = _contents(package, entry, left)
            left -= len(parts[entry.filename])
    return parts


def _contents(package: ZipFile, entry: ZipInfo, left: int) -> bytes:
    """A part, unpacked no further than may be: what the package says of its size is not believed."""
    if entry.flag_bits & _ENCRYPTED_ENTRY:
        raise Unreadable(_LOCKED)
    with package.open(entry) as file:
        data = file.read(left + 1)
    if len(data) > left:
        raise Unreadable(_LARGE)
    return data


def packed(parts: dict[str, bytes]) -> BytesIO:
    """These parts as a package again."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, data in parts.items():
            package.writestr(ZipInfo(name), data)
    return file

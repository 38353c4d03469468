"""This file is the tests of a Word document's package: what is taken out of it, and where it ends."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from catalogue import Unreadable
from catalogue.word.package import PARTS, TEXT_BYTES, packed, text_parts
from docx_files import docx, p, run


def zipped(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def test_only_the_texts_parts_are_taken() -> None:
    more = {"word/media/image1.png": b"picture", "word/vbaProject.bin": b"macro", "word/comments.xml": b"<x/>"}
    parts = text_parts(docx(p(run("Dear all")), more=more))
    assert sorted(parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/numbering.xml",
        "word/styles.xml",
    ]
    assert text_parts(packed(parts).getvalue()) == parts


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"xl/workbook.xml": b"<x/>"}, "is a packed file, but no Word document"),
        ({f"word/media/{number}.png": b"" for number in range(PARTS + 1)}, "holds more than a letter"),
        ({"word/document.xml": b" " * (TEXT_BYTES + 1)}, "holds more than a letter"),
        ({"word/document.xml": b" " * (TEXT_BYTES // 2 + 1), "word/styles.xml": b" " * (TEXT_BYTES // 2)}, "40 MB"),
    ],
)
def test_other_packages_and_those_that_swell_are_refused(parts: dict[str, bytes], says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        text_parts(zipped(parts))


def test_what_a_package_says_of_its_size_is_not_believed() -> None:
    data = bytearray(zipped({"word/document.xml": b" " * 1_000_000}))
    place = data.rindex(b"PK\x01\x02") + 24  # the size when unpacked, in the list of contents
    data[place : place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Unreadable, match="is no Word document that can be read"):
        text_parts(bytes(data))


def test_an_encrypted_part_is_refused_as_protected() -> None:
    data = bytearray(zipped({"word/document.xml": b"<x/>"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unreadable, match="is protected by a password"):
        text_parts(bytes(data))


def test_of_two_parts_with_one_name_the_first_is_listed() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("word/document.xml", b"<a/>")
        with pytest.warns(UserWarning, match="Duplicate name"):
            package.writestr("word/document.xml", b"<b/>")
    assert list(text_parts(file.getvalue())) == ["word/document.xml"]

"""This file is PDFs made by hand: a page of lines at places, links over them, and what can be wrong with a file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_FILE_ID = b"0123456789abcdef"


@dataclass(frozen=True, slots=True)
class Shown:
    """Text at a place, in points from the left and from the bottom; its letters are 0.6 times its size wide."""

    x: float
    y: float
    text: str
    size: float = 10


@dataclass(frozen=True, slots=True)
class Linked:
    """A link over a box, or over several (`quads`: eight numbers each)."""

    box: tuple[float, float, float, float]
    url: str
    quads: tuple[float, ...] = ()


def page(
    texts: Iterable[Shown], links: Iterable[Linked] = (), *, drawn: str = "", rotate: int = 0
) -> tuple[str, tuple[Linked, ...], int]:
    """A page in Courier; `drawn` are operators before the text."""
    lines = (f"BT /F {text.size} Tf {text.x} {text.y} Td ({_literal(text.text)}) Tj ET" for text in texts)
    return f"{drawn}\n" + "\n".join(lines), tuple(links), rotate


def pdf(*pages: tuple[str, tuple[Linked, ...], int], password: str | None = None, extra: Sequence[str] = ()) -> bytes:
    """The file; with a `password` (which may be empty) it is encrypted in the oldest way (ISO 32000-1, 7.6.3).

    `extra` replaces the dictionaries of the first page's links.
    """
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\0\nendstream"
    )
    key = None if password is None else _key(password)
    kids: list[int] = []
    for number, (content, links, rotate) in enumerate(pages):
        annotations = extra if extra and not number else [_annotation(one, key, len(objects)) for one in links]
        data = content.encode("latin-1")
        stream = data if key is None else _rc4(_object_key(key, len(objects) + 1), data)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate {rotate} /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> "
            f"/Annots [{' '.join(annotations)}] >>".encode()
        )
        kids.append(len(objects))
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    trailer = b"/Root 1 0 R /ID [<%s> <%s>]" % (_FILE_ID.hex().encode(), _FILE_ID.hex().encode())
    if password is not None:
        objects.append(_encryption(password))
        trailer += b" /Encrypt %d 0 R" % len(objects)
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(data))
    return data + head + table + end


def _annotation(link: Linked, key: bytes | None, holder: int) -> str:
    url = link.url.encode("utf-8")
    # A string is encrypted with the key of the object that it stands in: the page, two after the last one so far.
    address = url if key is None else _rc4(_object_key(key, holder + 2), url)
    quads = f"/QuadPoints [{' '.join(map(str, link.quads))}]" if link.quads else ""
    box = " ".join(map(str, link.box))
    return f"<< /Type /Annot /Subtype /Link /Rect [{box}] {quads} /A << /S /URI /URI <{address.hex()}> >> >>"


def _literal(text: str) -> str:
    return "".join(f"\\{ord(sign):03o}" if sign in "()\\" or ord(sign) > 126 else sign for sign in text)


def _encryption(password: str) -> bytes:
    owner = _rc4(hashlib.md5(_padded("owner"), usedforsecurity=False).digest()[:5], _padded(password))
    user = _rc4(_key(password), _PADDING)
    return b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (owner.hex().encode(), user.hex().encode())


def _key(password: str) -> bytes:
    owner = _rc4(hashlib.md5(_padded("owner"), usedforsecurity=False).digest()[:5], _padded(password))
    rights = (-4 & 0xFFFFFFFF).to_bytes(4, "little")
    return hashlib.md5(_padded(password) + owner + rights + _FILE_ID, usedforsecurity=False).digest()[:5]


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[:10]


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)

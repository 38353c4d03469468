"""This file is grey pictures, as small as a valid JPEG can be."""

from __future__ import annotations

import struct
from functools import cache
from math import ceil


@cache
def grey_jpeg(width: int, height: int) -> bytes:
    """A mid-grey baseline JPEG of this size in pixels (ITU-T T.81).

    All coefficients are zero, so each table needs one code of one bit: `0` for "no difference" and `0` for "the rest
    of the block is zero". Two zero bits draw a block of 8 x 8 pixels.
    """
    blocks = ceil(width / 8) * ceil(height / 8)
    bits = "0" * (2 * blocks)
    bits += "1" * (-len(bits) % 8)
    return b"".join(
        (
            b"\xff\xd8",
            _segment(0xE0, b"JFIF\x00\x01\x01\x00" + struct.pack(">HHBB", 1, 1, 0, 0)),
            _segment(0xDB, b"\x00" + bytes([16]) * 64),
            _segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"),
            _segment(0xC4, b"\x00" + b"\x01" + bytes(15) + b"\x00"),
            _segment(0xC4, b"\x10" + b"\x01" + bytes(15) + b"\x00"),
            _segment(0xDA, b"\x01\x01\x00\x00\x3f\x00"),
            int(bits, 2).to_bytes(len(bits) // 8, "big"),
            b"\xff\xd9",
        )
    )


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data

"""This file is a copy of a catalogue's links as bytes, with the key that says of what it is a copy."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path

from hexaglot.listed import Link, Links

LAYOUT = 2
"""Another one for every change of the form below."""


def key_of(content: bytes, maker: str) -> str:
    """The name of what `maker` makes of a file with this content: hexadecimal, of a fixed length."""
    return blake2b(content, digest_size=32, key=blake2b(maker.encode()).digest()).hexdigest()


def serialised(links: Links) -> bytes:
    """The links as JSON, a list for each field: reading that runs nothing."""
    columns = list(zip(*links, strict=True))
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def deserialised(body: memoryview | None) -> Links | None:
    """The links of a copy that was opened; None where there was none."""
    if body is None:
        return None
    return list(map(Link._make, zip(*json.loads(str(body, "utf-8", "surrogatepass")), strict=True)))


def sealed(body: bytes, key: str) -> bytes:
    """A copy: a first line to know it by, then what it holds."""
    return _head(key, body) + body


def opened(content: bytes | None, key: str) -> memoryview | None:
    """What a copy with this key holds; None where this is no copy, one of something else, or not whole."""
    if content is None:
        return None
    end = content.find(b"\n") + 1
    body = memoryview(content)[end:]
    return body if content[:end] == _head(key, body) else None


def ledger_folder(url: str) -> Path | None:
    """Where a ledger lies, by its database URL; None for one that is no file on this machine."""
    scheme, _, place = url.partition("://")
    file = place.partition("?")[0].removeprefix("/")
    is_file = scheme.partition("+")[0] == "sqlite" and file and not file.startswith((":memory:", "file:"))
    return Path(file).parent if is_file else None


def _head(key: str, body: bytes | memoryview) -> bytes:
    return f"hexaglot list {LAYOUT} {key} {blake2b(body, digest_size=16).hexdigest()}\n".encode("ascii")

"""This file is the last look at an address before it stands in somebody's page.

Escaping keeps an address inside its attribute; it does not keep `javascript:` from running when it is clicked.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from checker.providers import File, Frame
from reports.embeds._contract import Version
from reports.embeds._errors import UnsafeAddress

_NO_PART_OF_A_URL = re.compile(r'["<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})')
"""What the URL standard has no place for; a checker of pages complains of it, and a filter may cut there."""

_SHOWN = 80


def page_of(version: Version) -> str:
    """The version's page, safe to link to; raises UnsafeAddress."""
    return _safe(version.page, version)


def frame_of(version: Version) -> str | None:
    """The address of its frame, safe to be framed; None where it has none, or is gone. Raises UnsafeAddress."""
    return _shown(version, Frame)


def film_of(version: Version) -> str | None:
    """The address of its film, safe for a `<video>`; None where it has none, or is gone. Raises UnsafeAddress."""
    return _shown(version, File)


def beside(address: str | None, version: Version) -> str | None:
    """The address of something that belongs to the version: captions, a still. Raises UnsafeAddress."""
    return None if address is None else _safe(address, version)


def _shown(version: Version, kind: type[Frame | File]) -> str | None:
    """The address of a player of this kind. Nothing leads to a version that is gone."""
    if version.gone is not None or not isinstance(version.player, kind):
        return None
    return _safe(version.player.address, version)


def _safe(address: str, version: Version) -> str:
    if _is_plain(address):
        return address
    message = (
        f"The {version.language} version's address {address[:_SHOWN]!a} is not a plain http or https address. "
        "Correct it in the catalogue; no snippet was made."
    )
    raise UnsafeAddress(message)


def _is_plain(address: str) -> bool:
    if _NO_PART_OF_A_URL.search(address) or any(unicodedata.category(char)[0] in "CZ" for char in address):
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    # A name before the host makes https://youtube.com@elsewhere look like what it is not.
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc and port != 0

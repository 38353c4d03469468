"""This file is the last look at an address before it stands in somebody's page.

Escaping keeps an address inside its attribute; it does not keep `javascript:` from running when it is clicked.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from checker.providers import Frame
from reports.embeds._contract import Version
from reports.embeds._errors import NoPlayer, UnsafeAddress

_NO_PART_OF_A_URL = re.compile(r'["<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})')
"""What the URL standard has no place for; a checker of pages complains of it, and a filter may cut there."""

_SHOWN = 80


def page_of(version: Version) -> str:
    """The version's page, safe to link to; raises UnsafeAddress."""
    return _safe(version.page, version)


def player_of(version: Version) -> str:
    """The version's player, safe to frame; raises NoPlayer or UnsafeAddress."""
    if not isinstance(version.player, Frame):
        message = (
            f"{version.page} ({version.language}) has no player for other pages. "
            "Use a variant that links to it, for example `links`."
        )
        raise NoPlayer(message)
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

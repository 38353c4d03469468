"""This file is ids as the sites could give them: for the same words always the same, for others another."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def youtube(*words: object) -> str:
    """The 11 signs of a number of 64 bits in base64url, of which the last can be one of sixteen only (finding 1)."""
    return urlsafe_b64encode(_bytes(words)[:8]).decode()[:11]


def number(digits: int, *words: object) -> str:
    """A number of so many digits that does not begin with 0."""
    first = 10 ** (digits - 1)
    return str(first + int.from_bytes(_bytes(words), "big") % (9 * first))


def letters(length: int, *words: object) -> str:
    """So many lower-case letters and digits; at most 32."""
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in _bytes(words)[:length])


def hexadecimal(length: int, *words: object) -> str:
    """So many hexadecimal digits; at most 64."""
    return _bytes(words).hex()[:length]


def uuid(*words: object) -> str:
    """A UUID of version 4."""
    digits = _bytes(words).hex()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"


def _bytes(words: tuple[object, ...]) -> bytes:
    return sha256("/".join(map(str, words)).encode()).digest()

"""This file is what a letter may be at most, and what a web address gives where one stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

LETTER_BYTES = 5 * 1024 * 1024
"""How large a letter of text or a page may be, in bytes. The longest real ones are a hundredth of it."""
DOCUMENT_BYTES = 30 * 1024 * 1024
"""How large a Word document or PDF may be, in bytes: pictures are most of it."""
LETTER_MARKS = 120_000
"""How many lines, tags, brackets and addresses a letter may hold. It bounds the time to read it to some seconds."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a web address gave: the address that answered in the end, its Content-Type as it was sent, the bytes."""

    url: str
    content_type: str
    data: bytes


Ask = Callable[[str], Fetched]
"""Gets what stands at a web address, of LETTER_BYTES at most; raises Unreadable with a whole sentence."""

"""This file is how single values are written in YAML, so that every reader of YAML 1.1 and 1.2 reads the same."""

from __future__ import annotations

import re

_NAMED = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}
_HIDDEN = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f'  # what YAML escapes, control characters
    "\u2028\u2029"  # YAML 1.1 takes these for ends of lines
    "\u202a-\u202e\u2066-\u2069"  # embeddings and overrides would show the line otherwise than it is
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"  # no characters at all
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_SAFE = r"A-Za-z0-9._~/?#&=%+@!$'()*;:-"
_PLAIN_ADDRESS = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*://[{_SAFE}]*[{_SAFE}](?<!:)")
_PLAIN_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NOT_A_KEY = frozenset("y n yes no on off true false null".split())
"""What some reader takes for a truth value or for nothing, in lower case (YAML 1.1, type repository)."""

_BYTE = 0xFF
_FIRST_PLANE = 0xFFFF


def quoted(text: str) -> str:
    """The text in double quotes. What can be seen stays readable, in every script; what cannot is escaped."""
    return f'"{_HIDDEN.sub(_escape, text)}"'


def address(url: str) -> str:
    """An address, plain where no reader can misunderstand it, also between brackets; else quoted."""
    return url if _PLAIN_ADDRESS.fullmatch(url) else quoted(url)


def key(word: str) -> str:
    """A key, plain where every reader takes it for a text: `no`, the tag of Norwegian, is not so lucky."""
    return word if _PLAIN_KEY.fullmatch(word) and word.lower() not in _NOT_A_KEY else quoted(word)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    if code <= _BYTE:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= _FIRST_PLANE else f"\\U{code:08X}"

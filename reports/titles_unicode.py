"""This file is what Unicode says of a title's characters: which do harm, which show nothing, where a text may be cut.

Facts are from the Unicode Character Database as Python carries it, UAX #9 (bidi controls), UAX #29 (grapheme
clusters) and UTS #51 (emoji). Characters newer than Python's tables are kept, and no text is cut before one.
"""

from __future__ import annotations

import re
import unicodedata

JOINERS = frozenset("\u200c\u200d")
"""ZWNJ and ZWJ: Persian and Indic spelling, and emoji families, cannot do without them."""

LINE_BREAKS = frozenset("\t\n\r\x85\u2028\u2029")
"""What a title has instead of a space when it was copied from a page or a letter."""

_PLACES = ("".join(chr(0xE0000 + ord(letter)) for letter in place) for place in ("gbeng", "gbsct", "gbwls"))
FLAG = re.compile(f"\U0001f3f4(?:{'|'.join(_PLACES)})\U000e007f")
"""The flags of England, Scotland and Wales: the only tag sequences for general interchange (UTS #51, RGI)."""

# Direction marks are weak and cannot leak; the number signs of UAX #29's Prepend are printed; Mongolian needs U+180E.
_KEPT_FORMATS = JOINERS | frozenset(
    "\u061c\u200e\u200f\u180e\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)

_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Hangul fillers and the empty Braille cell: letters and symbols by category, nothing to the eye."""

_WHOLE_WITH_MARK = frozenset("\ufe0e\ufe0f\u20e3")
"""Marks that finish an emoji or a keycap: without them, it is another sign."""

_VIRAMA = 9
"""The canonical combining class that ties two Indic letters into one (UAX #29, rule GB9c)."""

_SURROGATE, _PRIVATE, _CONTROL, _FORMAT, _UNASSIGNED = "Cs", "Co", "Cc", "Cf", "Cn"


def harm(char: str) -> str | None:
    """Why a title may not hold this character, in English, for example `U+202E RIGHT-TO-LEFT OVERRIDE`; or None."""
    category = unicodedata.category(char)
    if char in LINE_BREAKS or char in _KEPT_FORMATS:
        return None
    if category == _UNASSIGNED:
        kind = _unassigned_harm(char)
    else:
        kind = {
            _CONTROL: "control character",
            _SURROGATE: "half of a surrogate pair",
            _PRIVATE: "private-use character",
            _FORMAT: unicodedata.name(char, "format character"),
        }.get(category)
    return kind and called(char, kind)


_HANGUL_TAIL = re.compile(r"[\u1160-\u11ff\ud7b0-\ud7fb]")
"""Vowels and finals, which are written into the syllable that an initial opens."""


def called(char: str, kind: str | None = None) -> str:
    """How people who look characters up call it: its number and its name, or what kind of thing it is."""
    return f"U+{ord(char):04X} {kind or unicodedata.name(char)}"


_NONCHARACTERS = frozenset(map(chr, range(0xFDD0, 0xFDF0))) | frozenset(
    chr(0x10000 * plane + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_NEVER_TO_SHOW = re.compile(r"[\u2065\ufff0-\ufff8\U000e0000-\U000e0fff]")
"""Unassigned, and reserved for characters without a picture (DerivedCoreProperties, default-ignorable)."""


def _unassigned_harm(char: str) -> str | None:
    if char in _NONCHARACTERS:
        return "noncharacter"
    return "invisible character" if _NEVER_TO_SHOW.match(char) else None


def is_mark(char: str) -> bool:
    """Is it a combining mark of any kind?"""
    return unicodedata.category(char).startswith("M")


def leans(char: str) -> bool:
    """Is it nothing without a letter before it? At the start of a text, it would join the markup before the text."""
    return is_mark(char) or _HANGUL_TAIL.match(char) is not None


def stacks(char: str) -> bool:
    """Is it a mark that is piled above, below or round its letter, and takes no room beside it?"""
    return unicodedata.category(char) in {"Mn", "Me"}


def shows(text: str) -> bool:
    """Is there anything in it that a reader can see?"""
    return any(
        char not in _BLANK_LETTERS and (category[0] not in "CMZ" or category == _UNASSIGNED)
        for char, category in ((char, unicodedata.category(char)) for char in text)
    )


def ends_well(char: str) -> bool:
    """May a shortened title end on it? Not on a space, a joiner, or a mark that leaves its reader guessing."""
    if char in _WHOLE_WITH_MARK:
        return True
    return not (char.isspace() or char in JOINERS or is_mark(char))


def may_divide(text: str, place: int) -> bool:
    """Does a new grapheme cluster begin at `place` (from 1, below the length)?

    Stricter than UAX #29 in doubtful places: it may say no where the standard says yes, never the reverse.
    """
    before, after = text[place - 1], text[place]
    if _clings(after) or _holds(before):
        return False
    if _is_flag_letter(before) and _is_flag_letter(after):
        letters = 0
        while letters < place and _is_flag_letter(text[place - 1 - letters]):
            letters += 1
        return letters % 2 == 0
    return not (unicodedata.category(after) == "Lo" and _ends_in_virama(text[:place]))


_CLINGING = re.compile(
    r"[\u200c\u200d"  # ZWNJ, ZWJ
    r"\u0e33\u0eb3\uff9e\uff9f"  # Thai and Lao AM, half-width voicing marks
    r"\U0001f3fb-\U0001f3ff"  # skin tones
    r"\U000e0020-\U000e007f]"  # the tags of a flag
)
_HOLDING = re.compile(
    r"[\u200d"  # ZWJ
    r"\u1100-\u115f\ua960-\ua97c"  # Hangul initials
    r"\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"  # Prepend: number signs
    r"\u0d4e\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a\U00011a84-\U00011a89\U00011d46]"  # Prepend: letters
)


def _clings(char: str) -> bool:
    """Does it belong to what stands before it?"""
    return leans(char) or unicodedata.category(char) == _UNASSIGNED or _CLINGING.match(char) is not None


def _holds(char: str) -> bool:
    """Does what stands after it belong to it?"""
    return _HOLDING.match(char) is not None


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _ends_in_virama(text: str) -> bool:
    for char in reversed(text):
        if unicodedata.combining(char) == _VIRAMA:
            return True
        if not (is_mark(char) or char in JOINERS):
            break
    return False

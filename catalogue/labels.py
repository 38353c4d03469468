"""This file is which language a label means: exact names, never a guess.

`langcodes.find` is not used: it finds a language for “The”, “Even” and “Klingonish”. A label is understood only when
every word of it is accounted for: names of one language, and a few words that say nothing but “recording”.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from functools import lru_cache

from catalogue.everyday import ASIDES, OTHER_THINGS, SILENT, SILENT_CHINESE, SUBTITLED, TIMES, WITH
from catalogue.language import Language
from catalogue.names import key, names_of, other_names

LABEL_LENGTH = 80
"""Characters. A longer label is a sentence, and no sentence is the name of a language."""

_VISIBLE_ENDS = "LNM"
_CLOSERS = {")": "(", "]": "[", "}": "{", "\uff09": "\uff08", "】": "【"}
_NUMBERING = re.compile(
    r"\A\s*(?:[(\uff08]?\d{1,3}[.)\uff09]\s+|[(\uff08]?[^\W\d_][)\uff09]\s+"
    r"|[(\uff08](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)\uff09]|[一二三四五六七八九十]{1,3}、)"
)
_LENGTH = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?(?:\s*min\b)?|\d{1,3}\s*['′’](?:\s*\d\d(?!\d)(?:[\"″”]|'')?)?"  # noqa: RUF001 - typed so
    rf"|\d{{1,3}}\s*(?:{TIMES})(?!\w)\.?",
    re.IGNORECASE,
)
"""How long a recording is: “2:31”, “2 min 40 s”, “2'40”."""
_ASIDE = re.compile(rf"(?<=\w)\s*[(\uff08\[](?:{ASIDES})[)\uff09\]]", re.IGNORECASE)
_ASKED = re.compile(r"[?\uff1f؟]+|\s[?\uff1f؟]\Z")
"""The end of a question. Two after a space are what became of a flag that somebody's mail program could not write."""
_PIECES = re.compile(r"[()\[\]{}【】|/\\,;:、،؛•·«»“”\"\uff08\uff09\uff0c\uff1a\uff1b\uff5c]+|\s[-–—]+(?=\s)")  # noqa: RUF001 - dashes
_SILENT_CHINESE = re.compile("|".join(sorted(SILENT_CHINESE, key=len, reverse=True)))
_ARABIC_AND = re.compile(r"\bو(?=ب|ال)")
_SUBTITLES = re.compile(
    rf"\s*[(\uff08\[][^()\uff08\uff09\[\]]*(?:{SUBTITLED})[^()\uff08\uff09\[\]]*[)\uff09\]]\s*\Z"
    rf"|\s+(?:{WITH})\s.*(?:{SUBTITLED}).*\Z|[带配附].*字幕\Z",
    re.IGNORECASE,
)
"""What a label says of subtitles after the language that is spoken, tied to it by brackets or a “with”.

“Russian, English subtitles” is not cut: both may be subtitles.
"""
_OTHER_THINGS = re.compile(rf"\b(?:{OTHER_THINGS})|字幕|手语|配音|文字稿|口译|同传", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]{2,3}")
"""What may be a language's tag where it stands by itself: “en” is English there, and no “in”."""
_WORDS_OF_A_NAME = 4
_LONG_ENOUGH, _ALIKE = 5, 0.8
"""Letters, and a ratio as difflib counts it: “Frensh” is like “French”, “Denish” like no name of the six."""


def trimmed(label: str) -> str:
    """The label without what surrounds it: bullets, numbering, flags, colons, brackets, dashes, invisible marks.

    A question stays one, so that “and Arabic?” names nothing.
    """
    visible = "".join(" " if character.isspace() else character for character in label if not _is_mark(character))
    text = _NUMBERING.sub("", " ".join(visible.split()))
    start, end = 0, len(text)
    while start < end and (unicodedata.category(text[start])[0] not in "LN"):
        start += 1
    while end > start and not _may_end(text, start, end):
        end -= 1
    return f"{text[start:end]}?" if end > start and _ASKED.match(text, end) else text[start:end]


def language_of(label: str, languages: tuple[Language, ...]) -> Language | None:
    """The one language of the list that the label names; None when it names none, two, or anything besides."""
    return _meant(label, names_of(languages))


def other_language_of(label: str, languages: tuple[Language, ...]) -> Language | None:
    """A language that the label names and that is not in the list, such as “Deutsch”; None for any other label."""
    if language_of(label, languages) is not None:
        return None
    others = other_names(languages)
    return others.get(trimmed(label)) or _meant(label, others)


def nearly(label: str, languages: tuple[Language, ...]) -> Language | None:
    """The one language whose name the label nearly is, such as “Frensh”: for a question, never for an answer."""
    names = names_of(languages)
    alike = get_close_matches(key(trimmed(label)), (name for name in names if len(name) >= _LONG_ENOUGH), cutoff=_ALIKE)
    meant = {names[name] for name in alike}
    return meant.pop() if len(meant) == 1 else None


@lru_cache(maxsize=4096)
def is_silent(label: str) -> bool:
    """Does the label say nothing of languages, such as “Watch the video here”? An empty one does not either."""
    text = trimmed(label[: 2 * LABEL_LENGTH])
    if len(label) > 2 * LABEL_LENGTH or _CODE.fullmatch(text):
        return False
    return all(_covered(_words(piece), {}) == set() for piece in map(key, _PIECES.split(text)))


def tells_of_another_thing(label: str) -> bool:
    """Is this about subtitles, interpretation, a transcript or the like, whose language is not the recording's?

    “English with French subtitles” is not: there the recording's own language goes before.
    """
    return _OTHER_THINGS.search(_SUBTITLES.sub("", trimmed(label[: 2 * LABEL_LENGTH]))) is not None


def _meant(label: str, names: dict[str, Language]) -> Language | None:
    if len(label) > 2 * LABEL_LENGTH:
        return None
    text = trimmed(_SUBTITLES.sub("", trimmed(_ASIDE.sub("", _LENGTH.sub("", trimmed(label))))))
    whole = names.get(key(text))
    if whole is not None:
        return whole
    meant: set[Language] = set()
    for piece in filter(None, map(key, _PIECES.split(text))):
        found = {names[piece]} if piece in names else _covered(_words(piece), names)
        if found is None:
            return None
        meant |= found
    return meant.pop() if len(meant) == 1 else None


def _words(piece: str) -> list[str]:
    """Its words; what no space tells from them is cut: words that say nothing in Chinese, and Arabic's “and”."""
    return _ARABIC_AND.sub("", _SILENT_CHINESE.sub(" ", piece)).split()


def _covered(words: list[str], names: dict[str, Language]) -> set[Language] | None:
    """The languages named by the words, each of which must be part of a name or silent; else None."""
    found: set[Language] = set()
    place = 0
    while place < len(words):
        for length in range(min(_WORDS_OF_A_NAME, len(words) - place), 0, -1):
            name = " ".join(words[place : place + length])
            if name in _SILENT_KEYS:
                break
            if name in names:
                found.add(names[name])
                break
        else:
            return None
        place += length
    return found


def _is_mark(character: str) -> bool:
    # Cf: LRM, RLM, isolates, zero-width spaces. The joiners are letters' business (Persian, Hindi) and stay.
    joiner = character in "\u200c\u200d"
    selector = "\ufe00" <= character <= "\ufe0f" or character == "\u20e3"
    return selector or (
        unicodedata.category(character) in {"Cf", "Cc", "Cs"} and not joiner and not character.isspace()
    )


def _may_end(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    opener = _CLOSERS.get(last)
    if opener is not None:
        return text.count(opener, start, end) >= text.count(last, start, end)
    return unicodedata.category(last)[0] in _VISIBLE_ENDS


_SILENT_KEYS = frozenset(map(key, SILENT))

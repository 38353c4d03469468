"""This file is which language a label means: exact names of the catalogue's languages, never a guess.

`langcodes.find` is not used: it finds a language for “The”, “Even” and “Klingonish”. A label is understood only when
every word of it is accounted for: names of one language, and a few words that say nothing but “recording”.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from catalogue.language import Language

LABEL_LENGTH = 80
"""Characters. A longer label is a sentence, and no sentence is the name of a language."""

_EVERYDAY = {
    "en": "anglaise; inglesa; английская; 英文; إنجليزي; إنجليزية; بالإنجليزية; باللغة الإنجليزية",
    "fr": "française; francesa; французская; 法文; فرنسي; فرنسية; بالفرنسية; باللغة الفرنسية",
    "es": "castellano; castilian; castillan; espagnole; española; испанская; 西班牙文; 西文; إسباني; إسبانية; "
    "بالإسبانية; باللغة الإسبانية",
    "ar": "عربي; عربية; بالعربية; بالعربي; اللغة العربية; باللغة العربية; арабская; 阿拉伯文; 阿文",
    "zh": "汉语; 漢語; 华语; 華語; 汉文; 漢文; 国语; 國語; 普通话; 普通話; mandarin; mandarin chinese; "
    "simplified chinese; 简体中文; 中文简体; chinoise; китайская; صيني; صينية; بالصينية; باللغة الصينية",
    "ru": "по-русски; русская; русский язык; rusa; 俄文; روسي; روسية; بالروسية; باللغة الروسية",
}
"""What people write besides CLDR's names: adjectives that agree with “version”, the 文 forms of the United Nations'
Chinese, “in Arabic” where it is one word. Only the six, because only these have been read in letters."""

_SILENT = frozenset(
    "version versión версия نسخة النسخة 版 版本 video vidéo vídeo видео فيديو الفيديو 视频 影片 "
    "language langue lengua idioma язык in en".split()
)
"""Words that may stand beside a name and change nothing: the recording itself, “language”, and “in”. Words such as
“subtitles”, “audio” or “transcript” are missing on purpose: they name another thing than the recording."""

_VISIBLE_ENDS = "LNM"
_CLOSERS = {")": "(", "]": "[", "}": "{", "\uff09": "\uff08", "】": "【"}
_NUMBERING = re.compile(r"\A\s*\(?\d{1,3}[.)]\s+")
_PIECES = re.compile(r"[()\[\]{}【】|/\\,;:、،؛•·«»“”\"\uff08\uff09\uff0c\uff1a\uff1b\uff5c]+|\s[-–—]+(?=\s)")  # noqa: RUF001 - dashes
_WORDS_OF_A_NAME = 4


def trimmed(label: str) -> str:
    """The label without what surrounds it: bullets, numbering, flags, colons, brackets, dashes, invisible marks."""
    visible = "".join(" " if character.isspace() else character for character in label if not _is_mark(character))
    text = _NUMBERING.sub("", " ".join(visible.split()))
    start, end = 0, len(text)
    while start < end and (unicodedata.category(text[start])[0] not in "LN"):
        start += 1
    while end > start and not _may_end(text, start, end):
        end -= 1
    return text[start:end]


def language_of(label: str, languages: tuple[Language, ...]) -> Language | None:
    """The one language of the list that the label names; None when it names none, two, or anything besides."""
    if len(label) > 2 * LABEL_LENGTH:
        return None
    text = trimmed(label)
    names = _names(languages)
    whole = names.get(_key(text))
    if whole is not None:
        return whole
    meant: set[Language] = set()
    for piece in filter(None, map(_key, _PIECES.split(text))):
        found = {names[piece]} if piece in names else _covered(piece.split(), names)
        if found is None:
            return None
        meant |= found
    return meant.pop() if len(meant) == 1 else None


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


@lru_cache(maxsize=64)
def _names(languages: tuple[Language, ...]) -> dict[str, Language]:
    """Every name by its key; one that would mean two languages of the list means none."""
    meanings: dict[str, set[Language]] = {}
    for language in languages:
        readers = {*languages, language, Language("en")}
        names = {language.tag, *(language.name_in(reader) for reader in readers)}
        names.update(_EVERYDAY.get(language.tag, "").split("; "))
        if language.tag == "zh":  # one list, one Chinese: “Chinese (Simplified)” means it, unless zh-Hans is listed too
            names.update(Language("zh-Hans").name_in(reader) for reader in readers)
        # Chinese writes the word for “version” onto the name, without a space.
        names.update(f"{name}版" for name in tuple(names) if name and unicodedata.name(name[-1], "").startswith("CJK"))
        for key in filter(None, map(_key, names)):
            meanings.setdefault(key, set()).add(language)
    return {key: next(iter(meant)) for key, meant in meanings.items() if len(meant) == 1}


def _key(name: str) -> str:
    """What two spellings of one name share: case, accents, vowel signs and lengthening strokes are not told apart.

    Accents are given up because letters typed on an English keyboard say “Francais”.
    """
    letters = unicodedata.normalize("NFKD", name.casefold()).replace("\u2010", "-").replace("ـ", "")
    bare = "".join(letter for letter in letters if not _is_accent(letter) and unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFC", bare).casefold().split())


def _is_accent(character: str) -> bool:
    # Classes up to 9 (nukta, virama, kana voicing) make another letter of the one before; the rest decorate it.
    return unicodedata.combining(character) > 9  # noqa: PLR2004 - explained above


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


_SILENT_KEYS = frozenset(map(_key, _SILENT))

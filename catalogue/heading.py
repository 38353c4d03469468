"""This file is what a letter's title is: its first heading, its subject, or the first paragraph that reads like one."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby, takewhile

from catalogue.lines import Line, Link, Part, fold, words

TITLE_LENGTH = 300
"""Characters; what is longer is cut."""

_TITLE_WORDS = 3
_TITLE_SIGNS = 4  # of a script that writes no spaces
_LONGEST_READABLE_TITLE = 200

_SUBJECT = re.compile(r"(?:subject|objet|asunto|الموضوع|主题|事由|тема)\s*[:\uff1a]\s*", re.IGNORECASE)
_FIELD = re.compile(r"[^\s:]{1,15}\s?:")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def clean_title(text: str) -> str:
    """A title on one line, cut to TITLE_LENGTH, without control characters and characters that turn its direction."""
    return fold(text).strip(" -–—:|,;")[:TITLE_LENGTH].strip()  # noqa: RUF001 - dashes end titles


def title_of(lines: list[Line], labelled: frozenset[Link]) -> str | None:
    """The first heading; else, before the first labelled link, the subject or the first paragraph like a title."""
    for _, block in groupby((line for line in lines if line.kind == "heading"), key=lambda line: line.block):
        heading = clean_title(_unstressed([part for line in block for part in (*line.parts, (" ", False))]))
        if heading:
            return heading
    ahead = takewhile(lambda line: labelled.isdisjoint(line.links), lines)
    paragraphs = []
    for _, block in groupby(ahead, key=lambda line: line.block):
        plain = takewhile(lambda line: not line.links, block)
        paragraphs.append(_unstressed([part for line in plain for part in (*line.parts, (" ", False))]))
    subjects = (match.string[match.end() :] for match in map(_SUBJECT.match, paragraphs) if match)
    candidates = (*subjects, *filter(_reads_like_a_title, paragraphs))
    return next(filter(None, map(clean_title, candidates)), None)


def _unstressed(parts: list[Part]) -> str:
    """The words without a stressed end, such as “*Message from the Secretary-General*”, if enough words lead up."""
    end = len(parts)
    while end and isinstance(part := parts[end - 1], tuple) and (part[1] or not part[0].strip()):
        end -= 1
    plain = words(parts[:end])
    return plain if len(plain.split()) >= _TITLE_WORDS else words(parts)


def _reads_like_a_title(text: str) -> bool:
    many = len(text.split()) > 1 or len(_UNSPACED.findall(text)) >= _TITLE_SIGNS
    return many and len(text) <= _LONGEST_READABLE_TITLE and not (_FIELD.match(text) or _goes_on(text))


def _goes_on(text: str) -> bool:
    """Does it end as sentences, salutations and announcements do? Quotes and brackets may end a title."""
    return unicodedata.category(text[-1]) == "Po" and text[-1] not in "\"'%&*@#"

"""This file is what a letter's title is: its first heading, its subject, or the first paragraph that reads like one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain, groupby, takewhile

from catalogue.dates import without_dates
from catalogue.lines import INVISIBLE, Line, Link, Part, fold, short_name, words
from catalogue.speakers import speaker_in

TITLE_LENGTH = 300
"""Characters; what is longer is cut."""

_TITLE_WORDS = 3
_TITLE_SIGNS = 4  # of a script that writes no spaces
_LONGEST_READABLE_TITLE = 200

_SUBJECT = re.compile(r"(?:subject|objet|asunto|الموضوع|主题|事由|тема|betreff|assunto)\s*[:\uff1a]\s*", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titre|título|العنوان|标题|название|заголовок|titel)\s*[:\uff1a]\s*", re.IGNORECASE)
_FIELD = re.compile(r"[^\s:]{1,15}\s?:")
_GREETING = re.compile(
    r"(?:hi\b|hello|dear|bonjour|chère?s?|hola|estimad|querid|liebe|sehr geehrt|уважаем|здравствуйте|السادة|تحية"
    r"|尊敬的|各位)\w*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\W*\w+(?:[ -]\w+)?\s?[,،\uff0c]\W*")
_SAID = re.compile(r"[^\W\d_]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def clean_title(text: str) -> str:
    """A title on one line, cut to TITLE_LENGTH, without control characters and characters that turn its direction."""
    return fold(text).strip(" -–—:|,;")[:TITLE_LENGTH].strip()  # noqa: RUF001 - dashes end titles


def title_of(lines: list[Line], labelled: frozenset[Link]) -> str | None:
    """What is called the title; else the first heading; else the subject or the first paragraph like a title.

    All but headings are looked for before the first labelled link.
    """
    ahead = list(takewhile(lambda line: labelled.isdisjoint(line.links), lines))
    blocks = [list(block) for _, block in groupby(ahead, key=lambda line: line.block)]
    headings = groupby((line for line in lines if line.kind == "heading"), key=lambda line: line.block)
    candidates = chain(
        (match.string[match.end() :] for line in ahead if (match := _TITLE.match(line.text))),
        (_unstressed(block) for _, block in headings),
        map(_subject, blocks),
        filter(reads_like_a_title, map(_paragraph, blocks, chain(blocks[1:], [lines[len(ahead) :]]))),
    )
    return next(filter(None, map(clean_title, candidates)), None)


def _subject(block: list[Line]) -> str:
    """The subject in a mail's head, or in a letter's; it may go on in the next lines, but not in the next field."""
    plain = _without_links(block)
    start = next((place for place, line in enumerate(plain) if _SUBJECT.match(line.text)), len(plain))
    rest = takewhile(lambda line: not _FIELD.match(line.text), plain[start + 1 :])
    return _SUBJECT.sub("", _unstressed([*plain[start : start + 1], *rest]), count=1)


def _paragraph(block: list[Line], following: list[Line]) -> str:
    """A paragraph until it says when, or who speaks; nothing where it is a name over a bare address."""
    plain = _without_links(block)
    under = [*block, *following][len(plain) : len(plain) + 1]
    is_name = len(plain) == 1 and bool(short_name(plain[0].text))
    if is_name and any(line.alone and line.block == plain[0].block for line in under):
        return ""
    return _unstressed([*plain[:1], *takewhile(lambda line: not (line.links or _is_about(line)), plain[1:])])


def _without_links(block: list[Line]) -> list[Line]:
    return list(takewhile(lambda line: all(map(is_mail, line.links)), block))


def is_mail(link: Link) -> bool:
    """Is it somebody's address, as a mail's head has them?"""
    return link.url.lower().startswith("mailto:")


def _unstressed(lines: Iterable[Line]) -> str:
    """The words without a stressed end, such as “*Message from the Secretary-General*”, if enough words lead up."""
    parts: list[Part] = [part for line in lines for part in (*line.parts, (" ", False))]
    end = len(parts)
    while end and isinstance(part := parts[end - 1], tuple) and (part[1] or not part[0].strip()):
        end -= 1
    plain = words(parts[:end])
    return plain if len(plain.split()) >= _TITLE_WORDS else words(parts)


def reads_like_a_title(text: str) -> bool:
    """May it be a title, where it stands by itself: no field of a mail's head, no greeting, no place and day?"""
    return could_be_a_title(text) and not (_FIELD.match(text) or _GREETING.match(text) or _is_place_and_day(text))


def could_be_a_title(text: str) -> bool:
    """Is it long enough for a title, not too long, and no sentence or announcement?"""
    many = len(text.split()) > 1 or len(_UNSPACED.findall(text)) >= _TITLE_SIGNS
    return many and len(text) <= _LONGEST_READABLE_TITLE and not _goes_on(text)


def _is_place_and_day(text: str) -> bool:
    """Is it as letters begin: “Geneva, 6 May 2021”?"""
    return _PLACE.fullmatch(without_dates(text)) is not None


def _is_about(line: Line) -> bool:
    """Does it say when, or who speaks, and not go on with a title?"""
    return _SAID.search(without_dates(line.text)) is None or speaker_in(line.text) is not None


def _goes_on(text: str) -> bool:
    """Does it end as sentences, salutations and announcements do? Quotes and brackets may end a title."""
    last = text.rstrip(INVISIBLE)[-1:]
    return bool(last) and unicodedata.category(last) == "Po" and last not in "\"'%&*@#"

"""This file is how a web page is read for the videos that it shows (the door to lxml in this room).

The parser tells what it meets, one thing after the other, and builds no tree: a hostile page nests as deep as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from catalogue import Direction, Language
from reports.inspection._around import Around, language_of
from reports.inspection._elements import plain_address
from reports.inspection._meeting import LINE, embed_of, line_of
from reports.inspection._page import Embed, Kind, Page, Policy
from reports.inspection._policies import read_policies, referrer_policy, referrer_policy_of_meta
from reports.inspection._structured import video_addresses

MOST_EMBEDS = 20_000
"""How many places with an address are kept of one page."""

_LONGEST_NAME = 400
_MOST_LISTENERS = 3
_MOVIES = frozenset({"movie", "src", "filename", "url"})
_UNFURLED = "wp-block-embed__wrapper"
_TAG = re.compile(
    r"\n|<(?:a|area|blockquote|div|embed|i?frame|object|oembed|script|video|[a-z]+-[a-z-]+)(?=[\s/>])", re.IGNORECASE
)
_JSON_LD = re.compile(r"\s*application/ld\+json", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_IN_SRCDOC = frozenset({"a", "iframe"})


def read_page(html: str, address: str = "", headers: Iterable[tuple[str, str]] = ()) -> Page:
    """What a page holds, however broken it is; raises nothing. `headers` came with it, their names in lower case."""
    told = _Told(address)
    for name, value in headers:
        told.hear_header(name, value)
    _read_into(told, html)
    return told.page()


def _read_into(told: _Told, html: str) -> None:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, target=told)
    clean = html.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    parser.feed(f"<!---->{_numbered(clean)}".encode())
    parser.close()


def _numbered(html: str) -> str:
    """The page with its lines written into its tags: the parser forgets them where it builds no tree."""
    line = 1

    def number(match: re.Match[str]) -> str:
        nonlocal line
        if match[0] == "\n":
            line += 1
            return "\n"
        return f"{match[0]} {LINE}={line} "

    return _TAG.sub(number, html)


@dataclass(slots=True)
class _Heard:
    """Words that are listened to: of which element, how deep it stands, and which embed they name."""

    element: str
    depth: int
    line: int | None
    place: int | None
    texts: list[str] = field(default_factory=list)


class _Told:
    """What the parser tells, and the page that comes of it."""

    def __init__(self, address: str, *, outermost: bool = True) -> None:
        self._address = self._base = address
        self._outermost = outermost
        self._language: Language | None = None
        self._fallback: Language | None = None
        self._direction = Direction.LTR
        self._by_header = self._by_page = ""
        self._policies: list[Policy] = []
        self._embeds: list[Embed] = []
        self._cut = False
        self._open = [Around()]
        self._filling: list[int] = []
        self._heard: list[_Heard] = []

    def hear_header(self, name: str, value: str) -> None:
        """Take in a header that the page came with."""
        if name == "referrer-policy":
            self._by_header = referrer_policy(value) or self._by_header
        elif name == "content-security-policy":
            self._policies += read_policies(value)
        elif name == "content-language":
            self._fallback = language_of(value)

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        around = self._open[-1]
        inside = around.within(element, attributes)
        self._open.append(inside)
        if element == "html":
            self._language, self._direction = inside.language, inside.direction or Direction.LTR
        elif element == "base" and self._base == self._address:
            self._base = _joined(self._address, attributes.get("href", ""))
        elif element == "meta":
            self._hear_meta(attributes)
        elif element in {"source", "param"}:
            self._fill(element, attributes)
        elif element == "img":
            self.data(attributes.get("alt", ""))
        elif _has_words_for_us(element, attributes):
            self._listen(element, attributes)
        else:
            self._meet(element, attributes, around, inside)

    def data(self, text: str) -> None:
        """Words, which belong to the links and scripts that are open."""
        for heard in self._heard[-_MOST_LISTENERS:]:
            heard.texts.append(text)

    def end(self, element: str) -> None:
        """An element ends."""
        depth = len(self._open)
        if self._heard and self._heard[-1].depth == depth:
            self._understand(self._heard.pop())
        if element in {"video", "object"} and self._filling:
            self._filling.pop()
        self._open.pop()

    def close(self) -> None:
        """There is no more."""

    def page(self) -> Page:
        """All that was told."""
        return Page(
            self._address,
            self._language or self._fallback,
            self._direction,
            self._by_page or self._by_header,
            tuple(self._policies),
            tuple(embed for embed in self._embeds if embed.address),
            self._cut,
        )

    def _hear_meta(self, attributes: Mapping[str, str]) -> None:
        content = attributes.get("content", "")
        kind = attributes.get("http-equiv", "").lower()
        if attributes.get("name", "").lower() == "referrer":
            self._by_page = referrer_policy_of_meta(content) or self._by_page
        elif kind == "content-security-policy":
            self._policies += read_policies(content)
        elif kind == "content-language":
            self._fallback = language_of(content) or self._fallback

    def _meet(self, element: str, attributes: Mapping[str, str], around: Around, inside: Around) -> None:
        embed = embed_of(element, attributes, around, inside, self._whole)
        if element in {"video", "object"}:
            self._filling.append(len(self._embeds))
        if embed is None:
            return
        if embed.srcdoc and not embed.address and self._outermost:
            embed = replace(embed, address=_first_inside(attributes["srcdoc"]))
        place = self._add(embed)
        if embed.kind is Kind.LINK and embed.title is None and place is not None:
            self._listen(element, attributes, place)

    def _fill(self, element: str, attributes: Mapping[str, str]) -> None:
        """Give what an element holds to the player that it stands in."""
        if not self._filling or self._filling[-1] >= len(self._embeds):
            return
        place = self._filling[-1]
        embed = self._embeds[place]
        if not embed.address:
            movie = attributes.get("name", "").lower() in _MOVIES
            found = attributes.get("value", "") if movie else plain_address(element, attributes)
            self._embeds[place] = replace(embed, address=self._whole(found) if found else "")

    def _understand(self, heard: _Heard) -> None:
        """Make something of the words of an element that has ended."""
        text = "".join(heard.texts)
        words = " ".join(text[:_LONGEST_NAME].split())
        if heard.place is not None:
            self._embeds[heard.place] = replace(self._embeds[heard.place], title=words or None)
        elif heard.element == "script":
            for address in video_addresses(text):
                self._add(Embed(Kind.DATA, "script", self._whole(address), heard.line))
        elif _ADDRESS.fullmatch(words):
            here = self._open[-1]
            self._add(
                Embed(Kind.QUOTE, heard.element, words, heard.line, language=here.language, direction=here.direction)
            )

    def _listen(self, element: str, attributes: Mapping[str, str], place: int | None = None) -> None:
        self._heard.append(_Heard(element, len(self._open), line_of(attributes), place))

    def _add(self, embed: Embed) -> int | None:
        """Where it is kept; None where there are too many."""
        if len(self._embeds) >= MOST_EMBEDS:
            self._cut = True
            return None
        self._embeds.append(embed)
        return len(self._embeds) - 1

    def _whole(self, address: str) -> str:
        return _joined(self._base, address)


def _has_words_for_us(element: str, attributes: Mapping[str, str]) -> bool:
    """Do its words hold an address: data for search engines, or what WordPress left as it was?"""
    if element == "script":
        return _JSON_LD.match(attributes.get("type", "")) is not None
    return _UNFURLED in attributes.get("class", "").split()


def _first_inside(html: str) -> str:
    """The address that a page written into an attribute leads to first; empty where there is none."""
    inner = _Told("", outermost=False)
    _read_into(inner, html)
    return next((one.address for one in inner.page().embeds if one.element in _IN_SRCDOC), "")


def _joined(base: str, address: str) -> str:
    address = "".join(address.split("\n")).strip()
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address

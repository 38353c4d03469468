"""This file is what was lost between code before a filter and after it, in words for editors (a door to bs4)."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString

from checker.verdict import sentence


class Kind(StrEnum):
    """What became of a part of the code, the worst first."""

    REFUSED = "refused"
    LINK = "link"
    SHOWN = "shown"
    ELEMENT = "element"
    COMMENT = "comment"
    ATTRIBUTE = "attribute"
    CHANGED = "changed"


_SENTENCES: Mapping[Kind, str] = {
    Kind.REFUSED: sentence("Nothing of this code is accepted."),
    Kind.LINK: sentence("Links are lost: %(count)s."),
    Kind.SHOWN: sentence("Readers see code as text."),
    Kind.ELEMENT: sentence("Taken out; what stood in it stays (%(element)s: %(count)s)."),
    Kind.COMMENT: sentence("Comments are lost, and the blocks that they make: %(count)s."),
    Kind.ATTRIBUTE: sentence("A detail is lost (%(attribute)s of %(element)s: %(count)s)."),
    Kind.CHANGED: sentence("A detail is changed (%(attribute)s of %(element)s: %(count)s)."),
}
_ELEMENTS: Mapping[str, str] = {
    "iframe": sentence("The player is lost (%(element)s: %(count)s)."),
    "video": sentence("The player is lost (%(element)s: %(count)s)."),
    "source": sentence("The player is lost (%(element)s: %(count)s)."),
    "script": sentence("The script, or the data for search engines, is lost (%(element)s: %(count)s)."),
    "details": sentence("It no longer opens and closes (%(element)s: %(count)s)."),
}
_ATTRIBUTES: Mapping[str, str] = {
    "lang": sentence("Screen readers are not told the language (%(attribute)s of %(element)s: %(count)s)."),
    "dir": sentence("Text from right to left may stand in the wrong order (%(attribute)s of %(element)s: %(count)s)."),
    "hreflang": sentence("A detail is lost that readers do not miss (%(attribute)s of %(element)s: %(count)s)."),
    "class": sentence("The stylesheet does not reach it (%(attribute)s of %(element)s: %(count)s)."),
}

_WORD = re.compile(r"[^\W_]+")
_BARE_LINK = re.compile(r"<(https?://[^<>\s]+)>")
"""A link as letters and Markdown write it; to HTML it is a tag that nobody knows."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One kind of loss. `element` and `attribute` are names in HTML, empty where they say nothing; how often it is."""

    kind: Kind
    element: str = ""
    attribute: str = ""
    count: int = 1

    @property
    def template(self) -> str:
        """One English sentence, marked for the translators, with places for `values`."""
        general = _SENTENCES[self.kind]
        match self.kind:
            case Kind.ELEMENT:
                return _ELEMENTS.get(self.element, general)
            case Kind.ATTRIBUTE:
                return _ATTRIBUTES.get(self.attribute, general)
            case _:
                return general

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """What stands in the template's places."""
        return (("element", self.element), ("attribute", self.attribute), ("count", str(self.count)))

    @property
    def english(self) -> str:
        """The sentence as plain text."""
        return self.template % dict(self.values)


def losses(before: str, after: str) -> tuple[Loss, ...]:
    """Everything that is lost, the worst first; empty where a browser finds the same in both."""
    if before.strip() and not after.strip():
        return (Loss(Kind.REFUSED),)
    bare = sum(address not in html.unescape(after) for address in _BARE_LINK.findall(before))
    found = _found(_parsed(before), _parsed(after), bare)
    order = tuple(Kind)
    return tuple(sorted(found, key=lambda loss: (order.index(loss.kind), loss.element, loss.attribute)))


def _parsed(code: str) -> BeautifulSoup:
    # The element keeps bs4 from warning that a short text resembles an address or a file's name.
    text = "<wbr>" + _BARE_LINK.sub(r" \1 ", code)
    return BeautifulSoup(text, "html.parser", multi_valued_attributes=None)


def _found(old: BeautifulSoup, new: BeautifulSoup, bare: int) -> Iterator[Loss]:
    links = max(0, len(old.select("a[href]")) - len(new.select("a[href]")))
    if links + bare:
        yield Loss(Kind.LINK, count=links + bare)
    if _words(new) - _words(old):
        yield Loss(Kind.SHOWN)
    elements = Counter(tag.name for tag in old.select("*")) - Counter(tag.name for tag in new.select("*"))
    elements -= Counter({"a": links})  # told already
    for element, count in elements.items():
        yield Loss(Kind.ELEMENT, element, count=count)
    comments = len(old.find_all(string=_is_comment)) - len(new.find_all(string=_is_comment))
    if comments > 0:
        yield Loss(Kind.COMMENT, count=comments)
    changes = Counter(change for name in {tag.name for tag in old.select("*")} for change in _changes(old, new, name))
    for (kind, element, attribute), count in changes.items():
        yield Loss(kind, element, attribute, count)


def _changes(old: BeautifulSoup, new: BeautifulSoup, name: str) -> Iterator[tuple[Kind, str, str]]:
    """What befell the attributes of the elements of this name, where all of these are still there, in their order."""
    pairs = tuple(zip(old.find_all(name), new.find_all(name), strict=False))
    if len(pairs) < len(old.find_all(name)):
        return
    for was, now in pairs:
        for attribute, value in was.attrs.items():
            if attribute not in now.attrs:
                if (name, attribute) != ("a", "href"):
                    yield Kind.ATTRIBUTE, name, attribute
            elif _normal(attribute, value) != _normal(attribute, now.attrs[attribute]):
                yield Kind.CHANGED, name, attribute


def _normal(attribute: str, value: object) -> str:
    """A value without what makes no difference: white space in a style, and what a valueless attribute is given."""
    text = "" if value is None else str(value)
    return re.sub(r"\s+|;\s*$", "", text) if attribute == "style" else text


def _words(soup: BeautifulSoup) -> frozenset[str]:
    """The words that readers see."""
    shown = (text for text in soup.find_all(string=True) if type(text) is NavigableString)
    return frozenset(word for text in shown for word in _WORD.findall(text))


def _is_comment(text: object) -> bool:
    return isinstance(text, Comment)

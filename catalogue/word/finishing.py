"""This file is what is done to the HTML that mammoth made of a Word document (a door to lxml).

A note's text goes where it is referred to, in brackets: so a link in a footnote stands beside the word that it belongs
to. Addresses that are only written become links.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from catalogue.markdown import addresses

_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd".split())
_BLOCKS = _PARAGRAPHS | frozenset("table thead tbody tr td th ul ol".split())
_KEPT = ("colspan", "rowspan", "alt")
_VOID = frozenset({"br", "img"})


def finished(html: str) -> str:
    """The whole letter; each link with the number of its paragraph."""
    root = etree.fromstring(f"<div>{html}</div>", etree.XMLParser(resolve_entities=False, huge_tree=True))
    _move_notes(root)
    return "".join(_Writer().written(root))


def _move_notes(root: etree._Element) -> None:
    notes: dict[str, list[etree._Element]] = {}
    for item in root.iter("li"):
        if item.get("id"):
            notes.setdefault(f"#{item.get('id')}", []).append(item)
    for mark in list(root.iter("sup")):
        link = mark.find("a")
        if link is not None and notes.get(link.get("href", "")):
            note = notes[link.get("href")].pop(0)
            _inline(note)
            note.getparent().remove(note)
            note.tag, note.tail = "span", ")"
            mark.clear(keep_tail=True)
            mark.tag, mark.text = "span", " ("
            mark.append(note)


def _inline(note: etree._Element) -> None:
    """A note without its paragraphs, and without the arrow that leads back."""
    for link in list(note.iter("a")):
        if link.get("href", "").startswith("#"):
            link.text = ""
    for block in list(note.iter(*(_BLOCKS - {"li"}))):
        block.tail = " " + (block.tail or "")
        block.tag = "span"


class _Writer:
    """Writes the tree as HTML for our reader: tags without what only browsers need."""

    def __init__(self) -> None:
        self._paragraph = 0

    def written(self, element: etree._Element, *, linked: bool = False) -> Iterator[str]:
        """The element in pieces, its tail left out."""
        self._paragraph += element.tag in _PARAGRAPHS
        url = element.get("href", "") if element.tag == "a" else ""
        leads = bool(url) and not url.startswith("#")
        tag = "a" if leads else "span" if element.tag == "a" else element.tag
        attributes = "".join(f' {key}="{escape(element.get(key))}"' for key in _KEPT if element.get(key))
        if leads:
            attributes = f' href="{escape(url)}" data-line="{max(self._paragraph, 1)}"'
        yield f"<{tag}{attributes}>"
        if tag in _VOID:
            return
        yield from self._said(element.text or "", linked=linked or leads)
        for child in element:
            yield from self.written(child, linked=linked or leads)
            yield from self._said(child.tail or "", linked=linked or leads)
        yield f"</{tag}>\n" if tag in _BLOCKS else f"</{tag}>"

    def _said(self, text: str, *, linked: bool) -> Iterator[str]:
        done = 0
        for place, address, url in () if linked else addresses(text):
            yield escape(text[done:place])
            yield f'<a href="{escape(url)}" data-line="{max(self._paragraph, 1)}">{escape(address)}</a>'
            done = place + len(address)
        yield escape(text[done:])

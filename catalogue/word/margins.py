"""This file is how the heads and feet of a Word document's pages come into its text (a door to lxml).

mammoth reads the text between them alone. What stands there is mostly the sender's name and address, so only heads and
feet with links are taken, at the end, under words that say where they stood: no name in the text is taken for theirs.
"""

from __future__ import annotations

import re

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from catalogue.markdown import addresses

_MARGIN = re.compile(r"word/((?:header|footer)\d*)\.xml")
_DOCUMENT, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_WHERE = "At the head or foot of the pages:"
_OFFICE = re.compile(r"\{[^}]*/officeDocument/(?:2006/)?relationships\}(?:id|embed|link)")


def with_margins(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with the heads and feet in the document's text. They must be prepared: nothing is checked here."""
    margins = {match[1]: etree.fromstring(data) for name, data in parts.items() if (match := _MARGIN.fullmatch(name))}
    linked = {name: margin for name, margin in sorted(margins.items()) if _has_links(margin)}
    if not linked or _DOCUMENT not in parts or _RELATIONS not in parts:
        return parts
    document, relations = etree.fromstring(parts[_DOCUMENT]), etree.fromstring(parts[_RELATIONS])
    for body in document.iterchildren("{*}body"):
        body.append(_paragraph(body, _WHERE))
        for name, margin in linked.items():
            body.extend(_renamed(margin, name))
    for name in linked:
        own = parts.get(f"word/_rels/{name}.xml.rels")
        relations.extend([] if own is None else _numbered(etree.fromstring(own), name))
    return parts | {_DOCUMENT: _written(document), _RELATIONS: _written(relations)}


def _has_links(margin: etree._Element) -> bool:
    told = margin.iter("{*}hyperlink", "{*}instrText")
    typed = ("".join(text.text or "" for text in paragraph.iter("{*}t")) for paragraph in margin.iter("{*}p"))
    return next(told, None) is not None or any(True for text in typed for _ in addresses(text))


def _renamed(margin: etree._Element, name: str) -> list[etree._Element]:
    """What stands in it, its relationships called otherwise than the document's own."""
    for element in margin.iter("*"):
        for key, value in element.attrib.items():
            if _OFFICE.fullmatch(key):
                element.set(key, f"{name}-{value}")
    return list(margin)


def _numbered(relations: etree._Element, name: str) -> list[etree._Element]:
    for relation in relations:
        relation.set("Id", f"{name}-{relation.get('Id', '')}")
    return list(relations)


def _paragraph(body: etree._Element, text: str) -> etree._Element:
    words = etree.QName(body).namespace
    paragraph = etree.Element(f"{{{words}}}p")
    run = etree.SubElement(paragraph, f"{{{words}}}r")
    etree.SubElement(run, f"{{{words}}}t").text = text
    return paragraph


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))

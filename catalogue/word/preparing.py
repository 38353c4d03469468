"""This file is what is done to a Word document's text before mammoth reads it (a door to lxml).

mammoth passes over simple fields, wrappers of direction and newer text boxes with all that they hold, takes a field's
switches for part of its address, and stops at relationships that are missing. All that is written here in the older
words that it knows (ECMA-376, part 1, section 17). Deleted text and comments are no part of the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from catalogue.errors import Unreadable

DEPTH = 60
"""How deep elements may stand in each other: mammoth goes down by recursion. Tables in tables in text boxes need 30."""

_WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PICTURES = "{urn:schemas-microsoft-com:vml}"
_TRANSPARENT = frozenset({"dir", "bdo", "ruby", "rubyBase"})
_LEFT_OUT = frozenset({"bookmarkStart", "bookmarkEnd", "rt", "proofErr"})
_PROPERTIES = frozenset({"rPr", "trPr", "numPr"})
_LINK = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE)
_SWITCH = re.compile(r'\s*(?:\\(?P<switch>[a-z])|"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]\S*))', re.IGNORECASE)
_TAKES_A_VALUE = frozenset("lot")

_BROKEN = "is no Word document that can be read; open it in Word and save it as .docx or PDF anew"


def prepared(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts, those that hold text prepared. Raises Unreadable: the rest of a sentence about the file."""
    return {name: _prepared(name, data, parts) for name, data in parts.items()}


def _prepared(name: str, data: bytes, parts: dict[str, bytes]) -> bytes:
    root = _parsed(data)
    folder, _, file = name.rpartition("/")
    if folder == "word" and not file.startswith(("numbering", "styles")):
        relations = parts.get(f"word/_rels/{file}.rels")
        known = set() if relations is None else {one.get("Id") for one in _parsed(relations).iter(_PACKAGE)}
        _without_what_is_no_text(root, known)
        _fields_of_runs(root)
        _simple_fields(root)
        _text_boxes(root)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _parsed(data: bytes) -> etree._Element:
    """XML without a document type: a package may hold none (ECMA-376, part 2), so no entity can be made to swell."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(_BROKEN) from error
    if root.getroottree().docinfo.internalDTD is not None or _depth(root) > DEPTH:
        raise Unreadable(_BROKEN)
    return root


def _depth(root: etree._Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _name(element: etree._Element) -> str:
    """The element's name if it is one of Word's, else nothing."""
    name = etree.QName(element)
    return str(name.localname) if name.namespace in _WORDS else ""


def _word(like: etree._Element, name: str) -> str:
    """This name in the same of Word's two namespaces."""
    return f"{{{etree.QName(like).namespace}}}{name}"


def _value(element: etree._Element, name: str) -> str:
    return str(element.get(_word(element, name)) or "")


def _without_what_is_no_text(root: etree._Element, known: set[str]) -> None:
    """Leave out bookmarks and deleted text, open what only wraps text, forget relationships that are missing."""
    for element in list(root.iter("*")):
        for namespace in _RELATIONS:
            for key in ("id", "embed", "link"):
                if element.get(f"{{{namespace}}}{key}", "") not in {"", *known}:
                    del element.attrib[f"{{{namespace}}}{key}"]
        name = _name(element)
        if name in _LEFT_OUT or (name in {"del", "moveFrom"} and _name(element.getparent()) not in _PROPERTIES):
            element.getparent().remove(element)
        elif name in _TRANSPARENT or (name == "hyperlink" and not _leads_away(element)):
            element.tag = _word(element, "smartTag")
        elif name == "cr":
            element.tag = _word(element, "br")


def _leads_away(link: etree._Element) -> bool:
    return any(link.get(f"{{{namespace}}}id") for namespace in _RELATIONS)


def _fields_of_runs(root: etree._Element) -> None:
    """Write the instruction of each field, which may be in many pieces, so that its address is all it says."""
    open_fields: list[list[etree._Element] | None] = []
    for element in list(root.iter("*")):
        name = _name(element)
        kind = _value(element, "fldCharType") if name == "fldChar" else ""
        if kind == "begin":
            open_fields.append([])
        elif name == "instrText" and open_fields and open_fields[-1] is not None:
            open_fields[-1].append(element)
        elif kind in {"separate", "end"} and open_fields:
            _rewrite(open_fields[-1] or [])
            open_fields[-1] = None
            if kind == "end":
                open_fields.pop()


def _rewrite(instructions: list[etree._Element]) -> None:
    whole = "".join(element.text or "" for element in instructions)
    if _LINK.match(whole):
        for element in instructions:
            element.text = ""
        instructions[0].text = _instruction(whole)


def _instruction(field: str) -> str:
    """The instruction with nothing but its address; nothing where it leads to a place in the document."""
    address = place = ""
    value_of = ""
    for match in _SWITCH.finditer(_LINK.sub("", field, count=1)):
        if match["switch"]:
            value_of = match["switch"].lower() if match["switch"].lower() in _TAKES_A_VALUE else ""
            continue
        value = (match["quoted"] if match["quoted"] is not None else match["bare"]).strip()
        if value_of == "l":
            place = value
        elif not value_of:
            address = address or value
        value_of = ""
    if not address:
        return ""
    return f' HYPERLINK "{address}{"#" if place else ""}{place}" '


def _simple_fields(root: etree._Element) -> None:
    """A field in one element becomes a field in runs; what it shows is text in any case."""
    for element in list(root.iter("*")):
        if _name(element) == "fldSimple":
            instruction = _value(element, "instr")
            element.tag = _word(element, "smartTag")
            if _LINK.match(instruction):
                for place, mark in enumerate(_field_marks(element, _instruction(instruction))):
                    element.insert(place, mark)
                element.append(_mark(element, "end"))


def _field_marks(like: etree._Element, instruction: str) -> Iterator[etree._Element]:
    yield _mark(like, "begin")
    run = etree.Element(_word(like, "r"))
    etree.SubElement(run, _word(like, "instrText")).text = instruction
    yield run
    yield _mark(like, "separate")


def _mark(like: etree._Element, kind: str) -> etree._Element:
    run = etree.Element(_word(like, "r"))
    etree.SubElement(run, _word(like, "fldChar")).set(_word(like, "fldCharType"), kind)
    return run


def _text_boxes(root: etree._Element) -> None:
    """Text boxes that are only drawn in the newer way are drawn in the older one too."""
    for element in list(root.iter("*")):
        if _name(element) != "txbxContent":
            continue
        drawing = next((one for one in element.iterancestors() if _name(one) in {"drawing", "pict"}), None)
        if drawing is None or _name(drawing) == "pict":
            continue
        alternate = next(element.iterancestors(f"{_ALTERNATE}AlternateContent"), None)
        place = drawing if alternate is None else alternate
        fallback = None if alternate is None else alternate.find(f"{_ALTERNATE}Fallback")
        if fallback is None or not any(_name(one) == "txbxContent" for one in fallback.iter("*")):
            picture = etree.Element(_word(element, "pict"))
            etree.SubElement(picture, f"{_PICTURES}textbox").append(element)
            place.addnext(picture)

"""This file is Word documents as Word writes them, as small as they can be: made from their paragraphs' XML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/></w:style>'
    for name, called in (("Heading1", "heading 1"), ("Titre1", "heading 1"), ("FootnoteText", "footnote text"))
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def docx(body: str, *, links: Mapping[str, str] | None = None, more: Mapping[str, bytes] | None = None) -> bytes:
    """A document with this body; `links` are addresses by the ids that `link` names; `more` are other parts."""
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml", "Internal")}),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/styles.xml": part("styles", _STYLES),
        "word/numbering.xml": part("numbering", _NUMBERING),
        "word/_rels/document.xml.rels": relations(links or {}),
        **(more or {}),
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def part(name: str, inside: str) -> bytes:
    """A part of the package with its namespaces."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:{name} {_NAMESPACES}>{inside}</w:{name}>".encode()


def relations(links: Mapping[str, str]) -> bytes:
    """The part that holds the addresses of another part's links."""
    return _relations({name: ("hyperlink", url, "External") for name, url in links.items()})


def _relations(targets: Mapping[str, tuple[str, str, str]]) -> bytes:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{escape(target)}" TargetMode="{mode}"/>'
        for name, (kind, target, mode) in targets.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    ).encode()


def p(*inside: str, style: str = "", bullet: bool = False, properties: str = "") -> str:
    """A paragraph of runs and links."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if bullet else ""
    return f"<w:p><w:pPr>{named}{listed}{properties}</w:pPr>{''.join(inside)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Some text in one format."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def link(name: str, *inside: str) -> str:
    """A link as Word writes it: the address stands elsewhere, under this id."""
    return f'<w:hyperlink r:id="{name}">{"".join(inside)}</w:hyperlink>'


def field(*instruction: str, shown: str) -> str:
    """A field in runs, its instruction in as many pieces as are given."""
    pieces = "".join(f'<w:r><w:instrText xml:space="preserve">{escape(one)}</w:instrText></w:r>' for one in instruction)
    return f"{_mark('begin')}{pieces}{_mark('separate')}{shown}{_mark('end')}"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def simple_field(instruction: str, shown: str) -> str:
    """A field in one element."""
    return f'<w:fldSimple w:instr="{escape(instruction)}">{shown}</w:fldSimple>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells that hold paragraphs."""
    lines = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def new_text_box(*paragraphs: str) -> str:
    """A text box as newer programs write it, without the older form beside it."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def old_text_box(*paragraphs: str) -> str:
    """A text box as Word writes it: in the newer form, and in the older one for those who do not know it."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )

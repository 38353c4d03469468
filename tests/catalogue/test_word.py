"""This file is the tests of Word documents: what stands in them comes out as HTML, and what is none is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import Unreadable
from catalogue.letter import read_letter
from catalogue.word.converting import word_as_html
from docx_files import docx, field, link, new_text_box, old_text_box, p, part, relations, run, simple_field, table

EN, AR = "https://youtu.be/OGSyYP5v6PM", "https://www.youtube.com/watch?v=wwHOsWsInD0"
LINKS = {"rEn": EN, "rAr": AR}
ENGLISH, ARABIC = link("rEn", run("English")), link("rAr", run("العربية"))


def found(body: str, more: dict[str, bytes] | None = None) -> list[tuple[str, str, int | None]]:
    html = word_as_html(docx(body, links=LINKS, more=more))
    return [(mention.url, mention.label, mention.line) for mention in read_letter(html).mentions]


def text_of(body: str) -> str:
    return read_letter(word_as_html(docx(body, links=LINKS))).text


@pytest.mark.parametrize(
    ("body", "mentions"),
    [
        (p(ENGLISH, run(" | "), ARABIC), [(EN, "English", 1), (AR, "العربية", 1)]),
        (p(run("a")) + p() + p(run("English: "), link("rEn", run(EN[:9]), run(EN[9:]))), [(EN, "English", 2)]),
        (
            p(run("English: "), link("rEn", run("watch")), bullet=True) + p(run(f"Arabic: {AR}"), bullet=True),
            [(EN, "watch", 1), (AR, "Arabic", 2)],
        ),
        (p(run("Arabic: https://www.youtube.com/wat"), run("ch?v=wwHOsWsInD0, or")), [(AR, "Arabic", 1)]),
        (p(run("Q&A <en> "), run("youtu.be/OGSyYP5v6PM")), [("http://youtu.be/OGSyYP5v6PM", "Q&A <en", 1)]),
        (p(run(f"العربية: {AR}", "<w:rtl/>"), properties="<w:bidi/>"), [(AR, "العربية", 1)]),
        (p(run("中文："), link("rEn", run("观看"))), [(EN, "观看", 1)]),
    ],
)
def test_links_and_addresses_are_found_with_their_paragraph(
    body: str, mentions: list[tuple[str, str, int | None]]
) -> None:
    assert found(body) == mentions


@pytest.mark.parametrize(
    "rows",
    [
        ((p(run("English")), p(run("Arabic"))), (p(link("rEn", run("Watch"))), p(link("rAr", run("Watch"))))),
        ((p(run("English")), p(link("rEn", run("Watch")))), (p(run("Arabic")), p(link("rAr", run("Watch"))))),
    ],
    ids=["languages in the head row", "languages in the first column"],
)
def test_a_table_stays_a_table(rows: tuple[tuple[str, ...], ...]) -> None:
    html = word_as_html(docx(table(*rows), links=LINKS))
    mentions = read_letter(html).mentions
    named = [{mention.label, *mention.hints} & {"English", "Arabic"} for mention in mentions]
    assert named == [{"English"}, {"Arabic"}]
    assert html.count("<tr>") == 2


@pytest.mark.parametrize(
    "body",
    [
        field(f' HYPERLINK "{EN}" ', shown=run("English")),
        field(" HYPER", f'LINK "{EN[:12]}', f'{EN[12:]}" \\o "a tip" \\t "_blank" ', shown=run("English")),
        field(f' hyperlink \\o "first" "{EN}"', shown=run("English")),
        field(f" HYPERLINK {EN} ", shown=run("English")),
        simple_field(f' HYPERLINK "{EN}" \\n ', run("English")),
    ],
    ids=["plain", "in pieces and with switches", "switch first", "without quotes", "in one element"],
)
def test_links_in_field_codes_are_links(body: str) -> None:
    assert found(p(run("The video: "), body)) == [(EN, "English", 1)]


def test_a_place_within_the_target_is_kept() -> None:
    assert found(p(simple_field(f'HYPERLINK "{EN}" \\l "t=5"', run("English")))) == [(f"{EN}#t=5", "English", 1)]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (field(' HYPERLINK \\l "_Toc1" ', shown=run("Contents")), "Contents"),
        (field(" PAGE ", shown=run("7")), "7"),
        (simple_field(" DATE ", run("today")), "today"),
        ('<w:hyperlink w:anchor="x">' + run("here") + "</w:hyperlink>", "here"),
        (link("missing", run("lost")), "lost"),
        ('<w:dir w:val="rtl">' + run("عربي") + "</w:dir>", "عربي"),
        ('<w:bdo w:val="rtl">' + run("عربي") + "</w:bdo>", "عربي"),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "a\nb"),
        ('<w:del w:id="1">' + run("old") + '</w:del><w:ins w:id="2">' + run("new") + "</w:ins>", "new"),
        ('<w:moveFrom w:id="1">' + run("old") + '</w:moveFrom><w:moveTo w:id="2">' + run("new") + "</w:moveTo>", "new"),
        ('<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>' + run("a"), "a"),
        ("<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>" + run("a"), "a"),
        ('<w:bookmarkStart w:id="1" w:name="x"/>' + run("a") + '<w:bookmarkEnd w:id="1"/>', "a"),
    ],
)
def test_what_wraps_text_leaves_the_text_and_what_was_deleted_is_gone(body: str, says: str) -> None:
    assert text_of(p(body)) == says
    assert not found(p(body))


def test_a_bookmark_inside_a_link_does_not_cut_it() -> None:
    marked = link("rEn", '<w:bookmarkStart w:id="1" w:name="x"/>', run("English"))
    assert found(p(marked)) == [(EN, "English", 1)]


@pytest.mark.parametrize("box", [new_text_box, old_text_box])
def test_text_boxes_are_read_once(box: type[str]) -> None:
    assert found(p(run("Letter"), box(p(run("Watch: "), ENGLISH)))) == [(EN, "English", 2)]


def test_a_footnote_stands_where_it_is_referred_to() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{number}">{p(run("See "), link(name, run("here")), style="FootnoteText")}'
        f"{p(run('Thanks'))}</w:footnote>"
        for number, name in ((2, "rEn"), (3, "rAr"))
    )
    more = {"word/footnotes.xml": part("footnotes", notes), "word/_rels/footnotes.xml.rels": relations(LINKS)}
    body = p(run("English"), mark.format(2), run(", Arabic"), mark.format(3), run("."))
    html = word_as_html(docx(body, links=LINKS, more=more))
    text = read_letter(html).text
    assert text == "English (See here Thanks ), Arabic (See here Thanks )."
    assert [mention.url for mention in read_letter(html).mentions] == [EN, AR]


def test_a_note_of_addresses_names_them_by_the_word_before() -> None:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    notes = part("footnotes", f'<w:footnote w:id="2">{p(run(EN))}</w:footnote>')
    body = p(run("st", '<w:vertAlign w:val="superscript"/>'), run(" English"), mark)
    html = word_as_html(docx(body, more={"word/footnotes.xml": notes}))
    assert [(mention.url, mention.label) for mention in read_letter(html).mentions] == [(EN, "st English")]


def test_a_note_that_is_referred_to_twice_is_said_twice() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part("footnotes", f'<w:footnote w:id="2">{p(run("Note"))}</w:footnote>')
    html = word_as_html(docx(p(run("a"), mark, run(" b"), mark), more={"word/footnotes.xml": notes}))
    assert read_letter(html).text == "a (Note ) b (Note )"


HEAD = {
    "word/header2.xml": part("hdr", p(run("Arabic: "), link("r1", run("watch")))),
    "word/_rels/header2.xml.rels": relations({"r1": AR}),
}


def test_links_at_the_head_and_foot_of_the_pages_are_read_last() -> None:
    foot = {"word/footer1.xml": part("ftr", p(run("French: youtu.be/FmrrS4BiAW8")))}
    assert found(p(run("English: "), link("r1", run("watch"))) + p(run("Russian")), HEAD | foot) == [
        ("http://youtu.be/FmrrS4BiAW8", "French", 4),
        (AR, "watch", 5),
    ]
    assert found(p(run("English: "), link("rEn", run("watch"))) + p(run("Russian")), HEAD) == [
        (EN, "watch", 1),
        (AR, "watch", 4),
    ]


def test_a_head_without_links_is_no_part_of_the_letter() -> None:
    head = {"word/header1.xml": part("hdr", p(run("An organisation, its street, its town")))}
    assert read_letter(word_as_html(docx(p(run("Dear all")), more=head))).text == "Dear all"


def test_comments_are_no_part_of_the_letter() -> None:
    comments = part("comments", f'<w:comment w:id="1">{p(run("Delete this"))}</w:comment>')
    body = p(run("Dear all"), '<w:r><w:commentReference w:id="1"/></w:r>')
    assert "Delete" not in word_as_html(docx(body, more={"word/comments.xml": comments}))


def test_headings_in_any_language_are_headings() -> None:
    letter = read_letter(word_as_html(docx(p(run("Journée mondiale 2021"), style="Titre1") + p(ENGLISH), links=LINKS)))
    assert letter.title == "Journée mondiale 2021"


SIMPLE = docx(p(run("Dear all")))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (SIMPLE[:-30], "is no Word document that can be read"),
        (SIMPLE[:400], "is no Word document that can be read"),
        (b"", "is no Word document that can be read"),
        (docx("", more={"word/document.xml": b"<w:document"}), "is no Word document that can be read"),
        (docx("", more={"word/document.xml": part("document", "")}), "is no Word document that can be read"),
        (docx("<w:p>" * 80 + "</w:p>" * 80), "is no Word document that can be read"),
        (docx(""), "holds no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is in the form of an old Word; open it and save it as"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "is protected by a password; open it in Word"),
    ],
)
def test_what_is_no_readable_word_document_is_refused_with_a_remedy(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=re.escape(says)):
        word_as_html(data)


def test_entities_are_not_expanded() -> None:
    bomb = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    document = part("document", f"<w:body>{p(run('x')).replace('x', '&e9;')}</w:body>").decode()
    head, _, rest = document.partition("?>")
    laughs = f'{head}?><!DOCTYPE w [<!ENTITY e0 "ha">{bomb}]>{rest}'.encode()
    with pytest.raises(Unreadable, match="is no Word document"):
        word_as_html(docx("", more={"word/document.xml": laughs}))


def test_nothing_outside_of_the_document_is_read(tmp_path: object) -> None:
    secret = f'<!DOCTYPE w [<!ENTITY s SYSTEM "file://{tmp_path}">]>'
    document = part("document", f"<w:body>{p(run('x'))}</w:body>").decode().replace("?>", f"?>{secret}")
    with pytest.raises(Unreadable):
        word_as_html(docx("", more={"word/document.xml": document.encode()}))


@settings(deadline=None)
@given(st.data())
def test_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    whole = docx(p(run("English: "), ENGLISH) + table((p(run("a")), p(run("b")))), links=LINKS)
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        word_as_html(bytes(damaged))
    except Unreadable as refusal:
        assert str(refusal)  # noqa: PT017 - either outcome is right


_TAGS = (
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:hyperlink",
    "w:fldSimple",
    "w:fldChar",
    "w:instrText",
    "w:sdt",
    "w:sdtContent",
    "w:pict",
    "v:textbox",
    "w:txbxContent",
    "w:drawing",
    "w:del",
    "w:dir",
    "w:ruby",
    "w:sym",
    "w:footnoteReference",
    "mc:AlternateContent",
    "mc:Choice",
    "mc:Fallback",
    "w:tcPr",
    "w:vMerge",
    "w:gridSpan",
)


@settings(deadline=None)
@given(
    st.recursive(
        st.sampled_from(["HYPERLINK x", "https://youtu.be/OGSyYP5v6PM", "العربية", ""]),
        lambda inner: st.tuples(st.sampled_from(_TAGS), st.lists(inner, max_size=3)).map(
            lambda it: f'<{it[0]} w:val="x" w:fldCharType="begin" r:id="rEn" w:id="1">{"".join(it[1])}</{it[0]}>'
        ),
        max_leaves=20,
    )
)
def test_any_order_of_elements_is_read_or_refused(body: str) -> None:
    try:
        word_as_html(docx(body, links=LINKS))
    except Unreadable as refusal:
        assert str(refusal)  # noqa: PT017 - either outcome is right

"""This file tests what `list` shows of links, and that a copy of them is what was copied."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Catalogue, InvalidValue, Language, Message, Title, Video
from hexaglot.copied import deserialised, key_of, ledger_folder, opened, sealed, serialised
from hexaglot.links import asked_for, links_of
from hexaglot.listed import FORMS, Link, as_csv, as_json, as_table, narrowed
from hexaglot.targets import UnknownTarget
from reports.spreadsheet import harmless

EN, AR = Language("en"), Language("ar")
CATALOGUE = Catalogue(
    messages=(
        Message(
            "one",
            (Title(EN, "One"),),
            videos=(
                Video(AR, "https://youtu.be/wwHOsWsInD0", title="واحد"),
                Video(EN, "https://youtu.be/OGSyYP5v6PM", title="another title"),
            ),
        ),
        Message("two", videos=(Video(EN, "https://www.example.int/film.mp4"),)),
        Message("three"),
    )
)
ONE_EN = Link("one", "en", "https://youtu.be/OGSyYP5v6PM", "One", "youtube", "OGSyYP5v6PM")
ONE_AR = Link("one", "ar", "https://youtu.be/wwHOsWsInD0", "واحد", "youtube", "wwHOsWsInD0")
TWO = Link("two", "en", "https://www.example.int/film.mp4", None, "file", None)
TEXTS = st.text(st.characters(codec=None), max_size=12)
PERHAPS = st.none() | TEXTS
LINKS = st.lists(st.builds(Link, TEXTS, TEXTS, TEXTS, PERHAPS, PERHAPS, PERHAPS), max_size=6)


def test_links_come_in_the_order_of_the_file_and_of_its_languages() -> None:
    assert links_of(CATALOGUE) == [ONE_EN, ONE_AR, TWO]


@pytest.mark.parametrize(
    ("message", "language", "found"),
    [
        (None, None, [ONE_EN, ONE_AR, TWO]),
        ("one", None, [ONE_EN, ONE_AR]),
        (None, "en", [ONE_EN, TWO]),
        (None, "EN", [ONE_EN, TWO]),
        ("one", "ar", [ONE_AR]),
        ("two", "ar", []),
        ("three", None, []),
        (None, "pt", []),
    ],
)
def test_a_message_and_a_language_narrow_what_is_shown(
    message: str | None, language: str | None, found: list[Link]
) -> None:
    links = links_of(CATALOGUE)
    assert asked_for(links, CATALOGUE, message=message, language=language) == found
    if found and language != "EN":
        assert narrowed(links, message=message, language=language) == found


@pytest.mark.parametrize(
    ("message", "language", "kind", "told"),
    [
        ("onn", None, UnknownTarget, "no message is called “onn”; did you mean “one”?"),
        ("one/en", None, UnknownTarget, "“one/en” is no slug; `hexaglot list` shows all messages"),
        ("No slug", None, UnknownTarget, "“No slug” is no slug; `hexaglot list` shows all messages"),
        (None, "english", InvalidValue, "“english” is not a language tag; write one like en, ar or pt-BR (BCP 47)"),
        (None, "xx", InvalidValue, "“xx” names no language that is registered"),
    ],
)
def test_a_slug_or_a_tag_that_is_none_is_told(
    message: str | None, language: str | None, kind: type[Exception], told: str
) -> None:
    with pytest.raises(kind, match=re.escape(told)):
        asked_for(links_of(CATALOGUE), CATALOGUE, message=message, language=language)


def test_the_table_is_a_line_for_each_link() -> None:
    assert as_table([ONE_EN, TWO._replace(url="https://a.example/\x1b[2J")]) == (
        "one                      en       https://youtu.be/OGSyYP5v6PM\n"
        "two                      en       https://a.example/\ufffd[2J\n"
    )


def test_the_csv_has_a_head_and_plain_line_feeds() -> None:
    assert as_csv([ONE_AR, TWO._replace(title='=1, "2"\n-')]) == (
        "message,language,url,title,provider,video_id\n"
        "one,ar,https://youtu.be/wwHOsWsInD0,واحد,youtube,wwHOsWsInD0\n"
        'two,en,https://www.example.int/film.mp4,"\'=1, ""2""\n-",file,\n'
    )


@pytest.mark.parametrize("form", FORMS)
def test_no_link_is_no_line(form: str) -> None:
    heads = {"table": "", "json": "[]\n", "csv": "message,language,url,title,provider,video_id\n"}
    assert FORMS[form]([]) == heads[form]


@given(LINKS)
def test_the_json_is_what_the_standard_library_writes(links: list[Link]) -> None:
    assert as_json(links) == json.dumps([link._asdict() for link in links], indent=1) + "\n"


@given(LINKS)
def test_the_csv_can_be_read_again(links: list[Link]) -> None:
    _, *rows = csv.reader(io.StringIO(as_csv(links), newline=""))
    assert [[cell.removeprefix("'") for cell in row] for row in rows] == [
        [(cell or "").removeprefix("'") for cell in link] for link in links
    ]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("A title", "A title"),
        ("", ""),
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("+1", "'+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("- a title", "'- a title"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("-aB_c-012345", "-aB_c-012345"),
        ("'quoted", "'quoted"),
    ],
)
def test_no_cell_is_a_formula_and_a_video_id_stays_as_it_is(cell: str, shown: str) -> None:
    assert harmless(cell) == shown


@given(LINKS, st.binary(max_size=20), st.text(max_size=9))
def test_a_copy_is_what_was_copied(links: list[Link], content: bytes, maker: str) -> None:
    key = key_of(content, maker)
    assert deserialised(opened(sealed(serialised(links), key), key)) == links


@given(LINKS, st.data())
def test_a_copy_with_another_byte_or_an_early_end_is_none(links: list[Link], data: st.DataObject) -> None:
    key = key_of(b"", "")
    copy = sealed(serialised(links), key)
    place = data.draw(st.integers(0, len(copy) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != copy[place]))
    assert opened(copy[:place] + bytes([other]) + copy[place + 1 :], key) is None
    assert opened(copy[:place], key) is None
    assert opened(copy + b" ", key) is None
    assert opened(copy, f"{key}-json") is None


def test_every_content_and_every_maker_has_a_key_of_its_own() -> None:
    keys = {key_of(content, maker) for content in (b"", b"a", b"ab") for maker in ("", "a", "ab")}
    assert len(keys) == 9
    assert {len(key) for key in keys} == {64}


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("sqlite:///data/history.sqlite", Path("data")),
        ("sqlite:///history.sqlite", Path()),
        ("sqlite:////srv/hexaglot/history.sqlite", Path("/srv/hexaglot")),
        ("sqlite+pysqlite:///data/history.sqlite?timeout=5", Path("data")),
        ("sqlite://", None),
        ("sqlite:///", None),
        ("sqlite:///:memory:", None),
        ("sqlite:///file:history?mode=memory&uri=true", None),
        ("postgresql://somebody@host/history", None),
        ("history.sqlite", None),
        ("", None),
    ],
)
def test_a_copy_lies_beside_a_ledger_that_is_a_file(url: str, folder: Path | None) -> None:
    assert ledger_folder(url) == folder

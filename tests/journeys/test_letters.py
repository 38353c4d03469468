"""This file goes from letters of every kind into the catalogue: Word documents, PDFs, pages on the web."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from docx_files import docx, field, link, p, run, table
from journeys_office import Office, clean_environment
from pdf_files import Linked, Shown, page, pdf
from replica.letters import HOST, Letters
from replica.web import SimulatedWeb

EN, AR, FR = "https://youtu.be/OGSyYP5v6PM", "https://youtu.be/wwHOsWsInD0", "https://youtu.be/FmrrS4BiAW8"
TITLE = "World Telecommunication and Information Society Day 2021"
WORD = docx(
    p(run(TITLE), style="Heading1")
    + p(run("Dear all, this is the message of the Secretary-General:"))
    + p(run("English: "), link("r1", run("watch")), bullet=True)
    + p(run("العربية: "), field(f' HYPERLINK "{AR}" \\o "tip" ', shown=run("شاهد")), bullet=True)
    + table((p(run("Langue")), p(run("Lien"))), (p(run("Français")), p(run(FR)))),
    links={"r1": EN},
)
PRINTED = pdf(
    page(
        [
            Shown(50, 760, TITLE, 13),
            *(Shown(50, 700, "Dear all,"), Shown(50, 686, "English: watch"), Shown(50, 672, "Arabic: see here")),
            *(Shown(50, 658, "French: https://youtu.be/Fmrr"), Shown(50, 644, "S4BiAW8")),
        ],
        [Linked((104, 684, 134, 696), EN), Linked((98, 670, 150, 682), AR)],
    )
)
FOUND = {"en": EN, "ar": AR, "fr": FR}


def told(office: Office, *words: str, stdin: bytes = b"") -> dict[str, str]:
    done = office.run("import", *words, "--format", "json", stdin=stdin)
    assert (done.returncode, done.stderr) == (0, b"")
    value = json.loads(done.stdout)
    assert {link["fate"] for link in value["links"]} == {"added"}
    assert value["title"]["text"] == TITLE
    return {link["language"]: link["url"] for link in value["links"]}


@pytest.mark.parametrize(
    ("name", "data"), [("letter.docx", WORD), ("letter.pdf", PRINTED), ("-", WORD), ("-", PRINTED)]
)
def test_a_document_becomes_a_message(offline: Office, name: str, data: bytes) -> None:
    if name != "-":
        (offline.folder / name).write_bytes(data)
    assert told(offline, name, stdin=data if name == "-" else b"") == FOUND
    listed = json.loads(offline.run("list", "--format", "json").stdout)
    assert {row["language"]: row["url"] for row in listed} == FOUND


RAW_MAIL = (
    b"Received: from mail.example.int\r\n\tby example.int; Fri, 3 May 2024\r\nSubject: World Day\r\n"
    b"MIME-Version: 1.0\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nEnglish: https://www.youtube.com/watch?v=3DOGSyYP5v6PM\r\n"
)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        (
            "old.doc",
            b"",
            "old.doc is a .doc file, which cannot be read; open it and save it as .docx, PDF, text or HTML",
        ),
        ("letters.zip", b"PK", "letters.zip is a packed file; unpack it, and give the letter that is in it"),
        ("letter.eml", b"Subject: x", "letter.eml is a mail as mail programs send it; open it there, and save it"),
        ("raw.txt", RAW_MAIL, "raw.txt is a mail as mail programs send it; open it there, and save it as HTML, text"),
        ("empty.pdf", pdf(page([])), "empty.pdf holds no text; look whether it is the right file"),
        ("cut.docx", WORD[:700], "cut.docx is no Word document that can be read"),
        ("cut.pdf", PRINTED[:300], "cut.pdf is no PDF that can be read"),
        ("locked.pdf", pdf(page([]), password="x"), "locked.pdf is protected by a password"),  # noqa: S106 - a test's
        (
            "scanned.pdf",
            pdf(page([], drawn="q 600 0 0 800 0 0 cm /I Do Q")),
            "scanned.pdf holds only pictures of pages",
        ),
    ],
)
def test_a_document_that_cannot_be_read_changes_nothing(offline: Office, name: str, data: bytes, says: str) -> None:
    (offline.folder / name).write_bytes(data)
    done = offline.run("import", name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"hexaglot: {says}")
    assert len(done.stderr.splitlines()) == 1
    assert not offline.catalogue.exists()


def test_a_link_that_shows_another_video_than_it_leads_to_is_told(offline: Office) -> None:
    body = p(run("English: "), link("r1", run("youtu.be/wwHOsWsInD0")))
    (offline.folder / "letter.docx").write_bytes(docx(body, links={"r1": EN}))
    done = offline.run("import", "letter.docx", "--format", "json")
    value = json.loads(done.stdout)
    assert [(link["language"], link["url"], link["fate"]) for link in value["links"]] == [("en", EN, "added")]
    assert f"The link in line 1 shows youtu.be/wwHOsWsInD0 but leads to {EN}." in value["remark"]


def test_a_letter_of_several_messages_is_asked_about_and_not_filed(offline: Office) -> None:
    text = f"# World Food Day\n\nEnglish: {EN}\n\nArabic: {AR}\n\n# United Nations Day\n\nFrench: {FR}\n"
    done = offline.run("import", "-", stdin=f"{text}\nSpanish: https://youtu.be/jyVi5-NFNBU\n".encode())
    said = done.stdout.decode()
    assert done.returncode == 1
    assert "The letter seems to hold 2 messages: “World Food Day”; “United Nations Day”." in said
    assert f"hexaglot add united-nations-day fr {FR}" in said
    assert not offline.catalogue.exists()


PAGES = {
    "deep/page": (
        "text/html",
        f"<meta charset=windows-1256><title>x</title><h1>{TITLE}</h1><p>English: <a href={EN}>watch</a>"
        f"<p>العربية: <a href='{AR}'>شاهد</a><p>French: <a href=/films/fr>watch</a>".encode("cp1256"),
    ),
    "word": ("application/octet-stream", WORD),
    "pdf": ("application/pdf", PRINTED),
    "text": ("text/plain; charset=utf-8", f"Subject: {TITLE}\n\nEnglish: {EN}\nالعربية: {AR}\nFrançais: {FR}".encode()),
    "login": ("text/html", b"<html><form action=/login>Password <input></form>"),
    "picture": ("image/png", b"\x89PNG"),
    "large": ("text/html", b"<p>" + b"x" * (6 * 1024 * 1024)),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Office]:
    """An office, and a site on which letters stand."""
    with SimulatedWeb(Letters(PAGES)) as web:
        yield Office(tmp_path, clean_environment() | web.environment())


@pytest.mark.parametrize("name", ["word", "pdf", "text"])
def test_a_letter_on_the_web_becomes_a_message(library: Office, name: str) -> None:
    assert told(library, f"https://{HOST}/{name}") == FOUND


def test_a_page_is_read_where_it_leads_to_and_its_relative_links_from_there(library: Office) -> None:
    done = library.run("import", f"https://{HOST}/moved", "--format", "json")
    links = json.loads(done.stdout)["links"]
    assert [(link["language"], link["url"], link["fate"]) for link in links] == [
        ("en", EN, "added"),
        ("ar", AR, "added"),
        ("fr", f"https://{HOST}/films/fr", "unclear"),
    ]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (f"https://{HOST}/nothing", "could not be read: there is no such page (404); check the address"),
        (f"https://{HOST}/private", "could not be read: the site refuses it to programs (403); open it in a browser"),
        (f"https://{HOST}/members", "could not be read: the site wants a password (401); open it in a browser"),
        (f"https://{HOST}/busy", "could not be read: the site is in trouble (503); try again later"),
        (f"https://{HOST}/endless", "could not be read: it leads on and on, or to where we do not follow"),
        (f"https://{HOST}/large", "could not be read: it is larger than 5 MB; save the part that holds the links"),
        (
            f"https://{HOST}/picture",
            "is of the type image/png, which is no letter; give one in HTML, text, .docx or PDF",
        ),
    ],
)
def test_why_a_page_is_no_letter_is_said_in_a_sentence(library: Office, address: str, says: str) -> None:
    done = library.run("import", address)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"hexaglot: {address} {says}")
    assert len(done.stderr.splitlines()) == 1
    assert not library.catalogue.exists()


def test_a_page_that_asks_for_a_password_holds_no_link(library: Office) -> None:
    done = library.run("import", f"https://{HOST}/login")
    assert done.returncode == 1
    assert done.stdout.startswith(b"No link to a video was found in this letter, so nothing was written.")


@pytest.mark.parametrize("address", ["https://127.0.0.1/letter", "http://[::1]/"])
def test_a_private_address_is_not_asked(tmp_path: Path, address: str) -> None:
    done = Office(tmp_path, clean_environment()).run("import", address)
    assert done.returncode == 2
    assert b"could not be read: it leads to a private address, which is not asked" in done.stderr


def test_reading_a_list_loads_no_converter(offline: Office) -> None:
    (offline.folder / "data").mkdir()
    offline.catalogue.write_text("version: 1\nlanguages: [en]\nmessages: {}\n", "utf-8")
    done = Office(offline.folder, offline.environment | {"PYTHONPROFILEIMPORTTIME": "1"}).run("list")
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.decode().splitlines()}
    assert done.returncode == 0
    assert "typer" in loaded
    assert loaded.isdisjoint({"mammoth", "pdfminer"})

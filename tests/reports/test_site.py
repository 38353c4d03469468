"""The writer of the site: whole files, ours only, and a page that is dropped goes."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

import sheets
from catalogue import Catalogue, Language
from reports.pages import Sheet, page
from reports.site import MANIFEST, write_site
from reports.writing import WriteError

EN, FR, AR = Language("en"), Language("fr"), Language("ar")

STATIC = ("static/copy.js", "static/site.css", "static/vm-player.js", "static/vm.css", "static/vm.js")


def sheet_in(*languages: Language) -> Sheet:
    return sheets.sheet_of(replace(sheets.ALL_STATES, languages=languages), sheets.EVERY_STATE)


def found(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_site_has_a_page_for_each_language_and_one_in_front(tmp_path: Path) -> None:
    written = write_site(tmp_path / "public", sheets.EVERYTHING, version="1.2.3")
    names = ["ar/index.html", "en/index.html", "es/index.html", "fr/index.html"]
    names += ["index.html", "ru/index.html", "zh/index.html", *STATIC]
    assert found(tmp_path / "public") == sorted([MANIFEST, *names])
    assert sorted(path.relative_to(tmp_path / "public").as_posix() for path in written) == sorted(names)
    assert written[0] == tmp_path / "public" / "index.html"


def test_the_front_page_is_the_page_of_the_first_language(tmp_path: Path) -> None:
    write_site(tmp_path, sheet_in(AR, EN), version="1")
    assert (tmp_path / "index.html").read_text("utf-8") == page(sheet_in(AR, EN), AR, root="", version="1")
    assert BeautifulSoup((tmp_path / "index.html").read_text("utf-8"), "lxml").select_one("html[lang=ar][dir=rtl]")


def test_every_way_within_the_site_leads_to_a_file_of_it(tmp_path: Path) -> None:
    write_site(tmp_path, sheets.EVERYTHING, version="1")
    ways = 0
    for html in tmp_path.rglob("*.html"):
        soup = BeautifulSoup(html.read_text("utf-8"), "lxml")
        ids = {str(element["id"]) for element in soup.select("[id]")}
        assert len(ids) == len(soup.select("[id]"))
        for element in soup.select("[href], [src]"):
            address = urlsplit(str(element.get("href", element.get("src"))))
            if address.scheme:
                continue
            ways += 1
            if address.path:
                assert (html.parent / unquote(address.path)).resolve().is_file(), address
            else:
                assert address.fragment in ids, address
    assert ways > 100


def test_writing_twice_gives_the_same_bytes_and_leaves_nothing_beside(tmp_path: Path) -> None:
    write_site(tmp_path, sheets.EVERYTHING, version="1")
    before = {name: (tmp_path / name).read_bytes() for name in found(tmp_path)}
    write_site(tmp_path, sheets.EVERYTHING, version="1")
    assert {name: (tmp_path / name).read_bytes() for name in found(tmp_path)} == before
    assert all(b"\r" not in content for content in before.values())


def test_the_page_of_a_dropped_language_goes_and_its_folder_with_it(tmp_path: Path) -> None:
    write_site(tmp_path, sheet_in(EN, FR, AR), version="1")
    write_site(tmp_path, sheet_in(EN, AR), version="1")
    assert not (tmp_path / "fr").exists()
    assert (tmp_path / "ar" / "index.html").is_file()
    assert "fr/" not in (tmp_path / MANIFEST).read_text("utf-8")


def test_what_others_put_into_the_folder_stays(tmp_path: Path) -> None:
    write_site(tmp_path, sheet_in(EN, FR), version="1")
    for name in ("CNAME", "fr/notes.txt", "static/logo.svg", "de/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("theirs", "utf-8")
    write_site(tmp_path, sheet_in(EN), version="1")
    assert not (tmp_path / "fr" / "index.html").exists()
    for name in ("CNAME", "fr/notes.txt", "static/logo.svg", "de/index.html"):
        assert (tmp_path / name).read_text("utf-8") == "theirs"


@pytest.mark.parametrize("name", ["index.html", "fr/index.html", "static/site.css"])
def test_a_file_of_somebody_else_is_not_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("theirs", "utf-8")
    with pytest.raises(WriteError, match=f"{name}.*did not write this file.*another folder"):
        write_site(tmp_path, sheet_in(EN, FR), version="1")
    assert found(tmp_path) == [name]
    assert (tmp_path / name).read_text("utf-8") == "theirs"


@pytest.mark.parametrize(
    "line",
    ["../outside.html", "/etc/hostname", "fr/../../outside.html", "notes.txt", "fr\\index.html", "a b/index.html"],
)
def test_a_list_that_was_tampered_with_removes_nothing_else(tmp_path: Path, line: str) -> None:
    folder = tmp_path / "public"
    write_site(folder, sheet_in(EN), version="1")
    for victim in (tmp_path / "outside.html", folder / "notes.txt"):
        victim.write_text("theirs", "utf-8")
    with (folder / MANIFEST).open("a", encoding="utf-8") as manifest:
        manifest.write(f"{line}\n")
    write_site(folder, sheet_in(EN), version="1")
    assert (tmp_path / "outside.html").read_text("utf-8") == "theirs"
    assert (folder / "notes.txt").read_text("utf-8") == "theirs"
    assert Path("/etc/hostname").exists()


def test_a_list_that_cannot_be_read_is_an_error_that_says_which(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WriteError, match=f"{MANIFEST}.*cannot be read"):
        write_site(tmp_path, sheet_in(EN), version="1")


def test_a_folder_that_is_a_file_is_an_error_that_says_where(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("a file", "utf-8")
    with pytest.raises(WriteError, match=r"public.* could not be written \(.*\); make room"):
        write_site(tmp_path / "public", sheet_in(EN), version="1")
    assert (tmp_path / "public").read_text("utf-8") == "a file"


def test_a_writing_that_fails_leaves_the_old_page_whole_and_is_made_good_by_the_next(tmp_path: Path) -> None:
    write_site(tmp_path, sheet_in(EN), version="1")
    (tmp_path / "fr").write_text("in the way", "utf-8")
    with pytest.raises(WriteError, match="fr"):
        write_site(tmp_path, sheet_in(EN, FR), version="2")
    assert (tmp_path / "fr").read_text("utf-8") == "in the way"
    assert (tmp_path / "index.html").read_text("utf-8").endswith("</html>\n")
    assert not [name for name in found(tmp_path) if "/." in f"/{name}"]
    (tmp_path / "fr").unlink()
    write_site(tmp_path, sheet_in(EN, FR), version="2")
    assert (tmp_path / "fr" / "index.html").is_file()


def test_a_move_that_fails_leaves_nothing_beside(tmp_path: Path) -> None:
    write_site(tmp_path, sheet_in(EN), version="1")
    (tmp_path / "index.html").unlink()
    (tmp_path / "index.html").mkdir()
    (tmp_path / "index.html" / "kept.txt").write_text("theirs", "utf-8")
    with pytest.raises(WriteError, match=r"index\.html could not be written"):
        write_site(tmp_path, sheet_in(EN), version="1")
    assert not [name for name in found(tmp_path) if "/." in f"/{name}"]


def test_a_page_that_cannot_be_removed_is_an_error_that_says_which(tmp_path: Path) -> None:
    write_site(tmp_path, sheet_in(EN, FR), version="1")
    (tmp_path / "fr" / "index.html").unlink()
    (tmp_path / "fr" / "index.html").mkdir()
    with pytest.raises(WriteError, match=r"fr/index\.html is no longer part.*by hand"):
        write_site(tmp_path, sheet_in(EN), version="1")


def test_a_web_server_of_another_user_may_read_the_files(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        written = write_site(tmp_path, sheet_in(EN), version="1")
    finally:
        os.umask(before)
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o644}


def test_two_that_write_at_once_leave_whole_pages(tmp_path: Path) -> None:
    write_site(tmp_path, sheet_in(EN, FR), version="0")
    with ThreadPoolExecutor(4) as pool:
        for future in [pool.submit(write_site, tmp_path, sheet_in(EN, FR), version=str(n)) for n in range(8)]:
            future.result()
    pages = ["en/index.html", "fr/index.html", "index.html"]
    assert found(tmp_path) == sorted([MANIFEST, *pages, *STATIC])
    for html in tmp_path.rglob("*.html"):
        text = html.read_text("utf-8")
        assert text.startswith("<!DOCTYPE html>")
        assert text.endswith("</html>\n")


def test_a_catalogue_without_messages_has_a_site_too(tmp_path: Path) -> None:
    write_site(tmp_path, sheets.sheet_of(Catalogue(), {}, sweep=None), version="1")
    assert "The catalogue holds no message yet." in (tmp_path / "index.html").read_text("utf-8")

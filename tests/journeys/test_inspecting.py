"""This file goes the way of a webmaster: a page with every fault, what is told of it, and the page when mended."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from journeys_office import Office, clean_environment
from replica.exchange import Reply, Request
from replica.films import Film, State
from replica.web import SimulatedWeb
from replica.youtube import YouTube

CATALOGUE = """\
version: 1
languages: [en, fr, ar]
messages:
  world-day:
    title: {en: "Message for the World Day", ar: "رسالة اليوم العالمي"}
    videos:
      en: https://youtu.be/OGSyYP5v6PM
      ar: https://youtu.be/wwHOsWsInD0
  summit:
    title: {fr: "Message pour le Sommet"}
    videos:
      fr: https://youtu.be/FmrrS4BiAW8
"""
EVERYTHING = """\
<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"></head><body>
<iframe width="560" height="315" src="http://www.youtube.com/embed/OGSyYP5v6PM?autoplay=1&cc_lang_pref=fr" \
title="YouTube video player" tabindex="-1" sandbox="allow-scripts"></iframe>
<iframe src="https://www.youtube-nocookie.com/embed/FmrrS4BiAW8" title="رسالة الأمين العام إلى القمة"></iframe>
<iframe src="https://www.youtube-nocookie.com/embed/OGSyYP5v6PN"></iframe>
<iframe src="https://player.vimeo.com/video/76979871" title="رسالة الأمين العام إلى القمة"></iframe>
<object data="http://www.youtube.com/v/FmrrS4BiAW8"></object>
<oembed url="https://youtu.be/FmrrS4BiAW8"></oembed>
<a href="https://youtu.be/OGSyYP5v6PM">Message for everybody on the occasion of the World Day</a>
</body></html>
"""
MOVED = "https://www.example.int/moved"
HERE = "https://www.example.int/ar/day"


@dataclass
class Site:
    """A site that sends one page, with its headers; the page may be changed while the web runs."""

    page: str = EVERYTHING
    policy: str = "default-src 'self'"
    hosts = frozenset({"www.example.int"})

    def answer(self, request: Request) -> Reply:
        if request.path == "/moved":
            return Reply(301, (("Location", "/ar/day"),))
        if request.path != "/ar/day":
            return Reply.text(404, "<html>nowhere</html>", "text/html")
        headers = (("Referrer-Policy", "same-origin"), ("Content-Security-Policy", self.policy))
        return Reply.text(200, self.page, "text/html; charset=utf-8", *headers)


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def desk(site: Site, tmp_path: Path) -> Iterator[Office]:
    films = {
        "OGSyYP5v6PM": Film(State.PUBLIC),
        "wwHOsWsInD0": Film(State.PUBLIC),
        "FmrrS4BiAW8": Film(State.PRIVATE),
    }
    with SimulatedWeb(YouTube(films), site) as web:
        office = Office(
            tmp_path,
            clean_environment()
            | web.environment()
            | {"HEXAGLOT_NETWORK__RATE": "200", "HEXAGLOT_ALLOW_PRIVATE_ADDRESSES": "1"},
        )
        office.catalogue.parent.mkdir()
        office.catalogue.write_text(CATALOGUE, "utf-8")
        yield office


def findings(office: Office, *words: str) -> tuple[int, dict[int, set[str]], list[str | None]]:
    done = office.run("inspect-page", "--format", "json", *words)
    assert done.stderr == b""
    value = json.loads(done.stdout)
    rules: dict[int, set[str]] = {}
    for one in value["findings"]:
        rules.setdefault(one["line"], set()).add(one["rule"])
    return done.returncode, rules, [one["snippet"] for one in value["findings"]]


def test_a_page_with_every_fault_is_told_of_each(desk: Office) -> None:
    code, rules, _ = findings(desk, MOVED)
    assert code == 1
    assert rules == {
        3: {
            "wrong-language",
            "generic-title",
            "https",
            "referrer",
            "sandbox",
            "page-policy",
            "autoplay",
            "direction",
            "keyboard",
            "language-unmarked",
            "captions-language",
            "cookies",
            "eager-loading",
            "fixed-size",
            "full-screen",
        },
        4: {
            "title-language",
            "direction",
            "language-unmarked",
            "referrer",
            "page-policy",
            "captions-language",
            "eager-loading",
            "full-screen",
            "stale-title",
        },
        5: {"frame-title", "impossible-id", "referrer", "page-policy", "eager-loading", "full-screen"},
        6: {"same-title", "page-policy", "eager-loading", "full-screen"},
        7: {"https", "old-player", "page-policy", "language-unmarked"},
        8: {"not-a-player"},
        9: {"wrong-language", "hreflang", "language-unmarked"},
    }


def test_what_is_believed_and_what_a_look_finds_is_told(desk: Office) -> None:
    assert desk.run("check").returncode == 1
    _, rules, _ = findings(desk, HERE)
    assert [line for line, found in rules.items() if "unplayable" in found] == [4, 7, 8]
    desk.folder.joinpath("data/history.sqlite").unlink()
    _, rules, _ = findings(desk, HERE)
    assert [line for line, found in rules.items() if "unplayable" in found] == []
    _, rules, _ = findings(desk, HERE, "--check")
    assert [line for line, found in rules.items() if "unplayable" in found] == [4, 7, 8]


def test_a_page_mended_with_the_code_that_was_told_has_no_fault(desk: Office, site: Site) -> None:
    head = '<!DOCTYPE html>\n<html lang="ar" dir="rtl"><body>\n'
    site.page = head + '<iframe src="http://www.youtube.com/embed/OGSyYP5v6PM"></iframe>\n</body></html>'
    site.policy = "frame-src https://www.youtube-nocookie.com"
    code, _, snippets = findings(desk, HERE)
    assert code == 1
    (snippet,) = set(snippets)
    assert snippet is not None
    assert 'lang="ar" dir="rtl" title="رسالة اليوم العالمي"' in snippet
    site.page = f"{head}{snippet}</body></html>"
    done = desk.run("inspect-page", HERE, "--check")
    assert (done.returncode, done.stdout.decode()) == (
        0,
        "Nothing is wrong with 2 videos on the page, 2 of the catalogue.\n",
    )


@pytest.mark.parametrize("page", ["en", "ar"])
@pytest.mark.parametrize("variant", ["iframe", "links", "details", "switcher", "wordpress-html", "drupal", "component"])
def test_what_embed_prints_is_well_in_a_page(desk: Office, page: str, variant: str) -> None:
    single = variant in {"iframe", "details", "wordpress-html"}
    words = ("world-day", page) if single else ("world-day",)
    code = desk.run("embed", *words, "--variant", variant, "--page-language", page).stdout.decode()
    assert code
    html = f'<!DOCTYPE html><html lang="{page}" dir="{"rtl" if page == "ar" else "ltr"}"><body>{code}</body></html>'
    done = desk.run("inspect-page", "-", stdin=html.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert re.fullmatch(r"Nothing is wrong with \d videos? on the page, \d of the catalogue\.\n", done.stdout.decode())


HOSTILE = {
    "large": (b"<p>" + b"x" * 10_000_000 + b"</p>", 0),
    "too large": (b"<p>" + b"x" * 17_000_000, 2),
    "deep": (b"<div>" * 10_000 + b'<iframe src="https://youtu.be/OGSyYP5v6PM">', 1),
    "broken": (b'<iframe src="https://youtu.be/OGSyYP5v6PM" <b><table><a', 1),
    "NUL": (b'<html>\0<iframe src="https://youtu.be/OGSyYP5v6PM">\0', 1),
    "many": (b'<iframe src="https://youtu.be/OGSyYP5v6PM"></iframe>' * 1_000, 1),
    "no page": (b"%PDF-1.7 \0\0", 2),
    "nothing": (b"", 0),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_ends_well(desk: Office, name: str) -> None:
    data, code = HOSTILE[name]
    done = desk.run("inspect-page", "-", stdin=data)
    assert done.returncode == code, done.stderr
    told = (done.stderr if code == 2 else done.stdout).decode()
    assert told.endswith("\n")
    assert "fault of Hexaglot" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("https://www.example.int/none",), "could not be read: there is no such page (404)"),
        (("missing.html",), "missing.html: there is no such file"),
        ((HERE, "--format", "xml"), "it can be: json, text"),
        ((HERE, "--page-language", "english"), "is not a language tag"),
    ],
)
def test_what_cannot_be_done_is_said(desk: Office, words: tuple[str, ...], told: str) -> None:
    done = desk.run("inspect-page", *words)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.decode().replace("│", " ").split())


def test_private_addresses_are_not_asked(desk: Office) -> None:
    desk.environment["HEXAGLOT_ALLOW_PRIVATE_ADDRESSES"] = "0"
    done = desk.run("inspect-page", "http://127.0.0.1/")
    assert done.returncode == 2
    assert b"leads to a private address" in done.stderr

"""This file goes the way of an editorial finding: the site's answer, the ledger, the check, the page, the exit code."""

from __future__ import annotations

import json

from bs4 import BeautifulSoup

from journeys_office import Office
from replica.films import Film, State

LINKS = {
    "en": "OGSyYP5v6PM",
    "fr": "FmrrS4BiAW8",
    "es": "jyVi5-NFNBU",
    "ar": "wwHOsWsInD0",
    "zh": "-FWuObmSstQ",
    "ru": "hmM44jmcE3g",
}
TITLES = {
    "en": "Message of the Secretary-General for the Day 2021",
    "fr": "Message du Secrétaire général pour la Journée 2021",
    "es": "Mensaje del Secretario General para el Día 2021",
    "ar": "رسالة الأمين العام بمناسبة اليوم ٢٠٢١",
    "zh": "秘书长世界电信日致辞 2021年",
    "ru": "Сообщение Генерального секретаря по случаю Дня 2021 года",
}


def put(films: dict[str, Film], **titles: str) -> None:
    films |= {video: Film(title=(TITLES | titles)[language], author="ITU") for language, video in LINKS.items()}


def findings(office: Office, *words: str, code: int = 0) -> dict[str, list[dict[str, str]]]:
    done = office.run("check", "--format", "json", *words)
    assert done.returncode == code, done.stderr
    results = json.loads(done.stdout)["results"]
    return {result["language"]: result["findings"] for result in results if result["findings"]}


def test_right_titles_raise_no_finding(with_letter: Office, films: dict[str, Film]) -> None:
    put(films)
    assert findings(with_letter, "--fail-on", "warning") == {}


def test_wrong_titles_are_found_told_on_the_pages_and_change_no_verdict(
    with_letter: Office, films: dict[str, Film]
) -> None:
    put(films, ar=TITLES["ru"], zh="秘书长世界电信日致辞 2020年", es="Mensaje \u202e<b>[FR]</b>")
    films[LINKS["ru"]] = Film(title=TITLES["ru"], author="Somebody else")
    found = findings(with_letter)
    assert {language: [(one["rule"], one["level"]) for one in all_] for language, all_ in found.items()} == {
        "es": [("title-language", "warning")],
        "ar": [("title-language", "warning")],
        "zh": [("same-year", "warning")],
        "ru": [("same-channel", "warning")],
    }
    assert found["ar"][0]["text"] == (
        f"The site's title “{TITLES['ru']}” is in Russian, but the link stands under Arabic."
    )
    assert found["es"][0]["text"] == (
        "The site's title “Mensaje <b>[FR]</b>” names French, but the link stands under Spanish."
    )
    assert found["ru"][0]["text"] == (
        "The video is on the channel “Somebody else”, but most other languages are on “ITU”."
    )
    assert all(one["remedy"].endswith(".") for all_ in found.values() for one in all_)

    told = with_letter.run("check", "--fail-on", "warning")
    assert told.returncode == 1
    assert told.stdout.count(b"        note: ") == 4
    assert b"6 links: 6 available." in told.stdout

    assert with_letter.run("report").returncode == 0
    for language in LINKS:
        page = BeautifulSoup((with_letter.folder / "public" / language / "index.html").read_text("utf-8"), "lxml")
        assert len(page.select(".attention .findings")) == 4
        (card,) = page.select("#v-wtisd-2021--es .findings bdi")
        assert card.get_text() == "Mensaje <b>[FR]</b>"


def test_one_slot_is_held_against_its_sisters_as_they_are_remembered(
    with_letter: Office, films: dict[str, Film]
) -> None:
    put(films, zh="秘书长世界电信日致辞 2020年")
    assert findings(with_letter, "wtisd-2021/zh") == {}
    findings(with_letter)
    assert list(findings(with_letter, "wtisd-2021/zh")) == ["zh"]


def test_what_a_site_said_once_is_remembered_while_it_is_silent(with_letter: Office, films: dict[str, Film]) -> None:
    put(films, ar=TITLES["ru"])
    findings(with_letter)
    films[LINKS["ar"]] = Film(State.BROKEN)
    assert list(findings(with_letter, "wtisd-2021/ar", code=3)) == ["ar"]


def test_a_dead_video_has_no_findings(with_letter: Office, films: dict[str, Film]) -> None:
    put(films, fr="Message 2020")
    assert list(findings(with_letter)) == ["fr"]
    films[LINKS["fr"]] = Film(State.PRIVATE)
    assert findings(with_letter, "wtisd-2021/fr", code=1) == {}


def test_an_address_by_itself_has_no_findings(with_letter: Office, films: dict[str, Film]) -> None:
    put(films, ar=TITLES["ru"])
    assert findings(with_letter, f"https://youtu.be/{LINKS['ar']}") == {}

"""This file makes snippets as web editors do, after real checks of a simulated web."""

from __future__ import annotations

import pytest
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
QUIET = {"en", "fr", "ar", "zh"}


@pytest.fixture
def checked(with_letter: Office, films: dict[str, Film]) -> Office:
    """An office that knows that the Russian video is private, and that the Spanish one may not be embedded."""
    films |= {video: Film(title=f"The message {language}", author="ITU") for language, video in LINKS.items()}
    films[LINKS["ru"]] = Film(State.PRIVATE)
    films[LINKS["es"]] = Film(State.EMBEDDING_OFF)
    assert with_letter.run("check").returncode == 1
    return with_letter


def told(office: Office, *words: str) -> tuple[int, str, str]:
    done = office.run("embed", *words)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_private_video_gets_no_frame_but_another_language_that_says_so(checked: Office) -> None:
    code, snippet, remarks = told(checked, "wtisd-2021", "ru")
    assert code == 0
    page = BeautifulSoup(snippet, "lxml")
    said = page.select_one("p > span")
    assert said is not None
    assert (said["lang"], said["dir"]) == ("ru", "ltr")
    assert said.get_text() == "Это видео сейчас недоступно на этом языке. Вот оно на другом языке."
    (frame,) = page.select("iframe")
    assert (frame["lang"], LINKS["ar"] in str(frame["src"])) == ("ar", True)
    assert LINKS["ru"] not in snippet
    assert f"wtisd-2021/ru: https://youtu.be/{LINKS['ru']} is believed private since " in remarks
    assert "wtisd-2021/ar stands in its place, after a sentence that says so." in remarks


def test_the_editors_page_decides_which_language_takes_the_place(checked: Office) -> None:
    _, snippet, _ = told(checked, "wtisd-2021", "ru", "--page-language", "fr")
    assert LINKS["fr"] in snippet


def test_a_video_that_may_not_be_embedded_is_a_link_and_its_own_frame_if_one_insists(checked: Office) -> None:
    code, snippet, remarks = told(checked, "wtisd-2021", "es")
    assert (code, "<iframe" in snippet, f"https://youtu.be/{LINKS['es']}" in snippet) == (0, False, True)
    assert "where a player was asked for, there is a link." in remarks
    code, snippet, remarks = told(checked, "wtisd-2021", "es", "--allow-unavailable")
    assert (code, f"embed/{LINKS['es']}" in snippet) == (0, True)
    assert "is believed restricted since" in remarks


@pytest.mark.parametrize("variant", ["links", "switcher", "component", "drupal", "markdown", "letter", "mediawiki"])
def test_in_a_list_the_private_video_is_told_and_not_linked_to(checked: Office, variant: str) -> None:
    code, snippet, remarks = told(checked, "wtisd-2021", "--variant", variant)
    assert code == 0
    assert {language for language, video in LINKS.items() if video in snippet} == {"en", "fr", "es", "ar", "zh"}
    assert "закрытое" in snippet or "доступ" in snippet
    assert "wtisd-2021/ru" in remarks


def test_search_engines_are_not_told_of_the_private_video(checked: Office) -> None:
    _, snippet, _ = told(checked, "wtisd-2021", "--variant", "json-ld")
    assert LINKS["ru"] not in snippet
    assert '"uploadDate": "2021-05-17"' in snippet or '"uploadDate"' not in snippet


def test_where_no_language_plays_a_person_must_mend_it(with_letter: Office, films: dict[str, Film]) -> None:
    films |= {video: Film(State.PRIVATE) for video in LINKS.values()}
    assert with_letter.run("check").returncode == 1
    # A whole channel gone at once is believed only later; each link by itself at once.
    for language in LINKS:
        with_letter.run("check", f"wtisd-2021/{language}")
    code, snippet, remarks = told(with_letter, "wtisd-2021", "ru")
    assert (code, snippet) == (1, "")
    assert "No other language can take its place" in remarks
    assert "--allow-unavailable makes one" in remarks
    assert told(with_letter, "wtisd-2021", "ru", "--allow-unavailable")[0] == 0


def test_before_any_check_nothing_bad_is_assumed_and_quiet_is_quiet(with_letter: Office) -> None:
    code, snippet, remarks = told(with_letter, "wtisd-2021", "ru")
    assert (code, f"embed/{LINKS['ru']}" in snippet) == (0, True)
    assert "vm.css" in remarks
    done = with_letter.run("--quiet", "embed", "wtisd-2021", "ru")
    assert (done.stdout.decode(), done.stderr) == (snippet, b"")


def test_a_history_that_cannot_be_read_keeps_no_snippet_back(checked: Office) -> None:
    done = checked.run("--ledger", "sqlite:////nowhere/history.sqlite", "embed", "wtisd-2021", "ru")
    assert done.returncode == 0
    assert LINKS["ru"].encode() in done.stdout
    assert b"what is known of the videos cannot be read, so nothing is assumed of them" in done.stderr


def test_an_impossible_id_gives_nothing_whatever_one_wants(offline: Office) -> None:
    offline.catalogue.parent.mkdir(parents=True)
    offline.catalogue.write_text(
        "version: 1\nlanguages: [en, ar]\nmessages:\n  a:\n    videos:\n      en: https://youtu.be/OGSyYP5v6PX\n"
        "      ar: https://youtu.be/wwHOsWsInD0\n"
    )
    for words in (("a", "en"), ("a", "en", "--allow-unavailable"), ("a", "en", "--variant", "letter")):
        code, snippet, remarks = told(offline, *words)
        assert (code, snippet) == (1, "")
        assert "No YouTube video can have this id" in remarks
        assert "Correct it in the catalogue; no snippet was made." in remarks


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("wtisd-2021", "ar", "--variant", "ifarme"), "Did you mean `iframe`?"),
        (("wtisd-2021", "--variant", "iframe"), "shows one version, and 6 were ordered"),
        (("wtisd-2021", "de"), "has no video in de"),
        (("wtisd-2022",), "did you mean “wtisd-2021”?"),
        (("wtisd-2021", "ar", "--order", "alphabet"), "it can be: un, catalogue"),
        (("wtisd-2021", "ar", "--style", "css"), "it can be: sheet, inline"),
        (("wtisd-2021", "ar", "--start", "soon"), "write it as 90, 1m30s or 1:30"),
        (("wtisd-2021", "ar", "--start", ""), "write it as 90, 1m30s or 1:30"),
        (("wtisd-2021", "ar", "--page-language", "xx-nothing"), "--page-language"),
        (("--file", "vm.exe"), "it can be: vm.css, vm.js, vm-player.js"),
        ((), "Name the message, for example: hexaglot embed wtisd-2021 ar"),
    ],
)
def test_a_wish_that_is_not_understood_is_explained(
    with_letter: Office, words: tuple[str, ...], complaint: str
) -> None:
    code, snippet, remarks = told(with_letter, *words)
    assert (code, snippet) == (2, "")
    assert complaint in " ".join(remarks.split())


@pytest.mark.parametrize(
    ("time", "seconds"), [("90", "90"), ("1m30s", "90"), ("1:30", "90"), ("1:01:30", "3690"), ("1h", "3600")]
)
def test_a_player_begins_when_it_is_told_to(with_letter: Office, time: str, seconds: str) -> None:
    _, snippet, _ = told(with_letter, "wtisd-2021", "ar", "--start", time)
    assert f"start={seconds}" in snippet


@pytest.mark.parametrize("name", ["vm.css", "vm.js", "vm-player.js"])
def test_the_files_for_a_site_can_be_had(offline: Office, name: str) -> None:
    code, text, remarks = told(offline, "--file", name)
    assert (code, remarks) == (0, "")
    assert "vm" in text

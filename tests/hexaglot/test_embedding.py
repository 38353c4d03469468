"""This file makes snippets by the command `embed`, after looks that stand in a real ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from checker import Detail, Observation, State, Verdict
from checker.ledger import Ledger
from hexaglot.cli import app
from hexaglot.exits import run

LINKS = {
    "en": "OGSyYP5v6PM",
    "fr": "FmrrS4BiAW8",
    "es": "jyVi5-NFNBU",
    "ar": "wwHOsWsInD0",
    "zh": "-FWuObmSstQ",
    "ru": "hmM44jmcE3g",
}
DAY = datetime(2026, 11, 20, 6, tzinfo=UTC)
Told = Callable[..., tuple[int, str, str]]


def looked(folder: Path, seen: dict[str, Verdict]) -> None:
    """Two looks, an hour apart, that agree."""
    ledger = Ledger(f"sqlite:///{folder}/data/history.sqlite")
    for at in (DAY, DAY + timedelta(hours=1)):
        ledger.record(Observation(f"https://youtu.be/{LINKS[tag]}", at, verdict) for tag, verdict in seen.items())
    ledger.close()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one message in six languages."""
    (tmp_path / "data").mkdir()
    lines = "".join(f"      {tag}: https://youtu.be/{video}\n" for tag, video in LINKS.items())
    (tmp_path / "data" / "videos.yaml").write_text(
        "version: 1\nlanguages: [en, fr, es, ar, zh, ru]\nmessages:\n  wtisd-2021:\n    date: 2021-05-17\n"
        f"    videos:\n{lines}",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def told(office: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """Runs `embed`: exit code, snippet, remarks."""

    def tell(*words: str, before: tuple[str, ...] = ()) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(app, [*before, "embed", *words])
        return code, *capsys.readouterr()

    assert office.is_dir()
    return tell


@pytest.fixture
def known(office: Path) -> None:
    """The Russian video is believed private, the Spanish one not to be embeddable; the Chinese one is in doubt."""
    looked(
        office,
        {
            "ru": Verdict(State.PRIVATE, "It is private."),
            "es": Verdict(State.RESTRICTED, "Its owner does not let other pages play it.", detail=Detail.EMBEDDING),
            "en": Verdict(State.AVAILABLE, "It plays."),
        },
    )


@pytest.mark.usefixtures("known")
def test_a_private_video_gets_no_frame_but_another_language_that_says_so(told: Told) -> None:
    code, snippet, remarks = told("wtisd-2021", "ru")
    assert code == 0
    page = BeautifulSoup(snippet, "lxml")
    said = page.select_one("p > span")
    assert said is not None
    assert (said["lang"], said["dir"]) == ("ru", "ltr")
    assert said.get_text() == "Это видео сейчас недоступно на этом языке. Вот оно на другом языке."
    (frame,) = page.select("iframe")
    assert (frame["lang"], LINKS["ar"] in str(frame["src"])) == ("ar", True)
    assert LINKS["ru"] not in snippet
    assert (
        f"wtisd-2021/ru: https://youtu.be/{LINKS['ru']} is believed private since 2026-11-20 (It is private)."
        in remarks
    )
    assert "wtisd-2021/ar stands in its place, after a sentence that says so." in remarks
    assert LINKS["fr"] in told("wtisd-2021", "ru", "--page-language", "fr")[1]


@pytest.mark.usefixtures("known")
def test_a_video_that_may_not_be_embedded_is_a_link_and_its_own_frame_if_one_insists(told: Told) -> None:
    code, snippet, remarks = told("wtisd-2021", "es")
    assert (code, "<iframe" in snippet, f"https://youtu.be/{LINKS['es']}" in snippet) == (0, False, True)
    assert "where a player was asked for, there is a link." in remarks
    code, snippet, remarks = told("wtisd-2021", "es", "--allow-unavailable")
    assert (code, f"embed/{LINKS['es']}" in snippet) == (0, True)
    assert "is believed restricted since" in remarks


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("variant", ["links", "switcher", "component", "drupal", "markdown", "letter", "mediawiki"])
def test_in_a_list_the_private_video_is_told_and_not_linked_to(told: Told, variant: str) -> None:
    code, snippet, remarks = told("wtisd-2021", "--variant", variant)
    assert code == 0
    assert {tag for tag, video in LINKS.items() if video in snippet} == {"en", "fr", "es", "ar", "zh"}
    assert "доступ закрыт" in snippet
    assert "wtisd-2021/ru" in remarks


@pytest.mark.usefixtures("known")
def test_search_engines_are_not_told_of_the_private_video(told: Told) -> None:
    _, snippet, _ = told("wtisd-2021", "--variant", "json-ld")
    assert LINKS["ru"] not in snippet
    assert '"uploadDate": "2021-05-17"' in snippet


def test_where_no_language_plays_a_person_must_mend_it(office: Path, told: Told) -> None:
    looked(office, dict.fromkeys(LINKS, Verdict(State.REMOVED, "It was removed.")))
    code, snippet, remarks = told("wtisd-2021", "ru")
    assert (code, snippet) == (1, "")
    assert "No other language can take its place" in remarks
    assert "--allow-unavailable makes one" in remarks
    assert told("wtisd-2021", "ru", "--allow-unavailable")[0] == 0


def test_before_any_look_nothing_bad_is_assumed_and_quiet_is_quiet(told: Told) -> None:
    code, snippet, remarks = told("wtisd-2021", "ru")
    assert (code, f"embed/{LINKS['ru']}" in snippet) == (0, True)
    assert "vm.css" in remarks
    assert told("wtisd-2021", "ru", before=("--quiet",)) == (0, snippet, "")
    assert told("wtisd-2021", "ru", "--variant", "letter")[2] == ""


def test_a_history_that_cannot_be_read_keeps_no_snippet_back(office: Path, told: Told) -> None:
    (office / "data" / "history.sqlite").write_bytes(b"no database at all" * 100)
    code, snippet, remarks = told("wtisd-2021", "ru")
    assert (code, LINKS["ru"] in snippet) == (0, True)
    assert "what is known of the videos cannot be read, so nothing is assumed of them" in remarks


@pytest.mark.parametrize("words", [(), ("--allow-unavailable",), ("--variant", "letter")])
def test_an_impossible_id_gives_nothing_whatever_one_wants(office: Path, told: Told, words: tuple[str, ...]) -> None:
    file = office / "data" / "videos.yaml"
    file.write_text(file.read_text("utf-8").replace(LINKS["en"], "OGSyYP5v6PX"), "utf-8")
    code, snippet, remarks = told("wtisd-2021", "en", *words)
    assert (code, snippet) == (1, "")
    assert "No YouTube video can have this id" in remarks
    assert "Correct it in the catalogue; no snippet was made." in remarks


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("wtisd-2021", "ar", "--variant", "ifarme"), "Did you mean `iframe`?"),
        (("wtisd-2021", "--variant", "iframe"), "shows one version, and 6 were ordered"),
        (("wtisd-2021", "de"), "has no video in de"),
        (("wtisd-2021/ar",), "“wtisd-2021/ar” is no slug; write `hexaglot embed wtisd-2021 ar`"),
        (("https://youtu.be/wwHOsWsInD0",), "is no slug; `hexaglot list` shows all messages"),
        (("wtisd-2022",), "did you mean “wtisd-2021”?"),
        (("wtisd-2021", "ar", "--order", "alphabet"), "it can be: un, catalogue"),
        (("wtisd-2021", "ar", "--style", "css"), "it can be: sheet, inline"),
        (("wtisd-2021", "ar", "--start", "soon"), "write it as 90, 1m30s or 1:30"),
        (("wtisd-2021", "ar", "--start", ""), "write it as 90, 1m30s or 1:30"),
        (("wtisd-2021", "ar", "--page-language", "xx-nothing"), "--page-language"),
        (("wtisd-2021", "ar", "--cms", "wordpres"), "Did you mean `wordpress`?"),
        (("wtisd-2021", "--cms", "sharepoint"), "takes one video at a time. Name the language, too."),
        (("--file", "vm.exe"), "it can be: vm.css, vm.js, vm-player.js"),
        ((), "Name the message, for example: hexaglot embed wtisd-2021 ar"),
    ],
)
def test_a_wish_that_is_not_understood_is_explained(told: Told, words: tuple[str, ...], complaint: str) -> None:
    code, snippet, remarks = told(*words)
    assert (code, snippet) == (2, "")
    assert complaint in " ".join(remarks.replace("│", " ").split())


@pytest.mark.parametrize(
    ("time", "start"), [("90", 90), ("1m30s", 90), ("1:30", 90), ("1:01:30", 3690), ("1h", 3600), ("0", None)]
)
def test_a_player_begins_when_it_is_told_to(told: Told, time: str, start: int | None) -> None:
    _, snippet, _ = told("wtisd-2021", "ar", "--start", time)
    assert ("start=" in snippet) is (start is not None)
    assert f"start={start}" in snippet or start is None


def test_the_order_is_the_editors(told: Told) -> None:
    def order(*words: str) -> list[str]:
        page = BeautifulSoup(told("wtisd-2021", *words)[1], "lxml")
        return [str(link["hreflang"]) for link in page.select("a")]

    assert order() == ["en", "fr", "es", "ar", "zh", "ru"]
    assert order("--order", "un") == ["ar", "zh", "en", "fr", "ru", "es"]
    assert order("--order", "un", "--page-language", "ru")[0] == "ru"
    assert order("--variant", "switcher") == ["ar", "zh", "en", "fr", "ru", "es"]
    assert order("--variant", "switcher", "--order", "catalogue", "--page-language", "ru")[0] == "en"


def test_a_system_is_given_what_it_keeps_and_what_it_takes_is_told(told: Told) -> None:
    code, snippet, remarks = told("wtisd-2021", "ar", "--cms", "wordpress")
    assert (code, snippet.startswith("<!-- wp:embed ")) == (0, True)
    assert "A detail is lost that readers do not miss (hreflang of a: 1)." in remarks
    _, snippet, remarks = told("wtisd-2021", "ar", "--cms", "wordpress", "--variant", "iframe")
    assert "<iframe" in snippet
    assert "The player is lost (iframe: 1)." in remarks
    assert "\u2067" in told("wtisd-2021", "ar", "--cms", "markdown-github")[1]


@pytest.mark.parametrize("name", ["vm.css", "vm.js", "vm-player.js"])
def test_the_files_for_a_site_can_be_had(told: Told, name: str) -> None:
    code, text, remarks = told("--file", name)
    assert (code, remarks) == (0, "")
    assert "vm" in text


def test_forms_and_systems_are_listed(told: Told) -> None:
    forms, systems = told("--list")[1], told("--cms", "list")[1]
    assert len(forms.splitlines()) == 13
    assert [line.split()[0] for line in systems.splitlines()] == [
        "drupal-basic",
        "drupal-full",
        "markdown-github",
        "mediawiki",
        "sharepoint",
        "wordpress",
        "wordpress-admin",
    ]


def rewritten(office: Path, old: str, new: str) -> None:
    file = office / "data" / "videos.yaml"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


FILM = "https://media.example.int/a.mp4"
STREAM = "https://media.example.int/a.m3u8"
TUBE = "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv"
ITEM = "https://archive.org/details/some-item"


@pytest.mark.parametrize(
    ("url", "words", "remark"),
    [
        (FILM, ("--variant", "sharepoint"), "`sharepoint` cannot hold this player, so there is a link; `iframe` can."),
        (FILM, ("--variant", "wordpress"), "`wordpress` cannot hold this player, so there is a link; `iframe` can."),
        (FILM, ("--variant", "component"), "`component` cannot hold this player, so there is a link; `iframe` can."),
        (TUBE, ("--cms", "wordpress"), "`wordpress` cannot hold this player, so there is a link; `iframe` can."),
        (FILM, ("--captions",), f"{FILM} is a file; it cannot show captions: the catalogue names no captions_file."),
        (STREAM, (), f"there is a link, because browsers do not play such a file in a page: {STREAM}."),
        (ITEM, ("--variant", "links", "--start", "90"), f"a link to {ITEM} cannot start later."),
        (TUBE, ("--variant", "links", "--captions"), "`links` shows no player, so --captions changes nothing"),
        (
            f"https://youtu.be/{LINKS['en']}",
            ("--variant", "wordpress", "--captions"),
            "your site writes this player itself, so it cannot be told to show captions.",
        ),
    ],
)
def test_no_wish_is_passed_over_in_silence(
    office: Path, told: Told, url: str, words: tuple[str, ...], remark: str
) -> None:
    rewritten(office, f"https://youtu.be/{LINKS['en']}", url)
    code, snippet, remarks = told("wtisd-2021", "en", *words)
    assert code == 0
    assert remark in remarks
    assert url in snippet


@pytest.mark.parametrize(
    "words", [("--captions", "--start", "90"), ("--variant", "wordpress"), ("--variant", "links", "--start", "90")]
)
def test_a_wish_that_is_fulfilled_needs_no_word(told: Told, words: tuple[str, ...]) -> None:
    code, _, remarks = told("wtisd-2021", "en", *words)
    assert (code, [line for line in remarks.splitlines() if "vm.css" not in line]) == (0, [])


@pytest.mark.usefixtures("known")
def test_a_form_that_refuses_says_what_is_known_of_the_video(told: Told) -> None:
    code, snippet, remarks = told("wtisd-2021", "ru", "--variant", "sharepoint")
    assert (code, snippet) == (1, "")
    assert "is believed private since 2026-11-20 (It is private)." in remarks
    assert "A bare frame cannot tell readers" in remarks


@pytest.mark.usefixtures("known")
def test_a_player_that_one_insists_on_is_said_to_be_one(told: Told) -> None:
    assert "; it is shown all the same, as you asked." in told("wtisd-2021", "ru", "--allow-unavailable")[2]


def test_the_address_that_may_be_meant_is_one_for_the_catalogue(office: Path, told: Told) -> None:
    rewritten(office, LINKS["en"], "OGSyYP5v6PX")
    _, _, remarks = told("wtisd-2021", "en", "--start", "90")
    assert "t=90" not in remarks
    assert "https://youtu.be/OGSyYP5v6PU may be meant" in remarks


def test_an_address_that_no_page_should_hold_is_to_be_corrected(office: Path, told: Told) -> None:
    rewritten(office, f"https://youtu.be/{LINKS['en']}", "'https://example.int/a?b=\"c'")
    code, snippet, remarks = told("wtisd-2021", "en")
    assert (code, snippet) == (1, "")
    assert "is not a plain http or https address. Correct it in the catalogue; no snippet was made." in remarks

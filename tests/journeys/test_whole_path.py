"""This file goes the whole way: letter, catalogue, check, ledger, site, snippet, over real sockets."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

from bs4 import BeautifulSoup

from journeys_office import LETTERS, Office
from replica.films import Film, State
from replica.journal import too_soon
from replica.web import SimulatedWeb

LETTER = LETTERS / "itu-wtisd-2021-video-message.txt"
CIRCULAR = LETTERS / "itu-circular-2021-05-06.txt"
LINKS = {
    "en": "OGSyYP5v6PM",
    "fr": "FmrrS4BiAW8",
    "es": "jyVi5-NFNBU",
    "ar": "wwHOsWsInD0",
    "zh": "-FWuObmSstQ",
    "ru": "hmM44jmcE3g",
}


def all_play(films: dict[str, Film]) -> None:
    films |= {video: Film(title=f"The message {language}", author="ITU") for language, video in LINKS.items()}


def test_the_real_letter_becomes_a_site(office: Office, films: dict[str, Film], web: SimulatedWeb) -> None:
    all_play(films)
    films[LINKS["ru"]] = Film(State.PRIVATE)
    films[LINKS["es"]] = Film(State.EMBEDDING_OFF)

    imported = office.run("import", str(LETTER), "--format", "json")
    assert imported.returncode == 0
    told = json.loads(imported.stdout)
    assert (told["message"], told["title"]) == (
        "wtisd-2021",
        {"language": "en", "text": "World Telecommunication and Information Society Day 2021 (WTISD 2021)"},
    )
    assert [(link["language"], link["url"], link["fate"]) for link in told["links"]] == [
        (language, f"https://youtu.be/{video}", "added") for language, video in LINKS.items()
    ]
    assert [link["line"] for link in told["links"]] == [13, 14, 15, 16, 17, 18]

    checked = office.run("check", "--format", "json")
    assert checked.returncode == 1
    answer = json.loads(checked.stdout)
    assert {result["language"]: result["state"] for result in answer["results"]} == {
        "en": "available",
        "fr": "available",
        "es": "restricted",
        "ar": "available",
        "zh": "available",
        "ru": "private",
    }
    assert answer["sweep"]["requests"] == len(web.log) == 10
    assert answer["sweep"]["links"] == 6
    assert answer["sweep"]["instrument"] == "trusted"
    assert [(one["provider"], one["expected"], one["found"]) for one in answer["sweep"]["controls"]] == [
        ("youtube", "available", "available"),
        ("youtube", "removed", "removed"),
    ]
    assert {asked.host for asked in web.log} == {"www.youtube.com", "i.ytimg.com"}
    assert too_soon(web.log, "www.youtube.com", rate=200) == ()

    reported = office.run("report")
    assert reported.returncode == 0
    assert b"public/index.html" in reported.stdout
    for language, direction in {"en": "ltr", "fr": "ltr", "es": "ltr", "ar": "rtl", "zh": "ltr", "ru": "ltr"}.items():
        page = BeautifulSoup((office.folder / "public" / language / "index.html").read_text("utf-8"), "lxml")
        assert page.html is not None
        assert (page.html["lang"], page.html["dir"]) == (language, direction)
        text = page.get_text()
        framed = {tag for tag, video in LINKS.items() if f"youtube-nocookie.com/embed/{video}" in text}
        assert framed == {"en", "fr", "es", "ar", "zh"}, "one is private; of another it was seen only once"
        assert "The message ar" in text
    assert office.run("embed", "wtisd-2021", "ar").stdout.startswith(b'<figure class="vm">')
    instead = office.run("embed", "wtisd-2021", "ru")
    assert instead.returncode == 0
    assert LINKS["ru"].encode() not in instead.stdout
    assert b"wtisd-2021/ar stands in its place" in instead.stderr


def test_each_result_has_everything_that_others_rely_on(with_letter: Office, films: dict[str, Film]) -> None:
    all_play(films)
    result = json.loads(with_letter.run("check", "wtisd-2021/ar", "--format", "json").stdout)["results"][0]
    checked_at = result.pop("checked_at")
    assert checked_at.endswith("Z")
    assert len(checked_at) == len("2026-11-21T06:00:00Z")
    evidence = result.pop("evidence")
    assert result == {
        "message": "wtisd-2021",
        "language": "ar",
        "url": "https://youtu.be/wwHOsWsInD0",
        "provider": "youtube",
        "video_id": "wwHOsWsInD0",
        "state": "available",
        "detail": None,
        "reason": "YouTube plays it and lets other pages embed it.",
        "watchable": True,
        "embeddable": True,
        "title": "The message ar",
        "author": "ITU",
        "suggestion": None,
        "confirmed": True,
        "findings": [
            {
                "rule": "title-language",
                "level": "warning",
                "text": "The site's title “The message ar” is in letters that are not those of Arabic.",
                "remedy": "Look at the video: if it is in another language, put the right link here; "
                "if not, correct its title on the site.",
            }
        ],
    }
    assert [(piece["method"], piece["status"]) for piece in evidence] == [("GET", 200)]
    assert evidence[0]["url"].startswith("https://www.youtube.com/oembed?")
    assert evidence[0]["bytes"] > 300


def test_importing_the_same_letter_again_adds_nothing_and_says_so(with_letter: Office) -> None:
    before = with_letter.catalogue.read_bytes()
    again = with_letter.run("import", str(LETTER))
    assert again.returncode == 0
    assert b"0 added, 6 already known, 0 unclear" in again.stdout
    assert b"unchanged" in again.stdout
    assert with_letter.catalogue.read_bytes() == before


def test_a_letter_without_a_video_writes_nothing_and_says_so_in_a_sentence(office: Office) -> None:
    done = office.run("import", str(CIRCULAR))
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode().startswith("No link to a video was found in this letter, so nothing was written.")
    assert list(office.folder.iterdir()) == []


def test_a_dry_run_shows_and_writes_nothing(office: Office) -> None:
    done = office.run("import", str(LETTER), "--dry-run")
    assert done.returncode == 0
    assert b"6 added" in done.stdout
    assert list(office.folder.iterdir()) == []


def test_a_letter_may_come_from_standard_input(office: Office) -> None:
    done = office.run(
        "import", "-", "--message", "other", "--title", "Autre", "--date", "2026-05-17", stdin=LETTER.read_bytes()
    )
    assert done.returncode == 0
    text = office.catalogue.read_text("utf-8")
    assert "  other:\n" in text
    assert "date: 2026-05-17" in text
    assert '"Autre"' in text


def test_a_second_look_confirms_and_extends_the_span(with_letter: Office, films: dict[str, Film]) -> None:
    all_play(films)
    films[LINKS["es"]] = Film(State.EMBEDDING_OFF)
    for _ in range(2):
        done = with_letter.run("check", "--format", "json")
        assert done.returncode == 0
        results = {result["language"]: result for result in json.loads(done.stdout)["results"]}
        # Two looks within a minute are not two looks half an hour apart.
        assert (results["es"]["state"], results["es"]["confirmed"]) == ("restricted", False)
        assert results["en"]["confirmed"] is True
    with sqlite3.connect(with_letter.folder / "data" / "history.sqlite") as database:
        assert database.execute("SELECT count(*), min(looks), max(looks) FROM spans").fetchone() == (6, 2, 2)
        assert database.execute("SELECT count(*) FROM sweeps").fetchone() == (2,)
    database.close()


def test_an_outage_does_not_make_a_known_bad_link_good(with_letter: Office, films: dict[str, Film]) -> None:
    all_play(films)
    films[LINKS["ru"]] = Film(State.REMOVED)
    assert with_letter.run("check").returncode == 1
    films |= {video: Film(State.BROKEN) for video in LINKS.values()}
    done = with_letter.run("check", "--format", "json")
    assert done.returncode == 1
    assert {result["state"] for result in json.loads(done.stdout)["results"]} == {"unreachable"}
    assert with_letter.run("check", "wtisd-2021/en").returncode == 3


def test_the_same_address_in_two_places_is_asked_about_once(
    office: Office, films: dict[str, Film], web: SimulatedWeb
) -> None:
    all_play(films)
    office.catalogue.parent.mkdir()
    office.catalogue.write_text(
        "version: 1\nlanguages: [en, fr]\nmessages:\n"
        "  one:\n    videos:\n      en: https://youtu.be/OGSyYP5v6PM\n"
        "  two:\n    videos:\n      en: https://youtu.be/OGSyYP5v6PM\n"
        "      fr: https://www.youtube.com/watch?v=OGSyYP5v6PM\n",
        "utf-8",
    )
    done = office.run("check", "--format", "json")
    answer = json.loads(done.stdout)
    assert [(result["message"], result["language"], result["state"]) for result in answer["results"]] == [
        ("one", "en", "available"),
        ("two", "en", "available"),
        ("two", "fr", "available"),
    ]
    assert answer["sweep"]["requests"] == len(web.log) == 1 + 3


def test_a_check_that_cannot_be_believed_says_so_loudly_and_changes_nothing(
    with_letter: Office, films: dict[str, Film]
) -> None:
    all_play(films)
    assert with_letter.run("check").returncode == 0
    films["jNQXAC9IVRw"] = Film(State.REMOVED)
    films[LINKS["ar"]] = Film(State.PRIVATE)
    done = with_letter.run("check")
    assert done.returncode == 1
    assert b"THIS SWEEP IS SUSPECT" in done.stdout
    assert "https://youtu.be/jNQXAC9IVRw" in done.stdout.decode()
    answer = json.loads(with_letter.run("check", "--format", "json").stdout)
    assert answer["sweep"]["instrument"] == "suspect"
    assert [result["confirmed"] for result in answer["results"]] == [True, True, True, False, True, True]
    with_letter.run("report")
    text = (with_letter.folder / "public" / "en" / "index.html").read_text("utf-8")
    assert "The last sweep is suspect." in text
    assert "6 play" in text.replace("\u00a0", " ")


def test_good_news_from_a_site_that_says_yes_to_everything_is_not_good_enough(
    with_letter: Office, films: dict[str, Film]
) -> None:
    all_play(films)
    films["00000000000"] = Film()
    assert with_letter.run("check").returncode == 3


def test_other_controls_may_be_named_or_none(with_letter: Office, films: dict[str, Film], web: SimulatedWeb) -> None:
    all_play(films)
    (with_letter.folder / "hexaglot.toml").write_text(
        '[controls.youtube]\nplays = "https://youtu.be/OGSyYP5v6PM"\nnever = "none"\n', "utf-8"
    )
    answer = json.loads(with_letter.run("check", "--format", "json").stdout)
    assert (answer["sweep"]["instrument"], len(answer["sweep"]["controls"])) == ("trusted", 1)
    assert len(web.log) == 6  # the control is one of ours, and is asked about once


def test_without_network_everything_is_unreachable_and_nothing_is_invented(offline: Office) -> None:
    offline.run("import", str(LETTER))
    done = offline.run("check", "--format", "json")
    assert done.returncode == 3
    assert {result["state"] for result in json.loads(done.stdout)["results"]} == {"unreachable"}
    assert all(result["watchable"] is None for result in json.loads(done.stdout)["results"])
    assert offline.run("report").returncode == 0
    english = (offline.folder / "public" / "en" / "index.html").read_text("utf-8").replace("\u00a0", " ")
    assert "None of the 6 links could be reached" in english


def test_only_what_is_due_is_asked_with_due(with_letter: Office, films: dict[str, Film], web: SimulatedWeb) -> None:
    all_play(films)
    assert len(json.loads(with_letter.run("check", "--due", "--format", "json").stdout)["results"]) == 6
    asked = len(web.log)
    again = with_letter.run("check", "--due", "--format", "json")
    assert (again.returncode, json.loads(again.stdout)["results"]) == (0, [])
    assert len(web.log) == asked


def test_results_may_go_to_a_file(with_letter: Office, films: dict[str, Film], tmp_path: Path) -> None:
    all_play(films)
    done = with_letter.run("check", "--format", "json", "--output", "out/results.json")
    assert (done.returncode, done.stdout) == (0, b"")
    assert len(json.loads((tmp_path / "out" / "results.json").read_text("utf-8"))["results"]) == 6


def test_the_catalogue_that_ships_is_what_import_makes_of_the_letter(office: Office) -> None:
    shipped = (Path(__file__).parents[2] / "data" / "videos.yaml").read_text("utf-8")
    assert office.run("import", str(LETTER)).returncode == 0
    made = office.catalogue.read_text("utf-8")
    days = re.compile(r"added: \d{4}-\d\d-\d\d")
    assert days.sub("added: then", made) == days.sub("added: then", shipped)


def test_coverage_joins_what_is_there_with_what_was_found(with_letter: Office, films: dict[str, Film]) -> None:
    before = json.loads(with_letter.run("coverage", "--format", "json").stdout)
    assert set(before["messages"][0]["cells"].values()) == {"unchecked"}
    all_play(films)
    films[LINKS["ru"]] = Film(State.PRIVATE)
    films[LINKS["es"]] = Film(State.EMBEDDING_OFF)
    with_letter.run("check")
    with_letter.run("remove", "wtisd-2021", "zh")
    done = with_letter.run("coverage", "--format", "json", "--output", "public/coverage.json")
    assert (done.returncode, done.stdout) == (0, b"")
    told = json.loads((with_letter.folder / "public" / "coverage.json").read_text("utf-8"))
    assert told["messages"][0]["cells"] == {
        "en": "available",
        "fr": "available",
        "es": "restricted",
        "ar": "available",
        "zh": "missing",
        "ru": "broken",
    }

"""This file goes the way of an editor who writes by hand: all mistakes at once, findings at their lines, peace."""

from __future__ import annotations

import json

import pytest

from journeys_office import Office

HEAD = "version: 1\nlanguages: [en, ar]\nmessages:\n"
GOOD = (
    '  day-2021:\n    title: {en: "World Day 2021", ar: "اليوم العالمي ٢٠٢١"}\n    date: 2021-05-17\n    videos:\n'
    "      en: https://youtu.be/OGSyYP5v6PM\n      ar: https://youtu.be/wwHOsWsInD0\n"
)


def write(office: Office, text: str) -> None:
    office.catalogue.parent.mkdir(exist_ok=True)
    office.catalogue.write_bytes(text.encode())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_nothing_is_asked_and_nothing_found_in_a_good_file(offline: Office, end: str) -> None:
    write(offline, "\ufeff" + (HEAD + GOOD).replace("\n", end))
    before = offline.catalogue.read_bytes()
    done = offline.run("validate")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == "Nothing was found in 1 message with 2 links.\n"
    assert offline.catalogue.read_bytes() == before
    assert [path.name for path in offline.folder.rglob("*") if path.is_file()] == ["videos.yaml"]


def test_a_finding_has_its_line_its_rule_and_its_remedy(offline: Office) -> None:
    write(offline, HEAD + GOOD.replace("wwHOsWsInD0", "wwHOsWsInD1").replace("2021-05-17", "2019-05-17"))
    done = offline.run("validate")
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == [
        (
            "data/videos.yaml:6:11: warning: The title “World Day 2021” speaks of 2021, "
            "but the date of the message is 2019-05-17. [year-and-date]"
        ),
        "    Correct the year in the title, or the date.",
        (
            "data/videos.yaml:9:11: error: No YouTube video can have this id: its last character is impossible, "
            "so it is mistyped. [impossible-id]"
        ),
        "    Copy the address anew from the video's own page.",
        "    Perhaps this was meant: https://youtu.be/wwHOsWsInD0",
        "2 findings in 1 message with 2 links: 1 error, 1 warning.",
    ]
    assert offline.run("validate", "--rule", "year-and-date", "--rule", "https").returncode == 0
    value = json.loads(offline.run("validate", "--format", "json", "--rule", "impossible-id").stdout)
    assert [(one["line"], one["column"], one["message"], one["language"]) for one in value["findings"]] == [
        (9, 11, "day-2021", "ar")
    ]
    github = offline.run("validate", "--format", "github").stdout.decode()
    assert "::error file=data/videos.yaml,line=9,col=11,title=impossible-id::No YouTube video" in github


def test_all_mistakes_of_a_file_are_told_and_nothing_is_changed(offline: Office) -> None:
    write(offline, HEAD + GOOD.replace("2021-05-17", "yesterday").replace("      ar:", "      de:"))
    done = offline.run("validate")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        "hexaglot: data/videos.yaml:6:11: “yesterday” is not a day; write year, month and day alone, as in 2021-05-17",
        (
            "hexaglot: data/videos.yaml:9:7: “de” is not among the languages of this catalogue (en, ar); "
            "add it to “languages:” above, or correct it"
        ),
    ]
    done = offline.run("validate", "--format", "github")
    assert done.returncode == 2
    assert done.stdout.count(b"::error file=data/videos.yaml,line=") == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "xml"), "it can be: github, json, text"),
        (("--rule", "year"), "it can be: bidi-controls, https"),
        (("--rule", "same-channel"), "it can be: bidi-controls, https"),
    ],
)
def test_what_there_is_not_is_refused(offline: Office, words: tuple[str, ...], told: str) -> None:
    write(offline, HEAD + GOOD)
    done = offline.run("validate", *words)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.decode().replace("│", " ").split())


def test_the_rules_are_listed_without_a_file(offline: Office) -> None:
    done = offline.run("validate", "--list")
    assert done.returncode == 0
    assert done.stdout.count(b"\n") == 19


def test_without_a_file_it_says_what_to_do(offline: Office) -> None:
    done = offline.run("validate")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("hexaglot: data/videos.yaml does not exist; make it with ")

"""This file is the tests of the formats of `validate`: for people, for programs, for GitHub; hostile text included."""

from __future__ import annotations

import json

import pytest

from catalogue import Language, Unreadable
from catalogue.review import Finding, Level
from reports.validated import Remark, Validated, in_order, remark_of, tally, unreadable
from reports.validation import VALIDATIONS

AR = Language("ar")
FILE = "data/videos.yaml"
HOSTILE = "A\x1b[31m\u202e\r\n::error::100 %, b: c"
REMEDY = "Put the right link here."


def titled(title: str, suggestion: str | None = None) -> Finding:
    values = (("title", title), ("slot", AR))
    template = "The title “%(title)s” is in letters that are not those of %(slot)s."
    return Finding("title-script", Level.WARNING, AR, template, values, REMEDY, ("title", "ar"), suggestion)


PLAIN = remark_of("m", titled("Day"), (12, 9))
WRONG = remark_of("m", titled(HOSTILE, "https://youtu.be/OGSyYP5v6PM"), (13, 9))
NOTICE = Remark("title-missing", Level.NOTICE, 3, 1, "m", None, "There is no title in: ar.", "Write it.")
FOUND = Validated(FILE, in_order((WRONG, PLAIN, NOTICE)), 1, 6)
BROKEN = unreadable(
    FILE,
    (
        Unreadable(f"{FILE}:4:15: “de” is not among the languages; did you mean “en”?", at=(4, 15)),
        Unreadable(f"{FILE} does not exist"),
    ),
)


def test_the_formats_are_the_files_of_the_folder() -> None:
    assert sorted(VALIDATIONS) == ["github", "json", "text"]


def test_a_finding_becomes_clean_english() -> None:
    assert WRONG.text == "The title “A[31m ::error::100 %, b: c” is in letters that are not those of Arabic."
    assert (WRONG.message, WRONG.language, WRONG.suggestion) == ("m", "ar", "https://youtu.be/OGSyYP5v6PM")


@pytest.mark.parametrize("hidden", ["https://a.example/\u202ex", "a\nb", "\x1b"])
def test_a_suggestion_that_would_not_show_what_it_is_is_not_made(hidden: str) -> None:
    assert remark_of("m", titled("T", hidden), (1, 1)).suggestion is None


def test_text_is_for_people_and_for_grep() -> None:
    assert VALIDATIONS["text"].render(FOUND) == (
        "data/videos.yaml:3:1: notice: There is no title in: ar. [title-missing]\n"
        "    Write it.\n"
        "data/videos.yaml:12:9: warning: The title “Day” is in letters that are not those of Arabic. [title-script]\n"
        "    Put the right link here.\n"
        "data/videos.yaml:13:9: warning: The title “A[31m ::error::100 %, b: c” is in letters that are not those of "
        "Arabic. [title-script]\n"
        "    Put the right link here.\n"
        "    Perhaps this was meant: https://youtu.be/OGSyYP5v6PM\n"
        "3 findings in 1 message with 6 links: 2 warnings, 1 notice.\n"
    )


def test_text_has_nothing_on_a_file_that_standard_error_tells_of() -> None:
    assert VALIDATIONS["text"].render(BROKEN) == ""


def test_json_is_for_programs() -> None:
    text = VALIDATIONS["json"].render(FOUND)
    assert text.isascii()
    value = json.loads(text)
    assert {key: value[key] for key in value if key != "findings"} == {
        "file": FILE,
        "readable": True,
        "messages": 1,
        "links": 6,
        "counts": {"error": 0, "warning": 2, "notice": 1},
    }
    assert value["findings"][1] == {
        "file": FILE,
        "rule": "title-script",
        "level": "warning",
        "line": 12,
        "column": 9,
        "message": "m",
        "language": "ar",
        "text": "The title “Day” is in letters that are not those of Arabic.",
        "remedy": REMEDY,
        "suggestion": None,
    }


def test_json_has_the_mistakes_of_a_file_that_cannot_be_read() -> None:
    value = json.loads(VALIDATIONS["json"].render(BROKEN))
    assert value["readable"] is False
    assert [(one["rule"], one["line"], one["column"], one["text"], one["remedy"]) for one in value["findings"]] == [
        ("structure", 4, 15, "“de” is not among the languages.", "Did you mean “en”?"),
        ("structure", None, None, "data/videos.yaml does not exist.", ""),
    ]


def test_github_gets_a_command_for_each_finding() -> None:
    assert VALIDATIONS["github"].render(FOUND).splitlines() == [
        "::notice file=data/videos.yaml,line=3,col=1,title=title-missing::There is no title in: ar. Write it.",
        (
            "::warning file=data/videos.yaml,line=12,col=9,title=title-script::"
            "The title “Day” is in letters that are not those of Arabic. Put the right link here."
        ),
        (
            "::warning file=data/videos.yaml,line=13,col=9,title=title-script::"
            "The title “A[31m ::error::100 %25, b: c” is in letters that are not those of Arabic. "
            "Put the right link here. Perhaps this was meant: https://youtu.be/OGSyYP5v6PM"
        ),
        "3 findings in 1 message with 6 links: 2 warnings, 1 notice.",
    ]
    assert VALIDATIONS["github"].render(BROKEN).splitlines() == [
        (
            "::error file=data/videos.yaml,line=4,col=15,title=structure::"
            "“de” is not among the languages. Did you mean “en”?"
        ),
        "::error file=data/videos.yaml,title=structure::data/videos.yaml does not exist.",
        "The file cannot be read: 2 mistakes.",
    ]


def test_no_path_and_no_text_can_write_a_command_of_its_own() -> None:
    evil = Remark("r", Level.ERROR, 1, 1, None, None, "a\n::error::b\r%0A", "c")
    lines = VALIDATIONS["github"].render(Validated("a,line=9:\n::x.yaml", (evil,))).splitlines()
    assert lines[0] == "::error file=a%2Cline=9%3A%0A%3A%3Ax.yaml,line=1,col=1,title=r::a\ufffd::error::b\ufffd%250A c"
    assert len(lines) == 2


@pytest.mark.parametrize(
    ("validated", "sentence"),
    [
        (Validated(FILE, (), 1, 1), "Nothing was found in 1 message with 1 link."),
        (Validated(FILE, (), 0, 0), "Nothing was found in 0 messages with 0 links."),
        (Validated(FILE, (NOTICE,), 2, 9), "1 finding in 2 messages with 9 links: 1 notice."),
        (Validated(FILE, BROKEN.remarks, troubles=("one",)), "The file cannot be read: 1 mistake."),
    ],
)
def test_all_in_one_sentence(validated: Validated, sentence: str) -> None:
    assert tally(validated) == sentence


def test_the_worst_stands_first_at_one_place() -> None:
    at_one = [
        Remark(rule, level, 1, 1, "m", None, "t", "r") for rule, level in (("b", Level.NOTICE), ("a", Level.ERROR))
    ]
    assert [one.rule for one in in_order((*at_one, NOTICE))] == ["a", "b", "title-missing"]

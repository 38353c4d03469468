"""This file tests what is said of an import and of a site."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from catalogue import Catalogue, Language, Message, Title, Video
from catalogue.fate import Fate, Taken
from catalogue.intake import Intake
from catalogue.letter import Mention
from catalogue.said import Said
from hexaglot.glance import site_sentence
from hexaglot.words import import_json, import_text
from reports.availability import availability

EN, AR = Language("en"), Language("ar")
ADDED = Taken(Mention("https://v.example/1?si=x", "English", 3), Fate.ADDED, EN, "https://v.example/1", "It is new.")
KNOWN = Taken(Mention("https://v.example/2", "عربي", 4), Fate.KNOWN, AR, "https://v.example/2", "It is known.")
UNCLEAR = Taken(Mention("https://v.example/\x1b[2J", "?", None), Fate.UNCLEAR, None, None, "Nobody \x07knows.")


def found(*taken: Taken, title: Title | None = None, remark: str = "") -> Intake:
    return Intake("day-2021", title, taken, 2, 1, remark, Catalogue())


def test_a_letter_without_links_is_one_sentence() -> None:
    said = import_text(found(), "videos.yaml", dry_run=False)
    assert said == (
        "No link to a video was found in this letter, so nothing was written. Look whether it is the right one; "
        "a link that you can see and click is filed by: hexaglot add SLUG LANG ADDRESS\n"
    )


def test_each_link_is_told_with_its_fate_line_and_reason() -> None:
    letter = found(ADDED, KNOWN, UNCLEAR, title=Title(EN, "The day"), remark="The title was assumed.")
    assert import_text(letter, "videos.yaml", dry_run=False) == (
        "day-2021  “The day”\n"
        "  + en    https://v.example/1\n"
        "  = ar    https://v.example/2\n"
        "          line 4: It is known.\n"
        "  ? -     https://v.example/�[2J\n"
        "          Nobody �knows.\n"
        "\n"
        "1 added, 1 already known, 1 unclear. The title was assumed. Written to videos.yaml.\n"
    )


def test_what_else_the_letter_says_is_told_with_its_line() -> None:
    titles = (Title(EN, "The day"), Title(AR, "اليوم"))
    said = Said(titles, date(2021, 5, 17), "Houlin Zhao", (("date", 3),))
    letter = replace(found(ADDED, title=titles[0]), said=said)
    assert import_text(letter, "videos.yaml", dry_run=False).startswith(
        "day-2021  “The day”\n"
        "  date: 17 May 2021 (line 3)\n"
        "  speaker: Houlin Zhao\n"
        "  title in ar: “اليوم”\n"
        "  + en    https://v.example/1\n"
    )
    value = json.loads(import_json(letter, "videos.yaml", dry_run=False))
    assert [value[name] for name in ("titles", "date", "speaker", "lines")] == [
        {"en": "The day", "ar": "اليوم"},
        "2021-05-17",
        "Houlin Zhao",
        {"date": 3},
    ]


@pytest.mark.parametrize(
    ("taken", "dry_run", "says"),
    [
        ((ADDED,), True, "1 added, 0 already known, 0 unclear. This was a dry run, so videos.yaml is unchanged.\n"),
        ((KNOWN,), False, "0 added, 1 already known, 0 unclear. Nothing new, so videos.yaml is unchanged.\n"),
        ((KNOWN,), True, "Nothing new, so videos.yaml is unchanged.\n"),
    ],
)
def test_whether_something_was_written_is_said(taken: tuple[Taken, ...], dry_run: bool, says: str) -> None:
    assert import_text(found(*taken), "videos.yaml", dry_run=dry_run).endswith(says)


def test_what_was_filled_in_without_a_new_link_is_said() -> None:
    letter = replace(found(KNOWN), filled=("its date", "its title in Arabic (ar)"))
    start = "0 added, 1 already known, 0 unclear. New in day-2021: its date, its title in Arabic (ar). "
    assert import_text(letter, "videos.yaml", dry_run=False).endswith(f"{start}Written to videos.yaml.\n")
    dry = import_text(letter, "videos.yaml", dry_run=True)
    assert dry.endswith(f"{start}This was a dry run, so videos.yaml is unchanged.\n")
    assert json.loads(import_json(letter, "videos.yaml", dry_run=False))["written"] is True


@pytest.mark.parametrize(
    ("taken", "dry_run", "written"), [((ADDED,), False, True), ((ADDED,), True, False), ((KNOWN,), False, False)]
)
def test_json_says_whether_something_was_written(taken: tuple[Taken, ...], dry_run: bool, written: bool) -> None:
    assert json.loads(import_json(found(*taken), "videos.yaml", dry_run=dry_run))["written"] is written


def test_json_has_every_link() -> None:
    letter = found(ADDED, UNCLEAR, title=Title(EN, "The day"))
    assert json.loads(import_json(letter, "videos.yaml", dry_run=False)) == {
        "message": "day-2021",
        "title": {"language": "en", "text": "The day"},
        "titles": {},
        "date": None,
        "speaker": None,
        "lines": {},
        "catalogue": "videos.yaml",
        "written": True,
        "remark": None,
        "ignored": 2,
        "folded": 1,
        "links": [
            {
                "fate": "added",
                "language": "en",
                "url": "https://v.example/1",
                "label": "English",
                "line": 3,
                "reason": "It is new.",
            },
            {
                "fate": "unclear",
                "language": None,
                "url": "https://v.example/\x1b[2J",
                "label": "?",
                "line": None,
                "reason": "Nobody \x07knows.",
            },
        ],
    }
    assert json.loads(import_json(found(), "x", dry_run=False))["title"] is None


def test_a_site_is_told_in_a_glance() -> None:
    catalogue = Catalogue((EN, AR), (Message("day", videos=(Video(EN, "u"),)),))
    state = availability(catalogue, {}, at=datetime(2026, 11, 21, tzinfo=UTC))
    said = "2 places for a video: 1 missing, 1 unchecked.\nThe report is in public/index.html\n"
    assert site_sentence(Path("public/index.html"), state) == said


def test_a_site_of_nothing_says_none() -> None:
    state = availability(Catalogue(), {}, at=datetime(2026, 11, 21, tzinfo=UTC))
    assert site_sentence(Path("x"), state).startswith("0 places for a video: none.")

"""This file tests what a check prints: as text for people, as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from checker import Detail, Evidence, Expected, Instrument, Outcome, State, Sweep, Verdict, Wave
from reports.checked import Checked, Result
from reports.formats import FORMATS

START = datetime(2026, 11, 21, 6, tzinfo=UTC)
SWEEP = Sweep("20261121T060000Z-abc", START, START + timedelta(seconds=3), 2, 3, 5120)
PLAYS = Result(
    "day-2021", "en", "https://v.example/1", "youtube", "1", Verdict(State.AVAILABLE, "Plays."), START, True, False
)
GONE = Result(
    "day-2021",
    "ar",
    "https://v.example/2\x1b[31m",
    "youtube",
    "2",
    Verdict(
        State.REMOVED,
        "It is gone.",
        watchable=False,
        embeddable=False,
        suggestion="https://v.example/3",
        evidence=(
            Evidence("GET", "https://o.example/", 404, 9),
            Evidence("HEAD", "https://p.example/", None, 0, "cut"),
        ),
    ),
    START,
    False,
    True,
)
AGE = Result(
    None, None, "https://v.example/4", None, None, Verdict(State.RESTRICTED, "Age.", Detail.AGE), START, True, False
)


def test_text_names_each_link_and_explains_what_does_not_play() -> None:
    assert FORMATS["text"].render(Checked(SWEEP, (PLAYS, GONE, AGE))) == (
        "day-2021\n"
        "  ✓ en    available              https://v.example/1\n"
        "  ✗ ar    removed                https://v.example/2�[31m\n"
        "        It is gone.\n"
        "        Perhaps this was meant: https://v.example/3\n"
        "        Seen once; a second look, at least 30 minutes later, will confirm it or not.\n"
        "        GET https://o.example/ → 404, 9 bytes\n"
        "        HEAD https://p.example/ → cut\n"
        "  ! -     restricted (age)       https://v.example/4\n"
        "        Age.\n"
        "\n"
        "3 links: 1 available, 1 restricted, 1 removed.\n"
    )


def test_text_says_of_a_look_that_could_not_tell_that_the_link_was_broken_before() -> None:
    unheard = replace(GONE, verdict=Verdict(State.UNREACHABLE, "No answer."))
    said = "        It was found broken before, and nothing has shown the contrary since.\n"
    assert f"        No answer.\n{said}" in FORMATS["text"].render(Checked(SWEEP, (unheard,)))
    assert said not in FORMATS["text"].render(Checked(SWEEP, (GONE, replace(unheard, known_bad=False))))


def test_text_promises_no_second_look_where_the_sweep_is_suspect() -> None:
    told = FORMATS["text"].render(Checked(replace(SWEEP, instrument=Instrument.SUSPECT), (GONE,)))
    assert "        Not believed, because this sweep is suspect; see below.\n" in told
    assert "Seen once" not in told


@pytest.mark.parametrize(
    ("checked", "says"),
    [
        (Checked(SWEEP, ()), "No links to check.\n"),
        (Checked(SWEEP, (PLAYS,)), "\n1 link: 1 available.\n"),
        (
            Checked(SWEEP, (Result("m", "en", "u", None, None, Verdict(State.RATE_LIMITED, ""), START, False, False),)),
            "1 link: 1 rate limited.\nNothing could be found out about any link, so nothing new is known; try again",
        ),
        (Checked(Sweep("s", START, START, 1, 1, 1, complete=False), (PLAYS,)), "The check was stopped early"),
    ],
)
def test_the_summary_says_what_is_known_and_what_is_not(checked: Checked, says: str) -> None:
    assert says in FORMATS["text"].render(checked)


LOST = Outcome("youtube", "https://youtu.be/jNQXAC9IVRw", Expected.AVAILABLE, State.REMOVED)
FOUND = Outcome("vimeo", "https://vimeo.com/9999999999", Expected.REMOVED, State.AVAILABLE)
SUSPECT = replace(
    SWEEP, instrument=Instrument.SUSPECT, controls=(LOST, FOUND), waves=(Wave("wikimedia-commons", 7, 20),)
)


def test_text_says_loudly_why_a_sweep_is_suspect() -> None:
    assert FORMATS["text"].render(Checked(SUSPECT, (PLAYS,))) == (
        "day-2021\n"
        "  ✓ en    available              https://v.example/1\n"
        "\n"
        "THIS SWEEP IS SUSPECT. It has changed nothing that was known before, and nobody should act on it:\n"
        "  ! A control video of YouTube that is known to play came out as “removed”. If it is really gone, "
        "name another one in the settings, under controls. https://youtu.be/jNQXAC9IVRw\n"
        "  ! An address of Vimeo that never was a video came out as “plays”. https://vimeo.com/9999999999\n"
        "  ! Of 20 links of Wikimedia Commons that were looked at, 7 turned bad at once.\n"
        "\n"
        "1 link: 1 available.\n"
    )


def test_json_says_how_the_controls_came_out() -> None:
    told = json.loads(FORMATS["json"].render(Checked(SUSPECT, ())))["sweep"]
    assert (told["instrument"], told["waves"]) == (
        "suspect",
        [{"provider": "wikimedia-commons", "bad": 7, "links": 20}],
    )
    assert told["controls"] == [
        {"provider": "youtube", "expected": "available", "found": "removed", "url": LOST.url, "right": False},
        {"provider": "vimeo", "expected": "removed", "found": "available", "url": FOUND.url, "right": False},
    ]


@pytest.mark.parametrize(
    ("outcome", "unjudged"), [(LOST, False), (FOUND, True), (replace(FOUND, doubtful=True), False)]
)
def test_a_site_that_says_yes_to_everything_leaves_good_news_unjudged(outcome: Outcome, unjudged: bool) -> None:
    assert Checked(replace(SWEEP, controls=(outcome,)), (PLAYS,)).unjudged is unjudged


def test_what_limited_a_check_is_said_once_at_its_end() -> None:
    limited = [replace(one, verdict=replace(one.verdict, caveat="No key.")) for one in (PLAYS, GONE)]
    checked = Checked(SWEEP, (limited[0], AGE, limited[1]))
    assert checked.remarks == ("No key.",)
    assert FORMATS["text"].render(checked).endswith("3 links: 1 available, 1 restricted, 1 removed.\nNo key.\n")
    told = json.loads(FORMATS["json"].render(checked))
    assert told["sweep"]["remarks"] == ["No key."]


def test_json_has_the_shape_that_others_rely_on() -> None:
    text = FORMATS["json"].render(Checked(SWEEP, (GONE,)))
    assert text.isascii()
    assert json.loads(text) == {
        "sweep": {
            "id": "20261121T060000Z-abc",
            "started": "2026-11-21T06:00:00Z",
            "finished": "2026-11-21T06:00:03Z",
            "links": 2,
            "requests": 3,
            "bytes": 5120,
            "complete": True,
            "instrument": "unchecked",
            "controls": [],
            "waves": [],
            "remarks": [],
        },
        "results": [
            {
                "message": "day-2021",
                "language": "ar",
                "url": "https://v.example/2\x1b[31m",
                "provider": "youtube",
                "video_id": "2",
                "state": "removed",
                "detail": None,
                "reason": "It is gone.",
                "watchable": False,
                "embeddable": False,
                "title": None,
                "author": None,
                "suggestion": "https://v.example/3",
                "checked_at": "2026-11-21T06:00:00Z",
                "confirmed": False,
                "evidence": [
                    {"method": "GET", "url": "https://o.example/", "status": 404, "bytes": 9, "silence": None},
                    {"method": "HEAD", "url": "https://p.example/", "status": None, "bytes": 0, "silence": "cut"},
                ],
                "findings": [],
            }
        ],
    }


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_ends_its_last_line_and_repeats_itself(name: str) -> None:
    checked = Checked(SWEEP, (PLAYS, GONE, AGE))
    text = FORMATS[name].render(checked)
    assert text.endswith("\n")
    assert "\r" not in text
    assert text == FORMATS[name].render(checked)
    assert FORMATS[name].name == name

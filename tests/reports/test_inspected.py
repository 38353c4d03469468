"""This file tests what an inspection is printed as: for a person, place by place, and for programs."""

from __future__ import annotations

import json

import pytest

from catalogue import Catalogue, Language, Message, Video
from reports.inspected import Inspected, Remark, caveats, inspected, tally
from reports.inspection import Case, Level, Sighting, case_of, read_page
from reports.inspections import INSPECTIONS

CATALOGUE = Catalogue(messages=(Message("day", videos=(Video(Language("en"), "https://youtu.be/OGSyYP5v6PM"),)),))
PLAYER = "https://www.youtube-nocookie.com/embed/OGSyYP5v6PM?hl=en&cc_lang_pref=en"
HTML = (
    '<html lang="en">\n'
    f'<iframe src="{PLAYER}" title="Video" tabindex="-1" loading="lazy" allow="fullscreen"'
    ' referrerpolicy="origin"></iframe>\n'
    '<a href="http://youtu.be/00000000001">x</a>'
)


def code(_case: Case, sighting: Sighting) -> str | None:
    return None if sighting.message is None else f"<p>{sighting.message.slug}</p>\n"


def found(html: str = HTML, source: str = "page.html") -> Inspected:
    return inspected(source, case_of(read_page(html), CATALOGUE, {}), code)


def test_a_person_reads_place_by_place_with_the_code_once() -> None:
    assert INSPECTIONS["text"].render(found()).splitlines() == [
        f"page.html:2: <iframe> {PLAYER} (day/en)",
        "  warning: The frame's title “Video” could be that of any video. [generic-title]",
        "    Give the frame the video's title, in the video's language.",
        "  warning: The player cannot be reached with the keyboard (WCAG 2.1.1). [keyboard]",
        '    Take tabindex="-1" off the element.',
        "  The right code for this place:",
        "    <p>day</p>",
        "page.html:3: <a> http://youtu.be/00000000001",
        (
            "  error: No YouTube video can have this id: its last character is impossible, so it is mistyped. "
            "[impossible-id]"
        ),
        "    Copy the address anew from the video's own page.",
        "    Perhaps this was meant: https://youtu.be/00000000000",
        "  warning: The address begins with http://, so others on the way can read and change what comes. [https]",
        "    Write https:// instead.",
        "4 findings about 2 videos on the page, 1 of the catalogue: 1 error, 3 warnings.",
    ]


def test_programs_read_the_same() -> None:
    value = json.loads(INSPECTIONS["json"].render(found()))
    assert value["findings"][0] == {
        "rule": "generic-title",
        "level": "warning",
        "line": 2,
        "element": "iframe",
        "address": PLAYER,
        "message": "day",
        "language": "en",
        "text": "The frame's title “Video” could be that of any video.",
        "remedy": "Give the frame the video's title, in the video's language.",
        "suggestion": None,
        "snippet": "<p>day</p>\n",
    }
    assert [one["snippet"] for one in value["findings"]] == ["<p>day</p>\n", "<p>day</p>\n", None, None]
    del value["findings"]
    assert value == {
        "source": "page.html",
        "language": "en",
        "videos": 2,
        "ours": 1,
        "unjudged": 0,
        "counts": {"error": 1, "warning": 3, "notice": 0},
        "remarks": [],
    }


@pytest.mark.parametrize("name", INSPECTIONS)
def test_what_a_page_says_turns_no_terminal_round(name: str) -> None:
    hostile = '<iframe src="https://youtu.be/OGSyYP5v6PM?\u202e\x1b[2J" title="\u202eVideo\x1b[2J\nx"></iframe>'
    text = INSPECTIONS[name].render(found(hostile, "\x1b[2Jpage"))
    assert text.endswith("\n")
    assert all(line.isprintable() for line in text.splitlines())


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Inspected("p", "en", 0, 0, ()), "No video was found on the page."),
        (Inspected("p", "en", 1, 0, ()), "Nothing is wrong with 1 video on the page, 0 of the catalogue."),
        (Inspected("p", "en", 3, 2, ()), "Nothing is wrong with 3 videos on the page, 2 of the catalogue."),
    ],
)
def test_the_sum_is_a_sentence(value: Inspected, said: str) -> None:
    assert tally(value) == said


def test_what_limited_it_is_said() -> None:
    remark = Remark("r", Level.NOTICE, None, "script", "https://a.example/", None, None, "It is so.", "Mend it.")
    limited = Inspected("p", None, 2, 0, (remark,), unjudged=1, cut=True)
    assert [line.split(";")[0] for line in caveats(limited)] == [
        "The page does not say its language",
        "1 video could not be judged",
        "The page holds more links and players than were looked at",
    ]
    assert caveats(Inspected("p", "en", 2, 0, ())) == ()
    assert INSPECTIONS["text"].render(limited).startswith("p: <script> https://a.example/\n")


def test_every_format_is_known_by_its_name() -> None:
    assert {name: form.name for name, form in INSPECTIONS.items()} == {"json": "json", "text": "text"}


def test_code_that_relies_on_our_sheet_says_so() -> None:
    needing = inspected("page.html", case_of(read_page(HTML), CATALOGUE, {}), lambda *_: '<p class="vm">x</p>\n')
    assert caveats(needing) == ("The code relies on vm.css: put it on your site (hexaglot embed --file vm.css).",)
    assert caveats(found()) == ()

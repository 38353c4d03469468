"""This file tests the task `inspect-page`: which code mends which place, and what is known of each video."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from catalogue import Catalogue, Language, Message, Title, Video
from checker import Belief, Detail, Observation, Opinion, State, Verdict
from hexaglot.commands.inspect_page import FailOn, of_inspection
from hexaglot.exits import MEND, OK, UNSURE
from hexaglot.inspecting import Look, inspection
from rehearsal import START
from reports.inspected import Inspected, Remark
from reports.inspection import Level, read_page

EN, AR = Language("en"), Language("ar")
CATALOGUE = Catalogue(
    messages=(
        Message(
            "world-day",
            titles=(Title(EN, "Message for the World Day"), Title(AR, "رسالة اليوم العالمي")),
            videos=(
                Video(EN, "https://youtu.be/OGSyYP5v6PM", mirrors=("https://vimeo.com/76979871",)),
                Video(AR, "https://youtu.be/wwHOsWsInD0"),
            ),
        ),
        Message("other", videos=(Video(EN, "https://youtu.be/FmrrS4BiAW8"),)),
    )
)


def believed(state: State, detail: Detail | None = None) -> Opinion:
    return Opinion(Belief(state, detail, "It is so.", START, START))


def look_that(state: State) -> Look:
    return lambda addresses: {url: Observation(url, START, Verdict(state, "Seen now.")) for url in addresses}


def found(
    body: str, page: str = "en", opinions: Mapping[str, Opinion] | None = None, look: Look | None = None
) -> Inspected:
    html = f'<html lang="{page}" dir="{Language(page).direction}"><body>{body}</body></html>'
    known = opinions or {}
    return inspection(
        "page",
        read_page(html, "https://www.example.int/"),
        CATALOGUE,
        recall=lambda urls: {url: known[url] for url in urls if url in known},
        look=look,
        language=None,
    )


def snippet(result: Inspected) -> str:
    (code,) = {remark.snippet for remark in result.remarks}
    assert code is not None
    return code


def frame(address: str, title: str = "") -> str:
    return f'<iframe src="{address}" title="{title}"></iframe>'


@pytest.mark.parametrize(
    ("body", "page", "holds"),
    [
        (frame("https://www.youtube.com/embed/OGSyYP5v6PM"), "en", ('title="Message for the World Day"', "hl=en")),
        (
            frame("https://www.youtube.com/embed/OGSyYP5v6PM"),
            "ar",
            ('title="رسالة اليوم العالمي"', "wwHOsWsInD0?hl=ar"),
        ),
        (
            frame("https://www.youtube.com/embed/OGSyYP5v6PM?start=90"),
            "en",
            ("&amp;start=90", "youtu.be/OGSyYP5v6PM?t=90"),
        ),
        (frame("https://player.vimeo.com/video/76979871"), "en", ("player.vimeo.com/video/76979871", "World Day")),
        (
            frame("https://www.youtube.com/embed/jNQXAC9IVRw", "Me at the zoo"),
            "en",
            ('title="Me at the zoo"', "nocookie"),
        ),
        (
            frame("https://www.youtube.com/embed/jNQXAC9IVRw?start=5", "iframe"),
            "ar",
            ('title="رسالة مرئية"', "start=5"),
        ),
        (
            '<a href="http://youtu.be/OGSyYP5v6PM">x</a>',
            "en",
            ('<a lang="en" hreflang="en"', ">Message for the World Day</a>"),
        ),
        ('<a href="http://youtu.be/jNQXAC9IVRw">Me, &lt;i&gt;</a>', "en", (">Me, &lt;i&gt;</a>",)),
        ('<a href="http://youtu.be/jNQXAC9IVRw">Video</a>', "en", (">Video message</a>",)),
        ('<oembed url="https://youtu.be/OGSyYP5v6PM"></oembed>', "en", ("<iframe", "hl=en")),
    ],
)
def test_the_right_code_stands_with_each_finding(body: str, page: str, holds: tuple[str, ...]) -> None:
    code = snippet(found(body, page))
    assert [part for part in holds if part not in code] == []


def test_a_link_within_a_sentence_stays_within_it() -> None:
    body = '<p>See <a href="http://youtu.be/OGSyYP5v6PM">this</a> today.</p>'
    assert snippet(found(body)) == (
        '<a lang="en" hreflang="en" dir="ltr" href="https://youtu.be/OGSyYP5v6PM">Message for the World Day</a>\n'
    )
    private = believed(State.PRIVATE)
    gone = {"https://youtu.be/OGSyYP5v6PM": private, "https://vimeo.com/76979871": private}
    code = next(remark.snippet for remark in found(body, opinions=gone).remarks) or ""
    assert code.startswith('<span lang="en" dir="ltr">This video is not available in this language at present.')
    assert ("<p" in code, "OGSyYP5v6PM" in code, code.count("<a ")) == (False, False, 1)


@pytest.mark.parametrize(
    "body",
    [
        '<script type="application/ld+json">{"@type": "VideoObject", "embedUrl": "http://youtu.be/OGSyYP5v6PM"}</script>',
        frame("https://www.youtube.com/embed/OGSyYP5v6PN"),
        frame("https://www.youtube.com/embed/OGSyYP"),
    ],
)
def test_there_is_no_code_for_what_no_code_mends(body: str) -> None:
    assert {remark.snippet for remark in found(body).remarks} == {None}


def test_a_video_that_is_gone_has_no_code_unless_another_language_takes_its_place() -> None:
    gone = {url: believed(State.PRIVATE) for url in ("https://youtu.be/FmrrS4BiAW8", "https://youtu.be/OGSyYP5v6PM")}
    alone = found(frame("https://www.youtube.com/embed/FmrrS4BiAW8"), opinions=gone)
    assert alone.remarks[0].rule == "frame-title"
    assert {remark.snippet for remark in alone.remarks} == {None}
    mirrored = found(frame("https://www.youtube.com/embed/OGSyYP5v6PM"), opinions=gone)
    assert "player.vimeo.com/video/76979871" in snippet(mirrored)


def test_a_video_that_may_not_be_embedded_gets_a_link() -> None:
    refused = {"https://youtu.be/FmrrS4BiAW8": believed(State.RESTRICTED, Detail.EMBEDDING)}
    result = found(frame("https://www.youtube.com/embed/FmrrS4BiAW8"), opinions=refused)
    assert "unplayable" in {remark.rule for remark in result.remarks}
    assert "<iframe" not in snippet(result)
    assert "https://youtu.be/FmrrS4BiAW8" in snippet(result)


def test_a_look_now_counts_more_than_what_was_believed() -> None:
    body = frame("https://www.youtube.com/embed/FmrrS4BiAW8")
    private = {"https://youtu.be/FmrrS4BiAW8": believed(State.PRIVATE)}
    rules = {remark.rule for remark in found(body, opinions=private, look=look_that(State.AVAILABLE)).remarks}
    assert "unplayable" not in rules
    (gone,) = [one for one in found(body, look=look_that(State.REMOVED)).remarks if one.rule == "unplayable"]
    assert gone.text == "Seen now."


def test_a_look_that_could_not_tell_changes_nothing_and_is_counted() -> None:
    private = {"https://youtu.be/FmrrS4BiAW8": believed(State.PRIVATE)}
    result = found(
        frame("https://www.youtube.com/embed/FmrrS4BiAW8"), opinions=private, look=look_that(State.UNREACHABLE)
    )
    assert result.unjudged == 1
    assert "unplayable" in {remark.rule for remark in result.remarks}


def test_of_a_page_without_videos_nobody_is_asked() -> None:
    def never(_addresses: tuple[str, ...]) -> Mapping[str, Observation]:
        raise AssertionError

    result = found("<p>x</p>", look=never)
    assert (result.videos, result.remarks) == (0, ())


def result_with(*levels: Level, unjudged: int = 0) -> Inspected:
    remarks = tuple(Remark("r", level, 1, "a", "u", None, None, "It is so.", "Mend it.") for level in levels)
    return Inspected("page", "en", 1, 0, remarks, unjudged)


@pytest.mark.parametrize(
    ("value", "fail_on", "code"),
    [
        (result_with(), FailOn.WARNING, OK),
        (result_with(Level.NOTICE), FailOn.WARNING, OK),
        (result_with(Level.WARNING), FailOn.WARNING, MEND),
        (result_with(Level.ERROR, unjudged=1), FailOn.WARNING, MEND),
        (result_with(Level.WARNING), FailOn.ERROR, OK),
        (result_with(Level.ERROR), FailOn.ERROR, MEND),
        (result_with(Level.ERROR, unjudged=1), FailOn.NEVER, OK),
        (result_with(unjudged=1), FailOn.WARNING, UNSURE),
    ],
)
def test_the_exit_code(value: Inspected, fail_on: FailOn, code: int) -> None:
    assert of_inspection(value, fail_on) == code

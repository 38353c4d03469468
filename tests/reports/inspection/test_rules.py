"""This file tests each rule about embedded videos: what it finds, and where it is silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reports.inspection
from catalogue import Catalogue, Language, Message, Title, Video
from checker import Detail, State
from checker.providers import VideoRef, recognise
from reports.findings import in_english
from reports.inspection import RULES, Case, Level, Standing, case_of, inspect, named, read_page

ROOT = Path(__file__).parents[3]
EN, AR, FR = Language("en"), Language("ar"), Language("fr")
ENGLISH = "OGSyYP5v6PM"
ARABIC = "wwHOsWsInD0"
FRENCH = "FmrrS4BiAW8"
OTHER = "jNQXAC9IVRw"
CATALOGUE = Catalogue(
    messages=(
        Message(
            "world-day",
            titles=(Title(EN, "Message for the World Day"), Title(AR, "رسالة اليوم العالمي")),
            videos=(
                Video(EN, f"https://youtu.be/{ENGLISH}"),
                Video(AR, f"https://youtu.be/{ARABIC}", mirrors=("https://vimeo.com/76979871",)),
            ),
        ),
        Message(
            "summit",
            videos=(
                Video(FR, f"https://youtu.be/{FRENCH}"),
                Video(AR, f"https://youtu.be/{ARABIC}", title="\u202e"),
                Video(Language("es"), "https://example.int/page"),
            ),
        ),
    )
)
ENGLISH_TITLE = "Message for the World Day"
ARABIC_TITLE = "رسالة اليوم العالمي"
GOOD = 'loading="lazy" allow="fullscreen"'


def youtube(video: str, more: str = "") -> str:
    tag = {ENGLISH: "en", ARABIC: "ar", FRENCH: "fr"}.get(video, "en")
    return f"https://www.youtube-nocookie.com/embed/{video}?hl={tag}&cc_lang_pref={tag}{more}"


SOUND = 'referrerpolicy="strict-origin-when-cross-origin"'


def frame(
    video: str = ENGLISH, title: str | None = ENGLISH_TITLE, more: str = "", query: str = "", policy: str = SOUND
) -> str:
    named_so = "" if title is None else f' title="{title}"'
    own = "" if "referrerpolicy" in more else policy
    return f'<iframe src="{youtube(video, query)}"{named_so} {GOOD} {own} {more}></iframe>'


def case_with(
    body: str,
    *,
    page: str = "en",
    head: str = "",
    headers: tuple[tuple[str, str], ...] = (),
    standings: dict[VideoRef, Standing] | None = None,
) -> Case:
    root = f'<html lang="{page}" dir="{Language(page).direction}">' if page else "<html>"
    html = f"<!DOCTYPE html>{root}<head>{head}</head><body>\n{body}\n</body></html>"
    return case_of(read_page(html, "https://www.example.int/a/b.html", headers), CATALOGUE, standings or {})


def told(case: Case) -> list[str]:
    return [f"{one.finding.rule} {one.finding.level}" for one in inspect(case)]


FAULTS: list[tuple[str, str, str, list[str]]] = [
    ("a good frame", "en", frame(), []),
    ("a good frame on an Arabic page", "ar", frame(ARABIC, ARABIC_TITLE), []),
    ("no video at all", "en", '<iframe src="https://www.example.org/map"></iframe><a href="/x">x</a>', []),
    ("a player for a list", "en", '<iframe src="https://www.youtube.com/embed/videoseries?list=PL1"></iframe>', []),
    ("a channel", "en", '<a href="https://www.youtube.com/@ITU">ITU</a>', []),
    ("the English video alone", "ar", frame(more='lang="en" dir="ltr"'), ["wrong-language warning"]),
    ("a dialect", "en-GB", frame(), []),
    ("no video in its language", "ru", frame(more='lang="en" dir="ltr"'), []),
    (
        "a choice",
        "ar",
        frame(more='lang="en" dir="ltr"') + f'<a href="https://youtu.be/{ARABIC}">{ARABIC_TITLE}</a>',
        [],
    ),
    ("a link that says so", "ar", f'<a hreflang="en" href="https://youtu.be/{ENGLISH}">English</a>', []),
    (
        "a link that does not",
        "ar",
        f'<a href="https://youtu.be/{ENGLISH}">شاهد</a>',
        ["wrong-language warning", "hreflang notice"],
    ),
    ("a link that names it", "ru", f'<a href="https://youtu.be/{ENGLISH}">Видео (английский)</a>', []),
    ("a link in a page without a language", "", f'<a href="https://youtu.be/{ENGLISH}">x</a>', []),
    (
        "an Arabic title in an English page",
        "en",
        f'<a hreflang="ar" href="https://youtu.be/{ARABIC}">{ARABIC_TITLE}</a>',
        ["language-unmarked warning"],
    ),
    ("an Arabic title, marked", "en", f'<a lang="ar" href="https://youtu.be/{ARABIC}">{ARABIC_TITLE}</a>', []),
    ("no title", "en", frame(title=None), ["frame-title error"]),
    ("a blank title", "en", frame(title=" \u200b\u202e"), ["frame-title error"]),
    ("a title elsewhere", "en", frame(title=None, more='aria-labelledby="h"'), []),
    ("a label", "en", frame(title=None, more=f'aria-label="{ENGLISH_TITLE}"'), []),
    ("a title for any video", "en", frame(title="YouTube video player"), ["generic-title warning"]),
    ("a numbered one", "en", frame(title="Video 2"), ["generic-title warning"]),
    ("an address as a title", "en", frame(title="https://youtu.be/x"), ["generic-title warning"]),
    ("the same in French", "fr", frame(FRENCH, "Lecteur vidéo YouTube"), ["generic-title warning"]),
    ("the same in Arabic", "ar", frame(ARABIC, "مشغّل فيديو YouTube"), ["generic-title warning"]),
    ("another title", "en", frame(title="Address on Climate"), ["stale-title notice"]),
    ("the same title in other signs", "en", frame(title="message for the WORLD day!"), []),
    ("one title for two videos", "en", frame(OTHER, "A talk") + frame("dQw4w9WgXcQ", "A Talk"), ["same-title warning"]),
    ("one video twice", "en", frame(OTHER, "A talk") + frame(OTHER, "A talk"), []),
    (
        "a title in another language",
        "en",
        frame(OTHER, "رسالة الأمين العام للأمم المتحدة"),
        ["title-language warning"],
    ),
    (
        "our Arabic video under its English title",
        "ar",
        frame(ARABIC, "Message of the Secretary-General on the occasion of the World Day"),
        ["title-language warning", "stale-title notice"],
    ),
    (
        "an unmarked frame",
        "en",
        frame(ARABIC, ARABIC_TITLE) + frame(),
        ["direction warning", "language-unmarked warning"],
    ),
    ("a frame without direction", "en", frame(ARABIC, ARABIC_TITLE, 'lang="ar"') + frame(), ["direction warning"]),
    ("a direction that is found out", "en", frame(ARABIC, ARABIC_TITLE, 'lang="ar" dir="auto"') + frame(), []),
    ("nobody says a language", "", frame(), ["language-unmarked warning"]),
    ("a language that is none", "en", frame(more='lang="en_GB"'), []),
    ("its own policy", "en", frame(more='referrerpolicy="no-referrer"'), ["referrer error"]),
    ("a harmless policy", "en", frame(more='referrerpolicy="origin"'), []),
    ("a facade", "en", frame(more="srcdoc='<a href=x>x</a>'"), ["referrer error"]),
    (
        "a policy for another site",
        "en",
        f'<iframe src="https://player.vimeo.com/video/1" title="A talk" {GOOD} referrerpolicy="same-origin"></iframe>',
        [],
    ),
    ("a sandbox", "en", frame(more='sandbox=""'), ["sandbox error"]),
    ("half a sandbox", "en", frame(more='sandbox="allow-scripts"'), ["sandbox error"]),
    ("a good sandbox", "en", frame(more='sandbox="allow-scripts allow-same-origin"'), []),
    ("http for a player", "en", frame().replace("https:", "http:"), ["https error"]),
    ("http for a link", "en", f'<a href="http://youtu.be/{ENGLISH}">x</a>', ["https warning"]),
    (
        "a player that was given up",
        "en",
        f'<iframe src="https://www.youtube.com/v/{OTHER}" title="A talk" {GOOD}></iframe>',
        ["old-player error", "cookies notice"],
    ),
    (
        "an object of Flash times",
        "en",
        f'<object><param name="movie" value="https://www.youtube.com/v/{OTHER}"></object>',
        ["old-player error"],
    ),
    ("an object", "en", f'<object data="{youtube(OTHER)}"></object>', ["old-player warning"]),
    ("YouTube's own host", "en", frame().replace("-nocookie", ""), ["cookies notice"]),
    (
        "an id that cannot be",
        "en",
        f'<iframe src="{youtube("OGSyYP5v6PN")}" title="A talk" {GOOD}></iframe>',
        ["impossible-id error"],
    ),
    ("an id that is too short", "en", '<a href="https://youtu.be/OGSyYP5v6P">x</a>', ["impossible-id error"]),
    (
        "captions not asked for",
        "en",
        frame().replace("&cc_lang_pref=en", ""),
        ["captions-language warning"],
    ),
    ("captions in another language", "en", frame().replace("pref=en", "pref=zh_CN"), ["captions-language warning"]),
    ("a language of buttons that is none", "en", frame().replace("hl=en", "hl=xx"), ["captions-language warning"]),
    (
        "a site where it is a switch",
        "ar",
        f'<iframe src="https://player.vimeo.com/video/76979871" title="{ARABIC_TITLE}" {GOOD}></iframe>',
        [],
    ),
    ("more fields than any player has", "en", frame(query="&a=1" * 200), ["captions-language warning"]),
    ("autoplay", "en", frame(query="&autoplay=1"), ["autoplay warning"]),
    ("autoplay without sound", "en", frame(query="&autoplay=1&mute=1"), ["autoplay warning"]),
    ("autoplay that a reader opens", "en", f"<details>{frame(query='&autoplay=1')}</details>", []),
    ("autoplay of a film", "en", '<video autoplay src="https://www.example.int/a.mp4"></video>', ["autoplay warning"]),
    ("a film", "en", '<video controls src="https://www.example.int/a.mp4"></video>', []),
    ("a wide frame", "en", frame(more='width="560px"'), ["fixed-size notice"]),
    ("a wide frame with a class", "en", frame(more='width="560" class="video"'), []),
    ("a wide frame in a wrapper", "en", f'<div style="x">{frame(more="width=560")}</div>', []),
    (
        "a wide frame deep in a wrapper",
        "en",
        f'<div id="x"><p>{frame(more="width=560")}</p></div>',
        ["fixed-size notice"],
    ),
    ("a narrow frame", "en", frame(more='width="100%"'), []),
    ("loaded at once", "en", frame().replace("lazy", "eager"), ["eager-loading notice"]),
    ("loaded after consent", "en", frame().replace(' src="', ' data-src="').replace("lazy", ""), []),
    ("no full screen", "en", frame().replace("fullscreen", ""), ["full-screen notice"]),
    ("an old permission", "en", frame(more="allowfullscreen").replace("fullscreen", "", 1), []),
    ("no keyboard", "en", frame(more='tabindex="-1"'), ["keyboard warning"]),
    ("an editor's element", "en", f'<oembed url="https://youtu.be/{OTHER}"></oembed>', ["not-a-player warning"]),
    (
        "WordPress's wrapper",
        "en",
        f'<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/{OTHER}\n</div></figure>',
        ["not-a-player warning"],
    ),
    (
        "the video's page in a frame",
        "en",
        f'<iframe src="https://youtu.be/{ENGLISH}" title="{ENGLISH_TITLE}" {GOOD}></iframe>',
        ["not-a-player warning"],
    ),
    (
        "a page that a script makes a player of",
        "en",
        f'<iframe data-src="https://www.youtube.com/watch?v={ENGLISH}" title="{ENGLISH_TITLE}" {GOOD}></iframe>',
        ["cookies notice"],
    ),
    ("a facade's element", "en", f'<lite-youtube videoid="{ENGLISH}" playlabel="{ENGLISH_TITLE}"></lite-youtube>', []),
    (
        "data of the wrong language",
        "ar",
        f'<script type="application/ld+json">{{"@type": "VideoObject", "embedUrl": "{youtube(ENGLISH)}"}}</script>',
        [],
    ),
]


@pytest.mark.parametrize(("page", "body", "expected"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_what_is_found(page: str, body: str, expected: list[str]) -> None:
    assert told(case_with(body, page=page)) == expected


POLICIES: list[tuple[str, tuple[tuple[str, str], ...], list[str]]] = [
    ('<meta name="referrer" content="no-referrer">', (), ["referrer error"]),
    ('<meta name="referrer" content="never">', (), ["referrer error"]),
    ('<meta name="referrer" content="nonsense">', (("referrer-policy", "same-origin"),), ["referrer error"]),
    ("", (("referrer-policy", "same-origin, strict-origin-when-cross-origin"),), []),
    ("", (("referrer-policy", "unknown"),), ["referrer notice"]),
    ("", (), ["referrer notice"]),
    ('<meta name="referrer" content="origin">', (("referrer-policy", "no-referrer"),), []),
    ("", (("content-security-policy", "default-src 'self'"),), ["page-policy error", "referrer notice"]),
    (
        "",
        (("content-security-policy", "frame-src https://*.youtube-nocookie.com; default-src 'none'"),),
        ["referrer notice"],
    ),
    (
        '<meta http-equiv="Content-Security-Policy" content="child-src \'self\'">',
        (),
        ["page-policy error", "referrer notice"],
    ),
    ("", (("content-security-policy-report-only", "default-src 'none'"),), ["referrer notice"]),
]


@pytest.mark.parametrize(("head", "headers", "expected"), POLICIES)
def test_what_the_pages_own_policies_do(head: str, headers: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert told(case_with(frame(policy=""), head=head, headers=headers)) == expected


def test_of_a_file_nobody_knows_what_its_server_sends() -> None:
    html = f'<!DOCTYPE html><html lang="en"><body>{frame(policy="")}</body></html>'
    assert told(case_of(read_page(html), CATALOGUE, {})) == ["referrer warning"]


STANDINGS: list[tuple[State, Detail | None, list[str], list[str]]] = [
    (State.AVAILABLE, None, [], []),
    (State.PRIVATE, None, ["unplayable error"], ["unplayable error"]),
    (State.REMOVED, None, ["unplayable error"], ["unplayable error"]),
    (State.RESTRICTED, Detail.EMBEDDING, ["unplayable error"], []),
    (State.RESTRICTED, Detail.AGE, ["unplayable warning"], ["unplayable warning"]),
    (State.NOT_YET, None, ["unplayable warning"], ["unplayable warning"]),
    (State.UNKNOWN, None, [], []),
]


@pytest.mark.parametrize(("state", "detail", "framed", "linked"), STANDINGS)
def test_what_is_held_of_a_video_is_told(
    state: State, detail: Detail | None, framed: list[str], linked: list[str]
) -> None:
    ref = recognise(f"https://youtu.be/{ENGLISH}")
    assert ref is not None
    standings = {ref: Standing(state, detail, "It is so.")}
    assert told(case_with(frame(), standings=standings)) == framed
    assert told(case_with(f'<a href="https://youtu.be/{ENGLISH}">x</a>', standings=standings)) == linked


def test_an_id_that_cannot_be_is_not_called_gone_as_well() -> None:
    ref = recognise("https://youtu.be/OGSyYP5v6PN")
    assert ref is not None
    case = case_with('<a href="https://youtu.be/OGSyYP5v6PN">x</a>', standings={ref: Standing(State.INVALID)})
    (only,) = inspect(case)
    assert (only.finding.rule, only.finding.suggestion) == ("impossible-id", "https://youtu.be/OGSyYP5v6PM")


def test_a_person_knows_the_pages_language_better_than_the_page() -> None:
    fragment = read_page(frame(ARABIC, ARABIC_TITLE))
    assert told(case_of(fragment, CATALOGUE, {})) == ["direction warning", "language-unmarked warning"]
    assert told(case_of(fragment, CATALOGUE, {}, AR)) == []
    whole = read_page(f'<html lang="en">{frame()}', "https://www.example.int/")
    assert told(case_of(whole, CATALOGUE, {}, AR)) == ["wrong-language warning"]


def test_a_video_in_two_messages_is_the_one_of_the_pages_language() -> None:
    twice = Catalogue(
        messages=(
            Message("one", videos=(Video(EN, f"https://youtu.be/{OTHER}"), Video(AR, f"https://youtu.be/{ARABIC}"))),
            Message("two", videos=(Video(AR, f"https://youtu.be/{OTHER}"),)),
        )
    )
    page = read_page(f'<html lang="ar" dir="rtl"><a href="https://youtu.be/{OTHER}">x</a>')
    (sighting,) = case_of(page, twice, {}).sightings
    assert sighting.message is not None
    assert (sighting.message.slug, sighting.language) == ("two", AR)


def test_of_very_many_videos_some_are_judged() -> None:
    case = case_of(read_page(f'<a href="https://youtu.be/{OTHER}">x</a>' * 2_001), CATALOGUE, {})
    assert (len(case.sightings), case.page.cut) == (2_000, True)


def test_a_mirror_is_ours_too_and_each_video_is_named_once() -> None:
    page = read_page(frame() * 2 + '<a href="https://vimeo.com/76979871">x</a><a href="watch">x</a>')
    assert [ref.provider for ref in named(page)] == ["youtube", "vimeo"]
    assert [one.message is not None for one in case_of(page, CATALOGUE, {}).sightings] == [True, True, True]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_what_it_is(rule: reports.inspection.Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert type(rule).__module__.rpartition(".")[2].replace("_", "-") == rule.name
    assert rule.explanation.endswith(".")
    assert rule.remedy.endswith(".")
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"| `{rule.name}` | {rule.explanation} | {rule.level} |" in readme


def test_every_rule_finds_something_in_the_table_above() -> None:
    found = {line.split()[0] for row in FAULTS for line in row[3]} | {
        line.split()[0] for row in POLICIES for line in row[2]
    }
    assert found | {"unplayable"} == {rule.name for rule in RULES}


@pytest.mark.parametrize("row", FAULTS, ids=[row[0] for row in FAULTS])
def test_a_finding_is_a_whole_sentence_without_gaps(row: tuple[str, str, str, list[str]]) -> None:
    for one in inspect(case_with(row[2], page=row[1])):
        sentence = in_english(one.finding)
        assert sentence[0].isupper()
        assert sentence.endswith((".", "”.")), sentence
        assert "%(" not in sentence


def test_the_worst_comes_first_at_each_place() -> None:
    order = list(Level)
    for row in FAULTS:
        found = [(one.sighting.embed.line, order.index(one.finding.level)) for one in inspect(case_with(row[2]))]
        assert found == sorted(found)


def test_what_helps_against_srcdoc_is_no_policy() -> None:
    (fault,) = inspect(case_with(frame(more="srcdoc='<a href=x>x</a>'")))
    assert fault.finding.remedy == "Put a player or a link in its place."

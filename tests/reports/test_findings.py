"""This file is the tests of editorial findings in reports: as text, as JSON, on the pages, in either direction."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup, Tag

import sheets
from catalogue import SIX_LANGUAGES, Language
from catalogue.review import Finding, Level
from checker import State, Sweep, Verdict
from proof import lint
from reports.availability import Known, availability
from reports.checked import Checked, Result
from reports.findings import as_html, in_english
from reports.formats import FORMATS
from reports.pages import Sheet, page

EN, FR, ES, AR, ZH, RU = SIX_LANGUAGES
AT = datetime(2026, 11, 21, tzinfo=UTC)
HOSTILE = 'رسالة <b onload="x">\u202e100 %(slot)s & %'
Notes = dict[tuple[str | None, str | None], tuple[Finding, ...]]
REMEDY = "Put the right link here."


def titled(title: str, level: Level = Level.WARNING) -> Finding:
    values = (("title", title), ("found", AR), ("slot", FR))
    template = "The site's title “%(title)s” is in %(found)s, but the link stands under %(slot)s."
    return Finding("title-language", level, FR, template, values, REMEDY)


def french(text: str) -> str:
    assert text == titled("").template
    return "Le titre « %(title)s » est en %(found)s, mais le lien est classé sous : %(slot)s."


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("رسالة", "رسالة"),
        ("A\u202eB\x1b[31m", "AB[31m"),
        ("\u202e\u200b", "…"),
        ("100 %(slot)s %", "100 %(slot)s %"),
        ("<script>", "<script>"),
    ],
)
def test_what_others_wrote_is_clean_in_our_sentence(title: str, shown: str) -> None:
    said = f"The site's title “{shown}” is in Arabic, but the link stands under French."
    assert in_english(titled(title)) == said


def test_on_a_page_it_is_escaped_and_set_apart_and_languages_have_their_names() -> None:
    assert as_html(titled(HOSTILE), french, FR) == (
        "Le titre « <bdi>رسالة &lt;b onload=&#34;x&#34;&gt;100 %(slot)s &amp; %</bdi> » "
        "est en arabe, mais le lien est classé sous : français."
    )


def checked(*findings: Finding) -> Checked:
    verdict = Verdict(State.AVAILABLE, "Plays.", watchable=True, embeddable=True)
    result = Result("day", "fr", "https://v.example/1", "youtube", "1", verdict, AT, True, False, findings)
    return Checked(Sweep("s", AT, AT, 1, 1, 1), (result,))


def test_text_has_them_under_their_link_safe_for_a_terminal() -> None:
    assert FORMATS["text"].render(checked(titled("A\x1b[31m\u200f"), titled("B", Level.NOTICE))) == (
        "day\n"
        "  ✓ fr    available              https://v.example/1\n"
        "        note: The site's title “A[31m\ufffd” is in Arabic, but the link stands under French. "
        "Put the right link here. [title-language]\n"
        "        note: The site's title “B” is in Arabic, but the link stands under French. "
        "Put the right link here. [title-language]\n"
        "\n"
        "1 link: 1 available.\n"
    )


def test_json_has_rule_level_text_and_remedy() -> None:
    text = FORMATS["json"].render(checked(titled("رسالة")))
    assert text.isascii()
    assert json.loads(text)["results"][0]["findings"] == [
        {
            "rule": "title-language",
            "level": "warning",
            "text": "The site's title “رسالة” is in Arabic, but the link stands under French.",
            "remedy": "Put the right link here.",
        }
    ]


def test_a_check_knows_the_levels_of_what_it_found() -> None:
    value = checked(titled("A"), titled("B", Level.NOTICE))
    assert [level.value for level in Level if value.finds(level)] == ["warning", "notice"]
    assert not value.broken
    assert not value.doubtful


def found(known: dict[str, Known], *findings: Finding) -> Sheet:
    """The message of six links, with findings about the French one."""
    notes: Notes = {("wtisd-2021", "fr"): findings}
    value = availability(sheets.SIX_LINKS, known, at=sheets.NOW, sweep=sheets.SWEEP, found=notes)
    plain = sheets.sheet_of(sheets.SIX_LINKS, known)
    both = zip(plain.entries, value.messages(), strict=True)
    return Sheet(value, tuple(replace(entry, rows=rows) for entry, (_, rows) in both), plain.providers)


def all_play() -> dict[str, Known]:
    return {video.url: sheets.sure(sheets.PLAYS) for video in sheets.WTISD.videos}


def sheet(*findings: Finding) -> Sheet:
    """All links play but the Spanish one."""
    return found(all_play() | {"https://youtu.be/jyVi5-NFNBU": sheets.sure(sheets.NO_EMBEDDING)}, *findings)


def soup(shown: Sheet, language: Language = EN) -> BeautifulSoup:
    return BeautifulSoup(page(shown, language, root="../", version="1"), "lxml")


def words(element: Tag) -> str:
    return " ".join(element.get_text().split())


def test_they_stand_under_the_video_and_after_the_restrictions() -> None:
    shown = soup(sheet(titled(HOSTILE)))
    attention = shown.select(".attention > li")
    assert [words(item.select("p")[0])[:8] for item in attention] == ["Español ", "Français"]
    (card,) = shown.select("#v-wtisd-2021--fr .findings")
    (listed,) = attention[1].select(".findings")
    said = 'The site\'s title “رسالة <b onload="x">100 %(slot)s & %” is in Arabic, but the link stands under French.'
    assert words(card) == words(listed) == f"{said} Put the right link here."
    assert card.select_one("bdi") is not None
    assert shown.select("b") == []


def test_a_notice_stands_under_the_video_alone() -> None:
    shown = soup(sheet(titled("A", Level.NOTICE)))
    assert len(shown.select("#v-wtisd-2021--fr .findings")) == 1
    assert shown.select(".attention .findings") == []


def test_nothing_needs_attention_only_where_there_is_no_warning() -> None:
    warned, well = soup(found(all_play(), titled("A"))), soup(found(all_play()))
    assert [len(page.select(".attention > li")) for page in (warned, well)] == [1, 0]
    assert [len(page.select(".well")) for page in (warned, well)] == [0, 1]


def test_a_finding_about_a_link_of_which_nothing_is_known_is_shown_too() -> None:
    assert len(soup(found({}, titled("A"))).select(".attention .findings")) == 1


@pytest.mark.parametrize("tag", ["en", "fr", "es", "ar", "zh", "ru", "pt", "fa"])
def test_a_sentence_without_a_translation_is_english_throughout_and_says_so(tag: str) -> None:
    finding = replace(titled("رسالة"), template="An untranslated sentence: %(title)s is %(found)s, not %(slot)s.")
    shown = sheet(finding)
    (card,) = soup(shown, Language(tag)).select("#v-wtisd-2021--fr .findings")
    assert words(card) == "An untranslated sentence: رسالة is Arabic, not French. Put the right link here."
    spans = card.select('span[lang="en"][dir="ltr"]')
    assert len(spans) == (0 if tag in {"en", "pt", "fa"} else 2)  # the page itself is in English there
    allow = {"رسالة", "YouTube", "ITU", "Houlin Zhao", "WTISD 2021 <b>message</b> evil"}
    allow |= {snippet.strip() for snippet in sheets.snippets_of(shown)}
    html = page(shown, Language(tag), root="../", version="1")
    assert lint.check(tag, html, allow=allow) == ()


def test_a_gap_and_a_dead_video_have_no_findings() -> None:
    notes: Notes = {("wtisd-2021", language.tag): (titled("A"),) for language in SIX_LANGUAGES}
    notes |= {("wtisd-2026", "es"): (titled("A"),)}
    value = availability(sheets.ALL_STATES, sheets.EVERY_STATE, at=AT, found=notes)
    # The Spanish one is private, the Russian one removed; the Chinese one is doubted, and still believed to play.
    assert [row.language.tag for row in value.rows if row.findings] == ["en", "fr", "ar", "zh"]


@pytest.mark.parametrize(
    ("suggestion", "shown"),
    [
        (
            "https://youtu.be/OGSyYP5v6PM",
            '<a class="address" lang="en" dir="ltr" translate="no" href="https://youtu.be/OGSyYP5v6PM">',
        ),
        ("Journ\u00e9e <b>2021</b>\u202e", '<bdi lang="fr">Journ\u00e9e &lt;b&gt;2021&lt;/b&gt;</bdi>'),
        ("javascript:alert(1)", '<bdi lang="fr">javascript:alert(1)</bdi>'),
        ("\u202e", None),
        (None, None),
    ],
)
def test_what_to_write_instead_is_shown_as_a_link_or_as_the_text_that_it_is(
    suggestion: str | None, shown: str | None
) -> None:
    html = page(sheet(replace(titled("A"), suggestion=suggestion)), EN, root="../", version="1")
    said = html.count("Perhaps this was meant:")
    assert said == (0 if shown is None else 2)
    assert shown is None or html.count(shown) == 2

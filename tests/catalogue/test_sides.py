"""This file is the tests of names before and after their links: each link under its own name, or a question."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import SIX_LANGUAGES
from catalogue.candidate import Recognised, Refused
from catalogue.documents import read_document
from catalogue.letter import read_letter
from catalogue.sides import candidates
from catalogue.tongue import tongue_of

A, B, C = (f"https://youtu.be/{letter * 11}" for letter in "abc")
SITE = "https://www.itu.int"


def recognise(url: str) -> Recognised | Refused | None:
    return Recognised(url, url) if "youtu.be/" in url else None


def filed(text: str) -> str:
    """The tag of each video's language, in the letter's order; `-` where a person is asked."""
    letter = read_letter(read_document("-", io.BytesIO(text.encode())))
    links = candidates(letter.mentions, SIX_LANGUAGES, recognise, lambda title: tongue_of(title, SIX_LANGUAGES))
    return " ".join(link.language.tag if link.language else "-" for link in links if link.found is not None)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        # names after
        (f"Watch {A} (English) {B} (French) {C} (Russian)", "en fr ru"),
        (f"Watch {A} English {B} French {C} Russian", "en fr ru"),
        (f"{A} – English, {B} – French", "en fr"),
        (f"{A} (English), or {B} (French)", "en fr"),
        (f"{A}\nFrançais\n\n{B}\nEnglish\n\n{C}\nРусский", "fr en ru"),
        (f"{A}\n\nFrançais\n\n{B}\n\nEnglish", "fr en"),
        (f"{A} (English)\n{B} (French)", "en fr"),
        (f"{A} English\n\n{B} French\n\n{SITE}", "en fr"),
        (f"{A} English {B} French {SITE}", "en fr"),
        (f"<p><a href={A}>x.int</a></p><p>French</p><p><a href={B}>x.int</a></p><p>English</p>", "fr en"),
        (f"<p><a href={A}>Watch</a></p><p>French</p><p><a href={B}>Watch</a></p><p>English</p>", "fr en"),
        (f"<ul><li><a href={A}>x.int</a> French<li><a href={B}>x.int</a> English</ul>", "fr en"),
        # names before
        (f"English {A} French {B} Russian {C}", "en fr ru"),
        (f"[EN] {A} [FR] {B}", "en fr"),
        (f"English – {A}, Français – {B}", "en fr"),
        (f"English\n{A}\nFrançais\n{B}\n\nРусский\n{C}", "en fr ru"),
        (f"- English <{A}>\n- Français <{B}>", "en fr"),
        (f"{SITE}\n\nEnglish {A} French {B}", "en fr"),
        (f"{A}\n\n- English <{B}>\n- Français <{C}>", "- en fr"),
        (f"{A}\n\nEnglish: {B}\n\nFrançais: {C}\n\nBest regards", "- en fr"),
        (f"<h2>Watch</h2><p><a href={A}>x.int</a><h2>French</h2><p><a href={B}>x.int</a>", "- fr"),
        (f"<html><dl><dt>English<dd><a href={A}>x.int</a><dt>French<dd><a href={B}>x.int</a></dl>", "en fr"),
        # each beside its own
        (f"English: {A}\n\n{B} (French)", "en fr"),
        (f"{A} (English) French: {B}", "en fr"),
        (f"English: {A} (English)", "en"),
        (f"<p>English: <a href={A}>Watch</a><p>French: <a href={B}>Listen</a>", "en fr"),
        # a language that is not listed is a name too, and where each name stands on its link's line it is that link's
        (f"Deutsch: {A}\nEnglish: {B}", "- en"),
        (f"- EN {A}\n- FR {B}\n- ES (coming soon)", "en fr"),
        (f"Deutsch {A} (EN) other {B}", "- -"),
        # a heading speaks for “Watch the video”, and for a title in its language
        (f"<h2>French</h2><p>Watch the video: <a href={A}>x.int</a>", "fr"),
        (f"<h2>French</h2><p><a href={A}>Message pour la Journée mondiale de la radio</a>", "fr"),
        (f"<h2>English</h2><p><a href={A}>Message pour la Journée mondiale de la radio</a>", "-"),
        (f"English\nA title that is longer than a name\n{A}\n\nFrench\nUn titre plus long qu'un nom\n{B}", "en fr"),
        (f"English\nA title that is longer than a name\n{A}\n\nAnother title, of some other film\n{B}", "en -"),
        # something else than recordings
        (f"Subtitles: English {A}", "-"),
        (f"<p>Subtitled versions: <a href={A}>French</a> | <a href={B}>English</a>", "- -"),
        (f"<p>With interpretation:<ul><li>French: <a href={A}>x.int</a><li>English: <a href={B}>x.int</a></ul>", "- -"),
        (f"<p>With interpretation:<p>None.<p>French: <a href={A}>x.int</a>", "fr"),
        # a name in a row is its row's
        (f"<p>French: <a href={A}>x.int</a></p><table><tr><td>English<td><a href={B}>x.int</a></table>", "fr en"),
        # nobody can tell
        (f"English {A} French {B} Russian", "- -"),
        (f"{A} English {B}", "- -"),
        (f"{A}\nFrench\n{B}", "- -"),
        (f"{A}\nEnglish {B}\nFrench {C}\nRussian", "- - -"),
        (f"{A}\nEnglish {B}\nFrench {C}\nDeutsch", "- - -"),
        (f"{A} English: {B} French:", "- -"),
        (f"{A} English: {B} Deutsch:", "- -"),
        (f"{A} (English): {B}", "- -"),
        (f"Watch the message of the General: English\n{A} Español\n{B}", "- -"),
        (f"{A}\nEnglish {B}\nFrench. " + "word " * 30, "- -"),
        (f"{A}\nEnglish\n{B}\n{C}", "- - -"),
        (f"{SITE} English {A} French {SITE}", "-"),
        (f"English: {A} (French)", "-"),
        (f"<p><a href={A}>Klingon</a><p>English<p><a href={B}>Romulan</a><p>French", "- -"),
    ],
)
def test_each_link_is_filed_under_its_own_name_or_asked_about(text: str, tags: str) -> None:
    assert filed(text) == tags


def test_what_a_link_is_called_is_the_name_on_its_own_side() -> None:
    letter = read_letter(f"<p><a href={A}>x.int</a> English <a href={B}>x.int</a> French")
    links = candidates(letter.mentions, SIX_LANGUAGES, recognise)
    assert [link.mention.label for link in links] == ["English", "French"]


NAMES = {"English": "en", "Français": "fr", "Español": "es", "عربي": "ar", "中文": "zh", "Russian": "ru", "[FR]": "fr"}
BREAKS = st.sampled_from([" ", "\n", "\n\n", " – ", ": ", ", ", " | ", "\n- ", ":\n", " (", ") ", "; ", ".\n\n"])


@given(
    st.lists(st.tuples(st.sampled_from(sorted(NAMES)), BREAKS, BREAKS), min_size=1, max_size=5),
    st.booleans(),
    st.sampled_from(["", "Watch the message of the Secretary-General: ", f"{SITE}\n\n", "Links\n\n"]),
)
def test_no_link_is_filed_under_another_links_name(pairs: list[tuple[str, str, str]], after: bool, start: str) -> None:
    text = start
    for number, (name, between, end) in enumerate(pairs):
        address = f"https://youtu.be/{number:011d}"
        text += f"{address} {between}{name}{end}" if after else f"{name}{between}{address} {end}"
    for found, (name, _, _) in zip(filed(text).split(), pairs, strict=True):
        assert found in {NAMES[name], "-"}

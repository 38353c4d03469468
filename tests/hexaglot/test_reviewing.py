"""This file is the tests of what is laid before the editorial rules, and of where the findings belong."""

from __future__ import annotations

import pytest

from catalogue import SIX_LANGUAGES, Catalogue, Language, Message, Video
from catalogue.review import Told
from checker.facts import Facts
from hexaglot.reviewing import OF_THE_FILE, findings_for_pages, findings_of, reviewed, told_of

EN, FR, ES, AR, ZH, RU = SIX_LANGUAGES
YOUTUBE = {
    EN: "https://youtu.be/OGSyYP5v6PM",
    FR: "https://youtu.be/FmrrS4BiAW8",
    ES: "https://youtu.be/jyVi5-NFNBU",
}
RUSSIAN = "Сообщение Генерального секретаря"


def found(urls: dict[Language, str], facts: dict[str, Facts]) -> dict[tuple[str | None, str | None], list[str]]:
    message = Message("m", videos=tuple(Video(language, url) for language, url in urls.items()))
    told = findings_of((message,), SIX_LANGUAGES, facts)
    return {place: [one.rule for one in findings] for place, findings in told.items()}


def test_all_that_a_site_said_is_told() -> None:
    facts = Facts("T", "A", "fr", captions=False)
    assert told_of(facts, "youtube") == Told("T", "A", "fr", captions=False, site="youtube")


def test_an_entry_with_the_sound_of_all_languages_has_no_title_of_its_own() -> None:
    assert told_of(Facts("T", "A"), "unwebtv") == Told(None, "A", site="unwebtv")


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        (Facts(RUSSIAN), ["title-language"]),
        (Facts(RUSSIAN, captions=False), ["title-language", "captions-missing"]),
        (Facts(audio="en"), ["audio-language"]),
        (Facts(), []),
        (Facts("Message vidéo", "ITU", "fr", captions=True), []),
    ],
)
def test_what_a_site_said_of_a_slot_is_reviewed(facts: Facts, rules: list[str]) -> None:
    assert found({FR: YOUTUBE[FR]}, {YOUTUBE[FR]: facts}) == ({("m", "fr"): rules} if rules else {})


def test_nothing_is_found_where_nothing_was_said() -> None:
    assert found(YOUTUBE, {}) == {}


@pytest.mark.parametrize(
    ("urls", "flagged"),
    [
        (YOUTUBE, [("m", "es")]),
        ({**YOUTUBE, ES: "https://vimeo.com/76979871"}, []),
        # PeerTube lives on many hosts, and so do pages: a channel of one is nothing to the other.
        (
            {
                EN: "https://one.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
                FR: "https://one.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6e",
                ES: "https://two.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6f",
            },
            [],
        ),
        (
            {
                EN: "https://one.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
                FR: "https://one.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6e",
                ES: "https://one.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6f",
            },
            [("m", "es")],
        ),
        ({EN: "javascript:1", FR: "javascript:2", ES: "https://youtu.be/jyVi5-NFNBU"}, []),
    ],
)
def test_channels_are_compared_on_one_site_only(urls: dict[Language, str], flagged: list[tuple[str, str]]) -> None:
    authors = {EN: "ITU", FR: "ITU", ES: "Somebody"}
    assert list(found(urls, {url: Facts(author=authors[language]) for language, url in urls.items()})) == flagged


TRACKED = f"{YOUTUBE[ES]}?si=a"
TWO = Catalogue(
    messages=(
        Message(
            "first", videos=(Video(EN, YOUTUBE[EN]), Video(FR, YOUTUBE[FR], mirrors=("http://youtu.be/wwHOsWsInD0",)))
        ),
        Message("second", videos=(Video(ES, TRACKED), Video(EN, YOUTUBE[FR]))),
    )
)


def test_the_file_is_reviewed_as_a_whole_message_by_message() -> None:
    found = [(message.slug, str(finding.language), finding.rule) for message, finding in reviewed(TWO, OF_THE_FILE, {})]
    assert found == [
        ("first", "None", "language-missing"),
        ("first", "None", "title-missing"),
        ("first", "fr", "https"),
        ("second", "None", "language-missing"),
        ("second", "None", "title-missing"),
        ("second", "en", "video-elsewhere"),
        ("second", "es", "tracking"),
    ]


def test_the_pages_tell_what_the_file_and_the_sites_show_but_not_what_they_show_in_any_case() -> None:
    found = findings_for_pages(TWO, {YOUTUBE[EN]: Facts(audio="ru", captions=False)})
    assert {place: [one.rule for one in findings] for place, findings in found.items()} == {
        ("first", "en"): ["audio-language", "captions-missing"],
        ("first", "fr"): ["https"],
        ("second", "en"): ["video-elsewhere"],
        ("second", "es"): ["tracking"],
    }


def test_a_check_tells_only_what_the_sites_answers_show() -> None:
    assert findings_of(TWO.messages, TWO.languages, {TRACKED: Facts(captions=False)}) == {
        ("second", "es"): findings_for_pages(TWO, {TRACKED: Facts(captions=False)})[("second", "es")][1:]
    }

"""This file is the tests of what a letter changes: every link added, known or unclear, and none lost."""

from __future__ import annotations

import datetime as dt
import io
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import SIX_LANGUAGES, Catalogue, InvalidValue, Language, Message, Title, Video
from catalogue.candidate import Recognised, Refused
from catalogue.documents import read_document
from catalogue.fate import Fate
from catalogue.intake import Intake, intake
from catalogue.letter import Letter, Mention, read_letter
from catalogue.markdown import rendered
from catalogue.tongue import tongue_of

LETTERS = Path(__file__).parent / "letters"
TODAY = dt.date(2026, 11, 21)
EN, FR, ES, AR, ZH, RU = SIX_LANGUAGES
EMPTY = Catalogue()
A, B, C = "https://youtu.be/OGSyYP5v6PM", "https://youtu.be/FmrrS4BiAW8", "https://youtu.be/jyVi5-NFNBU"


def recognise(url: str) -> Recognised | Refused | None:
    """One video site, as the checker would know it."""
    match = re.fullmatch(r"(?:https?://)?(?:youtu\.be/|www\.youtube\.com/watch\?v=)([\w-]*)", url)
    if match is None:
        return None
    if not re.fullmatch(r"[\w-]{10}[AEIMQUYcgkosw048]", match[1]):
        return Refused("No YouTube video can have this id.")
    return Recognised(f"youtube:{match[1]}", f"https://youtu.be/{match[1]}")


def english(_: str) -> Language | None:
    return EN


def silent(_: str) -> Language | None:
    return None


def real(text: str) -> Language | None:
    return tongue_of(text, SIX_LANGUAGES)


def read(text: str) -> Letter:
    return read_letter(read_document("-", io.BytesIO(text.encode())))


def take(text: str, catalogue: Catalogue = EMPTY) -> Intake:
    return intake(read(text), catalogue, recognise=recognise, today=TODAY, slug="m", tongue=english)


def fates(result: Intake) -> list[tuple[str, str | None, str | None]]:
    return [(t.fate.value, t.language.tag if t.language else None, t.address) for t in result.taken]


def of_file(name: str, catalogue: Catalogue) -> Intake:
    letter = read_letter(read_document(str(LETTERS / name), io.BytesIO()))
    return intake(letter, catalogue, recognise=recognise, today=TODAY, tongue=real)


def test_the_letter_of_2021_adds_six_videos_and_the_second_time_none() -> None:
    first = of_file("itu-wtisd-2021-video-message.txt", EMPTY)
    assert fates(first) == [
        ("added", "en", "https://youtu.be/OGSyYP5v6PM"),
        ("added", "fr", "https://youtu.be/FmrrS4BiAW8"),
        ("added", "es", "https://youtu.be/jyVi5-NFNBU"),
        ("added", "ar", "https://youtu.be/wwHOsWsInD0"),
        ("added", "zh", "https://youtu.be/-FWuObmSstQ"),
        ("added", "ru", "https://youtu.be/hmM44jmcE3g"),
    ]
    title = Title(EN, "World Telecommunication and Information Society Day 2021 (WTISD 2021)")
    assert (first.slug, first.title, first.remark, first.ignored, first.folded) == ("wtisd-2021", title, "", 0, 0)
    assert (first.added, first.known, first.unclear) == (6, 0, 0)
    videos = tuple(Video(taken.language, taken.address or "", added=TODAY) for taken in first.taken if taken.language)
    assert first.after == Catalogue(
        SIX_LANGUAGES, (Message("wtisd-2021", (title,), speaker="Houlin Zhao", videos=videos),)
    )

    second = of_file("itu-wtisd-2021-video-message.txt", first.after)
    assert (second.added, second.known, second.unclear) == (0, 6, 0)
    assert second.after == first.after


def test_the_circular_of_2021_adds_nothing() -> None:
    result = of_file("itu-circular-2021-05-06.txt", EMPTY)
    assert (result.taken, result.ignored, result.after) == ((), 5, EMPTY)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            f"Klingon: {A}",
            ("unclear", None, A),
            f"“Klingon” names no language of this catalogue. If you know which it is: hexaglot add m LANG {A}",
        ),
        (
            f"<table><tr><td>Klingon<td><a href={A}>Watch the video</a></table>",
            ("unclear", None, A),
            "“Klingon” names no language of this catalogue.",
        ),
        (
            f"<p><a href={A}>Watch the video</a>",
            ("unclear", None, A),
            "The letter does not say which language this video is in.",
        ),
        (
            f"Deutsch: {A}",
            ("unclear", None, A),
            "The letter names German (de), which is not among “languages:” in the catalogue. Add it there first.",
        ),
        (
            A,
            ("unclear", None, A),
            f"The letter does not say which language this video is in. If you know it: hexaglot add m LANG {A}",
        ),
        (
            f"| English | Français |\n|---|---|\n| Русский | {A} |",
            ("unclear", None, A),
            "The letter names French (fr) and Russian (ru) beside this link. Decide which it is:",
        ),
        ("English: https://youtu.be/OGSyYP5v6PN", ("unclear", "en", None), "No YouTube video can have this id."),
        ("https://youtu.be/x", ("unclear", None, None), "No YouTube video can have this id."),
        (
            "English: https://youtu.be.evil.example/OGSyYP5v6PM",
            ("unclear", "en", None),
            "What the letter calls “English” is not a link to a video site we know.",
        ),
        ("[English](javascript:alert(1))", ("unclear", "en", None), "is not a link to a video site we know."),
        ("[English](file:///c:/message.mp4)", ("unclear", "en", None), "is not a link to a video site we know."),
        (f"[English]({A}{'x' * 3000})", ("unclear", "en", None), "is not a link to a video site we know."),
        ("English: www.youtube.com/watch?v=OGSyYP5v6PM", ("added", "en", A), "New in the catalogue."),
        ("Русский: youtu.be/OGSyYP5v6PM", ("added", "ru", A), "New in the catalogue."),
    ],
)
def test_one_link(text: str, expected: tuple[str, str | None, str | None], reason: str) -> None:
    result = take(text)
    assert fates(result) == [expected]
    assert reason in result.taken[0].reason


def held(*videos: Video, slug: str = "m", languages: tuple[Language, ...] = SIX_LANGUAGES) -> Catalogue:
    return Catalogue(languages, (Message(slug, (Title(FR, "Un titre"),), videos=videos),))


@pytest.mark.parametrize(
    ("text", "catalogue", "expected", "reason"),
    [
        # two videos for one language: nobody is preferred
        (
            f"English: {A}\n\nEnglish: {B}\n\nFrançais: {C}",
            EMPTY,
            [("unclear", "en", A), ("unclear", "en", B), ("added", "fr", C)],
            f"The letter gives 2 videos in English (en). Choose one: hexaglot add m en {A}",
        ),
        # one video for two languages: the first keeps it
        (
            f"Français: {A}\n\nEnglish: {A}",
            EMPTY,
            [("added", "fr", A), ("unclear", "en", A)],
            f"The letter gives the same video in French (fr) too. If that is meant: hexaglot add m en {A} --force",
        ),
        ("English: " + A, held(Video(EN, A)), [("known", "en", A)], "The catalogue holds it already."),
        ("English: " + A, held(Video(EN, "http://youtu.be/OGSyYP5v6PM")), [("known", "en", A)], "The catalogue holds"),
        (
            "English: " + A,
            held(Video(EN, B, mirrors=("https://x.int", A))),
            [("known", "en", A)],
            "The catalogue holds",
        ),
        (
            "English: " + A,
            held(Video(EN, B)),
            [("unclear", "en", A)],
            f"m/en holds {B} already. To replace it: hexaglot add m en {A} --replace",
        ),
        (
            "English: " + A,
            held(Video(EN, "https://x.int/video.mp4")),
            [("unclear", "en", A)],
            "m/en holds https://x.int/video.mp4 already.",
        ),
        (
            "English: " + A,
            held(Video(FR, A), Video(RU, A), slug="other"),
            [("unclear", "en", A)],
            f"This video stands in other/fr, other/ru already. If that is meant: hexaglot add m en {A} --force",
        ),
        # a person chose one of the two: that one is known, the other stays unclear
        (
            f"English: {A}\n\nEnglish: {B}",
            held(Video(EN, B)),
            [("unclear", "en", A), ("known", "en", B)],
            "The letter gives 2 videos in English (en).",
        ),
    ],
)
def test_links_beside_others(
    text: str, catalogue: Catalogue, expected: list[tuple[str, str | None, str | None]], reason: str
) -> None:
    result = take(text, catalogue)
    assert fates(result) == expected
    assert any(reason in taken.reason for taken in result.taken)
    if not result.added:
        assert result.after == catalogue


@pytest.mark.parametrize(
    ("text", "expected", "folded", "ignored"),
    [
        (f"English: {A}\n\nEnglish: youtu.be/OGSyYP5v6PM", [("added", "en", A)], 1, 0),
        # a picture and a name that lead to one video
        (f"<html><p><a href={A}><img src=x></a><p><a href={A}>English</a>", [("added", "en", A)], 1, 0),
        (f"<html><p><a href={A}>Watch</a><p><a href={A}>English</a>", [("added", "en", A)], 1, 0),
        (f"{A}\n\n{A}", [("unclear", None, A)], 1, 0),
        ("https://www.itu.int and [programme](#)", [], 0, 2),
        ("", [], 0, 0),
    ],
)
def test_repetitions_are_folded_and_other_links_ignored(
    text: str, expected: list[tuple[str, str | None, str | None]], folded: int, ignored: int
) -> None:
    result = take(text)
    assert (fates(result), result.folded, result.ignored) == (expected, folded, ignored)


@pytest.mark.parametrize(
    "text",
    [
        (
            "<html dir=rtl><table><tr><th>الإنجليزية<th>العربية"
            f"<tr><td><a href={A}>فيديو</a><td><a href={B}>فيديو</a></table>"
        ),
        (
            "<html dir=rtl><table><tr><td>الإنجليزية<td>"
            f"<a href={A}>فيديو</a><tr><td>العربية<td><a href={B}>فيديو</a></table>"
        ),
        f"<html dir=rtl><p><a href={A}>English</a> | <a href={B}>\u200fعربي\u200f</a>",
        f"<html dir=rtl><h3>English</h3><a href={A}>فيديو</a><h3>العربية</h3><a href={B}>فيديو</a>",
        f"[EN]: {A}\n[AR]: {B}",
        f"English version: {A}, النسخة العربية: {B}",
        f"English\n{A}\nعربي\n{B}",
        f"英文：{A}，阿拉伯文：{B}。",
    ],
)
def test_letters_in_many_shapes_and_directions(text: str) -> None:
    assert fates(take(text)) == [("added", "en", A), ("added", "ar", B)]


def test_a_thousand_links_end_in_one_question_each() -> None:
    addresses = [f"https://youtu.be/{number:010d}A" for number in range(1_000)]
    result = take("\n".join(f"- English <{address}>" for address in addresses))
    assert (result.unclear, result.after) == (1_000, EMPTY)


def test_thousands_of_links_that_share_names_with_neighbours_do_not_grow_with_the_square() -> None:
    began = time.process_time()
    links = [f"- English <https://youtu.be/film{number:06d}A>" for number in range(6_000)]
    assert take("\n".join(links)).unclear == 6_000
    # A minute is a guard against what does not end; it takes two seconds, and took eighty when it was quadratic.
    assert time.process_time() - began < 60


def test_names_first_and_addresses_later_is_not_guessed() -> None:
    result = take(f"English\n\nFrançais\n\n{A}\n\n{B}")
    assert [taken.fate for taken in result.taken] == [Fate.UNCLEAR, Fate.UNCLEAR]
    assert "The letter names English (en) and French (fr) beside this link." in result.taken[0].reason


def test_a_new_message_has_its_videos_in_the_catalogues_order_and_what_a_person_gave() -> None:
    catalogue = Catalogue((AR, EN), (Message("old"),))
    result = intake(
        read(f"English: {A}\n\nعربي: {B}"),
        catalogue,
        recognise=recognise,
        today=TODAY,
        slug="new",
        title="\u202eA  title\n ",
        on=dt.date(2021, 5, 17),
        tongue=silent,
    )
    added = (Video(AR, B, added=TODAY), Video(EN, A, added=TODAY))
    new = Message("new", (Title(AR, "A title"),), dt.date(2021, 5, 17), videos=added)
    assert result.after == Catalogue((AR, EN), (Message("old"), new))
    assert result.remark == (
        "The language of the title is not clear; it is filed under Arabic (ar), the catalogue's first."
    )


def test_a_message_keeps_what_it_has() -> None:
    message = Message("m", (Title(FR, "Un titre"),), dt.date(2020, 1, 1), "X", (Video(RU, C, title="t"),))
    catalogue = Catalogue(SIX_LANGUAGES, (Message("a"), message, Message("z")))
    result = intake(
        read(f"# Another title\n\nFrançais: {B}\n\nEnglish: {A}"),
        catalogue,
        recognise=recognise,
        today=TODAY,
        slug="m",
        on=dt.date(2021, 5, 17),
        tongue=silent,
    )
    videos = (*message.videos, Video(EN, A, added=TODAY), Video(FR, B, added=TODAY))
    grown = Message("m", message.titles, message.date, "X", videos)
    assert result.after == Catalogue(SIX_LANGUAGES, (Message("a"), grown, Message("z")))
    assert (result.title, result.remark, result.filled) == (
        None,
        "m keeps its date, 2020-01-01. If 2021-05-17 is right, write it there by hand.",
        (),
    )


@pytest.mark.parametrize(
    ("title", "on", "remark"),
    [
        (None, None, "The letter says 2021-05-17 where m keeps its date, 2020-01-01."),
        (None, dt.date(2020, 1, 1), ""),
        (None, dt.date(2022, 2, 2), "m keeps its date, 2020-01-01. If 2022-02-02 is right, write it there by hand."),
        ("One", dt.date(2020, 1, 1), ""),
        ("Two", dt.date(2020, 1, 1), "m keeps its title, “One”. If “Two” is right, write it there by hand."),
    ],
)
def test_what_a_person_gives_and_the_message_has_otherwise_is_told(
    title: str | None, on: dt.date | None, remark: str
) -> None:
    message = Message("m", (Title(EN, "One"),), dt.date(2020, 1, 1), videos=(Video(EN, A),))
    result = intake(
        read(f"Date: 17 May 2021\n\nEnglish: {A}"),
        Catalogue(SIX_LANGUAGES, (message,)),
        recognise=recognise,
        today=TODAY,
        title=title,
        on=on,
        tongue=english,
    )
    assert (result.remark, result.changes) == (remark, False)
    assert result.after.messages == (message,)


def test_a_title_in_another_language_is_added_and_one_of_no_clear_language_is_not() -> None:
    catalogue, letter = held(Video(EN, A)), read(f"English: {A}")
    given_ = intake(letter, catalogue, recognise=recognise, today=TODAY, title="One", tongue=english)
    assert (given_.filled, given_.remark) == (("its title in English (en)",), "")
    assert given_.after.messages[0].titles == (Title(FR, "Un titre"), Title(EN, "One"))
    unclear = intake(letter, catalogue, recognise=recognise, today=TODAY, title="Eins", tongue=silent)
    assert unclear.after == catalogue
    assert unclear.remark == "m keeps its title, “Un titre”. If “Eins” is right, write it there by hand."


def test_what_a_message_lacks_is_filled_in_although_every_link_is_known() -> None:
    catalogue = Catalogue(SIX_LANGUAGES, (Message("m", videos=(Video(EN, A),)),))
    letter = read(f"# The day\n\nDate: 17 May 2021\n\nSpeaker: Houlin Zhao\n\nEnglish: {A}")
    result = intake(letter, catalogue, recognise=recognise, today=TODAY, tongue=english)
    assert (result.added, result.known, result.changes) == (0, 1, True)
    assert result.filled == ("its date", "its speaker", "its title in English (en)")
    filled = Message("m", (Title(EN, "The day"),), dt.date(2021, 5, 17), "Houlin Zhao", (Video(EN, A),))
    assert result.after.messages == (filled,)
    again = intake(letter, result.after, recognise=recognise, today=TODAY, tongue=english)
    assert (again.after, again.changes) == (result.after, False)


def test_a_letter_whose_links_are_all_unclear_fills_nothing_in() -> None:
    catalogue, day = held(Video(EN, A)), dt.date(2021, 5, 17)
    result = intake(
        read(f"English: {B}"), catalogue, recognise=recognise, today=TODAY, slug="m", on=day, tongue=english
    )
    assert (result.unclear, result.after, result.changes) == (1, catalogue, False)


def test_a_letter_without_a_title_gives_none() -> None:
    result = intake(read(f"English: {A}"), EMPTY, recognise=recognise, today=TODAY, tongue=silent)
    assert (result.slug, result.title, result.remark) == ("message-2026-11-21", None, "")
    assert result.after.messages[0].titles == ()


def test_two_letters_of_one_day_are_two_messages_and_each_is_found_again_the_next_day() -> None:
    def of(text: str, catalogue: Catalogue, today: dt.date) -> Intake:
        return intake(read(text), catalogue, recognise=recognise, today=today, tongue=silent)

    one, other = f"# اليوم العالمي\n\nالعربية: {A}", f"# رسالة أخرى\n\nالعربية: {B}\n\nEnglish: {C}"
    first = of(one, EMPTY, TODAY)
    second = of(other, first.after, TODAY)
    assert [message.slug for message in second.after.messages] == ["message-2026-11-21", "message-2026-11-21-2"]
    for text, slug, known in ((one, "message-2026-11-21", 1), (other, "message-2026-11-21-2", 2)):
        again = of(text, second.after, TODAY + dt.timedelta(1))
        assert (again.slug, again.known, again.added, again.unclear) == (slug, known, 0, 0)
        assert again.after == second.after


def test_a_name_that_may_be_either_neighbours_is_asked_about() -> None:
    result = take(f"{A} English {B}")
    assert fates(result) == [("unclear", None, A), ("unclear", None, B)]
    assert result.taken[0].reason == (
        "The letter names English (en) where it may mean this link or its neighbour. "
        f"Decide which: hexaglot add m LANG {A}"
    )


D = "https://youtu.be/wwHOsWsInD0"
FOOD = f"# World Food Day 2023\n\nEnglish: {A}\n\nFrench: {B}\n\n"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (f"{FOOD}# United Nations Day 2023\n\nSpanish: {C}\n\nArabic: {D}", 2),
        (f"{FOOD}United Nations Day 2023\n\nSpanish: {C}\n\nArabic: {D}", 2),
        (f"English: {A}\n\n# United Nations Day 2023\n\nSpanish: {C}\n\nArabic: {D}", 2),
        (f"{FOOD}# United Nations Day 2023\n\nSpanish: {C}", 2),
        (f"{FOOD}Now at last there is\n\nSpanish: {C}", 0),
        (f"{FOOD}# Arabic version\n\nWatch: {C}\n\n# Spanish version\n\nWatch: {D}", 0),
        (f"{FOOD}# Subtitled versions here\n\nSpanish: {C}\n\nArabic: {D}", 0),
        (f"{FOOD}# World Food Day 2023\n\nSpanish: {C}\n\nArabic: {D}", 0),
        (f"# World Food Day 2023\n\nEnglish: {A}\n\n# Journée mondiale de l'alimentation\n\nFrench: {B}", 0),
    ],
)
def test_titles_over_recordings_of_their_own_are_several_messages(text: str, messages: int) -> None:
    letter = read_letter(rendered(text, markdown=True))
    result = intake(letter, EMPTY, recognise=recognise, today=TODAY, tongue=real)
    assert (f"seems to hold {messages} messages" in result.remark) is bool(messages)
    assert ("seems to hold" in result.remark) is bool(messages)
    assert not (messages and result.added)


def test_who_says_that_it_is_one_message_is_believed() -> None:
    letter = read_letter(rendered(f"{FOOD}# And those that came in late\n\nSpanish: {C}\n\nArabic: {D}", markdown=True))
    assert intake(letter, EMPTY, recognise=recognise, today=TODAY, tongue=real).added == 0
    assert intake(letter, EMPTY, recognise=recognise, today=TODAY, one=True, tongue=real).added == 4


def test_several_messages_that_are_all_known_are_no_question() -> None:
    letter = read_letter(rendered(f"{FOOD}# United Nations Day\n\nSpanish: {C}\n\nArabic: {D}", markdown=True))
    catalogue = held(Video(EN, A), Video(FR, B), Video(ES, C), Video(AR, D))
    result = intake(letter, catalogue, recognise=recognise, today=TODAY, tongue=real)
    assert (result.known, result.unclear, "seems to hold" in result.remark) == (4, 0, False)


def test_of_several_messages_each_link_is_asked_about_under_its_own_slug() -> None:
    bare = "https://youtu.be/9O7X2En_eZI"
    language_day = f"# اليوم العالمي للغة\n\nArabic: {C}\n\nRussian: {bare}\n\n"
    text = f"English: {A}\n\n{FOOD.replace(A, D)}{language_day}# Other films here\n\n{A[:-1]}U"
    held_already = held(Video(FR, B), slug="food")
    letter = read_letter(rendered(text, markdown=True))
    result = intake(letter, held_already, recognise=recognise, today=TODAY, tongue=real)
    assert [(taken.fate.value, taken.reason.rpartition("hexaglot add ")[2][:26]) for taken in result.taken] == [
        ("unclear", "SLUG en https://youtu.be/O"),
        ("unclear", "world-food-day-2023 en htt"),
        ("known", "The catalogue holds it alr"),
        ("unclear", "SLUG ar https://youtu.be/j"),
        ("unclear", "SLUG ru https://youtu.be/9"),
        ("unclear", "other-films-here LANG http"),
    ]
    assert (result.title, result.said.titles, result.after) == (None, (), held_already)


def test_a_video_in_another_language_does_not_choose_the_message() -> None:
    result = intake(
        read(f"English: {A}"), held(Video(FR, A), slug="other"), recognise=recognise, today=TODAY, tongue=silent
    )
    assert (result.slug, result.unclear) == ("message-2026-11-21", 1)


@pytest.mark.parametrize("slug", ["Not A Slug", "x" * 101, "-", "a--b"])
def test_a_slug_that_is_none_is_refused(slug: str) -> None:
    with pytest.raises(InvalidValue, match=r"cannot be a slug|too long for a slug"):
        intake(read(""), EMPTY, recognise=recognise, today=TODAY, slug=slug, tongue=silent)


ADDRESSES = [A, B, C, "youtu.be/OGSyYP5v6PM", "https://youtu.be/x", "https://x.int", "javascript:x", ""]
LABELS = ["English", "Français", "عربي", "Klingon", "", "English / Français"]
mentions = st.builds(
    Mention,
    st.sampled_from(ADDRESSES),
    st.sampled_from(LABELS),
    st.none() | st.integers(1, 99),
    st.lists(st.sampled_from(LABELS), max_size=2).map(tuple),
)
videos = st.builds(Video, st.sampled_from([EN, FR, RU]), st.sampled_from(ADDRESSES[:6]))
messages = st.builds(
    Message,
    st.sampled_from(["m", "n"]),
    videos=st.lists(videos, unique_by=lambda video: video.language, max_size=3).map(tuple),
)
catalogues = st.builds(
    Catalogue,
    st.permutations([EN, FR, AR]).map(tuple),
    st.lists(messages, unique_by=lambda message: message.slug, max_size=2).map(tuple),
)
letters = st.builds(Letter, st.lists(mentions, max_size=8).map(tuple), st.none() | st.text(), st.text())


@given(letters, catalogues, st.sampled_from([None, "m"]))
def test_no_mention_is_lost_and_no_video_either(letter: Letter, catalogue: Catalogue, slug: str | None) -> None:
    result = intake(letter, catalogue, recognise=recognise, today=TODAY, slug=slug, tongue=silent)
    assert len(result.taken) + result.folded + result.ignored == len(letter.mentions)
    assert result.added + result.known + result.unclear == len(result.taken)
    assert all(taken.reason for taken in result.taken)
    for message in catalogue.messages:
        grown = result.after.message(message.slug)
        assert grown is not None
        assert grown.videos[: len(message.videos)] == message.videos
    before, after = (sum(1 for _ in c.places()) for c in (catalogue, result.after))
    assert after - before == result.added


@given(letters, catalogues)
def test_a_second_import_changes_nothing(letter: Letter, catalogue: Catalogue) -> None:
    first = intake(letter, catalogue, recognise=recognise, today=TODAY, slug="m", tongue=silent)
    second = intake(letter, first.after, recognise=recognise, today=TODAY, slug="m", tongue=silent)
    assert second.after == first.after
    assert second.known == first.known + first.added

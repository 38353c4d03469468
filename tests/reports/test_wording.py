"""How pages put into words what is known: never more than is known."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

import sheets
from catalogue import SIX_LANGUAGES, Captions, Catalogue, Language
from checker import Detail, State
from checker.exchange import Cause, Silence
from checker.verdict import unheard
from reports.availability import Known
from reports.translation import interface
from reports.wording import CAPTIONS, DETAILS, STATES, Words, code

NB = "\N{NO-BREAK SPACE}"
URLS = [video.url for _, video in sheets.SIX_LINKS.places()]


def words(tag: str = "en") -> Words:
    return Words(interface(Language(tag)))


def summary(known: Mapping[str, Known], tag: str = "en", catalogue: Catalogue = sheets.SIX_LINKS) -> list[str]:
    value = sheets.sheet_of(catalogue, known).availability
    return [text.replace(NB, " ") for text in words(tag).summary(value)]


def each(*known: Known) -> Mapping[str, Known]:
    return dict(zip(URLS, known, strict=False))


def waiting() -> Known:
    return sheets.unheard_of(unheard(Silence(Cause.LEFT_ALONE)))


UNREACHED = [sheets.unheard_of(sheets.UNREACHABLE)] * 6
PLAYING = [sheets.sure(sheets.PLAYS)] * 6


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (each(*PLAYING), ["6 links: 6 play."]),
        (each(*PLAYING[:5], sheets.sure(sheets.PRIVATE)), ["6 links: 5 play, 1 is private."]),
        (
            each(*PLAYING[:5], sheets.doubted(sheets.PRIVATE)),
            ["6 links: 5 play, 1 is private.", "1 finding is still to be confirmed by a second look."],
        ),
        (
            each(*PLAYING[:4], *[sheets.doubted(sheets.PRIVATE, sheets.PLAYS)] * 2),
            ["6 links: 6 play.", "2 findings are still to be confirmed by a second look."],
        ),
        (each(*UNREACHED), ["None of the 6 links could be reached.", "Nothing is known to be broken."]),
        (each(), ["6 links, none of them checked yet."]),
        (
            each(*UNREACHED[:3]),
            ["6 links: 3 could not be reached, 3 have not been checked yet.", "Nothing is known to be broken."],
        ),
        (
            each(*UNREACHED[:5], waiting()),
            ["6 links: 1 had to wait, 5 could not be reached.", "Nothing is known to be broken."],
        ),
        # What is known to be broken is never talked away, even if nothing else answers.
        (each(*UNREACHED[:5], sheets.sure(sheets.REMOVED)), ["6 links: 1 is removed, 5 could not be reached."]),
        # A belief stands while looks fail.
        (each(*[sheets.unheard_of(sheets.UNREACHABLE, sheets.PLAYS)] * 6), ["6 links: 6 play."]),
    ],
)
def test_the_summary_says_what_is_known(known: Mapping[str, Known], said: list[str]) -> None:
    assert summary(known) == said


def test_the_summary_counts_every_state_and_the_gaps() -> None:
    assert summary(sheets.EVERY_STATE, catalogue=sheets.ALL_STATES) == [
        (
            "15 links: 4 play, 1 is restricted, 1 is not yet published, 2 are private, 1 is removed, "
            "1 has a wrong address, 1 had to wait, 1 could not be reached, 1 could not be judged, "
            "2 have not been checked yet."
        ),
        "2 findings are still to be confirmed by a second look.",
        "3 language versions are missing.",
    ]


def test_a_catalogue_without_links_is_not_called_well() -> None:
    assert summary({}, catalogue=Catalogue()) == ["There is no link yet."]
    gaps = Catalogue(messages=(sheets.message("no-links", {}),))
    assert summary({}, catalogue=gaps) == ["There is no link yet.", "6 language versions are missing."]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("fr", ["6 liens\u00a0: 5 lisibles, 1 privé."]),
        ("es", ["6 enlaces: 5 se reproducen, 1 privado."]),
        ("ar", ["6 روابط: 5 تعمل، واحد خاص."]),
        ("zh", ["6 个链接：5 个可播放，1 个为私享。"]),
        ("ru", ["6 ссылок: 5 воспроизводятся, 1 с закрытым доступом."]),
        ("pt", ["6 links: 5 play, 1 is private."]),
    ],
)
def test_the_summary_in_each_language(tag: str, said: list[str]) -> None:
    known = each(*PLAYING[:5], sheets.sure(sheets.PRIVATE))
    assert summary(known, tag) == [text.replace(NB, " ") for text in said]


@pytest.mark.parametrize(
    ("number", "ar", "ru"),
    [
        (1, "رابط واحد: واحد يعمل.", "1 ссылка: 1 воспроизводится."),
        (2, "رابطان: اثنان يعملان.", "2 ссылки: 2 воспроизводятся."),
        (5, "5 روابط: 5 تعمل.", "5 ссылок: 5 воспроизводятся."),
        (11, "11 رابطاً: 11 تعمل.", "11 ссылок: 11 воспроизводятся."),
        (21, "21 رابطاً: 21 تعمل.", "21 ссылка: 21 воспроизводится."),
        (100, "100 رابط: 100 تعمل.", "100 ссылок: 100 воспроизводятся."),
    ],
)
def test_plurals_are_those_of_the_language(number: int, ar: str, ru: str) -> None:
    catalogue = Catalogue(
        messages=tuple(sheets.message(f"m-{n}", {sheets.EN: f"https://youtu.be/{n}"}) for n in range(number))
    )
    known = {f"https://youtu.be/{n}": sheets.sure(sheets.PLAYS) for n in range(number)}
    only = replace(catalogue, languages=(sheets.EN,))
    assert summary(known, "ar", only) == [ar]
    assert summary(known, "ru", only) == [ru]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "1 May 2026 at 09:05 UTC"),
        ("en-US", "May 1, 2026 at 09:05 UTC"),
        ("fr", "1 mai 2026 à 09:05 UTC"),
        ("es", "1 de mayo de 2026 a las 09:05 UTC"),
        ("ar", "1 مايو 2026 الساعة 09:05 بالتوقيت العالمي المنسَّق"),
        ("zh", "2026年5月1日 09:05（协调世界时）"),
        ("ru", "1 мая 2026\u202fг. в 09:05 UTC"),
        ("pt", "1 May 2026 at 09:05 UTC"),
    ],
)
def test_a_moment_in_each_language(tag: str, said: str) -> None:
    spoken = words(tag).moment(datetime(2026, 5, 1, 9, 5, 59, tzinfo=UTC))
    assert spoken.replace(NB, "\u202f") == said.replace(NB, "\u202f")


def test_a_day_and_a_number_in_two_languages() -> None:
    assert words("fr").day(date(2021, 5, 17)) == "17 mai 2021"
    assert words("es-MX").number(1234567) == "1,234,567"
    assert words("ru").number(1234567).replace(NB, " ") == "1 234 567"


def test_every_state_detail_and_caption_has_a_word() -> None:
    assert set(STATES) == {*State, "unchecked", "missing"}
    assert set(DETAILS) == set(Detail)
    assert set(CAPTIONS) == set(Captions)


@pytest.mark.parametrize("language", SIX_LANGUAGES, ids=str)
def test_no_two_states_are_told_alike(language: Language) -> None:
    told = [words(language.tag).state(state) for state in STATES]
    told += [words(language.tag).state(State.RESTRICTED, detail) for detail in Detail]
    assert len(set(told)) == len(told)


def test_what_a_row_is_called() -> None:
    rows = sheets.EVERYTHING.availability.rows
    assert [code(row) for row in rows] == [
        *("available", "restricted", "private", "available", "available", "removed"),
        *("private", "unreachable", "missing", "available", "unchecked", "missing"),
        *("not_yet", "invalid", "rate_limited", "unknown", "missing", "unchecked"),
    ]
    assert words("fr").row(rows[1]) == "intégration désactivée"


def test_yes_no_and_not_known() -> None:
    assert [words("en").truth(answer) for answer in (True, False, None)] == ["yes", "no", "not known"]
    assert [words("ru").truth(answer) for answer in (True, False, None)] == ["да", "нет", "неизвестно"]


def test_why_nothing_came() -> None:
    assert words().cause("timeout") == "The site did not answer in time."
    assert words().cause("the proxy said no") == "the proxy said no"
    assert words("fr").say(words("fr").cause("timeout")) == "Le site n’a pas répondu à temps."


def test_a_name_of_a_language_in_another() -> None:
    assert words("fr").language(Language("ar")) == "arabe"
    assert words("pt").language(Language("ar")) == "Arabic"


def test_nothing_said_stays_nothing() -> None:
    assert words("fr").say("") == ""


def test_a_form_of_code_is_called_by_our_name_or_its_own() -> None:
    assert words().label("iframe", "summary") == "A player in a frame, with a link below it"
    assert words().label("new-form", "A new form.") == "A new form."

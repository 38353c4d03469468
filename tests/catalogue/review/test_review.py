"""This file is the tests of the editorial review: each rule keeps the contract, and any text of a site is survived."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import SIX_LANGUAGES, Captions, Language, Message, Video
from catalogue.review import RULES, Case, Finding, Level, Rule, Source, Told, review

EN, FR, ES, AR, ZH, RU = SIX_LANGUAGES

OF_THE_SITES = tuple(rule for rule in RULES if rule.source is Source.SITES)

each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])


def case(told: dict[Language, Told], captions: Captions = Captions.UNKNOWN) -> Case:
    videos = tuple(Video(slot, f"https://v.example/{slot}", captions=captions) for slot in told)
    return Case(Message("m", videos=videos), SIX_LANGUAGES, told)


def says(told: Told, slot: Language = FR, captions: Captions = Captions.UNKNOWN) -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in review(case({slot: told}, captions), OF_THE_SITES)]


def test_the_rules_are_the_files_of_the_folder() -> None:
    assert [(rule.name, rule.level.value, rule.source.value) for rule in RULES] == [
        ("audio-language", "warning", "sites"),
        ("bidi-controls", "error", "file"),
        ("captions-missing", "notice", "sites"),
        ("https", "warning", "file"),
        ("impossible-id", "error", "file"),
        ("language-missing", "notice", "file"),
        ("mixed-scripts", "warning", "file"),
        ("not-a-video", "error", "file"),
        ("player-address", "warning", "file"),
        ("same-channel", "warning", "sites"),
        ("same-mirror", "warning", "file"),
        ("same-video", "warning", "file"),
        ("same-year", "warning", "sites"),
        ("title-language", "warning", "sites"),
        ("title-missing", "notice", "file"),
        ("title-script", "warning", "file"),
        ("tracking", "warning", "file"),
        ("video-elsewhere", "warning", "file"),
        ("year-and-date", "warning", "file"),
    ]


@each_rule
def test_a_rule_has_a_name_and_says_in_sentences_what_it_is_and_what_to_do(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    for sentence in (rule.explanation, rule.remedy):
        assert re.fullmatch(r"[A-Z][^%]+\.", sentence)


@pytest.mark.parametrize("rule", OF_THE_SITES, ids=[rule.name for rule in OF_THE_SITES])
def test_a_rule_about_answers_is_silent_where_nothing_was_told(rule: Rule) -> None:
    assert list(rule.review(case({}))) == []
    assert list(rule.review(case(dict.fromkeys(SIX_LANGUAGES, Told())))) == []
    assert list(rule.review(Case(Message("m", videos=(Video(EN, "u"),)), SIX_LANGUAGES, {}))) == []


@pytest.mark.parametrize(
    ("tag", "slot", "spoken"),
    [
        *(("fr", "fr", None), ("fr-CA", "fr", None), ("FR", "fr", None), ("en-GB", "en", None)),
        *(("zh-Hans", "zh", None), ("zh-TW", "zh", None), ("cmn", "zh", None), ("yue", "zh", None)),
        *(("zh", "zh-Hant", None), ("arz", "ar", None), ("ary", "ar", None), ("nn", "nb", None), ("iw", "he", None)),
        *(("pt_BR", "pt", None), ("hr", "sr", None)),
        *(
            ("en", "fr", "English"),
            ("en-US", "ar", "English (United States)"),
            ("es", "fr", "Spanish"),
            ("uk", "ru", "Ukrainian"),
        ),
        *(("ca", "es", "Catalan"), ("fa", "ar", "Persian"), ("ur", "ar", "Urdu"), ("ja", "zh", "Japanese")),
        *(("und", "fr", None), ("zxx", "fr", None), ("mul", "fr", None), ("mis", "fr", None), ("qaa", "fr", None)),
        *(("", "fr", None), ("English", "fr", None), ("x" * 1000, "fr", None), ("\u202een", "fr", None)),
    ],
)
def test_a_spoken_language_is_held_against_the_slot(tag: str, slot: str, spoken: str | None) -> None:
    under = Language(slot).name_in(EN)
    text = f"The site says that {spoken} is spoken in the video, but the link stands under {under}."
    assert says(Told(audio=tag), Language(slot)) == ([("audio-language", text)] if spoken else [])


NONE = "The site says that the video has no captions."
DISAGREE = "The site says that the video has no captions, but the catalogue says that people made some."


@pytest.mark.parametrize(
    ("told", "catalogue", "text"),
    [
        (False, Captions.UNKNOWN, NONE),
        (False, Captions.NONE, NONE),
        (False, Captions.MANUAL, DISAGREE),
        (False, Captions.AUTOMATIC, None),
        (True, Captions.UNKNOWN, None),
        (True, Captions.NONE, None),
        (None, Captions.MANUAL, None),
        (None, Captions.UNKNOWN, None),
    ],
)
def test_missing_captions_are_noticed_unless_the_catalogue_knows_better(
    told: bool | None, catalogue: Captions, text: str | None
) -> None:
    assert says(Told(captions=told), captions=catalogue) == ([("captions-missing", text)] if text else [])


def test_findings_stand_slot_by_slot_the_worst_first() -> None:
    wrong = Told("Сообщение Генерального секретаря", "ITU", "en", captions=False, site="youtube")
    found = review(case({ZH: Told(captions=False), FR: wrong}), OF_THE_SITES)
    assert [(str(finding.language), finding.rule) for finding in found] == [
        ("fr", "audio-language"),
        ("fr", "title-language"),
        ("fr", "captions-missing"),
        ("zh", "captions-missing"),
    ]
    assert all(finding.remedy.endswith(".") for finding in found)


def test_a_language_outside_the_list_is_reviewed_after_the_others() -> None:
    german = Language("de")
    found = review(case({german: Told(captions=False), RU: Told(captions=False)}), OF_THE_SITES)
    assert [finding.language for finding in found] == [RU, german]


def test_a_value_is_never_read_as_a_place_in_the_sentence() -> None:
    finding = Finding("r", Level.ERROR, None, "It says “%(title)s”.", (("title", "100 %(slot)s %s %"),), "Do.")
    assert finding.text == "It says “100 %(slot)s %s %”."


TEXTS = st.one_of(
    st.text(max_size=400),
    st.text("aé1٢２年 م世界Яя\u202e\u2067()[]|–-ARFE中文", max_size=60),
    st.sampled_from(["Message (Français)", "WTISD 2021", "Message [AR]", "2020-2021", "中文字幕", "%(title)s %"]),
)
TOLD = st.builds(
    Told,
    title=st.none() | TEXTS,
    author=st.none() | TEXTS,
    audio=st.none() | TEXTS | st.sampled_from(["en", "zh-Hans", "und", "ar-EG"]),
    captions=st.none() | st.booleans(),
    site=st.sampled_from([None, "youtube", "vimeo"]),
)


@settings(deadline=None)  # the first title loads the model
@given(st.dictionaries(st.sampled_from(SIX_LANGUAGES), TOLD), st.randoms(use_true_random=False))
def test_any_answer_is_survived_and_the_order_of_slots_says_nothing(
    told: dict[Language, Told], chance: random.Random
) -> None:
    found = review(case(told), OF_THE_SITES)
    shuffled = list(told.items())
    chance.shuffle(shuffled)
    assert review(case(dict(shuffled)), OF_THE_SITES) == found
    for finding in found:
        assert finding.language in told
        assert finding.remedy
        assert len(finding.text) < 400

"""This file holds the reader against letters whose truth is written beside them, and against what must not matter."""

from __future__ import annotations

import datetime as dt
import io
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import SIX_LANGUAGES, Catalogue
from catalogue.documents import read_document
from catalogue.fate import Fate
from catalogue.intake import Intake, intake
from catalogue.letter import read_letter
from catalogue.markdown import rendered
from catalogue.tongue import tongue_of
from hexaglot.letters import as_letter_link
from letter_truth import (
    FOLDER,
    Score,
    Truth,
    added,
    dates,
    known,
    languages,
    reading,
    speakers,
    titles,
    told,
    total,
    truths,
)

LETTERS = truths()
each_letter = pytest.mark.parametrize("truth", LETTERS, ids=[truth.name for truth in LETTERS])


@pytest.fixture(scope="module")
def readings() -> dict[str, Intake]:
    return {truth.name: reading(truth.name) for truth in LETTERS}


def test_there_are_letters_of_many_shapes_in_all_six_languages() -> None:
    assert len(LETTERS) >= 100
    assert {file.name for file in FOLDER.iterdir() if file.suffix != ".tsv"} == {truth.name for truth in LETTERS}
    assert {tag for truth in LETTERS for tag in truth.titles} == {"en", "fr", "es", "ar", "zh", "ru"}
    assert {truth.name.rpartition(".")[2] for truth in LETTERS} == {"txt", "md", "html", "docx", "pdf"}


@each_letter
def test_no_language_is_wrong(truth: Truth, readings: dict[str, Intake]) -> None:
    assert languages(truth, readings[truth.name]).wrong == 0


@each_letter
def test_no_video_is_passed_over_in_silence(truth: Truth, readings: dict[str, Intake]) -> None:
    read = readings[truth.name]
    assert told(read).keys() == known(truth).keys()
    for taken in read.taken:
        assert taken.reason
        assert taken.mention.line is not None


@each_letter
def test_what_a_person_must_choose_is_not_filed_twice(truth: Truth, readings: dict[str, Intake]) -> None:
    read = readings[truth.name]
    filed = [taken.language for taken in read.taken if taken.fate is Fate.ADDED]
    assert len(filed) == len(set(filed)) == added(read)


@pytest.mark.parametrize(
    ("name", "messages"), [("several-messages.md", 2), ("three-messages.html", 3), ("two-messages-apart.txt", 2)]
)
def test_several_messages_are_never_mixed(name: str, messages: int, readings: dict[str, Intake]) -> None:
    assert added(readings[name]) == 0
    assert readings[name].after == Catalogue()
    assert f"seems to hold {messages} messages" in readings[name].remark


def test_no_other_letter_is_taken_for_several(readings: dict[str, Intake]) -> None:
    assert sum("seems to hold" in read.remark for read in readings.values()) == 3


def test_nearly_all_languages_are_found(readings: dict[str, Intake]) -> None:
    whole = total(languages(truth, readings[truth.name]) for truth in LETTERS)
    assert whole.wrong == 0
    assert whole.recall >= 0.95


def test_days_and_speakers_are_never_wrong_and_mostly_found(readings: dict[str, Intake]) -> None:
    for count in (dates, speakers):
        whole = total(count(truth, readings[truth.name]) for truth in LETTERS)
        assert whole.wrong == 0
        assert whole.recall >= 0.95


def test_titles_are_mostly_found_and_seldom_wrong(readings: dict[str, Intake]) -> None:
    whole = total(titles(truth, readings[truth.name]) for truth in LETTERS)
    assert whole.recall >= 0.9
    assert whole.precision >= 0.95


def test_a_title_that_is_wrong_was_said_to_be_assumed(readings: dict[str, Intake]) -> None:
    for truth in LETTERS:
        if titles(truth, readings[truth.name]).wrong:
            assert "language of the title is not clear" in readings[truth.name].remark


@pytest.mark.parametrize(
    ("scores", "precision", "recall"),
    [((), 1.0, 1.0), ((Score(3, 1, 0),), 1.0, 0.75), ((Score(1, 0, 1), Score(2, 0, 0)), 0.75, 1.0)],
)
def test_precision_is_of_what_was_said_and_recall_of_what_is_there(
    scores: tuple[Score, ...], precision: float, recall: float
) -> None:
    whole = total(scores)
    assert (whole.precision, whole.recall) == (precision, recall)


def understood(html: str) -> dict[str, str | None]:
    letter = read_letter(html)
    read = intake(
        letter,
        Catalogue(),
        recognise=as_letter_link,
        today=dt.date(2026, 11, 21),
        tongue=lambda text: tongue_of(text, SIX_LANGUAGES),
    )
    return told(read)


def of_text(text: str) -> dict[str, str | None]:
    return understood(rendered(text, markdown=False))


TYPED = {
    truth.name: (FOLDER / truth.name).read_text("utf-8")
    for truth in LETTERS
    if truth.name.endswith(".txt") and truth.links
}
MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(TYPED)), st.randoms(use_true_random=False))
def test_marks_of_direction_never_change_what_is_found(name: str, chance: Random) -> None:
    """They stand around words, as Arabic keyboards leave them: never inside a word or an address."""
    plain = of_text(TYPED[name])
    lines = TYPED[name].split("\n")
    marked = "\n".join(
        " ".join(
            f"{chance.choice(MARKS)}{word}{chance.choice(MARKS)}" if chance.random() < 0.3 else word for word in words
        )
        for words in (line.split(" ") for line in lines)
    )
    assert of_text(marked) == plain


ASIDES = (
    "Please let us know when the page is online.",
    "Nous vous remercions de votre aide et restons à votre disposition.",
    "The programme can be found at https://www.example.int/programme.",
    "С уважением, пресс-служба организации.",
    "يرجى إعلامنا عند نشر الصفحة على الموقع.",
    "请在网页上线后告知我们。",
)
SECTIONS = (
    ("en", "English: https://youtu.be/filmEnAAAAA"),
    ("fr", "- Français <https://youtu.be/filmFrAAAAA>"),
    ("es", "## Español\n\nVer el vídeo: https://youtu.be/filmEsAAAAA"),
    ("ar", "[النسخة العربية](https://youtu.be/filmArAAAAA)"),
    ("zh", "| 中文 | https://youtu.be/filmZhAAAAA |\n|---|---|"),
    ("ru", "https://youtu.be/filmRuAAAAA (русский язык)"),
)


@settings(max_examples=60, deadline=None)
@given(st.permutations(SECTIONS), st.lists(st.tuples(st.sampled_from(ASIDES), st.integers(0, 6)), max_size=5))
def test_the_order_of_paragraphs_never_changes_a_language(
    sections: list[tuple[str, str]], asides: list[tuple[str, int]]
) -> None:
    paragraphs = [text for _, text in sections]
    for text, place in asides:
        paragraphs.insert(place, text)
    found = understood(rendered("\n\n".join(paragraphs), markdown=True))
    assert found == {f"youtube:film{tag.capitalize()}AAAAA": tag for tag, _ in SECTIONS}


PIECES = st.sampled_from(
    [text for _, text in SECTIONS]
    + [
        *ASIDES,
        "Deutsch",
        "# English",
        "(EN)",
        "English\n",
        " | ",
        "\n\n",
        "> ",
        "\u200f",
        "17 May 2021",
        "Message by ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join), st.booleans())
def test_any_text_is_read(text: str, markdown: bool) -> None:
    assert isinstance(understood(rendered(text, markdown=markdown)), dict)
    assert isinstance(understood(text), dict)


def test_the_corpus_is_read_alike_from_standard_input() -> None:
    for name, text in TYPED.items():
        html = read_document("-", io.BytesIO(text.encode()))
        assert understood(html) == told(reading(name))

"""This file is the letters whose truth is known: what is written beside each, and what a reading made of it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalogue import SIX_LANGUAGES, Catalogue, Message
from catalogue.candidate import Recognised
from catalogue.documents import read_document
from catalogue.fate import Fate
from catalogue.intake import Intake, intake
from catalogue.letter import read_letter
from catalogue.tongue import tongue_of
from hexaglot.letters import as_letter_link

FOLDER = Path(__file__).parents[1] / "catalogue" / "letters"


@dataclass(frozen=True, slots=True)
class Truth:
    """What a person says of a letter, read from the table beside it.

    `links`, by address: the language that the letter tells, or None where a person would have to ask. `choose` are
    those among them that stand beside another of the same language, so that a person decides which one is filed.
    `titles` by language tag.
    """

    name: str
    links: dict[str, str | None]
    choose: frozenset[str]
    titles: dict[str, str]
    date: dt.date | None
    speaker: str | None

    @property
    def told(self) -> int:
        """How many links the letter tells the language of."""
        return sum(language is not None for language in self.links.values())


@dataclass(frozen=True, slots=True)
class Score:
    """How often something was found as it is, was missed, or came out otherwise than it is."""

    found: int = 0
    missed: int = 0
    wrong: int = 0

    def plus(self, other: Score) -> Score:
        """Both together."""
        return Score(self.found + other.found, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def precision(self) -> float:
        """Which part of what was said is right; 1 where nothing was said."""
        said = self.found + self.wrong
        return self.found / said if said else 1.0

    @property
    def recall(self) -> float:
        """Which part of what is there was found; 1 where nothing is there."""
        there = self.found + self.missed
        return self.found / there if there else 1.0


def truths() -> tuple[Truth, ...]:
    """All letters, in the order of their names."""
    return tuple(_truth(file) for file in sorted(FOLDER.glob("*.tsv")))


def reading(name: str) -> Intake:
    """What the letter changes in an empty catalogue of the six languages."""
    letter = read_letter(read_document(str(FOLDER / name), io.BytesIO()))
    return intake(
        letter,
        Catalogue(),
        recognise=as_letter_link,
        today=dt.date(2026, 11, 21),
        tongue=lambda text: tongue_of(text, SIX_LANGUAGES),
    )


def told(read: Intake) -> dict[str, str | None]:
    """The language of each video, by what tells it from all others."""
    return {
        found.identity: None if taken.language is None else taken.language.tag
        for taken in read.taken
        if isinstance(found := as_letter_link(taken.address or ""), Recognised)
    }


def languages(truth: Truth, read: Intake) -> Score:
    """The languages of a letter's videos."""
    return _score(known(truth), told(read))


def titles(truth: Truth, read: Intake) -> Score:
    """The message's titles."""
    return _score(truth.titles, {title.language.tag: title.text for title in _filed(read).titles})


def dates(truth: Truth, read: Intake) -> Score:
    """The message's day."""
    return _score({"date": truth.date}, {"date": _filed(read).date})


def speakers(truth: Truth, read: Intake) -> Score:
    """Who speaks."""
    return _score({"speaker": truth.speaker}, {"speaker": _filed(read).speaker})


def added(read: Intake) -> int:
    """How many videos are filed without a question."""
    return sum(taken.fate is Fate.ADDED for taken in read.taken)


def total(scores: Iterable[Score]) -> Score:
    """All of them together."""
    whole = Score()
    for score in scores:
        whole = whole.plus(score)
    return whole


def _filed(read: Intake) -> Message:
    """The message as the catalogue has it then; empty where nothing was filed."""
    return read.after.message(read.slug) or Message(read.slug)


def _score(truth: Mapping[str, object], said: Mapping[str, object]) -> Score:
    score = Score()
    for key in truth.keys() | said.keys():
        is_so, says = truth.get(key), said.get(key)
        score = score.plus(
            Score(
                found=says is not None and says == is_so,
                missed=is_so is not None and says != is_so,
                wrong=says is not None and says != is_so,
            )
        )
    return score


def known(truth: Truth) -> dict[str, str | None]:
    """The truth, by what tells each video from all others."""
    found = {url: as_letter_link(url) for url in truth.links}
    return {one.identity: truth.links[url] for url, one in found.items() if isinstance(one, Recognised)}


def _truth(file: Path) -> Truth:
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    by_kind = {kind: value for kind, _, value in rows}
    return Truth(
        name=file.stem,
        links={url: tag if kind != "unclear" else None for kind, tag, url in rows if kind in _LINKS},
        choose=frozenset(url for kind, _, url in rows if kind == "choose"),
        titles={tag: text for kind, tag, text in rows if kind == "title"},
        date=dt.date.fromisoformat(by_kind["date"]) if "date" in by_kind else None,
        speaker=by_kind.get("speaker"),
    )


_LINKS = frozenset({"link", "choose", "unclear"})

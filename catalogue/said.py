"""This file is what a letter says of its message besides the links: its titles, its day, who speaks."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from catalogue.candidate import Candidate
from catalogue.dates import dates_in, without_dates
from catalogue.heading import clean_title
from catalogue.labels import is_silent, language_of, tells_of_another_thing
from catalogue.language import Language
from catalogue.letter import Letter, Passage
from catalogue.model import Title
from catalogue.speakers import speaker_in

_NEAR = 3
"""How many lines after the title a day may stand on a line of its own, and be the message's."""
_DAY = re.compile(r"(?:date|day|jour|fecha|día|дата|день|التاريخ|اليوم|日期|时间)\s*[:\uff1a]\s*", re.IGNORECASE)
_MAIL = re.compile(
    r"(?:from|to|cc|sent|subject|de|à|objet|envoyé|para|asunto|enviado|от|кому|тема|من|إلى|الموضوع|发件人|收件人|主题)\s*[:\uff1a]",
    re.IGNORECASE,
)
_SAID = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Said:
    """What a letter says; what it does not say, or says in two ways, is missing.

    `lines` are the source's lines, from 1, by what stands there: `date`, `speaker`. `doubts` are sentences.
    """

    titles: tuple[Title, ...] = ()
    date: dt.date | None = None
    speaker: str | None = None
    lines: tuple[tuple[str, int], ...] = ()
    doubts: tuple[str, ...] = ()

    def line_of(self, what: str) -> int | None:
        """Where it stands; None where that is not known."""
        return dict(self.lines).get(what)


def said_by(
    letter: Letter,
    title: Title | None,
    links: Iterable[Candidate],
    languages: tuple[Language, ...],
    tongue: Callable[[str], Language | None],
) -> Said:
    """What the letter says of its message; `title` is its own one, in its language, if it has one."""
    days = list(_days(letter))
    people = [(name, passage) for passage in letter.passages if (name := speaker_in(passage.text)) is not None]
    day, day_doubt = _only(days, "days")
    person, person_doubt = _only(_in_one_script(people), "speakers")
    found = {"date": day, "speaker": person}
    lines = tuple((what, one[1].line) for what, one in found.items() if one is not None and one[1].line is not None)
    return Said(
        titles=_titles(title, list(links), languages, tongue),
        date=None if day is None else dt.date.fromisoformat(day[0]),
        speaker=None if person is None else person[0],
        lines=lines,
        doubts=tuple(filter(None, (day_doubt, person_doubt))),
    )


def _only(said: list[tuple[str, Passage]], what: str) -> tuple[tuple[str, Passage] | None, str]:
    """The one thing that all of these say, where it is said first; or a sentence about the contradiction."""
    values = list(dict.fromkeys(value for value, _ in said))
    if len(values) > 1:
        return None, f"The letter gives {len(values)} {what} ({'; '.join(values)}), so none was taken."
    return (said[0] if said else None), ""


def _days(letter: Letter) -> Iterator[tuple[str, Passage]]:
    """Where the letter says its day: a field, its title, a line of its own beneath it. Not a mail's own date."""
    passages = letter.passages
    headed = {passage.block for passage in passages if _MAIL.match(passage.text)}
    beneath = 0
    for passage in passages:
        field = _DAY.match(passage.text)
        is_title = letter.title is not None and _is_part(passage.text, letter.title)
        alone = _SAID.search(without_dates(passage.text)) is None
        if (field and passage.block not in headed) or is_title or (beneath and alone):
            for day in dates_in(passage.text):
                yield day.isoformat(), passage
        beneath = _NEAR if is_title else max(0, beneath - 1)


def _is_part(text: str, title: str) -> bool:
    """Is this line the title, or one of its lines, perhaps with the word “Subject” before it?"""
    bare = clean_title(text)
    return len(bare) > 1 and (title in bare or bare in title)


def _in_one_script(people: list[tuple[str, Passage]]) -> list[tuple[str, Passage]]:
    """Those in the script of the first: a name in two scripts is one person's, and the first is taken."""
    return [one for one in people if _script(one[0]) == _script(people[0][0])]


def _script(name: str) -> str:
    return unicodedata.name(name[0], "").partition(" ")[0]


def _titles(
    title: Title | None,
    links: list[Candidate],
    languages: tuple[Language, ...],
    tongue: Callable[[str], Language | None],
) -> tuple[Title, ...]:
    """The letter's own title, and what it calls the recordings in other languages, in the catalogue's order."""
    found = {} if title is None else {title.language: title.text}
    for language in languages:
        ours = [link for link in links if link.language == language and link.identity is not None]
        others = {
            text for link in links if link.language != language for group in link.mention.phrases for text in group
        }
        if len({link.identity for link in ours}) == 1 and language not in found:
            texts = (_title_of(link, language, others, tongue) for link in ours)
            text = next(filter(None, texts), None)
            if text is not None:
                found[language] = text
    return tuple(Title(language, found[language]) for language in languages if language in found)


def _title_of(
    link: Candidate, language: Language, others: set[str], tongue: Callable[[str], Language | None]
) -> str | None:
    """What is in the link's language, and no other video is called; the nearest, if nothing stands beside it."""
    for group in link.mention.phrases:
        fitting = [
            text
            for text in group
            if text not in others
            and language_of(text, (language,)) is None
            and not is_silent(text)
            and not tells_of_another_thing(text)
            and tongue(text) == language
        ]
        if fitting:
            return clean_title(fitting[0]) if len(fitting) == 1 else None
    return None

"""This file is how our pages put into words what is known: states, moments, and the sum of it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from markupsafe import Markup

from catalogue import Captions, Language
from catalogue.review import Finding
from checker import Cause, Detail, Silence, State
from checker.verdict import sentence, unheard
from reports.availability import Availability, Row
from reports.findings import as_html
from reports.translation import SOURCE, Interface

MISSING = "missing"
UNCHECKED = "unchecked"

UNSURE = frozenset({State.RATE_LIMITED, State.UNREACHABLE, State.UNKNOWN})
"""The findings that speak about us, not about the video."""

STATES: Mapping[str, str] = {
    State.AVAILABLE: sentence("plays"),
    State.RESTRICTED: sentence("restricted"),
    State.NOT_YET: sentence("not yet published"),
    State.PRIVATE: sentence("private"),
    State.REMOVED: sentence("removed"),
    State.INVALID: sentence("wrong address"),
    State.RATE_LIMITED: sentence("had to wait"),
    State.UNREACHABLE: sentence("could not be reached"),
    State.UNKNOWN: sentence("not known"),
    UNCHECKED: sentence("not checked yet"),
    MISSING: sentence("missing"),
}
"""What a row is called, in the order in which the summary counts."""

DETAILS: Mapping[Detail, str] = {
    Detail.EMBEDDING: sentence("embedding switched off"),
    Detail.AGE: sentence("age limit"),
    Detail.REGION: sentence("not in every country"),
    Detail.DOMAIN: sentence("only on certain sites"),
    Detail.PASSWORD: sentence("needs a password"),
    Detail.MEMBERS: sentence("members only"),
    Detail.LOGIN: sentence("needs signing in"),
}

CAPTIONS: Mapping[Captions, str] = {
    Captions.MANUAL: sentence("made by people"),
    Captions.AUTOMATIC: sentence("automatic"),
    Captions.NONE: sentence("none"),
    Captions.UNKNOWN: sentence("not known"),
}

SNIPPETS: Mapping[str, str] = {
    "iframe": sentence("A player in a frame, with a link below it"),
    "links": sentence("A list of links, one for each language"),
}
"""What editors call the forms of code on our pages; a form that is not here is called by its own label."""


def code(row: Row) -> str:
    """What to show for a row: the state held, else what the last look met, `unchecked` or `missing`."""
    if row.video is None:
        return MISSING
    if row.held is not None:
        return row.held.state.value
    return UNCHECKED if row.known.seen is None else row.known.seen.verdict.state.value


@dataclass(frozen=True, slots=True)
class Words:
    """Our words for the readers of one interface."""

    interface: Interface

    def say(self, text: str) -> str:
        """An English sentence of ours in this language; itself where it has no translation."""
        return self.interface.translations.gettext(text) if text else ""

    def state(self, state: str, detail: Detail | None = None) -> str:
        """A state, or `unchecked` or `missing`, in a word or three."""
        return self.say(STATES[state] if detail is None else DETAILS[detail])

    def row(self, row: Row) -> str:
        """The state of a row, in a word or three."""
        return self.state(code(row), row.held.detail if row.held is not None else None)

    def captions(self, captions: Captions) -> str:
        """Who made the captions."""
        return self.say(CAPTIONS[captions])

    def truth(self, answer: bool | None) -> str:  # noqa: FBT001 - the answer itself, not a switch
        """Yes, no, or not known."""
        _ = self.say
        if answer is None:
            return _("not known")
        return _("yes") if answer else _("no")

    def cause(self, silence: str) -> str:
        """Why nothing came, in English for `say`: our sentence for a cause; a note stays as it was written."""
        return unheard(Silence(Cause(silence))).reason if silence in set(Cause) else silence

    def label(self, name: str, label: str) -> str:
        """What a form of code is called, in English for `say`."""
        return SNIPPETS.get(name, label)

    def finding(self, finding: Finding) -> Markup:
        """The sentence of an editorial finding, English throughout where it has no translation."""
        ours = self.interface
        return as_html(finding, self.say, ours.language if ours.has(finding.template) else SOURCE)

    def language(self, language: Language) -> str:
        """The name of a language in this one."""
        return language.name_in(self.interface.language)

    def number(self, number: int) -> str:
        """A number with this language's separators."""
        return format_decimal(number, locale=self.interface.locale)

    def day(self, day: date) -> str:
        """A date, written out."""
        return format_date(day, "long", locale=self.interface.locale)

    def moment(self, at: datetime) -> str:
        """A moment, given in UTC, to the minute."""
        _ = self.say
        time = format_time(at, "HH:mm", locale=self.interface.locale)
        return _("%(date)s at %(time)s UTC") % {"date": self.day(at), "time": time}

    def ngettext(self, one: str, many: str, number: int, **more: str) -> str:
        """A sentence about so many, in the plural form this language has for the number; they stay on one line."""
        chosen = self.interface.translations.ngettext(one, many, number).replace(
            "%(num)s ", "%(num)s\N{NO-BREAK SPACE}"
        )
        return chosen % {"num": self.number(number), **more}

    def summary(self, availability: Availability) -> tuple[str, ...]:
        """The report in a few sentences, the most important one first; nothing in them is a guess."""
        found = Counter(code(row) for row in availability.rows)
        missing = found.pop(MISSING, 0)
        doubts = sum(row.known.opinion.doubt is not None for row in availability.rows)
        said = self._links(found)
        if doubts:
            said += (
                self.ngettext(
                    "%(num)s finding is still to be confirmed by a second look.",
                    "%(num)s findings are still to be confirmed by a second look.",
                    doubts,
                ),
            )
        if missing:
            said += (
                self.ngettext(
                    "%(num)s language version is missing.", "%(num)s language versions are missing.", missing
                ),
            )
        return said

    def _links(self, found: Counter[str]) -> tuple[str, ...]:
        _, links = self.say, found.total()
        if not links:
            return (_("There is no link yet."),)
        if found[UNCHECKED] == links:
            return (self.ngettext("%(num)s link, not checked yet.", "%(num)s links, none of them checked yet.", links),)
        if found[State.UNREACHABLE] == links:
            said = self.ngettext(
                "The %(num)s link could not be reached.", "None of the %(num)s links could be reached.", links
            )
        else:
            parts = _(", ").join(self._part(state, found[state]) for state in STATES if found[state])
            said = self.ngettext("%(num)s link: %(parts)s.", "%(num)s links: %(parts)s.", links, parts=parts)
        nothing_known = sum(found[state] for state in (*UNSURE, UNCHECKED)) == links
        return (said, _("Nothing is known to be broken.")) if nothing_known else (said,)

    def _part(self, state: str, number: int) -> str:
        return {
            State.AVAILABLE: self.ngettext("%(num)s plays", "%(num)s play", number),
            State.RESTRICTED: self.ngettext("%(num)s is restricted", "%(num)s are restricted", number),
            State.NOT_YET: self.ngettext("%(num)s is not yet published", "%(num)s are not yet published", number),
            State.PRIVATE: self.ngettext("%(num)s is private", "%(num)s are private", number),
            State.REMOVED: self.ngettext("%(num)s is removed", "%(num)s are removed", number),
            State.INVALID: self.ngettext("%(num)s has a wrong address", "%(num)s have a wrong address", number),
            State.RATE_LIMITED: self.ngettext("%(num)s had to wait", "%(num)s had to wait", number),
            State.UNREACHABLE: self.ngettext("%(num)s could not be reached", "%(num)s could not be reached", number),
            State.UNKNOWN: self.ngettext("%(num)s could not be judged", "%(num)s could not be judged", number),
            UNCHECKED: self.ngettext("%(num)s has not been checked yet", "%(num)s have not been checked yet", number),
        }[state]

"""This file is why a sweep is suspect, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker import Expected, Instrument, Outcome, Sweep, Wave
from checker.providers import provider_named
from checker.verdict import sentence
from reports.terminal import printable
from reports.translation import SOURCE, interface
from reports.wording import Words

CONTROL_LOST = sentence(
    "A control video of %(site)s that is known to play came out as “%(found)s”. "
    "If it is really gone, name another one in the settings, under controls."
)
CONTROL_DOUBTFUL = sentence(
    "A control video of %(site)s came out as “%(found)s”; it has never come out right here, so it proves nothing. "
    "Name another one in the settings, under controls."
)
CONTROL_FOUND = sentence("An address of %(site)s that never was a video came out as “%(found)s”.")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One reason, in the words of some language, and the address it is about, if it is about one."""

    text: str
    url: str | None = None


def suspicions(sweep: Sweep, words: Words) -> tuple[Suspicion, ...]:
    """The reasons to suspect a sweep, wrong controls first, and controls that are in question themselves.

    None for a sweep whose controls came out right.
    """
    wrong = tuple(one for one in sweep.controls if one.right is False)
    return (
        *(_control(one, words) for one in wrong if one.wrong),
        *(_wave(one, words) for one in sweep.waves),
        *(_control(one, words) for one in wrong if one.doubtful),
    )


def suspicion_lines(sweep: Sweep) -> Iterator[str]:
    """The same for a terminal, in English: loud for a suspect sweep, nothing where all controls came out right."""
    if sweep.instrument is Instrument.SUSPECT:
        yield "THIS SWEEP IS SUSPECT. It has changed nothing that was known before, and nobody should act on it:"
    for one in suspicions(sweep, Words(interface(SOURCE))):
        text = one.text.replace("\N{NO-BREAK SPACE}", " ")
        yield f"  ! {printable(text)}" + (f" {printable(one.url)}" if one.url else "")


def _control(one: Outcome, words: Words) -> Suspicion:
    plain = CONTROL_LOST if one.expected is Expected.AVAILABLE else CONTROL_FOUND
    told = CONTROL_DOUBTFUL if one.doubtful else plain
    values = {"site": provider_named(one.provider).label, "found": words.state(one.found)}
    return Suspicion(words.say(told) % values, one.url)


def _wave(one: Wave, words: Words) -> Suspicion:
    site = provider_named(one.provider).label
    return Suspicion(
        words.ngettext(
            "Of %(num)s link of %(site)s that was looked at, %(bad)s turned bad at once.",
            "Of %(num)s links of %(site)s that were looked at, %(bad)s turned bad at once.",
            one.links,
            site=site,
            bad=words.number(one.bad),
        )
    )

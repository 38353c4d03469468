"""This file is the benchmark of letters: how many languages, titles, days and speakers are understood, and rightly."""

from __future__ import annotations

from collections.abc import Callable

from bench.findings import Findings, Line
from bench.spread import Spread
from catalogue.intake import Intake
from letter_truth import Score, Truth, added, dates, languages, reading, speakers, titles, total, truths

_HUNDRED = 100.0


def understanding(rounds: int) -> Findings:
    """Read every letter whose truth is known, and count. A reading is the same each time; a round shows that it is."""
    letters = truths()
    runs = [[(truth, reading(truth.name)) for truth in letters] for _ in range(rounds)]
    told = sum(truth.told for truth in letters)
    asked = sum(len(truth.links) - truth.told for truth in letters)
    filed = Spread.each(lambda run: sum(added(read) for _, read in run), runs)
    scored = {"languages": languages, "titles": titles, "days": dates, "speakers": speakers}
    return Findings(
        title=f"Letters: {len(letters)} in every shape, with {told + asked} links to videos",
        baseline=(
            f"what stands beside each letter, written by hand: the language of {told} links is told, of {asked} it is "
            "not;\nmissed: a person is asked, with line and reason; wrong: said otherwise than it is"
        ),
        lines=(
            Line("links filed without a question", filed, f"of {told + asked}"),
            *(line for what, count in scored.items() for line in _lines(what, [_sum(count, run) for run in runs])),
        ),
    )


def _sum(count: Callable[[Truth, Intake], Score], run: list[tuple[Truth, Intake]]) -> Score:
    return total(count(truth, read) for truth, read in run)


def _lines(what: str, scores: list[Score]) -> list[Line]:
    there = scores[0].found + scores[0].missed
    return [
        Line(f"{what} found", Spread.each(lambda one: one.found, scores), f"of {there}"),
        Line(f"{what} missed", Spread.each(lambda one: one.missed, scores), f"of {there}"),
        Line(f"{what} wrong", Spread.each(lambda one: one.wrong, scores), "of what was said"),
        Line(f"{what}: precision", Spread.each(lambda one: _HUNDRED * one.precision, scores), "%"),
        Line(f"{what}: recall", Spread.each(lambda one: _HUNDRED * one.recall, scores), "%"),
    ]

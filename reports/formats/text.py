"""This file is what a check found, as text for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Finding
from checker import Evidence, Instrument, State, Sweep
from reports.checked import Checked, Result
from reports.findings import in_english
from reports.formats._contract import CheckFormat
from reports.suspicion import suspicion_lines
from reports.terminal import printable

MARKS = {
    State.AVAILABLE: "✓",
    State.RESTRICTED: "!",
    State.NOT_YET: "!",
    State.PRIVATE: "✗",
    State.REMOVED: "✗",
    State.INVALID: "✗",
}
SEEN_ONCE = "Seen once; a second look, at least 30 minutes later, will confirm it or not."
_WORDS = {State.NOT_YET: "not yet", State.RATE_LIMITED: "rate limited"}


class Text:
    """For people: a line for each link; where one does not simply play, why, and what was asked; editorial notes."""

    name = "text"

    def render(self, checked: Checked) -> str:
        """Links under their messages, then a summary in words."""
        return "\n".join((*_links(checked), *_suspicion(checked.sweep), summary(checked))) + "\n"


def summary(checked: Checked) -> str:
    """The whole in one or two sentences: what plays, what does not, what is not known, what limited us."""
    total = len(checked.results)
    links = "1 link" if total == 1 else f"{total} links"
    counts = ", ".join(f"{checked.count(state)} {_word(state)}" for state in State if checked.count(state))
    lines = [f"{links}: {counts}." if counts else "No links to check."]
    if total and all(not result.verdict.state.conclusive for result in checked.results):
        lines.append("Nothing could be found out about any link, so nothing new is known; try again later.")
    if not checked.sweep.complete:
        lines.append("The check was stopped early; the links that are not listed were not looked at.")
    lines.extend(checked.remarks)
    return "\n".join(lines)


def _links(checked: Checked) -> Iterator[str]:
    message: str | None = None
    suspect = checked.sweep.instrument is Instrument.SUSPECT
    for result in checked.results:
        if result.message is not None and result.message != message:
            yield result.message
        message = result.message
        yield _line(result)
        if result.verdict.state is not State.AVAILABLE:
            yield from (f"        {line}" for line in _why(result, suspect=suspect))
        yield from (f"        {_note(finding)}" for finding in result.findings)
    if checked.results:
        yield ""


def _suspicion(sweep: Sweep) -> Iterator[str]:
    lines = tuple(suspicion_lines(sweep))
    yield from lines
    if lines:
        yield ""


def _line(result: Result) -> str:
    mark = MARKS.get(result.verdict.state, "?")
    state = _word(result.verdict.state) + (f" ({result.verdict.detail})" if result.verdict.detail else "")
    return f"  {mark} {result.language or '-':<5} {state:<22} {printable(result.url)}"


def _why(result: Result, *, suspect: bool) -> Iterator[str]:
    yield result.verdict.reason
    if result.known_bad and not result.verdict.state.broken:
        yield "It was found broken before, and nothing has shown the contrary since."
    if result.verdict.suggestion:
        yield f"Perhaps this was meant: {result.verdict.suggestion}"
    if result.verdict.state.conclusive and not result.confirmed:
        yield "Not believed, because this sweep is suspect; see below." if suspect else SEEN_ONCE
    yield from (_evidence(piece) for piece in result.verdict.evidence)


def _note(finding: Finding) -> str:
    return printable(f"note: {in_english(finding)} {finding.remedy} [{finding.rule}]")


def _evidence(piece: Evidence) -> str:
    came = f"{piece.status}, {piece.bytes} bytes" if piece.status is not None else piece.silence
    return f"{piece.method} {piece.url} → {came}"


def _word(state: State) -> str:
    return _WORDS.get(state, state.value)


FORMAT: CheckFormat = Text()

"""This file is what an inspection found, as text for a person: place by place, the right code after each place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reports.inspected import Inspected, Remark, caveats, tally
from reports.inspections._contract import InspectionFormat
from reports.terminal import printable


class Text:
    """A line for each finding, and below it what to do; the code that mends a place stands once, after its findings."""

    name = "text"

    def render(self, found: Inspected) -> str:
        """Findings in the page's order, then one sentence, and what limited the inspection."""
        places = groupby(found.remarks, key=lambda one: (one.line, one.element, one.address, one.snippet))
        lines = [line for _, remarks in places for line in _place(found.source, tuple(remarks))]
        return "".join(f"{printable(line)}\n" for line in (*lines, tally(found), *caveats(found)))


def _place(source: str, remarks: tuple[Remark, ...]) -> Iterator[str]:
    first = remarks[0]
    where = source if first.line is None else f"{source}:{first.line}"
    ours = f" ({first.message}/{first.language})" if first.message else ""
    yield f"{where}: <{first.element}> {first.address}{ours}"
    for remark in remarks:
        yield f"  {remark.level}: {remark.text} [{remark.rule}]"
        yield f"    {remark.remedy}"
        if remark.suggestion is not None:
            yield f"    Perhaps this was meant: {remark.suggestion}"
    if first.snippet is not None:
        yield "  The right code for this place:"
        yield from (f"    {line}" for line in first.snippet.splitlines())


INSPECTION: InspectionFormat = Text()

"""This file is what a validation found, as text for a person, and for editors that jump to `file:line:column:`."""

from __future__ import annotations

from collections.abc import Iterator

from reports.terminal import printable
from reports.validated import Remark, Validated, tally
from reports.validation._contract import ValidationFormat


class Text:
    """A line for each finding, and below it what to do; of a file that cannot be read standard error tells."""

    name = "text"

    def render(self, validated: Validated) -> str:
        """Findings in file order, then one sentence."""
        if not validated.readable:
            return ""
        lines = [line for remark in validated.remarks for line in _lines(validated.file, remark)]
        return "".join(f"{printable(line)}\n" for line in (*lines, tally(validated)))


def _lines(file: str, remark: Remark) -> Iterator[str]:
    yield f"{file}:{remark.line}:{remark.column}: {remark.level}: {remark.text} [{remark.rule}]"
    yield f"    {remark.remedy}"
    if remark.suggestion is not None:
        yield f"    Perhaps this was meant: {remark.suggestion}"


VALIDATION: ValidationFormat = Text()

"""This file is what a validation found, as annotations of GitHub's pull requests.

The form is that of “Workflow commands for GitHub Actions”: in a message, `%` and the ends of lines are written as
percent and two digits; in a property, `:` and `,` too.
"""

from __future__ import annotations

from catalogue.review import Level
from reports.terminal import printable
from reports.validated import Remark, Validated, tally
from reports.validation._contract import ValidationFormat

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTICE: "notice"}
_IN_MESSAGE = {ord(sign): f"%{ord(sign):02X}" for sign in "%\r\n"}
_IN_PROPERTY = _IN_MESSAGE | {ord(sign): f"%{ord(sign):02X}" for sign in ":,"}


class GitHub:
    """A command for each finding, then one sentence for whoever reads the log."""

    name = "github"

    def render(self, validated: Validated) -> str:
        """Findings in file order."""
        return (
            "".join(f"{_command(validated.file, remark)}\n" for remark in validated.remarks) + f"{tally(validated)}\n"
        )


def _command(file: str, remark: Remark) -> str:
    where = {"file": file, "line": remark.line, "col": remark.column, "title": remark.rule}
    properties = ",".join(
        f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in where.items() if value is not None
    )
    perhaps = "" if remark.suggestion is None else f" Perhaps this was meant: {remark.suggestion}"
    said = printable(f"{remark.text} {remark.remedy}{perhaps}".rstrip())
    return f"::{_COMMANDS[remark.level]} {properties}::{said.translate(_IN_MESSAGE)}"


VALIDATION: ValidationFormat = GitHub()

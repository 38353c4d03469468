"""This file is what the results of a check mean for its exit code."""

from __future__ import annotations

from enum import StrEnum

from catalogue.review import Level
from hexaglot.exits import INTERRUPTED, MEND, OK, UNSURE
from reports.checked import Checked


class FailOn(StrEnum):
    """When `check` ends with exit code 1."""

    BROKEN = "broken"
    WARNING = "warning"
    NEVER = "never"


def of_check(checked: Checked, fail_on: FailOn) -> int:
    """What CONTRACT says of these results."""
    if not checked.sweep.complete:
        return INTERRUPTED
    if fail_on is not FailOn.NEVER and (checked.broken or checked.finds(Level.ERROR)):
        return MEND
    if fail_on is FailOn.WARNING and (checked.doubtful or checked.finds(Level.WARNING)):
        return MEND
    return UNSURE if checked.unjudged and fail_on is not FailOn.NEVER else OK

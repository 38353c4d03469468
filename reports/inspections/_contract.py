"""This file is what every format of `inspect-page` must answer."""

from __future__ import annotations

from typing import Protocol

from reports.inspected import Inspected


class InspectionFormat(Protocol):
    """One way to write down what an inspection found: pure, and the same text for the same value."""

    @property
    def name(self) -> str:
        """The name after `--format`."""

    def render(self, found: Inspected) -> str:
        """The whole output, LF line ends, a newline at its end."""

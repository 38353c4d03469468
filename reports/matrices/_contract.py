"""This file is what every file of a coverage format must answer."""

from __future__ import annotations

from typing import Protocol

from reports.coverage import Coverage


class MatrixFormat(Protocol):
    """One way to write coverage down: pure, and the same bytes for the same value."""

    @property
    def name(self) -> str:
        """The name after `--format`."""

    def render(self, coverage: Coverage) -> str:
        """The whole output, LF line ends, a newline at its end."""

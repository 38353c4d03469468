"""This file is what every format's file must answer."""

from __future__ import annotations

from typing import Protocol

from reports.checked import Checked


class CheckFormat(Protocol):
    """One way to write down what a check found: pure, and the same bytes for the same value."""

    @property
    def name(self) -> str:
        """The name after `--format`."""

    def render(self, checked: Checked) -> str:
        """The whole output, LF line ends, a newline at its end."""

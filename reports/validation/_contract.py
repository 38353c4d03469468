"""This file is what every format of `validate` must answer."""

from __future__ import annotations

from typing import Protocol

from reports.validated import Validated


class ValidationFormat(Protocol):
    """One way to write down what a validation found: pure, and the same text for the same value."""

    @property
    def name(self) -> str:
        """The name after `--format`."""

    def render(self, validated: Validated) -> str:
        """The whole output, LF line ends, a newline at its end; empty where there is nothing to say."""

"""This file is what every file must answer that says what one content management system keeps of pasted code."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class Filter(Protocol):
    """What one site does to the code that an editor pastes: pure, by a published list, as that stood on a day.

    A site may be set up otherwise than its makers deliver it; nobody but its administrator knows.
    """

    @property
    def name(self) -> str:
        """The name after `--cms`."""

    @property
    def label(self) -> str:
        """What editors call it, in English."""

    @property
    def source(self) -> str:
        """The published list that this follows: project, version, file. Says so where there is none."""

    @property
    def as_of(self) -> date:
        """The day of that version."""

    @property
    def advice(self) -> str:
        """One English sentence for editors, marked for the translators."""

    @property
    def best(self) -> tuple[str, ...]:
        """The names of the snippet variants that suit it, the best first."""

    def keep(self, code: str) -> str:
        """What is left of the code, as the site would hold it; an empty text where nothing is accepted."""

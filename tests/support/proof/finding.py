"""This file is one thing that an instrument of proof has to say about a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong: in which document, by which rule, and where or why in words."""

    document: str
    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.document}: {self.rule}: {self.text}"

"""This file is one sweep: which addresses, in which conversations, and the record that remains of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Instrument(StrEnum):
    """Whether the sweep's own controls came out right."""

    TRUSTED = "trusted"
    SUSPECT = "suspect"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Sweep:
    """The record of one sweep: times in UTC, counts of addresses and requests, bytes of body received."""

    id: str
    started: datetime
    finished: datetime
    links: int
    requests: int
    bytes: int
    instrument: Instrument = Instrument.UNCHECKED
    complete: bool = True
    """False when it was stopped before every link had its turn."""

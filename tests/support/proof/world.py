"""This file is the web that a browser under proof is shown, and what it asked of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """What an address answers: HTML, or what its headers say it is, and headers beside its content type."""

    html: str
    headers: tuple[tuple[str, str], ...] = ()


World = Callable[[str], Document | None]
"""What stands at an address; None is what is not there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that the page made."""

    url: str
    referer: str | None

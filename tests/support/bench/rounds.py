"""This file is the order of runs: A B A B, never A A B B, so that a slow minute of the machine strikes all alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")


def interleaved(acts: Mapping[str, Callable[[], T]], rounds: int) -> dict[str, tuple[T, ...]]:
    """Do each act once, then each once more, and so on; the results by name, in the order of the rounds."""
    done: dict[str, list[T]] = {name: [] for name in acts}
    for _ in range(rounds):
        for name, act in acts.items():
            done[name].append(act())
    return {name: tuple(results) for name, results in done.items()}

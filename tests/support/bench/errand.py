"""This file is one act done in a fresh process and measured there: its time, and the peak of the process's memory.

`python -m bench.errand bench.shelving:load FILE` is how the fresh process is called.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Generic, TypeVar

from bench.process import run

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Errand(Generic[T]):
    """The act to measure, and a count of what it did, which is made afterwards and not measured."""

    act: Callable[[], T]
    count: Callable[[T], int]


@dataclass(frozen=True, slots=True)
class Done:
    """Seconds that the act took; the process's greatest memory in MiB, before the act and after it; the count."""

    seconds: float
    before: float
    peak: float
    count: int


def sent(prepare: Callable[..., Errand[T]], *words: str, folder: Path, expected: int) -> Done:
    """Have `prepare(*words)` called in a fresh process, and its act done; raises RuntimeError for another count."""
    name = f"{prepare.__module__}:{prepare.__name__}"
    told = run([sys.executable, "-m", "bench.errand", name, *words], folder=folder).output
    done = Done(**json.loads(told))
    if done.count != expected:
        message = f"{name} made {done.count} where {expected} were to be made, so its time means nothing"
        raise RuntimeError(message)
    return done


def measured(errand: Errand[T]) -> Done:
    """Do the act here."""
    before = _peak()
    began = perf_counter()
    result = errand.act()
    seconds = perf_counter() - began
    return Done(seconds, before, _peak(), errand.count(result))


def _peak() -> float:
    """MiB. Not getrusage's figure: that begins, after fork and exec, at the memory of whoever started us."""
    kibibytes = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text("ascii"), re.MULTILINE)
    if kibibytes is None:
        message = "/proc/self/status does not tell VmHWM; measure on Linux"
        raise RuntimeError(message)
    return int(kibibytes[1]) / 1024


def main() -> None:
    """Do the errand that the command line names."""
    module, _, name = sys.argv[1].partition(":")
    prepare = getattr(import_module(module), name)
    sys.stdout.write(json.dumps(asdict(measured(prepare(*sys.argv[2:])))))


if __name__ == "__main__":
    main()

"""This folder holds one file for each format of `coverage`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from reports.matrices._contract import MatrixFormat

MATRICES: dict[str, MatrixFormat] = {
    found.name: found
    for module in iter_modules(__path__)
    if not module.name.startswith("_")
    for found in (import_module(f"{__name__}.{module.name}").FORMAT,)
}

__all__ = ["MATRICES", "MatrixFormat"]

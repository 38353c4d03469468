"""This folder holds one file for each format of `validate`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from reports.validation._contract import ValidationFormat

VALIDATIONS: dict[str, ValidationFormat] = {
    found.name: found
    for module in iter_modules(__path__)
    if not module.name.startswith("_")
    for found in (import_module(f"{__name__}.{module.name}").VALIDATION,)
}

__all__ = ["VALIDATIONS", "ValidationFormat"]

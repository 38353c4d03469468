"""This folder holds one file for each format of `inspect-page`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from reports.inspections._contract import InspectionFormat

INSPECTIONS: dict[str, InspectionFormat] = {
    found.name: found
    for module in iter_modules(__path__)
    if not module.name.startswith("_")
    for found in (import_module(f"{__name__}.{module.name}").INSPECTION,)
}

__all__ = ["INSPECTIONS", "InspectionFormat"]

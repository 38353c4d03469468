"""This folder holds one file for each rule about how a page shows its videos; a file that is here is a rule."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from catalogue.review import Level
from reports.inspection._contract import Case, Fault, Rule, Sighting, Standing
from reports.inspection._generic import says_nothing
from reports.inspection._page import Embed, Kind, Page
from reports.inspection._reading import read_page
from reports.inspection._sighted import case_of, named

RULES: tuple[Rule, ...] = tuple(
    import_module(f"{__name__}.{module.name}").RULE
    for module in iter_modules(__path__)
    if not module.name.startswith("_")
)


def inspect(case: Case) -> tuple[Fault, ...]:
    """All that the rules find, in the page's order, at each place the worst first."""
    places = {id(sighting): place for place, sighting in enumerate(case.sightings)}
    levels = tuple(Level)
    found = (fault for rule in RULES for fault in rule.inspect(case))
    return tuple(
        sorted(found, key=lambda one: (places[id(one.sighting)], levels.index(one.finding.level), one.finding.rule))
    )


__all__ = [
    "RULES",
    "Case",
    "Embed",
    "Fault",
    "Kind",
    "Level",
    "Page",
    "Rule",
    "Sighting",
    "Standing",
    "case_of",
    "inspect",
    "named",
    "read_page",
    "says_nothing",
]

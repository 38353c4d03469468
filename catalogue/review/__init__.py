"""This folder holds one file for each editorial rule; a file that is here is a rule that is kept."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from catalogue.language import Language
from catalogue.review._contract import Case, Finding, Level, Rule, Told

RULES: tuple[Rule, ...] = tuple(
    import_module(f"{__name__}.{module.name}").RULE
    for module in iter_modules(__path__)
    if not module.name.startswith("_")
)


def review(case: Case) -> tuple[Finding, ...]:
    """All that the rules find: of the whole message first, then slot by slot, the worst first."""
    slots: tuple[Language | None, ...] = (None, *(video.language for video, _ in case.slots()))
    levels = tuple(Level)
    found = (finding for rule in RULES for finding in rule.review(case))
    return tuple(sorted(found, key=lambda one: (slots.index(one.language), levels.index(one.level), one.rule)))


__all__ = ["RULES", "Case", "Finding", "Level", "Rule", "Told", "review"]

"""This folder holds one file for each editorial rule; a file that is here is a rule that is kept."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module
from pkgutil import iter_modules

from catalogue.language import Language
from catalogue.review._contract import Case, Finding, Level, Link, Player, Rule, Source, Told
from catalogue.review._lookalikes import slipped

RULES: tuple[Rule, ...] = tuple(
    import_module(f"{__name__}.{module.name}").RULE
    for module in iter_modules(__path__)
    if not module.name.startswith("_")
)


def review(case: Case, rules: Collection[Rule] = RULES) -> tuple[Finding, ...]:
    """All that the rules find: of the whole message first, then language by language, the worst first."""
    known: tuple[Language | None, ...] = (None, *case.languages)
    order = {language: place for place, language in enumerate(known)}
    levels = tuple(Level)
    found = (finding for rule in rules for finding in rule.review(case))
    return tuple(
        sorted(
            found,
            key=lambda one: (
                order.get(one.language, len(order)),
                str(one.language),
                levels.index(one.level),
                one.rule,
                one.at,
            ),
        )
    )


__all__ = ["RULES", "Case", "Finding", "Level", "Link", "Player", "Rule", "Source", "Told", "review", "slipped"]

"""This file is how code goes through a list of what is allowed (the door to nh3).

nh3 parses as browsers do, so what it lets through is what a browser would have seen. What is not on the list goes, and
its text stays, even that of a script: so do the filters which we follow. An address of another scheme goes with
its attribute; some filters leave its rest, which leads nowhere either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import nh3


@dataclass(frozen=True, slots=True)
class Allowed:
    """A published list. `elements` are the attributes that each element may have besides those allowed `everywhere`.

    `prefixes` are how other attributes may begin, `schemes` those of addresses; a relative address has none. `revise`
    has the last word on a value: it gets element, attribute and value, and gives the value to keep, or None for none.
    """

    elements: Mapping[str, frozenset[str]]
    everywhere: frozenset[str]
    schemes: frozenset[str]
    prefixes: frozenset[str] = frozenset()
    comments: bool = False
    revise: Callable[[str, str, str], str | None] | None = None


def sieve(allowed: Allowed) -> Callable[[str], str]:
    """What takes code and gives what is left of it, as HTML that is well formed."""
    return nh3.Cleaner(
        tags=set(allowed.elements),
        clean_content_tags=set(),
        attributes={
            **{element: set(attributes) for element, attributes in allowed.elements.items()},
            "*": set(allowed.everywhere),
        },
        attribute_filter=allowed.revise,
        strip_comments=not allowed.comments,
        link_rel=None,
        generic_attribute_prefixes=set(allowed.prefixes),
        url_schemes=set(allowed.schemes),
    ).clean


def listed(text: str) -> Mapping[str, frozenset[str]]:
    """A list as it is written in our files: a line for each group of elements, their own attributes after a colon."""
    found = {}
    for line in text.strip().splitlines():
        elements, _, attributes = line.partition(":")
        found.update(dict.fromkeys(elements.split(), frozenset(attributes.split())))
    return found

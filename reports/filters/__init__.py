"""This folder holds one file for each content management system: what it keeps of code that an editor pastes."""

from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules

from reports.filters._contract import Filter
from reports.filters._errors import UnknownCms
from reports.filters._losses import Kind, Loss, losses
from reports.filters._rendering import rendered

__all__ = ["FILTERS", "Filter", "Kind", "Loss", "UnknownCms", "filter_named", "losses", "names", "rendered"]

FILTERS: tuple[Filter, ...] = tuple(
    import_module(f"{__name__}.{module.name}").FILTER
    for module in iter_modules(__path__)
    if not module.name.startswith("_")
)
"""Every filter, in the order of the file names."""


def names() -> tuple[str, ...]:
    """What may stand after `--cms`."""
    return tuple(known.name for known in FILTERS)


def filter_named(name: str) -> Filter:
    """The filter of this name; raises UnknownCms, which lists those there are."""
    for known in FILTERS:
        if known.name == name:
            return known
    likely = get_close_matches(name, names(), 1)
    hint = f"Did you mean `{likely[0]}`?" if likely else f"There are: {', '.join(names())}."
    message = f"There is no content management system “{name}” here. {hint}"
    raise UnknownCms(message)

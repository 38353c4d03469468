"""This folder holds one file for each variant of a snippet; a variant is known as soon as its file is there."""

from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules

from reports.embeds._contract import Order, Phrase, Sequence, Style, Syntax, Variant, Version
from reports.embeds._errors import SnippetError, Unavailable, UnknownVariant, UnsafeAddress, WrongNumber
from reports.embeds._html import player, said
from reports.embeds._inline import INLINE
from reports.embeds._sequence import in_sequence
from reports.embeds.iframe import figure

__all__ = [
    "INLINE",
    "VARIANTS",
    "Order",
    "Phrase",
    "Sequence",
    "SnippetError",
    "Style",
    "Syntax",
    "Unavailable",
    "UnknownVariant",
    "UnsafeAddress",
    "Variant",
    "Version",
    "WrongNumber",
    "figure",
    "in_sequence",
    "names",
    "player",
    "said",
    "variant_named",
]

VARIANTS: tuple[Variant, ...] = tuple(
    import_module(f"{__name__}.{module.name}").VARIANT
    for module in iter_modules(__path__)
    if not module.name.startswith("_")
)
"""Every variant, in the order of the file names."""


def names() -> tuple[str, ...]:
    """What may stand after `--variant`."""
    return tuple(variant.name for variant in VARIANTS)


def variant_named(name: str) -> Variant:
    """The variant of this name; raises UnknownVariant, which lists those there are."""
    for variant in VARIANTS:
        if variant.name == name:
            return variant
    likely = get_close_matches(name, names(), 1)
    hint = f"Did you mean `{likely[0]}`?" if likely else f"There are: {', '.join(names())}."
    message = f"There is no snippet variant “{name}”. {hint}"
    raise UnknownVariant(message)

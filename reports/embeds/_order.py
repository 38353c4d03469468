"""This file is how many versions an order must have for a variant to fill it."""

from __future__ import annotations

from reports.embeds._contract import Order, Variant, Version
from reports.embeds._errors import WrongNumber


def some_versions(variant: Variant, order: Order) -> tuple[Version, ...]:
    """All versions ordered, in their order; raises WrongNumber where there is none."""
    if not order.versions:
        message = (
            f"There is no version to show, so no `{variant.name}` snippet was made. Add a video to the message first."
        )
        raise WrongNumber(message)
    return order.versions


def only_version(variant: Variant, order: Order) -> Version:
    """The one version ordered; raises WrongNumber where there is none, or more."""
    first, *more = some_versions(variant, order)
    if more:
        message = (
            f"The `{variant.name}` snippet shows one version, and {len(more) + 1} were ordered. Name one language."
        )
        raise WrongNumber(message)
    return first

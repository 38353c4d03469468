"""This file is what a check is about: the words after `hexaglot check`, as places in the catalogue or addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from catalogue import Catalogue, CatalogueError, InvalidValue, Language, Message
from catalogue.model import SLUG

_PLACE = re.compile(rf"(?P<slug>{SLUG.pattern})(?:/(?P<language>[A-Za-z0-9-]+))?")


class UnknownTarget(CatalogueError):  # noqa: N818 - named for what it is, as the rest of its tree
    """A target that is no message, no language version and no address."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address and where it stands; message and language are None for an address given by itself."""

    message: str | None
    language: str | None
    url: str


def places(catalogue: Catalogue) -> tuple[Place, ...]:
    """Every link of the catalogue."""
    return tuple(Place(message.slug, video.language.tag, video.url) for message, video in catalogue.places())


def needs_catalogue(targets: Sequence[str]) -> bool:
    """Does any of these name a place in the catalogue, or are there none, which means all?"""
    return not targets or any(_PLACE.fullmatch(target) for target in targets)


def chosen(targets: Sequence[str], catalogue: Catalogue) -> tuple[Place, ...]:
    """What these targets name, in their order, each place once; raises UnknownTarget."""
    if not targets:
        return places(catalogue)
    by_slug = {message.slug: message for message in catalogue.messages}
    found = (place for target in targets for place in _named(target, catalogue, by_slug))
    return tuple(dict.fromkeys(found))


def _named(target: str, catalogue: Catalogue, by_slug: Mapping[str, Message]) -> tuple[Place, ...]:
    match = _PLACE.fullmatch(target)
    if match is None:
        return (Place(None, None, target),)
    message = by_slug.get(match["slug"])
    if message is None:
        near = get_close_matches(match["slug"], by_slug, n=1)
        hint = f"did you mean “{near[0]}”?" if near else "`hexaglot list` shows all; an address begins with https://"
        raise UnknownTarget(f"no message is called “{match['slug']}”; {hint}")
    of_message = places(replace(catalogue, messages=(message,)))
    if match["language"] is None:
        return of_message
    try:
        language = Language.parse(match["language"])
    except InvalidValue as error:
        raise UnknownTarget(f"{target}: {error}") from error
    of_language = tuple(place for place in of_message if place.language == language.tag)
    if not of_language:
        there = ", ".join(place.language or "" for place in of_message) or "none"
        raise UnknownTarget(f"{message.slug} has no video in {language.tag}; it has: {there}")
    return of_language

"""This file is how a change is decided and proven, before anything is written.

Proven means: the new text is read again, and says what was meant. In a large file an excerpt is read, made of the
messages that the change concerns; a change that fails there is tried in the whole text, where errors know their lines.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from catalogue.errors import CatalogueError
from catalogue.file.changes import plan, same
from catalogue.file.composed import compose
from catalogue.file.ending import kept_open
from catalogue.file.excerpt import NEIGHBOURS, excerpt
from catalogue.file.form import new_file
from catalogue.file.reading import read
from catalogue.file.splice import Splice, spliced
from catalogue.file.written import Written
from catalogue.model import Catalogue

LARGE = 256 * 1024
"""Characters. Shorter texts are read again whole, which takes some hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A new text, and the catalogue that it holds."""

    text: str
    catalogue: Catalogue


def first(name: str, catalogue: Catalogue) -> Revision:
    """The text of a new file."""
    text = new_file(catalogue)
    return Revision(text, _proven(Written(name, text), catalogue))


def revised(
    written: Written,
    before: Catalogue,
    after: Catalogue,
    places: tuple[int, ...],
    *,
    starts: tuple[int, ...] = (),
    large: int = LARGE,
) -> Revision:
    """The text of `before`, made to say `after`. They differ in the messages at these places.

    `starts` says where in the text the messages of `before` begin; where it is empty there are no excerpts.
    Raises CatalogueError where the change cannot be made without harm to the rest of the file.
    """
    if starts and len(written.text) >= large:
        with suppress(CatalogueError):
            return _revised_in_part(written, before, after, places, starts)
    splices, catalogue = _decided(written, before, after)
    return Revision(spliced(written.text, splices), catalogue)


def _revised_in_part(
    written: Written, before: Catalogue, after: Catalogue, places: tuple[int, ...], starts: tuple[int, ...]
) -> Revision:
    kept = sorted({*places, *range(max(0, len(starts) - NEIGHBOURS), len(starts))})
    part = excerpt(written, starts, kept)
    splices, seen = _decided(
        Written(written.name, part.text),
        Catalogue(before.languages, tuple([before.messages[place] for place in kept if place < len(starts)])),
        Catalogue(after.languages, tuple([after.messages[place] for place in kept])),
    )
    messages = list(after.messages)
    for place, message in zip(kept, seen.messages, strict=True):
        messages[place] = message
    text = spliced(written.text, [part.in_the_whole(splice) for splice in splices])
    return Revision(text, Catalogue(after.languages, tuple(messages)))


def _decided(written: Written, before: Catalogue, after: Catalogue) -> tuple[tuple[Splice, ...], Catalogue]:
    """The splices of a text, and the catalogue that it then holds."""
    tree = compose(written)
    change = plan(tree, before, after)
    splices = (*change.splices, *kept_open(tree, change.splices))
    text = spliced(written.text, splices)
    return splices, _proven(Written(written.name, text), change.meant)


def _proven(written: Written, meant: Catalogue) -> Catalogue:
    try:
        found = read(compose(written))
    except CatalogueError as error:
        raise _impossible(written.name, str(error)) from error
    if not _say_the_same(found, meant):
        raise _impossible(written.name, "it would read back as something else")
    return found


def _say_the_same(one: Catalogue, other: Catalogue) -> bool:
    return (
        one.languages == other.languages
        and len(one.messages) == len(other.messages)
        and all(same(*pair) for pair in zip(one.messages, other.messages, strict=True))
    )


def _impossible(name: str, reason: str) -> CatalogueError:
    return CatalogueError(f"{name}: this change cannot be made without harm, so nothing was written: {reason}")

"""This file is the task of `list`: it answers from the last copies, or from the catalogue itself."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from hexaglot.copied import deserialised, key_of, ledger_folder, opened, sealed, serialised
from hexaglot.copies import content_of, keep, kept, maker
from hexaglot.listed import FORMS, Links, narrowed
from hexaglot.settings import Settings

LINKS = "list"
"""The name of the copy that holds the links; one of what was printed has its form's name added."""


class _Shelf(NamedTuple):
    """Where copies lie, and the key of those that are of just this file."""

    place: Path
    key: str


def shown(settings: Settings, form: str, *, message: str | None, language: str | None) -> str:
    """What `list` prints: every link of the catalogue, or those of one message or language. Raises CatalogueError.

    Of the whole list, what was printed is kept as well: to make it anew takes longer than to read it.
    """
    content, place = content_of(settings.catalogue), ledger_folder(settings.ledger)
    shelf = None if content is None or place is None else _Shelf(place, key_of(content, maker()))
    if shelf is None or message is not None or language is not None:
        return FORMS[form](_links(settings.catalogue, content, shelf, message=message, language=language))
    name, key = f"{LINKS}-{form}", f"{shelf.key}-{form}"
    printed = opened(kept(shelf.place, name), key)
    if printed is not None:
        return str(printed, "utf-8", "surrogatepass")
    text = FORMS[form](_links(settings.catalogue, content, shelf, message=None, language=None))
    keep(shelf.place, name, sealed(text.encode("utf-8", "surrogatepass"), key))
    return text


def _links(
    path: Path, content: bytes | None, shelf: _Shelf | None, *, message: str | None, language: str | None
) -> Links:
    """The links that are asked for; `content` is what stands in the file, None where that could not be read at once.

    A copy is believed only where it finds something: who finds nothing may have misspelled it, and is told by the
    long way, which also reads what nobody has a copy of. So both ways say the same.
    """
    copy = None if shelf is None else deserialised(opened(kept(shelf.place, LINKS), shelf.key))
    if copy is not None and (found := narrowed(copy, message=message, language=language)):
        return found

    from catalogue import store  # noqa: PLC0415 - what reads catalogues and knows all sites is slow to load
    from hexaglot.links import asked_for, links_of  # noqa: PLC0415 - as above

    catalogue = store.load(path) if content is None else store.parsed(path, content)
    every = links_of(catalogue) if copy is None else copy
    if copy is None and shelf is not None:
        keep(shelf.place, LINKS, sealed(serialised(every), shelf.key))
    return asked_for(every, catalogue, message=message, language=language)

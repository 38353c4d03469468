"""This file is the task of `list`: it answers from the last parsed copy, or from the catalogue itself."""

from __future__ import annotations

from hexaglot.copied import key_of, ledger_folder
from hexaglot.copies import content_of, keep, kept, maker
from hexaglot.listed import Links, narrowed
from hexaglot.settings import Settings


def links(settings: Settings, *, message: str | None, language: str | None) -> Links:
    """Every link of the catalogue, or those of one message or language. Raises CatalogueError.

    A copy is believed only where it finds something: who finds nothing may have misspelled it, and is told by the
    long way, which also reads what nobody has a copy of. So both ways say the same.
    """
    content, place = content_of(settings.catalogue), ledger_folder(settings.ledger)
    key = None if content is None or place is None else key_of(content, maker())
    copy = None if key is None or place is None else kept(place, key)
    if copy is not None and (found := narrowed(copy, message=message, language=language)):
        return found

    from catalogue import store  # noqa: PLC0415 - what reads catalogues and knows all sites is slow to load
    from hexaglot.links import asked_for, links_of  # noqa: PLC0415 - as above

    catalogue = store.load(settings.catalogue) if content is None else store.parsed(settings.catalogue, content)
    every = links_of(catalogue) if copy is None else copy
    if copy is None and key is not None and place is not None:
        keep(place, key, every)
    return asked_for(every, catalogue, message=message, language=language)

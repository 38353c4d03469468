"""This file is the task `validate`: the file read and reviewed without asking anybody, each finding with its place."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from catalogue import Unreadable, store
from hexaglot.reviewing import OF_THE_FILE, reviewed
from reports.validated import Validated, in_order, remark_of, unreadable

NAMES = tuple(rule.name for rule in OF_THE_FILE)
"""The rules that can be chosen: those that need no answer of a site."""


def validated(path: Path, only: Collection[str] | None = None) -> Validated:
    """Hold a catalogue file against its form, and against the rules of these names, or all.

    What the file cannot be read for is told all at once, as far as that is possible.
    """
    try:
        document = store.load_document(path)
    except Unreadable as error:
        return unreadable(str(path), store.troubles(path) or (error,))
    rules = tuple(rule for rule in OF_THE_FILE if not only or rule.name in only)
    found = [(message.slug, finding) for message, finding in reviewed(document.catalogue, rules, {})]
    keys = [("messages", slug, *finding.at) for slug, finding in found]
    places = document.places(keys) if found else {}
    remarks = tuple(remark_of(slug, one, places[key]) for (slug, one), key in zip(found, keys, strict=True))
    messages = document.catalogue.messages
    return Validated(str(path), in_order(remarks), len(messages), sum(len(one.videos) for one in messages))

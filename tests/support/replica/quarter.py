"""This file is one site's part of the population: its labelled links, and all of the simulated web that they need."""

from __future__ import annotations

from dataclasses import dataclass

from replica.exchange import Site
from replica.labelled import Labelled


@dataclass(frozen=True, slots=True)
class Quarter:
    """The sites, the links to ask about, and those that make a site turn us away.

    After one of the `last`, whoever is polite leaves the site alone, and can say no more about any of its links.
    """

    sites: tuple[Site, ...]
    links: tuple[Labelled, ...]
    last: tuple[Labelled, ...] = ()

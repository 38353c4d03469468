"""This file is the labelled population: links into every simulated site and every state, and the truth about each."""

from __future__ import annotations

import json
from collections.abc import Iterable

from replica.exchange import Site
from replica.labelled import Labelled
from replica.populated.by_policy import by_policy
from replica.populated.dailymotion import dailymotion
from replica.populated.file import file
from replica.populated.internet_archive import internet_archive
from replica.populated.kaltura import kaltura
from replica.populated.oembed_houses import oembed_houses
from replica.populated.page import page
from replica.populated.peertube import peertube
from replica.populated.vimeo import vimeo
from replica.populated.wikimedia_commons import wikimedia_commons
from replica.populated.youtube import youtube

SITE = "https://videos.example.int/"
"""Whom the labels take us for: what is for chosen sites is judged for this one."""

COUNTRIES = ("CH", "FR")
"""The countries that the labels take us to speak to (ISO 3166-1)."""


def population() -> tuple[tuple[Labelled, ...], tuple[Site, ...]]:
    """The links in the order in which they are to be asked about, and the sites for one SimulatedWeb.

    Where a site turns us away, it is left alone afterwards, and that is as it should be: these links stand last.
    """
    quarters = (
        youtube(),
        vimeo(),
        dailymotion(),
        peertube(),
        kaltura(),
        wikimedia_commons(),
        internet_archive(),
        oembed_houses(),
        file(),
        page(),
        by_policy(),
    )
    first = (link for quarter in quarters for link in quarter.links)
    last = (link for quarter in quarters for link in quarter.last)
    sites = (site for quarter in quarters for site in quarter.sites)
    return (*first, *last), tuple(sites)


def settings(links: Iterable[Labelled]) -> str:
    """What the labels take for granted, as a hexaglot.toml: who we are, and controls that these sites know."""
    lines = [f'site = "{SITE}"', f"target_countries = {json.dumps(COUNTRIES)}"]
    for site, pair in _controls(links).items():
        if pair.keys() == {"plays", "never"} and site != "page":
            lines += [f"[controls.{site}]", *(f"{name} = {json.dumps(url)}" for name, url in pair.items())]
    return "\n".join(lines) + "\n"


def _controls(links: Iterable[Labelled]) -> dict[str, dict[str, str]]:
    """For each site the first link of these that plays, and the first that is there no more; none that is in doubt."""
    names = {"available": "plays", "removed": "never"}
    found: dict[str, dict[str, str]] = {}
    for link in links:
        if link.state in names and not link.also:
            found.setdefault(link.provider, {}).setdefault(names[link.state], link.url)
    return found

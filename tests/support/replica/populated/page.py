"""This file is the labelled links to pages of a site that nobody knows (PROVIDERS section 2.12)."""

from __future__ import annotations

from replica.labelled import Labelled
from replica.page import BARE, HOST, Pages
from replica.quarter import Quarter

LINKS = (
    Labelled(f"https://{HOST}/oembed", "page", "available", "names oEmbed, which says: a video"),
    Labelled(f"https://{HOST}/schema", "page", "available", "a VideoObject with an address"),
    Labelled(f"https://{HOST}/og", "page", "available", "og:video"),
    Labelled(f"https://{BARE}/og?from=letter", "page", "available", "the same, under the site's shorter name"),
    Labelled(f"https://{HOST}/far", "page", "restricted", "regionsAllowed without the countries we speak to", "region"),
    Labelled(f"https://{HOST}/over", "page", "unknown", "a VideoObject that says it expired; nobody tried"),
    Labelled(f"https://{HOST}/blog", "page", "unknown", "names oEmbed, which says: a text"),
    Labelled(
        f"https://{HOST}/framed",
        "page",
        "unknown",
        "shows another site's film in a frame; whether that is what the link is for, only people can say",
        also=frozenset({"available"}),
    ),
    Labelled(f"https://{HOST}/holds", "page", "unknown", "holds a video element; what it is for, only people can say"),
    Labelled(f"https://{HOST}/nothing", "page", "unknown", "nothing found: never available"),
    Labelled(f"https://{HOST}/away", "page", "unknown", "leads to another site"),
    Labelled(f"https://{HOST}/members", "page", "unknown", "leads to a page to sign in"),
    Labelled(f"https://{HOST}/forbidden", "page", "unknown", "403: many sites send it to whoever is no browser"),
    Labelled(f"https://{HOST}/gone", "page", "removed", "410"),
    Labelled(f"https://{HOST}/nowhere", "page", "removed", "404"),
)
LAST = Labelled(f"https://{HOST}/broken", "page", "unreachable", "500", also=frozenset({"rate_limited"}))


def page() -> Quarter:
    """A site with a page of each kind."""
    return Quarter((Pages(),), LINKS, (LAST,))

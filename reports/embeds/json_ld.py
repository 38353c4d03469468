"""This file is the snippet that search engines read: schema.org's VideoObject for each language, as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping

from reports.embeds._address import beside, film_of, frame_of, page_of
from reports.embeds._contract import Order, Sequence, Syntax, Variant, Version
from reports.embeds._errors import Unavailable
from reports.embeds._order import some_versions

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end the script element, or a line of it: written as JSON may write it."""


class JsonLd:
    """One script element that is data, and runs nowhere; versions that nobody can watch are left out.

    Of what search engines want (name, description, thumbnailUrl, uploadDate) the date is the message's day, and a
    still is there where the site has one at an address that is known; nothing is made up.
    """

    name = "json-ld"
    summary = "What search engines read of all versions (schema.org), for pages of your own that may hold scripts."
    single = False
    plays = False
    files: tuple[str, ...] = ()
    syntax = Syntax.HTML
    sequence = Sequence.CATALOGUE

    def render(self, order: Order) -> str:
        """The graph of the versions in the order given; raises SnippetError."""
        versions = tuple(version for version in some_versions(self, order) if version.gone is None)
        if not versions:
            message = "None of these videos can be watched, so there is nothing to tell search engines about."
            raise Unavailable(message)
        graph = {
            "@context": "https://schema.org",
            "@graph": [_object(version, versions, order) for version in versions],
        }
        text = json.dumps(graph, ensure_ascii=False, indent=1)
        for raw, escaped in _ESCAPES.items():
            text = text.replace(raw, escaped)
        return f'<script type="application/ld+json">\n{text}\n</script>\n'


def _object(version: Version, versions: tuple[Version, ...], order: Order) -> Mapping[str, object]:
    first = versions[0]
    others = [{"@id": page_of(one)} for one in versions if one is not first]
    facts = {
        "@type": "VideoObject",
        "@id": page_of(version),
        "name": version.title,
        "description": version.title,
        "inLanguage": version.language.tag,
        "url": page_of(version),
        "embedUrl": frame_of(version),
        "contentUrl": film_of(version),
        "thumbnailUrl": beside(version.picture, version),
        "uploadDate": None if order.date is None else order.date.isoformat(),
        "workTranslation": others if version is first else None,
        "translationOfWork": None if version is first else {"@id": page_of(first)},
    }
    return {name: value for name, value in facts.items() if value}


VARIANT: Variant = JsonLd()

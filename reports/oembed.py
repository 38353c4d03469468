"""This file is what we answer by oEmbed 1.0 about one language version of a message, as JSON or as XML.

There is no thumbnail: it would need its size beside it, we keep no stills, and a site's own would be asked for before
a reader asks for anything (SNIPPETS finding 12).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from catalogue import Language
from reports.addresses import OwnAddresses
from reports.oembed_question import Box, Form

CACHE_AGE = 3600
"""Seconds that others may keep an answer. Meanwhile the frame stays right: its player may change."""

TYPES: Mapping[Form, str] = {
    Form.JSON: "application/json; charset=utf-8",
    Form.XML: "text/xml; charset=utf-8",
}
"""The content type of each form."""

# This order is what WordPress looks for; it shows the words until the frame has loaded (SNIPPETS section 4.9).
_HTML = Markup(
    '<blockquote class="vm" lang="{lang}" dir="{dir}"><a href="{page}">{title}</a></blockquote>'
    '<iframe src="{frame}" title="{title}" lang="{lang}" dir="{dir}" width="{width}" height="{height}" loading="lazy" '
    'referrerpolicy="strict-origin-when-cross-origin" '
    'allow="autoplay; encrypted-media; fullscreen; picture-in-picture"></iframe>'
)
_XML = Markup('<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n{}</oembed>\n')
_FIELD = Markup("<{name}>{value}</{name}>\n")

Fields = Mapping[str, str | int | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Offer:
    """What is told of a version: its clean title, in which language, in which others it can be had, and whose it is.

    `author` is who speaks, clean, or empty; `site` is the address of who publishes it, or empty.
    """

    slug: str
    language: Language
    title: str
    languages: tuple[Language, ...]
    author: str = ""
    site: str = ""


def answer(offer: Offer, ours: OwnAddresses, box: Box, form: Form) -> str:
    """The answer in this form, no larger than the box."""
    fields = _fields(offer, ours, box)
    if form is Form.JSON:
        return json.dumps(fields, ensure_ascii=False) + "\n"
    lines = (_FIELD.format(name=name, value=_text(value)) for name, value in fields.items())
    return str(_XML.format(Markup().join(lines)))


def _fields(offer: Offer, ours: OwnAddresses, box: Box) -> Fields:
    language = offer.language
    html = _HTML.format(
        lang=language.tag,
        dir=language.direction,
        page=ours.watch(offer.slug, language),
        frame=ours.frame(offer.slug, language),
        title=offer.title,
        width=box.width,
        height=box.height,
    )
    provider = ours.origin.partition("://")[2]
    return {
        "type": "rich",
        "version": "1.0",
        "title": offer.title,
        "author_name": offer.author or provider,
        "author_url": offer.site or ours.home(),
        "provider_name": provider,
        "provider_url": ours.home(),
        "cache_age": CACHE_AGE,
        "width": box.width,
        "height": box.height,
        "html": str(html),
        "x_language": language.tag,
        "x_direction": str(language.direction),
        "x_languages": tuple(one.tag for one in offer.languages),
    }


def _text(value: str | int | tuple[str, ...]) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)

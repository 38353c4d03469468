"""This file is the small web pages that one can visit or frame: a player of one version, and the list of messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment

from catalogue import Catalogue, Language
from checker.providers import File
from reports.addresses import NoOrigin, OwnAddresses
from reports.embeds import Order, SnippetError, figure, player, said
from reports.oembed_question import Form
from reports.spots import Spot, languages_of
from reports.templating import templates
from reports.titling import title_of
from reports.translation import interface

_NOTHING = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
_NOT_FRAMED = "; frame-ancestors 'self'"
# Players are told which site they stand in, and no page of it (YouTube answers “Error 153” where they are not).
_REFERRER = ("Referrer-Policy", "strict-origin-when-cross-origin")

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WebPage:
    """A whole HTML document, and the headers that it must be sent with."""

    html: str
    headers: Headers


def frame_page(spot: Spot, ours: OwnAddresses) -> WebPage:
    """The page that others frame: the player, or a card that leads to the page to watch it on.

    Where its script may not run, or finds itself in a sandbox without an origin, there is the card: a site's player
    would be dead there (SNIPPETS finding 7). A film needs neither script nor origin, and is always shown.
    """
    order = Order((spot.version,))
    try:
        inside = player(spot.version, order)
    except SnippetError:
        inside = None
    may = "" if inside is None else _sources(spot)
    html = _render(
        "frame.html",
        spot.language,
        spot=spot,
        said=said(spot.version),
        player=inside,
        film=isinstance(spot.version.player, File),
        watch=ours.watch(spot.slug, spot.language),
    )
    return WebPage(html, (("Content-Security-Policy", f"{_NOTHING}; script-src 'self'{may}"), _REFERRER))


def watch_page(spot: Spot, ours: OwnAddresses) -> WebPage:
    """The page to watch one version on, with the way to the others, and to our oEmbed of it."""
    try:
        inside = figure(spot.version, Order((spot.version,)))
    except SnippetError:
        inside = None
    may = "" if inside is None else _sources(spot)
    told = {form: ours.oembed(spot.slug, spot.language, form) for form in Form}
    html = _render("watch.html", spot.language, spot=spot, ours=ours, inside=inside, told=told)
    links = ", ".join(f'<{told[form]}>; rel="alternate"; type="{_DISCOVERED[form]}"' for form in Form)
    return WebPage(html, (("Content-Security-Policy", _NOTHING + may + _NOT_FRAMED), _REFERRER, ("Link", links)))


def messages_page(catalogue: Catalogue, ours: OwnAddresses) -> WebPage:
    """The list of the messages that there is something to watch of."""
    messages = [(message, languages_of(message, catalogue)) for message in catalogue.messages if message.videos]
    rows = [(message.slug, title_of(message, languages[0]).text, languages) for message, languages in messages]
    html = _render("messages.html", Language("en"), rows=rows, ours=ours)
    return WebPage(html, (("Content-Security-Policy", _NOTHING + _NOT_FRAMED),))


_DISCOVERED = {Form.JSON: "application/json+oembed", Form.XML: "text/xml+oembed"}


def _sources(spot: Spot) -> str:
    """What a page must be allowed for this player, and no more."""
    version = spot.version
    if version.player is None or version.gone is not None:
        return ""
    addresses = [version.player.address]
    if isinstance(version.player, File) and version.track is not None:
        addresses.append(version.track)
    sites = dict.fromkeys(site for address in addresses for site in _site(address))
    return f"; {'media' if isinstance(version.player, File) else 'frame'}-src {' '.join(sites)}"


def _site(address: str) -> Iterator[str]:
    """The site of an address, where a policy can name it as it is written: so nothing but a site gets into one."""
    parts = urlsplit(address)
    with suppress(NoOrigin):
        yield OwnAddresses.under(f"{parts.scheme}://{parts.netloc}").origin


def _render(template: str, language: Language, **values: object) -> str:
    return _environment(language).get_template(template).render(interface=interface(language), **values)


@cache
def _environment(language: Language) -> Environment:
    environment = templates(language)
    environment.globals["discovered"] = _DISCOVERED
    return environment

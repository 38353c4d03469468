"""This file is the parts that the HTML forms are made of: a player, a link, and words."""

from __future__ import annotations

from markupsafe import Markup

from catalogue import Language
from reports.embeds._address import beside, film_of, frame_of, page_of
from reports.embeds._contract import Order, Style, Version
from reports.embeds._text import isolated, named_and_gone

# referrerpolicy: without a Referer YouTube's player answers “Error 153”, and many pages send none by themselves.
_FRAME = Markup(
    '<iframe lang="{lang}" dir="{dir}" title="{title}" src="{player}" width="560" height="315"{style} loading="lazy" '
    'referrerpolicy="strict-origin-when-cross-origin" '
    'allow="autoplay; encrypted-media; fullscreen; picture-in-picture"></iframe>\n'
)
# preload: nothing is fetched, and nobody learns who reads the page, before somebody presses play.
_FILM = Markup(
    '<video lang="{lang}" dir="{dir}" aria-label="{title}" width="560" height="315"{style} controls preload="none">\n'
    '<source src="{film}"{media}>\n{track}</video>\n'
)
_TRACK = Markup('<track kind="captions" srclang="{lang}" label="{label}" src="{track}"{default}>\n')
_LINK = Markup('<a lang="{lang}" hreflang="{lang}" dir="{dir}" href="{page}">{text}</a>')
_CARD = Markup('{said}<p class="vm"{style}>{link}</p>\n')
_WORDS = Markup('<span lang="{lang}" dir="{dir}">{text}</span>')
_SAID = Markup('<p><span lang="{lang}" dir="{dir}">{text}</span></p>\n')

_MEASURES = (
    "display:block;border:0;box-sizing:border-box;inline-size:100%;max-inline-size:560px;"
    "block-size:auto;min-block-size:200px;aspect-ratio:16/9"
)
"""What reports/static/vm.css says of players, for sites that do not have it."""

WRAPPING = "overflow-wrap:anywhere"
"""Breaks a word that is wider than the page, for sites that do not have the sheet."""


def style_of(order: Order, rules: str) -> Markup:
    """A `style` attribute with these rules where the snippet brings its own measures; else nothing."""
    return Markup(' style="{rules}"').format(rules=rules) if order.style is Style.INLINE else Markup()


def player(version: Version, order: Order) -> Markup | None:
    """The version's own player, in one line or a few; None where it has none, or is gone. Raises SnippetError."""
    values = {
        "lang": version.language.tag,
        "dir": version.language.direction,
        "title": version.title,
        "style": style_of(order, _MEASURES),
    }
    frame, film = frame_of(version), film_of(version)
    if frame is not None:
        return _FRAME.format(player=frame, **values)
    if film is None:
        return None
    return _FILM.format(film=film, media=_media(version), track=_track(version), **values)


def link(version: Version, order: Order, text: str | None = None) -> Markup:
    """A link to the version's page in its title, or in this text, which must be in its language. Raises SnippetError.

    Where nobody can watch it, the text without the link, and why.
    """
    named = version.title if text is None else text
    if version.gone is not None:
        parts = named_and_gone(named, version.language, version.gone)
        return Markup(": ").join(words(part.text, part.language, order) for part in parts)
    return _LINK.format(
        lang=version.language.tag,
        dir=version.language.direction,
        page=page_of(version),
        text=isolated(named, version.language, wanted=order.isolates),
    )


def card(version: Version, order: Order, text: str | None = None) -> Markup:
    """What stands where no player can: the link in a paragraph of its own, named as for `link`. Raises SnippetError."""
    return _CARD.format(said=said(version), style=style_of(order, WRAPPING), link=link(version, order, text))


def words(text: str, language: Language, order: Order) -> Markup:
    """Words that are no link, in the language that they are in."""
    shown = isolated(text, language, wanted=order.isolates)
    return _WORDS.format(lang=language.tag, dir=language.direction, text=shown)


def said(version: Version) -> Markup:
    """The paragraph that readers must see before the version; nothing where there is nothing to say."""
    phrase = version.said
    if phrase is None:
        return Markup()
    return _SAID.format(lang=phrase.language.tag, dir=phrase.language.direction, text=phrase.text)


def _media(version: Version) -> Markup:
    media = getattr(version.player, "media", None)
    return Markup(' type="{}"').format(media) if media else Markup()


def _track(version: Version) -> Markup:
    track = beside(version.track, version)
    if track is None:
        return Markup()
    return _TRACK.format(
        lang=version.language.tag,
        label=version.language.autonym,
        track=track,
        default=Markup(" default") if version.captions else Markup(),
    )

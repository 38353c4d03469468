"""This file is how a snippet comes about: the catalogue's message, what is believed of it, and an editor's wishes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from catalogue import Catalogue, Language, Message, Video, store
from checker import Opinion
from hexaglot.settings import Settings
from hexaglot.targets import UnknownTarget, chosen
from reports.embeds import Order, Sequence, Style, Unavailable, Variant, in_sequence
from reports.fulfilled import unshown
from reports.homes import Wish
from reports.snippets import all_versions, one_version

Opinions = Callable[[tuple[str, ...]], Mapping[str, Opinion]]
"""What is believed of addresses."""


@dataclass(frozen=True, slots=True)
class Taste:
    """How an editor wants a snippet, whatever it shows; `sequence` is the variant's own where none is named."""

    page_language: Language | None = None
    sequence: Sequence | None = None
    style: Style = Style.SHEET
    isolates: bool = False
    wish: Wish = field(default_factory=Wish)


@dataclass(frozen=True, slots=True)
class Made:
    """The snippet, and English sentences about what was decided for it."""

    code: str
    remarks: tuple[str, ...] = ()


def embed(
    settings: Settings, slug: str, language: str | None, *, variant: Variant, taste: Taste, opinions: Opinions
) -> Made:
    """The snippet of a message, or of it in one language.

    Raises UnknownTarget for a place that is none, SnippetError for a form that cannot be made.
    """
    catalogue = store.load(settings.catalogue)
    chosen((slug if language is None else f"{slug}/{language}",), catalogue)
    message = catalogue.message(slug)
    if message is None:
        name, _, tag = slug.partition("/")
        there = catalogue.message(name) is not None and tag
        hint = f"write `hexaglot embed {name} {tag}`" if there else "`hexaglot list` shows all messages"
        raise UnknownTarget(f"“{slug}” is no slug; {hint}")
    video = None if language is None else message.video_in(Language.parse(language))
    known = opinions(addresses(message))
    return made(message, video, catalogue, variant=variant, taste=taste, opinions=known)


def made(
    message: Message,
    video: Video | None,
    catalogue: Catalogue,
    *,
    variant: Variant,
    taste: Taste,
    opinions: Mapping[str, Opinion],
) -> Made:
    """The snippet of a message, or of one recording of it; raises SnippetError."""
    languages, page = catalogue.languages, taste.page_language
    if video is None:
        shown = all_versions(message, languages, opinions, taste.wish)
    else:
        shown = one_version(message, video, languages, opinions, taste.wish, page_language=page)
    order = Order(
        versions=in_sequence(shown.versions, taste.sequence or variant.sequence, page),
        page_language=page,
        group=message.slug,
        style=taste.style,
        isolates=taste.isolates,
        date=message.date,
    )
    try:
        code = variant.render(order)
    except Unavailable as refusal:
        raise Unavailable(" ".join((*shown.remarks, str(refusal)))) from refusal
    return Made(code, (*shown.remarks, *unshown(message.slug, variant, order.versions, code)))


def addresses(message: Message) -> tuple[str, ...]:
    """Every address that a snippet of this message may lead to."""
    return tuple(dict.fromkeys(url for video in message.videos for url in (video.url, *video.mirrors)))

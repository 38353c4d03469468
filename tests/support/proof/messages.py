"""This file is a message in the six languages, made into versions as the product makes them."""

from __future__ import annotations

from catalogue import SIX_LANGUAGES, Message, Video
from checker.providers import VideoRef, provider_of
from reports.embeds import Order, Syntax, Variant, Version
from reports.titling import title_of

_IDS = ("wwHOsWsIn00", "wwHOsWsIn10", "wwHOsWsIn20", "wwHOsWsIn30", "wwHOsWsIn40", "wwHOsWsIn50")

IN_PAGES = frozenset({Syntax.HTML, Syntax.BLOCKS})
"""What browsers read: WordPress' blocks are HTML between comments."""


def versions(title: str | None = None, year: int = 2021) -> tuple[Version, ...]:
    """Six videos at YouTube with this title, or the usual one of the year, in the order of the letters."""
    message = Message(
        f"wtisd-{year}",
        videos=tuple(
            Video(language, f"https://youtu.be/{video_id}", title)
            for language, video_id in zip(SIX_LANGUAGES, _IDS, strict=True)
        ),
    )
    made = []
    for language, video_id in zip(SIX_LANGUAGES, _IDS, strict=True):
        ref = VideoRef("youtube", video_id)
        site = provider_of(ref)
        made.append(
            Version(
                language,
                title_of(message, language).text,
                site.page(ref),
                site.player(ref, language.tag),
                site.name,
                picture=site.picture(ref),
            )
        )
    return tuple(made)


def orders(variant: Variant, shown: tuple[Version, ...]) -> tuple[Order, ...]:
    """The versions as this variant takes them: an order for each, or one for all."""
    return tuple(Order((one,)) for one in shown) if variant.single else (Order(shown),)

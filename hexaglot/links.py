"""This file is the links of a catalogue, each with the site and the video that its address names."""

from __future__ import annotations

from catalogue import Catalogue, Language, Message, Video
from checker.providers import VideoRef, recognise_anything
from hexaglot.listed import Link, Links, narrowed
from hexaglot.targets import UnknownTarget, chosen

ITS_OWN_ADDRESS = frozenset({"file", "page"})
"""The providers whose videos have no id but their address."""


def links_of(catalogue: Catalogue) -> Links:
    """Every link, messages in file order, languages in the catalogue's."""
    return [_link(message, video) for message, video in catalogue.places()]


def asked_for(links: Links, catalogue: Catalogue, *, message: str | None, language: str | None) -> Links:
    """Those that words from outside name; raises UnknownTarget for a slug, InvalidValue for a tag that is none."""
    if message is not None and catalogue.message(message) is None:
        chosen((message,), catalogue)  # which knows what to say of a slug
        raise UnknownTarget(f"“{message}” is no slug; `hexaglot list` shows all messages")
    tag = None if language is None else Language.parse(language).tag
    return narrowed(links, message=message, language=tag)


def video_id(ref: VideoRef | None) -> str | None:
    """The site's own id; a file or a page has none but its address."""
    return None if ref is None or ref.provider in ITS_OWN_ADDRESS else ref.id


def _link(message: Message, video: Video) -> Link:
    ref = recognise_anything(video.url)
    title = message.title_in(video.language)
    return Link(
        message=message.slug,
        language=video.language.tag,
        url=video.url,
        title=None if title is None else title.text,
        provider=None if ref is None else ref.provider,
        video_id=video_id(ref),
    )

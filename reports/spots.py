"""This file is one language version at its place among our pages: what is shown there, by what is believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from catalogue import Catalogue, Language, Message, Video
from checker import Opinion, State
from reports.embeds import Unavailable, Version
from reports.homes import Wish
from reports.oembed import Offer
from reports.snippets import all_versions, one_version
from reports.titles import clean
from reports.titling import title_of


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of ours: a message in a language, and its clean title there.

    `version` is what is shown: the recording, another language's that says so, or one that says what became of it.
    `languages` are all that the message is there in, in the catalogue's order; `speaker` is clean, or empty.
    `private` says that the recording is believed private, and has no mirror.
    """

    slug: str
    language: Language
    title: str
    version: Version
    languages: tuple[Language, ...]
    speaker: str = ""
    private: bool = False

    def offer(self, site: str) -> Offer:
        """What oEmbed tells of it; `site` is the address of who publishes it, or empty."""
        return Offer(self.slug, self.language, self.title, self.languages, self.speaker, site)


def languages_of(message: Message, catalogue: Catalogue) -> tuple[Language, ...]:
    """Those in which the message has a recording, in the catalogue's order."""
    return tuple(video.language for _, video in replace(catalogue, messages=(message,)).places())


def spot(message: Message, video: Video, catalogue: Catalogue, opinions: Mapping[str, Opinion]) -> Spot:
    """The place of this recording; `opinions` holds what is thought of addresses, as the catalogue writes them."""
    (own,) = all_versions(message, (video.language,), opinions, Wish()).versions
    belief = opinions.get(video.url, Opinion()).belief
    return Spot(
        slug=message.slug,
        language=video.language,
        title=title_of(message, video.language).text,
        version=_shown(own, message, video, catalogue, opinions),
        languages=languages_of(message, catalogue),
        speaker=clean(message.speaker).text or "",
        private=own.gone is not None and belief is not None and belief.state is State.PRIVATE,
    )


def _shown(
    own: Version, message: Message, video: Video, catalogue: Catalogue, opinions: Mapping[str, Opinion]
) -> Version:
    """As `embed` would show it; where that refuses, the version itself, which says what became of it."""
    try:
        (version,) = one_version(message, video, catalogue.languages, opinions, Wish()).versions
    except Unavailable:
        return own
    return version

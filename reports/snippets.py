"""This file is how a message of the catalogue becomes the versions that snippets are made from."""

from __future__ import annotations

import re

from catalogue import Catalogue, Language, Message, Video
from checker.providers import provider_of, recognise
from reports.embeds import Version
from reports.titles import clean, default_title

_YEAR = re.compile(r"(?:^|-)((?:19|20)\d\d)(?:-|$)")


def version_of(message: Message, video: Video) -> Version:
    """One language version: its title in that language, its proper address, and its player where there is one."""
    ref = recognise(video.url)
    return Version(
        language=video.language,
        title=title_of(message, video.language),
        page=video.url if ref is None else provider_of(ref).page(ref),
        player=None if ref is None else provider_of(ref).player(ref, video.language.tag),
    )


def versions_of(message: Message, catalogue: Catalogue) -> tuple[Version, ...]:
    """All language versions, in the order of the catalogue's languages."""
    videos = (message.video_in(language) for language in catalogue.languages)
    return tuple(version_of(message, video) for video in videos if video is not None)


def title_of(message: Message, language: Language) -> str:
    """A title wholly in this language: the recording's or the message's own, else the usual words for such a video."""
    video = message.video_in(language)
    for text in (video.title if video else None, *(t.text for t in message.titles if t.language == language)):
        title = clean(text).text
        if title is not None:
            return title
    return default_title(language, _year(message))


def _year(message: Message) -> int | None:
    if message.date is not None:
        return message.date.year
    found = _YEAR.search(message.slug)
    return int(found.group(1)) if found else None
